(** The error of the dx of training, in closed form. Main result: [dx_bound].

    A run's dx is gamma r' (dy_i - Σdy/m - y r' k/m) with y = x_i - mu and k = Σ dy (x - mu) r', and what its own operations
    err: [dx_own]. The errors of mu and r' move all of it alike: [dx_shared]. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Arithmetic Summation Products TwoPass Mean Outputs.
Local Open Scope R_scope.

(** ** Mean and root *)

(** what errors em of the mean and er of r do; r1 is at least |r + er| *)
Definition shared_error (gamma r r1 er em dyi d D S n : R) : R :=
  Rabs gamma * (er * (Rabs (dyi - D / n - 3 * (d * S * r^2) / n) + (3 * Rabs r * er + er^2) * (Rabs (d * S) / n))
    + r1^3 * ((em * Rabs (S + d * D) + em^2 * Rabs D) / n)).

Lemma dx_shared gamma r r' r1 er mu M em dyi x D S n : 0 < n -> near em mu M -> near er r' r -> Rabs r' <= r1 ->
  near (shared_error gamma r r1 er em dyi (x - M) D S n)
    (gamma * (dyi - D / n - (x - mu) * r' * ((S - (mu - M) * D) * r' / n)) * r') (gamma * (dyi - D / n - (x - M) * r * (S * r / n)) * r).
Proof.
  intros N Hm Hr H1. set (e := mu - M). set (f := r' - r). set (d := x - M).
  assert (E : Rabs e <= em) by exact Hm. assert (F : Rabs f <= er) by exact Hr.
  pose proof (Rabs_pos e) as E0. pose proof (Rabs_pos f) as F0. pose proof (Rabs_pos r) as R0. pose proof (Rabs_pos r') as R1.
  assert (Ni : 0 < / n) by now apply Rinv_0_lt_compat.
  unfold near, shared_error. fold d. set (q := dyi - D / n - 3 * (d * S * r^2) / n).
  replace (gamma * (dyi - D / n - (x - mu) * r' * ((S - e * D) * r' / n)) * r' - gamma * (dyi - D / n - d * r * (S * r / n)) * r)
    with (gamma * (f * (q + - ((3 * r * f + f^2) * (d * S / n))) + r'^3 * ((e * (S + d * D) + - (e^2 * D)) / n)))
    by (unfold q, d, e, f; field; lra).
  rewrite Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos|]. eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat.
  - rewrite Rabs_mult. apply Rmult_le_compat; try apply Rabs_pos; [exact F|].
    eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l. rewrite Rabs_Ropp, Rabs_mult.
    unfold Rdiv at 1. rewrite (Rabs_mult (d * S)), (Rabs_pos_eq (/ n)) by lra. fold (Rabs (d * S) / n).
    apply Rmult_le_compat_r; [unfold Rdiv; apply Rmult_le_pos; [apply Rabs_pos|lra]|].
    eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat.
    + rewrite !Rabs_mult, (Rabs_pos_eq 3) by lra. apply Rmult_le_compat; lra.
    + rewrite <- RPow_abs. apply pow_incr. lra.
  - rewrite Rabs_mult, <- RPow_abs. apply Rmult_le_compat; [apply pow_le; lra|apply Rabs_pos|apply pow_incr; lra|].
    unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ n)) by lra. apply Rmult_le_compat_r; [lra|].
    eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp, !Rabs_mult, <- RPow_abs.
    apply Rplus_le_compat; apply Rmult_le_compat_r; try apply Rabs_pos; [exact E|]. apply pow_incr. lra.
Qed.

Section Model.
Variables (prec emin : Z) (largest : R).
Hypothesis Hprec : (0 < prec)%Z.
Hypothesis Hlargest : 1 <= largest.
Notation u := (u prec).
Notation eta := (eta emin).
Notation G := (G prec).
Notation h := (eta / 2).

Let u0 : 0 < u := u_pos prec.
Let eta0 : 0 < eta := eta_pos emin.

Section Dx.
Variables (m : nat) (x dy : nat -> R) (mu r' gamma : R) (i : nat) (tree : order -> Prop).
Hypothesis Hm : (0 < m)%nat.
Hypothesis Hsmall : INR m * eta <= 2 * u.
(** errors of a quotient by m, of Σdy (Summation.sum_error), of Σ dy x̂ (Gradients.dgamma_own), of gamma's conversion *)
Variables (gq hq es ek cg : R).
Hypothesis Hq : quotient prec emin m gq hq.
Hypothesis Hs : forall s, sums prec emin largest tree m dy s -> near es s (rsum m dy).
Let k0 := rsum m (fun j => dy j * (x j - mu) * r').
Hypothesis Hk : forall k, computes_dgamma prec emin largest tree m x dy mu r' k -> near ek k k0.
Hypothesis Hg : conversion prec emin cg gamma.
Hypothesis Lg : Rabs gamma <= largest.
(** magnitudes: of x_i - mu, r', Σdy, Σ dy x̂, of the sum of three terms; z of all factors *)
Variables (y r1 D k c z : R).
Hypothesis Hy : Rabs (x i - mu) <= y.
Hypothesis Hr : Rabs r' <= r1.
Hypothesis HD : Rabs (rsum m dy) <= D.
Hypothesis HK : Rabs k0 <= k.
Let w := / INR m.
Let v := u * (2 + u).

Definition quotient_of_sum : R := Formulas.quotient_error w gq hq D es.
Definition quotient_of_product : R := Formulas.quotient_error w gq hq k ek.
Definition product : R := Formulas.product_error u v h z y (u * y) r1 0 (k * w) quotient_of_product.
Definition terms_error : R :=
  Formulas.sum_error (G 2 - 1) (Rabs (dy i) + D * w + y * r1 * (k * w)) (quotient_of_sum + product).
Definition own_error : R := Formulas.product_error u v h z (Rabs gamma) cg c terms_error r1 0.

Let exact_c := dy i - rsum m dy / INR m - (x i - mu) * r' * (k0 / INR m).
Hypothesis Hc : Rabs exact_c <= c.
Hypothesis Hz : y + u * y <= z /\ r1 <= z /\ k * w + quotient_of_product <= z /\ Rabs gamma + cg <= z /\ c + terms_error <= z.
(** nothing overflows *)
Hypothesis Ls : (D + es) * (1 + u) <= largest.
Hypothesis Lk : (k + ek) * (1 + u) <= largest.
Hypothesis Ly : y <= largest.
Hypothesis Lp : product_range prec emin largest z y (u * y) r1 0 (k * w) quotient_of_product.
Hypothesis Lt : G 2 * (Rabs (dy i) + D * w + y * r1 * (k * w) + (quotient_of_sum + product)) <= largest.
Hypothesis Lw : product_range prec emin largest z (Rabs gamma) cg c terms_error r1 0.
Hypothesis H2 : 2 * u < 1.

Lemma quotient_near a0 a e s q : near e s a0 -> Rabs a0 <= a -> (a + e) * (1 + u) <= largest -> over prec emin largest m s q ->
  near (Formulas.quotient_error w gq hq a e) q (a0 / INR m).
Proof.
  intros N A L O. pose proof (near_size _ _ _ _ N A) as S. pose proof (INR_m m Hm) as M.
  assert (W : 0 < w) by (apply Rinv_0_lt_compat; lra). destruct Hq as (Q0 & Q1 & _).
  assert (B : Rabs s * (1 + u) <= largest) by (eapply Rle_trans; [apply Rmult_le_compat_r; [lra|exact S]|exact L]).
  pose proof (over_error prec emin largest Hprec m Hm Hsmall gq hq s q Hq Hlargest B O) as E.
  assert (F : near (e * w) (s / INR m) (a0 / INR m)).
  { unfold near in *. unfold Rdiv. fold w. rewrite <- Rmult_minus_distr_r, Rabs_mult, (Rabs_pos_eq w) by lra. apply Rmult_le_compat_r; lra. }
  eapply near_le; [|exact (near_trans _ _ _ _ _ E F)]. unfold_formulas. unfold Rdiv. fold w.
  assert (gq * (Rabs s * w) <= gq * ((a + e) * w)) by (apply Rmult_le_compat_l; [exact Q0|]; apply Rmult_le_compat_r; lra). lra.
Qed.

Theorem dx_own t : computes_dx prec emin largest tree m x dy mu r' gamma i t -> near own_error t (gamma * exact_c * r').
Proof.
  intros (g & s & k' & a & b & d & p & c' & Cg & Cs & Ck & Ca & Cb & Cd & Cp & (o & Co & Ct) & Cw).
  pose proof (INR_m m Hm) as M. assert (W : 0 < w) by (apply Rinv_0_lt_compat; lra).
  pose proof (quotient_near _ D es s a (Hs s Cs) HD Ls Ca) as Ea. pose proof (quotient_near _ k ek k' b (Hk k' Ck) HK Lk Cb) as Eb.
  fold quotient_of_sum in Ea. fold quotient_of_product in Eb. destruct Hz as (Z1 & Z2 & Z3 & Z4 & Z5).
  assert (Kb : Rabs (k0 / INR m) <= k * w).
  { unfold Rdiv. fold w. rewrite Rabs_mult, (Rabs_pos_eq w) by lra. apply Rmult_le_compat_r; lra. }
  assert (Db : Rabs (rsum m dy / INR m) <= D * w).
  { unfold Rdiv. fold w. rewrite Rabs_mult, (Rabs_pos_eq w) by lra. apply Rmult_le_compat_r; lra. }
  assert (Ed : near (u * y) d (x i - mu)).
  { eapply near_le; [|exact (minus_error _ _ _ _ _ _ Cd ltac:(lra))]. apply Rmult_le_compat_l; lra. }
  assert (Full : forall a b c, roundings prec emin v a b c) by (intros; left; unfold v; lra).
  pose proof (product_bound prec emin largest v z _ _ _ _ _ _ _ _ _ _ _ _ p Ed (near_refl r') Eb Hy Hr Kb (Full _ _ _) Z1
    ltac:(lra) Z3 Lp Cp) as Ep. fold product in Ep.
  set (exact_terms := three (dy i) (- (rsum m dy / INR m)) (- ((x i - mu) * r' * (k0 / INR m)))).
  set (errors := three 0 quotient_of_sum product).
  assert (T : forall f, rsum 3 f = f 0%nat + f 1%nat + f 2%nat) by (intros; simpl; lra).
  assert (Opp : forall e a b, near e a b -> near e (- a) (- b)).
  { unfold near. intros e0 a0 b0 N. replace (- a0 - - b0) with (- (a0 - b0)) by ring. now rewrite Rabs_Ropp. }
  assert (Pb : Rabs ((x i - mu) * r' * (k0 / INR m)) <= y * r1 * (k * w)) by (apply abs_times; [now apply abs_times|exact Kb]).
  assert (Sizes : rsum 3 (fun j => Rabs (exact_terms j)) <= Rabs (dy i) + D * w + y * r1 * (k * w)).
  { rewrite T. unfold exact_terms, three. rewrite !Rabs_Ropp. lra. }
  assert (Errors : rsum 3 errors = quotient_of_sum + product) by (rewrite T; unfold errors, three; lra).
  assert (G2 : 1 <= G 2) by (apply (G_pos prec); simpl; lra).
  assert (Et : near terms_error c' exact_c).
  { unfold near. replace exact_c with (rsum 3 exact_terms) by (rewrite T; unfold exact_terms, three, exact_c; ring).
    eapply Rle_trans; [apply (sum_error prec emin largest 3 2 (fun _ => false) exact_terms (three (dy i) (- a) (- p)) errors o c' Co)|].
    - exact (any_order_of_all o 3 Co).
    - discriminate.
    - intros [|[|j]] _; unfold exact_terms, errors, three; [rewrite Rminus_eq_0, Rabs_R0; lra|now apply Opp|now apply Opp].
    - simpl. lra.
    - rewrite Errors. eapply Rle_trans; [|exact Lt]. apply Rmult_le_compat_l; lra.
    - exact Ct.
    - rewrite Errors. unfold terms_error. unfold_formulas.
      apply Rplus_le_compat_l, Rmult_le_compat_l; lra. }
  pose proof (conversion_error _ _ _ _ _ _ Hg Cg Lg) as Eg.
  exact (product_bound prec emin largest v z _ _ _ _ _ _ _ _ _ _ _ _ t Eg Et (near_refl r') (Rle_refl _) Hc Hr (Full _ _ _)
    Z4 Z5 ltac:(lra) Lw Cw).
Qed.

(** Both together, against the definition: em is the error of the mean, er that of r. *)
Theorem dx_bound eps em er t : 0 < var m x + eps -> near em mu (mean m x) -> near er r' (/ sd m eps x) ->
  computes_dx prec emin largest tree m x dy mu r' gamma i t ->
  near (own_error + shared_error gamma (/ sd m eps x) r1 er em (dy i) (x i - mean m x) (rsum m dy) (rsum m (fun j => dy j * (x j - mean m x))) (INR m))
    t (dx m eps gamma x dy i).
Proof.
  intros V Em Er C. pose proof (INR_m m Hm) as M. set (S := rsum m (fun j => dy j * (x j - mean m x))). set (r := / sd m eps x) in *.
  assert (Sd : 0 < sd m eps x) by now apply sqrt_lt_R0.
  assert (K : k0 = (S - (mu - mean m x) * rsum m dy) * r').
  { unfold k0, S. rewrite <- rsum_scal_l, <- rsum_minus, <- rsum_scal_r. apply rsum_ext. intros. ring. }
  assert (E : dx m eps gamma x dy i = gamma * (dy i - rsum m dy / INR m - (x i - mean m x) * r * (S * r / INR m)) * r).
  { unfold dx, dbeta. assert (Dg : dgamma m eps x dy = S * r).
    { unfold dgamma, S. rewrite <- rsum_scal_r. apply rsum_ext. intros. unfold xhat, normalized, r, sd, Rdiv. ring. }
    rewrite Dg. unfold xhat, normalized. fold (sd m eps x). unfold r. field. lra. }
  rewrite E. eapply near_trans; [exact (dx_own t C)|]. unfold exact_c. rewrite K.
  exact (dx_shared gamma r r' r1 er mu (mean m x) em (dy i) (x i) _ S (INR m) ltac:(lra) Em Er Hr).
Qed.
End Dx.
End Model.
