(** Laws of the forward, BN-1 to BN-5, for every m > 0 and every epsilon with variance + epsilon > 0.

    Main results: xhat_mean, xhat_var, xhat_sq_le, bn_mean, bn_var, bn_identity, bn_affine_invariance. *)
From Coq Require Import Reals Lra Lia Arith.
From BN Require Import Sums BN.
Local Open Scope R_scope.

Section Forward.
Variable m : nat.
Hypothesis Hm : (0 < m)%nat.
Notation mean := (mean m).
Notation var := (var m).

Lemma INRm_pos : 0 < INR m. Proof. apply lt_0_INR; lia. Qed.
Lemma INRm_neq : INR m <> 0. Proof. pose proof INRm_pos; lra. Qed.
Hint Resolve INRm_pos INRm_neq : core.

Lemma rsum_mean x : rsum m x = INR m * mean x.
Proof. unfold BN.mean. field. auto. Qed.

Lemma rsum_centered x : rsum m (fun i => x i - mean x) = 0.
Proof. rewrite rsum_minus, rsum_const, rsum_mean. ring. Qed.

Lemma rsum_sq_centered x : rsum m (fun i => (x i - mean x)^2) = INR m * var x.
Proof. unfold BN.var. field. auto. Qed.

Lemma mean_ext a b : (forall i, (i < m)%nat -> a i = b i) -> mean a = mean b.
Proof. intros; unfold BN.mean; f_equal; now apply rsum_ext. Qed.

Lemma var_ext a b : (forall i, (i < m)%nat -> a i = b i) -> var a = var b.
Proof.
  intros H; unfold BN.var; f_equal. apply rsum_ext; intros.
  rewrite (mean_ext a b H), H by auto. reflexivity.
Qed.

Lemma mean_plus a b : mean (fun i => a i + b i) = mean a + mean b.
Proof. unfold BN.mean. rewrite rsum_plus. field. auto. Qed.

Lemma mean_scal c x : mean (fun i => c * x i) = c * mean x.
Proof. unfold BN.mean. rewrite rsum_scal_l. field. auto. Qed.

Lemma mean_const c : mean (fun _ => c) = c.
Proof. unfold BN.mean. rewrite rsum_const. field. auto. Qed.

Theorem var_nonneg x : 0 <= var x.
Proof.
  unfold BN.var. apply Rmult_le_pos; [|left; apply Rinv_0_lt_compat; auto].
  apply rsum_nonneg. intros; apply pow2_ge_0.
Qed.

(** Around any centre c: Σ (x_i - c)² = m (variance + (c - mean)²) *)
Theorem shifted_squares x c : rsum m (fun i => (x i - c)^2) = INR m * (var x + (c - mean x)^2).
Proof.
  rewrite (rsum_ext m _ (fun i => ((x i - mean x)^2 - 2 * (c - mean x) * (x i - mean x)) + (c - mean x)^2))
    by (intros; ring).
  rewrite rsum_plus, rsum_minus, rsum_scal_l, rsum_const, rsum_centered, rsum_sq_centered. ring.
Qed.

(** E[x²] - mean² is the variance (in real numbers) *)
Theorem var_moment x : var x = rsum m (fun i => x i ^ 2) / INR m - (mean x)^2.
Proof.
  rewrite (rsum_ext m _ (fun i => (x i - 0)^2)) by (intros; ring).
  rewrite shifted_squares. field. auto.
Qed.

Theorem mean_affine a b x : mean (fun i => a * x i + b) = a * mean x + b.
Proof. rewrite (mean_plus (fun i => a * x i) (fun _ => b)), mean_scal, mean_const. reflexivity. Qed.

Theorem var_affine a b x : var (fun i => a * x i + b) = a^2 * var x.
Proof.
  unfold BN.var at 1. rewrite mean_affine.
  rewrite (rsum_ext m _ (fun i => a^2 * (x i - mean x)^2)) by (intros; ring).
  rewrite rsum_scal_l, rsum_sq_centered. field. auto.
Qed.

Lemma xhat_eq eps x i : xhat m eps x i = (x i - mean x) / sd m eps x.
Proof. reflexivity. Qed.

Lemma bn_eq eps gamma beta x i : bn m eps gamma beta x i = gamma * xhat m eps x i + beta.
Proof. reflexivity. Qed.

Lemma sd_ext eps a b : (forall i, (i < m)%nat -> a i = b i) -> sd m eps a = sd m eps b.
Proof. intros H. unfold sd. now rewrite (var_ext a b H). Qed.

Lemma xhat_ext eps a b i : (forall i, (i < m)%nat -> a i = b i) -> (i < m)%nat -> xhat m eps a i = xhat m eps b i.
Proof. intros H Hi. rewrite !xhat_eq, (sd_ext eps a b H), (mean_ext a b H), H by auto. reflexivity. Qed.

Lemma vpe_pos_of_eps eps x : 0 < eps -> 0 < var x + eps.
Proof. pose proof (var_nonneg x). lra. Qed.

Section Regular.
Variable eps : R.
Variable x : nat -> R.
Hypothesis Hv : 0 < var x + eps.

Lemma sd_pos : 0 < sd m eps x. Proof. apply sqrt_lt_R0, Hv. Qed.
Lemma sd_neq : sd m eps x <> 0. Proof. pose proof sd_pos; lra. Qed.
Lemma sd_sq : sd m eps x * sd m eps x = var x + eps.
Proof. apply sqrt_sqrt. lra. Qed.
Hint Resolve sd_neq : core.

Theorem xhat_sum : rsum m (xhat m eps x) = 0.
Proof.
  rewrite (rsum_ext m _ (fun i => (x i - mean x) * / sd m eps x)) by reflexivity.
  rewrite rsum_scal_r, rsum_centered. ring.
Qed.

Theorem xhat_sq_sum : rsum m (fun i => (xhat m eps x i)^2) = INR m * (var x / (var x + eps)).
Proof.
  rewrite <- sd_sq.
  rewrite (rsum_ext m _ (fun i => (x i - mean x)^2 * / (sd m eps x * sd m eps x))).
  - rewrite rsum_scal_r, rsum_sq_centered. field. auto.
  - intros; rewrite xhat_eq. field. auto.
Qed.

Theorem xhat_mean : mean (xhat m eps x) = 0.
Proof. unfold BN.mean. rewrite xhat_sum. field. auto. Qed.

Theorem xhat_var : var (xhat m eps x) = var x / (var x + eps).
Proof.
  unfold BN.var at 1. rewrite xhat_mean.
  rewrite (rsum_ext m _ (fun i => (xhat m eps x i)^2)) by (intros; ring).
  rewrite xhat_sq_sum. field. split; [lra|auto].
Qed.

(** |x̂_i| ≤ √m *)
Theorem xhat_sq_le i : 0 <= eps -> (i < m)%nat -> (xhat m eps x i)^2 <= INR m.
Proof.
  intros Heps Hi.
  assert (A : (xhat m eps x i)^2 <= rsum m (fun k => (xhat m eps x k)^2)).
  { rewrite <- (rsum_delta m i (fun k => (xhat m eps x k)^2) Hi).
    apply rsum_le. intros k _. unfold delta. pose proof (pow2_ge_0 (xhat m eps x k)).
    destruct (Nat.eqb k i); lra. }
  rewrite xhat_sq_sum in A.
  pose proof (var_nonneg x). pose proof INRm_pos.
  assert (var x / (var x + eps) <= 1).
  { apply (Rmult_le_reg_r (var x + eps)); [lra|]. unfold Rdiv.
    rewrite Rmult_assoc, Rinv_l by lra. lra. }
  nra.
Qed.

(** BN can represent the identity: gamma = √(variance + epsilon), beta = mean. *)
Theorem bn_identity i : bn m eps (sd m eps x) (mean x) x i = x i.
Proof. rewrite bn_eq, xhat_eq. field. auto. Qed.

Theorem bn_mean gamma beta : mean (bn m eps gamma beta x) = beta.
Proof.
  rewrite (mean_ext _ (fun i => gamma * xhat m eps x i + beta)) by reflexivity.
  rewrite mean_affine, xhat_mean. ring.
Qed.

Theorem bn_var gamma beta : var (bn m eps gamma beta x) = gamma^2 * (var x / (var x + eps)).
Proof.
  rewrite (var_ext _ (fun i => gamma * xhat m eps x i + beta)) by reflexivity.
  rewrite var_affine, xhat_var. reflexivity.
Qed.
End Regular.

(** x ↦ a x + b with a > 0 changes nothing, if epsilon grows with a². *)
Theorem bn_affine_invariance a b eps gamma beta x i : 0 < a -> 0 < var x + eps ->
  bn m (a^2 * eps) gamma beta (fun k => a * x k + b) i = bn m eps gamma beta x i.
Proof.
  intros Ha Hv. rewrite !bn_eq, !xhat_eq. pose proof (sd_neq eps x Hv) as Hs.
  unfold sd, std in *. rewrite mean_affine, var_affine.
  replace (a^2 * var x + a^2 * eps) with (a^2 * (var x + eps)) by ring.
  rewrite sqrt_mult_alt by nra. rewrite sqrt_pow2 by lra.
  field. lra.
Qed.
End Forward.
