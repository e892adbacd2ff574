(** The error of the computed mean, over all orders of the sum. Main results: [mean_bound], [mean_exact]. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Forward Arithmetic Summation Products TwoPass.
Local Open Scope R_scope.

Ltac unfold_formulas :=
  unfold Formulas.output_error, Formulas.product_error, Formulas.product_size, Formulas.pair_error, Formulas.deviation_error,
    Formulas.variance_above, Formulas.variance_below, Formulas.correction, Formulas.mean_error, Formulas.quotient_error,
    Formulas.sum_error, Formulas.after in *; cbn [Formulas.add Formulas.mul Formulas.reals] in *.

Lemma term_le_rsum n f i : (forall k, 0 <= f k) -> (i < n)%nat -> f i <= rsum n f.
Proof.
  intros P. induction n as [|n IH]; [lia|]. intros Hi. cbn [rsum]. destruct (Nat.eq_dec i n) as [->|].
  - assert (0 <= rsum n f) by (apply rsum_nonneg; auto). lra.
  - specialize (IH ltac:(lia)). specialize (P n). lra.
Qed.
Section Model.
Variables (prec emin : Z) (largest : R).
Hypothesis Hprec : (0 < prec)%Z.
Hypothesis Hlargest : 1 <= largest.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation plus := (plus prec emin largest).
Notation minus := (minus prec emin largest).
Notation times := (times prec emin largest).
Notation divide := (divide prec emin largest).
Notation adds := (adds prec emin largest).
Notation over := (over prec emin largest).
Notation quotient := (quotient prec emin).
Notation G := (G prec).

Let u0 : 0 < u := u_pos prec.
Let eta0 : 0 < eta := eta_pos emin.

Definition absolute (t : nat -> R) (i : nat) : R := Rabs (t i).

Section Channel.
Variables (m : nat) (x : nat -> R).
Hypothesis Hm : (0 < m)%nat.
Variable tree : order -> Prop.
Notation sums := (sums prec emin largest tree).
Hypothesis Hsmall : INR m * eta <= 2 * u.

Let M1 : 1 <= INR m := INR_m m Hm.

(** every sum of the terms errs by at most g times the sum of their magnitudes *)
Definition accurate (t : nat -> R) (g : R) : Prop :=
  0 <= g /\ forall s, sums m t s -> near (g * rsum m (absolute t)) s (rsum m t).

Lemma accurate_tree k zero t g : (forall o, covers o m -> tree o -> within k zero o) -> INR k * u < 1 -> G k - 1 <= g -> (forall i, (i < m)%nat -> zero i = true -> t i = 0) ->
  G k * rsum m (absolute t) <= largest -> accurate t g.
Proof.
  intros Hw H Hg Z B. pose proof (G_pos prec k H). split; [lra|]. intros s (o & C & W & A). apply (Hw o C) in W.
  assert (Z0 : rsum m (fun _ => 0) = 0) by (rewrite rsum_const; ring).
  pose proof (sum_error prec emin largest m k zero t t (fun _ => 0) o s C W Z) as E. rewrite Z0, Rplus_0_r in E.
  eapply near_le; [|apply E; auto].
  - assert (0 <= rsum m (absolute t)) by (apply rsum_nonneg; intros; apply Rabs_pos). unfold absolute in *. nra.
  - intros. rewrite Rminus_eq_0, Rabs_R0. lra.
Qed.

Lemma accurate_exact c (n : nat -> Z) t : (emin <= c)%Z -> (forall i, (i < m)%nat -> t i = IZR (n i) * bpow radix2 c) ->
  rsum m (absolute t) <= bpow radix2 (prec + c) -> rsum m (absolute t) <= largest -> accurate t 0.
Proof.
  intros Hc T B L. split; [lra|]. intros s (o & C & _ & A).
  rewrite (sum_exact prec emin largest m c n t o s Hprec Hc C T B L A), Rmult_0_l. apply near_refl.
Qed.

(** BN-1 *)
Theorem mean_bound gs g h mu : accurate x gs -> quotient m g h ->
  (1 + gs) * rsum m (absolute x) * (1 + u) <= largest ->
  computes_mean prec emin largest tree m x mu ->
  near (Formulas.mean_error (/ INR m) gs g h (rsum m (absolute x)) (Rabs (rsum m x))) mu (mean m x).
Proof.
  intros (Gs & A) Q B (s & S & O). specialize (A s S). assert (T : Rabs (rsum m x) <= rsum m (absolute x)) by apply rsum_abs.
  pose proof (near_size _ _ _ _ A (Rle_refl _)) as Z. pose proof (Rabs_pos s). pose proof Q as (G0 & _).
  assert (N : 0 <= rsum m (absolute x)) by (apply rsum_nonneg; intros; apply Rabs_pos).
  assert (P : 0 < / INR m) by (apply Rinv_0_lt_compat; lra).
  assert (L : Rabs s * (1 + u) <= largest).
  { eapply Rle_trans; [|exact B]. apply Rmult_le_compat_r; [lra|]. lra. }
  pose proof (over_error prec emin largest Hprec m Hm Hsmall g h s mu Q Hlargest L O) as E.
  assert (F : near (gs * rsum m (absolute x) * / INR m) (s / INR m) (mean m x)).
  { unfold near, mean, Rdiv. rewrite <- Rmult_minus_distr_r, Rabs_mult, (Rabs_pos_eq (/ INR m)) by lra.
    apply Rmult_le_compat_r; [lra|exact A]. }
  eapply near_le; [|exact (near_trans _ _ _ _ _ E F)]. unfold_formulas. unfold Rdiv.
  set (e := gs * rsum m (absolute x)) in *. set (w := / INR m) in *.
  assert (g * (Rabs s * w) <= g * ((Rabs (rsum m x) + e) * w)) by (apply Rmult_le_compat_l; [lra|]; apply Rmult_le_compat_r; lra).
  lra.
Qed.

Theorem mean_exact mu : accurate x 0 -> rsum m (absolute x) <= largest ->
  rsum m x = 0 \/ power (INR m) /\ held (mean m x) -> computes_mean prec emin largest tree m x mu -> mu = mean m x.
Proof.
  intros (_ & A) B H (s & S & O). specialize (A s S). rewrite Rmult_0_l in A. unfold near in A.
  assert (s = rsum m x). { pose proof (Rabs_pos (s - rsum m x)). assert (Rabs (s - rsum m x) = 0) as Z by lra.
    destruct (Req_dec (s - rsum m x) 0) as [E|E]; [lra|]. now apply Rabs_no_R0 in E. }
  subst s. apply (over_exact prec emin largest Hprec ltac:(lra) m Hm Hsmall); auto.
  eapply Rle_trans; [apply rsum_abs|]. exact B.
Qed.
End Channel.
End Model.
