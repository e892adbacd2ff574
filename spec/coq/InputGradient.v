(** The error of the dx of training, in closed form. Main results: [dx_own], [dx_of_zero], [dx_bound].

    Without gradients of the outputs mean and variance a run's dx is gamma r' (dy_i - Σdy/m - (x_i - mu) r' k/m), with
    k = Σ dy (x - mu) r', and what its own operations err: [dx_own]. With them, two terms are added: [dx_all_own]. The errors
    of mu and r' move all of it alike: SharedErrors.v. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Arithmetic Summation Products TwoPass Mean Outputs SharedErrors.
Local Open Scope R_scope.

Section Model.
Variables (prec emin : Z) (largest : R).
Hypothesis Hprec : (0 < prec)%Z.
Hypothesis Hlargest : 1 <= largest.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation rounds := (rounds prec emin largest).
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
(** magnitudes: of x_i - mu, r', Σdy, Σ dy x̂ and of the sum of three terms *)
Variables (y r1 D k c : R).
Hypothesis Hy : Rabs (x i - mu) <= y.
Hypothesis Hr : Rabs r' <= r1.
Hypothesis HD : Rabs (rsum m dy) <= D.
Hypothesis HK : Rabs k0 <= k.
Let w := / INR m.
Let v := u * (2 + u).

(** the errors of the steps: of Σdy/m, Σ dy x̂/m, their product with x_i - mu and r', and the sum of three terms; zp and zw
    are at least the factors *)
Variables (ea eb zp ep ec zw : R).
Hypothesis Hea : Formulas.quotient_error w gq hq D es <= ea.
Hypothesis Heb : Formulas.quotient_error w gq hq k ek <= eb.
Hypothesis Hep : Formulas.product_error u v h zp y (u * y) r1 0 (k * w) eb <= ep.
Hypothesis Hec : Formulas.sum_error (G 2 - 1) (Rabs (dy i) + D * w + y * r1 * (k * w)) (ea + ep) <= ec.
Definition own_error : R := Formulas.product_error u v h zw (Rabs gamma) cg c ec r1 0.

Let exact_c := dy i - rsum m dy / INR m - (x i - mu) * r' * (k0 / INR m).
Hypothesis Hc : Rabs exact_c <= c.
Hypothesis Hz : y + u * y <= zp /\ r1 <= zp /\ k * w + eb <= zp /\ Rabs gamma + cg <= zw /\ c + ec <= zw /\ r1 <= zw.
(** nothing overflows *)
Hypothesis Ls : (D + es) * (1 + u) <= largest.
Hypothesis Lk : (k + ek) * (1 + u) <= largest.
Hypothesis Ly : y <= largest.
Hypothesis Lp : product_range prec emin largest zp y (u * y) r1 0 (k * w) eb.
Hypothesis Lt : G 2 * (Rabs (dy i) + D * w + y * r1 * (k * w) + (ea + ep)) <= largest.
Hypothesis Lw : product_range prec emin largest zw (Rabs gamma) cg c ec r1 0.
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
  pose proof (near_le _ _ _ _ Hea (quotient_near _ D es s a (Hs s Cs) HD Ls Ca)) as Ea.
  pose proof (near_le _ _ _ _ Heb (quotient_near _ k ek k' b (Hk k' Ck) HK Lk Cb)) as Eb. destruct Hz as (Z1 & Z2 & Z3 & Z4 & Z5 & Z6).
  assert (Kb : Rabs (k0 / INR m) <= k * w).
  { unfold Rdiv. fold w. rewrite Rabs_mult, (Rabs_pos_eq w) by lra. apply Rmult_le_compat_r; lra. }
  assert (Db : Rabs (rsum m dy / INR m) <= D * w).
  { unfold Rdiv. fold w. rewrite Rabs_mult, (Rabs_pos_eq w) by lra. apply Rmult_le_compat_r; lra. }
  assert (Ed : near (u * y) d (x i - mu)).
  { eapply near_le; [|exact (minus_error _ _ _ _ _ _ Cd ltac:(lra))]. apply Rmult_le_compat_l; lra. }
  assert (Full : forall a b c, roundings prec emin v a b c) by (intros; left; unfold v; lra).
  pose proof (near_le _ _ _ _ Hep (product_bound prec emin largest v zp _ _ _ _ _ _ _ _ _ _ _ _ p Ed (near_refl r') Eb Hy Hr Kb
    (Full _ _ _) Z1 ltac:(lra) Z3 Lp Cp)) as Ep.
  set (exact_terms := three (dy i) (- (rsum m dy / INR m)) (- ((x i - mu) * r' * (k0 / INR m)))).
  set (errors := three 0 ea ep).
  assert (T : forall f, rsum 3 f = f 0%nat + f 1%nat + f 2%nat) by (intros; simpl; lra).
  assert (Opp : forall e a b, near e a b -> near e (- a) (- b)).
  { unfold near. intros e0 a0 b0 N. replace (- a0 - - b0) with (- (a0 - b0)) by ring. now rewrite Rabs_Ropp. }
  assert (Pb : Rabs ((x i - mu) * r' * (k0 / INR m)) <= y * r1 * (k * w)) by (apply abs_times; [now apply abs_times|exact Kb]).
  assert (Sizes : rsum 3 (fun j => Rabs (exact_terms j)) <= Rabs (dy i) + D * w + y * r1 * (k * w)).
  { rewrite T. unfold exact_terms, three. rewrite !Rabs_Ropp. lra. }
  assert (Errors : rsum 3 errors = ea + ep) by (rewrite T; unfold errors, three; lra).
  assert (G2 : 1 <= G 2) by (apply (G_pos prec); simpl; lra).
  assert (Et : near ec c' exact_c).
  { eapply near_le; [exact Hec|]. unfold near. replace exact_c with (rsum 3 exact_terms) by (rewrite T; unfold exact_terms, three, exact_c; ring).
    eapply Rle_trans; [apply (sum_error prec emin largest 3 2 (fun _ => false) exact_terms (three (dy i) (- a) (- p)) errors o c' Co)|].
    - exact (any_order_of_all o 3 Co).
    - discriminate.
    - intros [|[|j]] _; unfold exact_terms, errors, three; [rewrite Rminus_eq_0, Rabs_R0; lra|now apply Opp|now apply Opp].
    - simpl. lra.
    - rewrite Errors. eapply Rle_trans; [|exact Lt]. apply Rmult_le_compat_l; lra.
    - exact Ct.
    - rewrite Errors. unfold_formulas.
      apply Rplus_le_compat_l, Rmult_le_compat_l; lra. }
  pose proof (conversion_error _ _ _ _ _ _ Hg Cg Lg) as Eg.
  exact (product_bound prec emin largest v zw _ _ _ _ _ _ _ _ _ _ _ _ t Eg Et (near_refl r') (Rle_refl _) Hc Hr (Full _ _ _)
    Z4 Z5 ltac:(lra) Lw Cw).
Qed.

End Dx.

(** gamma is zero, or dy is: so is dx *)
Theorem dx_of_zero m x dy mu r' gamma i tree t : (0 < m)%nat -> INR m * eta <= 2 * u -> (i < m)%nat -> Rabs gamma <= largest ->
  gamma = 0 \/ (forall j, (j < m)%nat -> dy j = 0) -> computes_dx prec emin largest tree m x dy mu r' gamma i t -> t = 0.
Proof.
  intros Hm Hsmall Hi Lg Z (g & s & k & a & b & d & p & c & Cg & Cs & Ck & Ca & Cb & Cd & Cp & (o & Co & Ct) & Cw).
  assert (L0 : 0 <= largest) by lra. apply (triple_0 prec emin largest L0 g c r'); [|exact Cw]. destruct Z as [-> | Z].
  { rewrite (rounds_0 _ _ _ L0 _ Cg). ring. }
  assert (Sz : forall n t w, sums prec emin largest tree n t w -> (forall j, (j < n)%nat -> t j = 0) -> w = 0).
  { intros n t0 w (q & Cq & _ & A) T. exact (adds_zeros prec emin largest n t0 q w Cq T A). }
  assert (Oz : forall q w, q = 0 -> over prec emin largest m q w -> w = 0).
  { intros q w -> O. rewrite (over_exact prec emin largest Hprec L0 m Hm Hsmall 0 w); auto; rewrite ?Rabs_R0; lra. }
  assert (K0 : k = 0).
  { destruct Ck as (ds & _ & [(hs & ts & T & S)|(ps & q & T & S & W)]).
    - apply (Sz m ts k S). intros j Hj. destruct (T j Hj) as [_ T2]. apply (times_0 _ _ _ L0 _ _ _ T2). rewrite (Z j Hj). ring.
    - apply (times_0 _ _ _ L0 _ _ _ W). rewrite (Sz m ps q S); [ring|]. intros j Hj. apply (times_0 _ _ _ L0 _ _ _ (T j Hj)). rewrite (Z j Hj). ring. }
  assert (A0 : a = 0) by exact (Oz s a (Sz m dy s Cs Z) Ca). assert (B0 : b = 0) by exact (Oz k b K0 Cb).
  assert (P0 : p = 0) by (apply (triple_0 prec emin largest L0 d r' b); [rewrite B0; ring|exact Cp]).
  rewrite (adds_zeros prec emin largest 3 (three (dy i) (- a) (- p)) o c Co); [ring| |exact Ct].
  intros [|[|j]] _; simpl; [now apply Z|rewrite A0; ring|rewrite P0; ring].
Qed.

(** ** Gradients of the outputs mean and variance *)

Section All.
Variables (m : nat) (x dy : nat -> R) (mu r' gamma dmean dvariance : R) (i : nat) (tree : order -> Prop).
Hypothesis Hm : (0 < m)%nat.
Hypothesis Hsmall : INR m * eta <= 2 * u.
Variables (gq hq : R).
Hypothesis Hq : quotient prec emin m gq hq.
Let w := / INR m.
Let k0 := rsum m (fun j => dy j * (x j - mu) * r').
(** dx without them, which errs by et and is at most z *)
Let exact_t := gamma * (dy i - rsum m dy / INR m - (x i - mu) * r' * (k0 / INR m)) * r'.
Variables (et z y : R).
Hypothesis Ht : forall t, computes_dx prec emin largest tree m x dy mu r' gamma i t -> near et t exact_t.
Hypothesis Hz : Rabs exact_t <= z.
Hypothesis Hy : Rabs (x i - mu) <= y.
Hypothesis Hmean : held dmean /\ Rabs dmean * (1 + u) <= largest.
Hypothesis Hvariance : held dvariance /\ held (2 * dvariance) /\ Rabs (2 * dvariance) * (1 + u) <= largest.
(** which of them are known to be zero, and the errors of the two terms *)
Variables (zm zv : bool) (ea es ep : R).
Hypothesis Zm : zm = true -> dmean = 0.
Hypothesis Zv : zv = true -> dvariance = 0.
Hypothesis Hea : if zm then 0 <= ea else Formulas.quotient_error w gq hq (Rabs dmean) 0 <= ea.
Hypothesis Hes : Formulas.quotient_error w gq hq (Rabs (2 * dvariance)) 0 <= es.
Hypothesis Hep : if zv then 0 <= ep else Formulas.pair_error u h (Rabs (2 * dvariance) * w) es y (u * y) <= ep.
Hypothesis Ly : y <= largest.
Hypothesis Lp : (Rabs (2 * dvariance) * w + es) * (y + u * y) <= largest.
Definition added_terms : nat := ((if zm then 0 else 1) + (if zv then 0 else 1))%nat.
Let sizes := z + Rabs dmean * w + Rabs (2 * dvariance) * w * y.
Hypothesis Lt : G added_terms * (sizes + (et + ea + ep)) <= largest.
Hypothesis H2 : 2 * u < 1.

Lemma quotient_of_held a c q : held a -> Rabs a * (1 + u) <= largest -> rounds a c -> over prec emin largest m c q ->
  near (Formulas.quotient_error w gq hq (Rabs a) 0) q (a / INR m).
Proof.
  intros H L R O. pose proof (Rabs_pos a). assert (La : Rabs a <= largest).
  { eapply Rle_trans; [|exact L]. rewrite <- (Rmult_1_r (Rabs a)) at 1. apply Rmult_le_compat_l; lra. }
  rewrite (rounds_held _ _ _ _ _ R La H) in O.
  exact (quotient_near m Hm Hsmall gq hq Hq a (Rabs a) 0 a q (near_refl a) (Rle_refl _) ltac:(lra) O).
Qed.

Lemma over_zero q a : q = 0 -> over prec emin largest m q a -> a = 0.
Proof.
  intros -> O. rewrite (over_exact prec emin largest Hprec ltac:(lra) m Hm Hsmall 0 a); auto; rewrite ?Rabs_R0; lra.
Qed.

Theorem dx_all_own t : computes_dx_all prec emin largest tree m x dy mu r' gamma dmean dvariance i t ->
  near (Formulas.sum_error (G added_terms - 1) sizes (et + ea + ep)) t (exact_t + dmean / INR m + 2 * dvariance / INR m * (x i - mu)).
Proof.
  intros (t0 & Ct & C). pose proof (Ht t0 Ct) as N. pose proof (INR_m m Hm) as M. assert (W : 0 < w) by (apply Rinv_0_lt_compat; lra).
  pose proof (Rabs_pos dmean) as Pm. pose proof (Rabs_pos (2 * dvariance)) as Pv. pose proof (Rabs_pos exact_t) as Pt.
  pose proof (Rle_trans _ _ _ (Rabs_pos _) Hy) as Y0. destruct Hq as (Gq & Hq0 & _).
  assert (Quot : forall a, 0 <= a -> 0 <= Formulas.quotient_error w gq hq a 0).
  { intros a A. unfold_formulas. assert (0 <= gq * (a + 0)) by (apply Rmult_le_pos; lra).
    assert (0 <= (0 + gq * (a + 0)) * w) by (apply Rmult_le_pos; lra). lra. }
  pose proof (Quot _ Pv) as Es0. assert (Bw : 0 <= Rabs (2 * dvariance) * w) by (apply Rmult_le_pos; lra).
  assert (Ea0 : 0 <= ea) by (pose proof (Quot _ Pm); destruct zm; lra).
  assert (Uy : 0 <= u * y) by (apply Rmult_le_pos; lra).
  assert (Pair : 0 <= Formulas.pair_error u h (Rabs (2 * dvariance) * w) es y (u * y)).
  { unfold_formulas. repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
  assert (Ep0 : 0 <= ep) by (destruct zv; lra). pose proof (near_pos _ _ _ N) as Et0.
  assert (Kd : INR added_terms * u < 1).
  { eapply Rle_lt_trans; [|exact H2]. apply Rmult_le_compat_r; [lra|]. unfold added_terms. destruct zm, zv; simpl; lra. }
  pose proof (G_pos prec added_terms Kd) as Gk.
  assert (S0 : 0 <= sizes). { unfold sizes. repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
  destruct C as [(Dm & Dv & ->)|(c & e & s & a & b & d & p & Cc & Ce & Cs & Ca & Cb & Cd & Cp & o & Co & Cw)].
  { rewrite Dm, Dv. replace (exact_t + 0 / INR m + 2 * 0 / INR m * (x i - mu)) with exact_t by (field; lra).
    eapply near_le; [|exact N]. unfold_formulas. assert (0 <= (G added_terms - 1) * (sizes + (et + ea + ep))) by (apply Rmult_le_pos; lra). lra. }
  assert (L0 : 0 <= largest) by lra. destruct Hmean as (Mh & Ml). destruct Hvariance as (Vh & Vh2 & Vl).
  assert (L2 : Rabs (2 * dvariance) <= largest) by nra. assert (L1 : Rabs dvariance <= largest).
  { rewrite Rabs_mult, (Rabs_pos_eq 2) in L2 by lra. pose proof (Rabs_pos dvariance). lra. }
  pose proof (rounds_held _ _ _ _ _ Ce L1 Vh) as Ee. subst e.
  assert (Na : near ea a (dmean / INR m) /\ (zm = true -> a = 0)).
  { split.
    - destruct zm; [|eapply near_le; [exact Hea|exact (quotient_of_held dmean c a Mh Ml Cc Ca)]].
      rewrite (Zm eq_refl) in *. rewrite (over_zero c a (rounds_0 _ _ _ L0 _ Cc) Ca). unfold Rdiv. rewrite Rmult_0_l.
      eapply near_le; [|apply near_refl]. exact Ea0.
    - intros Z. rewrite (Zm Z) in Cc. exact (over_zero c a (rounds_0 _ _ _ L0 _ Cc) Ca). }
  assert (Np : near ep p (2 * dvariance / INR m * (x i - mu)) /\ (zv = true -> p = 0)).
  { assert (Zp : zv = true -> p = 0).
    { intros Z. apply (times_0 _ _ _ L0 _ _ _ Cp). rewrite (over_zero s b); [ring| |exact Cb].
      apply (times_0 _ _ _ L0 _ _ _ Cs). rewrite (Zv Z). ring. }
    split; [|exact Zp]. destruct zv.
    - rewrite (Zp eq_refl), (Zv eq_refl). replace (2 * 0 / INR m * (x i - mu)) with 0 by (field; lra). eapply near_le; [|apply near_refl]. exact Ep0.
    - pose proof (near_le _ _ _ _ Hes (quotient_of_held (2 * dvariance) s b Vh2 Vl (times_rounds _ _ _ _ _ _ Cs) Cb)) as Nb.
      assert (Nd : near (u * y) d (x i - mu)).
      { eapply near_le; [|exact (minus_error _ _ _ _ _ _ Cd ltac:(lra))]. apply Rmult_le_compat_l; lra. }
      assert (Sb : Rabs (2 * dvariance / INR m) <= Rabs (2 * dvariance) * w).
      { unfold Rdiv. fold w. rewrite (Rabs_mult (2 * dvariance)), (Rabs_pos_eq w) by lra. lra. }
      pose proof (near_size _ _ _ _ Nb Sb) as Bs. pose proof (near_size _ _ _ _ Nd Hy) as Ds.
      pose proof (abs_times _ _ _ _ Bs Ds) as Ps.
      pose proof (near_times _ _ _ _ _ _ _ _ Nb Nd Sb Ds) as Nt.
      pose proof (times_error _ _ _ _ _ _ Cp ltac:(lra)) as Er.
      eapply near_le; [exact Hep|]. eapply near_le; [|exact (near_trans _ _ _ _ _ Er Nt)]. unfold_formulas.
      assert (u * Rabs (b * d) <= u * ((Rabs (2 * dvariance) * w + es) * (y + u * y))) by (apply Rmult_le_compat_l; lra). lra. }
  set (zero := fun j : nat => match j with O => false | 1%nat => zm | _ => zv end).
  assert (K : (nonzero zero (seq 0 3) - 1)%nat = added_terms) by (unfold added_terms; destruct zm, zv; reflexivity).
  pose proof (any_order zero o 3 Co) as Wo. rewrite K in Wo.
  set (exact := three exact_t (dmean / INR m) (2 * dvariance / INR m * (x i - mu))). set (errors := three et ea ep).
  assert (T : forall f, rsum 3 f = f 0%nat + f 1%nat + f 2%nat) by (intros; simpl; lra).
  assert (Sizes : rsum 3 (fun j => Rabs (exact j)) <= sizes).
  { rewrite T. unfold exact, three, sizes, Rdiv. fold w.
    rewrite !(Rabs_mult _ w), (Rabs_mult (2 * dvariance * w)), (Rabs_mult (2 * dvariance) w), !(Rabs_pos_eq w) by lra.
    assert (Rabs (2 * dvariance) * w * Rabs (x i - mu) <= Rabs (2 * dvariance) * w * y) by (apply Rmult_le_compat_l; lra). lra. }
  assert (Errors : rsum 3 errors = et + ea + ep) by (rewrite T; reflexivity).
  replace (exact_t + dmean / INR m + 2 * dvariance / INR m * (x i - mu)) with (rsum 3 exact) by (rewrite T; reflexivity).
  eapply near_le; [|apply (sum_error prec emin largest 3 added_terms zero exact (three t0 a p) errors o t Co Wo)].
  - rewrite Errors. unfold_formulas. apply Rplus_le_compat_l, Rmult_le_compat_l; lra.
  - intros [|[|j]] _; simpl; [discriminate|apply (proj2 Na)|apply (proj2 Np)].
  - intros [|[|j]] _; unfold exact, errors, three; [exact N|apply (proj1 Na)|apply (proj1 Np)].
  - exact Kd.
  - rewrite Errors. eapply Rle_trans; [|exact Lt]. apply Rmult_le_compat_l; lra.
  - exact Cw.
Qed.

(** With the errors of mean and r, against the definition: em is that of the mean, er that of r, which is at most rs. *)
Theorem dx_bound eps em er rs r1 effect t : 0 < var m x + eps -> near em mu (mean m x) -> near er r' (/ sd m eps x) ->
  Rabs (/ sd m eps x) <= rs -> Rabs r' <= r1 ->
  let S := rsum m (fun j => dy j * (x j - mean m x)) in
  Rabs (gamma * r'^3 * ((S + (x i - mean m x) * rsum m dy) / INR m) - 2 * dvariance / INR m) <= effect ->
  computes_dx_all prec emin largest tree m x dy mu r' gamma dmean dvariance i t ->
  near (Formulas.sum_error (G added_terms - 1) sizes (et + ea + ep)
      + shared_error gamma (/ (var m x + eps)) rs er r1 effect em (dy i) (x i - mean m x) (rsum m dy) S (INR m))
    t (dx_all m eps gamma dmean dvariance x dy i).
Proof.
  intros V Em Er Rs R1 S Ef C. pose proof (INR_m m Hm) as M. rewrite <- (square_of_root m eps x V).
  unfold dx_all. rewrite (dx_by_root m eps gamma x dy i V M). fold S. set (r := / sd m eps x) in *.
  eapply near_trans; [exact (dx_all_own t C)|]. unfold exact_t, k0. rewrite (projection_by_mean m x dy mu r' (mean m x)). fold S.
  pose proof (dx_shared r r' rs r1 er mu (mean m x) em (dy i) (x i) (rsum m dy) S (INR m) ltac:(lra) Em Er Rs R1 gamma _ effect Ef) as N.
  unfold near in *. eapply Rle_trans; [|exact N]. right. f_equal. unfold Rdiv. ring.
Qed.
End All.
End Model.
