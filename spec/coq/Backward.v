(** BN-12 to BN-15: the training backward is the gradient.

    Main results: chain_closed (the paper's chain is the closed form), backward_adjoint (the transpose of the tangent),
    backward_any_loss (the gradient of every differentiable function of y, mean and variance), backward_dx, backward_dgamma
    and backward_dbeta (partial derivatives), dx_sum, dx_dot_xhat. *)
From Coq Require Import Reals Lra Lia Arith FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From BN Require Import Sums BN Forward Tangent.
Local Open Scope R_scope.

Section Backward.
Variable m : nat.
Hypothesis Hm : (0 < m)%nat.
Variable eps : R.

Section At.
Variable x : nat -> R.
Hypothesis Hv : 0 < var m x + eps.

Theorem dgamma_closed g :
  dgamma m eps x g = rsum m (fun i => g i * (x i - mean m x)) / sd m eps x.
Proof.
  unfold dgamma. rewrite (rsum_ext m _ (fun i => g i * (x i - mean m x) * / sd m eps x)).
  - apply rsum_scal_r.
  - intros. rewrite xhat_eq. unfold Rdiv. ring.
Qed.

Theorem chain_closed gamma dmean dvar g i :
  chain m eps gamma dmean dvar x g i = dx_all m eps gamma dmean dvar x g i.
Proof.
  pose proof (sd_neq m eps x Hv) as Hs. pose proof (INRm_neq m Hm) as HM.
  unfold chain, chain_with, grad_input, grad_mean, grad_variance, dx_all, dx.
  rewrite rsum_centered by auto. rewrite dgamma_closed, xhat_eq.
  rewrite (rsum_ext m (fun k => grad_xhat gamma g k * _) (fun k => gamma * (g k * (x k - mean m x))))
    by (intros; unfold grad_xhat; ring).
  rewrite (rsum_ext m (grad_xhat gamma g) (fun k => gamma * g k)) by (intros; unfold grad_xhat; ring).
  rewrite !rsum_scal_l. unfold grad_xhat, dbeta, inverse_std. fold (sd m eps x). field. auto.
Qed.

(** <g, ẏ> + dmean mean˙ + dvar variance˙ = <dx, ẋ> + dgamma gamma˙ + dbeta beta˙ *)
Theorem backward_adjoint gamma gamma' beta' dmean dvar g v :
  rsum m (fun i => g i * y_dot m eps gamma gamma' beta' x v i) + dmean * mean_dot m v + dvar * var_dot m x v
  = rsum m (fun j => dx_all m eps gamma dmean dvar x g j * v j) + dgamma m eps x g * gamma' + dbeta m g * beta'.
Proof.
  pose proof (sd_neq m eps x Hv) as Hs. pose proof (INRm_neq m Hm) as HM.
  set (K := mean m (fun k => xhat m eps x k * v k)).
  rewrite (rsum_ext m _ (fun i =>
      gamma / sd m eps x * (g i * v i) - gamma * mean m v / sd m eps x * g i
      - gamma * K / sd m eps x * (g i * xhat m eps x i) + gamma' * (g i * xhat m eps x i) + beta' * g i)).
  2:{ intros. unfold y_dot. rewrite xhat_dot_eq by auto. fold K. field. auto. }
  rewrite (rsum_ext m (fun j => _ * v j) (fun j =>
      gamma / sd m eps x * (g j * v j) - gamma * dbeta m g / (INR m * sd m eps x) * v j
      - gamma * dgamma m eps x g / (INR m * sd m eps x) * (xhat m eps x j * v j)
      + dmean / INR m * v j + 2 * dvar / INR m * ((x j - mean m x) * v j)))
    by (intros; unfold dx_all, dx; field; auto).
  rewrite !rsum_plus, !rsum_minus, !rsum_scal_l.
  rewrite var_dot_eq by auto. unfold K, mean_dot, mean, dbeta, dgamma. fold (mean m x). field. auto.
Qed.

(** The gradient is orthogonal to constants, and nearly to x̂: dx is blind to shifts and, but for epsilon, to scale. *)
Theorem dx_sum gamma dmean dvar g : rsum m (dx_all m eps gamma dmean dvar x g) = dmean.
Proof.
  pose proof (sd_neq m eps x Hv) as Hs. pose proof (INRm_neq m Hm) as HM.
  rewrite (rsum_ext m _ (fun j => gamma / sd m eps x * g j - gamma * dgamma m eps x g / (INR m * sd m eps x) * xhat m eps x j
      + 2 * dvar / INR m * (x j - mean m x) + (dmean / INR m - gamma * dbeta m g / (INR m * sd m eps x))))
    by (intros; unfold dx_all, dx; field; auto).
  rewrite !rsum_plus, !rsum_minus, !rsum_scal_l, !rsum_const, xhat_sum, rsum_centered by auto.
  unfold dbeta. field. auto.
Qed.

Theorem dx_dot_xhat gamma g :
  rsum m (fun j => dx m eps gamma x g j * xhat m eps x j)
  = gamma / sd m eps x * dgamma m eps x g * (eps / (var m x + eps)).
Proof.
  pose proof (sd_neq m eps x Hv) as Hs. pose proof (INRm_neq m Hm) as HM.
  unfold dx.
  rewrite (rsum_ext m _ (fun j => gamma / (INR m * sd m eps x) *
     (INR m * (g j * xhat m eps x j) - dbeta m g * xhat m eps x j
      - dgamma m eps x g * (xhat m eps x j)^2))) by (intros; ring).
  rewrite rsum_scal_l, !rsum_minus, !rsum_scal_l, xhat_sum, xhat_sq_sum by auto.
  fold (dgamma m eps x g). field. repeat split; auto. lra.
Qed.
End At.

(** [has_grad L y a b g ga gb]: along every differentiable curve through (y, a, b), L has the derivative that the
    gradient (g, ga, gb) gives. *)
Definition has_grad (L : (nat -> R) -> R -> R -> R) (y : nat -> R) (a b : R) (g : nat -> R) (ga gb : R) : Prop :=
  forall (c : R -> nat -> R) (p q : R -> R) (v : nat -> R) (p' q' t0 : R),
    (forall i, (i < m)%nat -> c t0 i = y i) -> p t0 = a -> q t0 = b ->
    (forall i, (i < m)%nat -> is_derive (fun t => c t i) t0 (v i)) -> is_derive p t0 p' -> is_derive q t0 q' ->
    is_derive (fun t => L (c t) (p t) (q t)) t0 (rsum m (fun i => g i * v i) + ga * p' + gb * q').

(** The loss as a function of (x, gamma, beta) *)
Definition through_bn (L : (nat -> R) -> R -> R -> R) (x : nat -> R) (gamma beta : R) : R :=
  L (bn m eps gamma beta x) (mean m x) (var m x).

Theorem backward_any_loss L gamma beta x g dmean dvar :
  0 < var m x + eps ->
  has_grad L (bn m eps gamma beta x) (mean m x) (var m x) g dmean dvar ->
  has_grad (through_bn L) x gamma beta (chain m eps gamma dmean dvar x g) (dgamma m eps x g) (dbeta m g).
Proof.
  intros Hv HL c gm bt v gm' bt' t0 Hx Hgm Hbt Hc Dgm Dbt.
  assert (Ev : var m (c t0) = var m x) by now apply var_ext.
  assert (Hv' : 0 < var m (c t0) + eps) by now rewrite Ev.
  apply derive_eq with
    (rsum m (fun i => g i * y_dot m eps gamma gm' bt' (c t0) v i) + dmean * mean_dot m v + dvar * var_dot m (c t0) v).
  - apply (HL (fun t => bn m eps (gm t) (bt t) (c t)) (fun t => mean m (c t)) (fun t => var m (c t))).
    + intros i Hi. rewrite !bn_eq, (xhat_ext m eps (c t0) x) by auto. congruence.
    + now apply mean_ext.
    + exact Ev.
    + intros i Hi. rewrite <- Hgm. now apply is_derive_y.
    + now apply is_derive_mean.
    + now apply is_derive_var.
  - rewrite backward_adjoint by auto.
    assert (EG : dgamma m eps (c t0) g = dgamma m eps x g)
      by (apply rsum_ext; intros; now rewrite (xhat_ext m eps (c t0) x)).
    rewrite EG. do 2 f_equal. apply rsum_ext. intros j Hj.
    rewrite chain_closed by auto. f_equal. unfold dx_all, dx.
    rewrite EG, (sd_ext m eps (c t0) x), (xhat_ext m eps (c t0) x), (mean_ext m (c t0) x), Hx by auto. reflexivity.
Qed.

(** For a loss that is linear in y: along every differentiable curve *)
Theorem backward_curve c v t0 (gm bt : R -> R) gm' bt' g :
  0 < var m (c t0) + eps ->
  (forall i, (i < m)%nat -> is_derive (fun t => c t i) t0 (v i)) -> is_derive gm t0 gm' -> is_derive bt t0 bt' ->
  is_derive (fun t => rsum m (fun i => g i * bn m eps (gm t) (bt t) (c t) i)) t0
    (rsum m (fun j => dx m eps (gm t0) (c t0) g j * v j) + dgamma m eps (c t0) g * gm' + dbeta m g * bt').
Proof.
  intros Hv Hc Hg Hb.
  apply derive_eq with (rsum m (fun i => g i * y_dot m eps (gm t0) gm' bt' (c t0) v i)).
  - apply is_derive_rsum with (f := fun t i => g i * bn m eps (gm t) (bt t) (c t) i).
    intros i Hi. apply derive_scal with (f := fun t => bn m eps (gm t) (bt t) (c t) i). now apply is_derive_y.
  - pose proof (backward_adjoint (c t0) Hv (gm t0) gm' bt' 0 0 g v) as A.
    rewrite (rsum_ext m (fun j => _ * v j) (fun j => dx m eps (gm t0) (c t0) g j * v j)) in A
      by (intros; unfold dx_all, Rdiv; ring).
    lra.
Qed.

(** Partial derivatives *)
Definition upd (x : nat -> R) (j : nat) (t : R) : nat -> R := fun i => if Nat.eqb i j then t else x i.

Lemma upd_id x j : upd x j (x j) = x.
Proof. extensionality i. unfold upd. destruct (Nat.eqb_spec i j); congruence. Qed.

Lemma is_derive_upd x j i : is_derive (fun t => upd x j t i) (x j) (delta j i).
Proof. unfold upd, delta. destruct (Nat.eqb i j); [apply derive_id|apply derive_const]. Qed.

Theorem backward_dx gamma beta x g j : 0 < var m x + eps -> (j < m)%nat ->
  is_derive (fun t => rsum m (fun i => g i * bn m eps gamma beta (upd x j t) i)) (x j) (dx m eps gamma x g j).
Proof.
  intros Hv Hj.
  assert (Hv' : 0 < var m (upd x j (x j)) + eps) by now rewrite upd_id.
  eapply derive_eq.
  - apply (backward_curve (upd x j) (delta j) (x j) (fun _ => gamma) (fun _ => beta) 0 0 g Hv').
    + intros; apply is_derive_upd.
    + apply derive_const.
    + apply derive_const.
  - rewrite rsum_delta, upd_id by auto. ring.
Qed.

Theorem backward_dgamma gamma beta x g : 0 < var m x + eps ->
  is_derive (fun t => rsum m (fun i => g i * bn m eps t beta x i)) gamma (dgamma m eps x g).
Proof.
  intros Hv. eapply derive_eq.
  - apply (backward_curve (fun _ => x) (fun _ => 0) gamma (fun t => t) (fun _ => beta) 1 0 g Hv).
    + intros; apply derive_const.
    + apply derive_id.
    + apply derive_const.
  - rewrite rsum_scal_r. ring.
Qed.

Theorem backward_dbeta gamma beta x g : 0 < var m x + eps ->
  is_derive (fun t => rsum m (fun i => g i * bn m eps gamma t x i)) beta (dbeta m g).
Proof.
  intros Hv. eapply derive_eq.
  - apply (backward_curve (fun _ => x) (fun _ => 0) beta (fun _ => gamma) (fun t => t) 0 1 g Hv).
    + intros; apply derive_const.
    + apply derive_const.
    + apply derive_id.
  - rewrite rsum_scal_r. ring.
Qed.
End Backward.
