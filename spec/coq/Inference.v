(** BN-10, BN-11, BN-16 to BN-18: inference with given statistics mu and v, its backward, and folding.

    Main results: inference_is_training (with the batch's own statistics), inference_backward_any_loss, fold_linear and
    fold_many (fully connected and convolution layers). *)
From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From BN Require Import Sums BN Forward Tangent Backward.
Local Open Scope R_scope.

(** Inference with the statistics of its batch is training. *)
Theorem inference_is_training m eps gamma beta x i :
  output eps gamma beta (mean m x) (var m x) x i = bn m eps gamma beta x i.
Proof. reflexivity. Qed.

Section Inference.
Variable m : nat.
Variables eps mu v : R.
Hypothesis Hv : 0 < v + eps.

Lemma std_pos : 0 < std eps v. Proof. now apply sqrt_lt_R0. Qed.
Lemma std_neq : std eps v <> 0. Proof. pose proof std_pos; lra. Qed.
Lemma std_sq : std eps v * std eps v = v + eps. Proof. apply sqrt_sqrt. lra. Qed.

Lemma normalized_eq x i : normalized eps mu v x i = (x i - mu) * inverse_std eps v.
Proof. unfold normalized, inverse_std. field. apply std_neq. Qed.

(** Inference undone: x = mu + std (y - beta)/gamma *)
Theorem inference_invertible gamma beta x i : gamma <> 0 ->
  mu + std eps v * ((output eps gamma beta mu v x i - beta) / gamma) = x i.
Proof. intros Hg. unfold output, normalized. field. split; [apply std_neq|exact Hg]. Qed.

(** BN-16 to 18: the gradient of every differentiable loss *)
Theorem inference_backward_any_loss (L : (nat -> R) -> R) gamma beta x g :
  has_grad m (fun y _ _ => L y) (output eps gamma beta mu v x) 0 0 g 0 0 ->
  has_grad m (fun z c b => L (output eps c b mu v z)) x gamma beta
    (inference_dx eps gamma v g) (grad_scale m eps mu v x g) (dbeta m g).
Proof.
  intros HL c gm bt w gm' bt' t0 Hx Hgm Hbt Hc Dgm Dbt.
  set (r := inverse_std eps v).
  eapply derive_eq.
  - apply (HL (fun t => output eps (gm t) (bt t) mu v (c t)) (fun _ => 0) (fun _ => 0)
             (fun i => gm' * normalized eps mu v x i + gamma * (r * w i) + bt') 0 0 t0).
    + intros i Hi. unfold output, normalized. now rewrite Hx, Hgm, Hbt.
    + reflexivity.
    + reflexivity.
    + intros i Hi. unfold output.
      apply (derive_plus (fun t => gm t * normalized eps mu v (c t) i) bt); [|exact Dbt].
      apply derive_eq with (gm' * normalized eps mu v (c t0) i + gm t0 * (r * w i)).
      * apply (derive_mult gm (fun t => normalized eps mu v (c t) i)); [exact Dgm|].
        apply (is_derive_ext (fun t => r * (c t i - mu))).
        { intros t. rewrite normalized_eq. apply Rmult_comm. }
        apply derive_scal with (f := fun t => c t i - mu).
        apply derive_eq with (w i - 0); [|ring].
        apply derive_minus; [now apply Hc|apply derive_const].
      * unfold normalized. now rewrite Hx, Hgm.
    + apply derive_const.
    + apply derive_const.
  - rewrite (rsum_ext m _ (fun i => gm' * (g i * normalized eps mu v x i) + inference_dx eps gamma v g i * w i + bt' * g i))
      by (intros; unfold inference_dx; fold r; ring).
    rewrite !rsum_plus, !rsum_scal_l. unfold grad_scale, dbeta. ring.
Qed.
End Inference.

(** BN-11: a layer z = Σ_k w_k a_k + b with batch normalization after it is a layer with other weights. A convolution is
    such a layer at each of its positions q: a q is what the kernel sees there. *)
Definition linear (n : nat) (w : nat -> R) (b : R) (a : nat -> R) : R := rsum n (fun k => w k * a k) + b.

Section Fold.
Variables eps gamma beta mu v : R.
Let s := folded_scale gamma (inverse_std eps v).

Theorem fold_many n w b (a : nat -> nat -> R) q : 0 < v + eps ->
  output eps gamma beta mu v (fun p => linear n w b (a p)) q
  = linear n (folded_weight s w) (folded_bias s b mu beta) (a q).
Proof.
  intros Hv. unfold output, normalized, linear, folded_bias.
  rewrite (rsum_ext n (fun k => folded_weight s w k * _) (fun k => s * (w k * a q k)))
    by (intros; unfold folded_weight; ring).
  rewrite rsum_scal_l. unfold s, folded_scale, inverse_std. field. now apply std_neq.
Qed.

Theorem fold_linear n w b (a : nat -> R) : 0 < v + eps ->
  output eps gamma beta mu v (fun _ => linear n w b a) 0
  = linear n (folded_weight s w) (folded_bias s b mu beta) a.
Proof. exact (fold_many n w b (fun _ => a) 0). Qed.
End Fold.
