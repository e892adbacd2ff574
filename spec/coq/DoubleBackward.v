(** BN-19 to BN-21: the double backward is the gradient of ℓ = Σ dx_i u_i + dgamma ugamma + dbeta ubeta, in training and
    in inference, along every differentiable curve of (x, dy, gamma).

    Main results: double_backward, inference_double_backward. *)
From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From BN Require Import Sums BN Forward Tangent Backward Inference.
Local Open Scope R_scope.

(** What is differentiated: the outputs of the backward against u, ugamma and ubeta *)
Definition paired (m : nat) (u : nat -> R) (ugamma ubeta : R) (dx : nat -> R) (dgamma dbeta : R) : R :=
  rsum m (fun i => dx i * u i) + dgamma * ugamma + dbeta * ubeta.

Section Training.
Variable m : nat.
Hypothesis Hm : (0 < m)%nat.
Variable eps : R.
Notation r_of x := (inverse_std eps (var m x)).

Lemma xhat_r x i : 0 < var m x + eps -> (x i - mean m x) * r_of x = xhat m eps x i.
Proof. intros Hv. symmetry. now apply normalized_eq. Qed.

Lemma projection_xhat x u : 0 < var m x + eps -> projection m (mean m x) (r_of x) x u = rsum m (fun i => u i * xhat m eps x i).
Proof. intros Hv. apply rsum_ext. intros i Hi. now rewrite xhat_r. Qed.

(** ℓ by r, x̂, dy and gamma *)
Lemma paired_eq gamma x g u ugamma ubeta : 0 < var m x + eps ->
  paired m u ugamma ubeta (chain m eps gamma 0 0 x g) (dgamma m eps x g) (dbeta m g)
  = gamma * / sd m eps x * (rsum m (fun i => u i * g i) - rsum m u * rsum m g / INR m
      - rsum m (fun i => u i * xhat m eps x i) * rsum m (fun i => g i * xhat m eps x i) / INR m)
    + ugamma * rsum m (fun i => g i * xhat m eps x i) + ubeta * rsum m g.
Proof.
  intros Hv. pose proof (sd_neq m eps x Hv) as Hs. pose proof (INRm_neq m Hm) as HM.
  unfold paired. rewrite (rsum_ext m _ (fun i => gamma / sd m eps x * (u i * g i)
      - gamma * dbeta m g / (INR m * sd m eps x) * u i
      - gamma * dgamma m eps x g / (INR m * sd m eps x) * (u i * xhat m eps x i))).
  2:{ intros. rewrite chain_closed by auto. unfold dx_all, dx. field. auto. }
  rewrite !rsum_minus, !rsum_scal_l. unfold dbeta, dgamma. field. auto.
Qed.

Lemma pairing_eq x g u : 0 < var m x + eps ->
  pairing m (mean m x) (r_of x) x g u
  = rsum m (fun i => u i * g i) - rsum m u * rsum m g / INR m
      - rsum m (fun i => u i * xhat m eps x i) * rsum m (fun i => g i * xhat m eps x i) / INR m.
Proof.
  intros Hv. unfold pairing. rewrite !projection_xhat by exact Hv.
  rewrite (rsum_ext m _ (fun i => u i * g i - rsum m g / INR m * u i)) by (intros; ring).
  rewrite rsum_minus, rsum_scal_l. unfold Rdiv. ring.
Qed.

(** The paper's chain transposes the tangent of x̂, of the mean and of the variance. *)
Lemma chain_adjoint dvar x h w : 0 < var m x + eps ->
  rsum m (fun i => h i * xhat_dot m eps x w i) + dvar * var_dot m x w
  = rsum m (fun j => chain_with m (mean m x) (r_of x) 0 dvar x h j * w j).
Proof.
  intros Hv. pose proof (backward_adjoint m Hm eps x Hv 1 0 0 0 dvar h w) as A.
  rewrite (rsum_ext m (fun i => h i * y_dot _ _ _ _ _ _ _ i) (fun i => h i * xhat_dot m eps x w i)) in A
    by (intros; unfold y_dot; ring).
  rewrite (rsum_ext m (fun j => _ * w j) (fun j => chain_with m (mean m x) (r_of x) 0 dvar x h j * w j)) in A.
  - lra.
  - intros j Hj. rewrite <- chain_closed by auto. unfold chain. f_equal.
    unfold chain_with, grad_input, grad_mean, grad_variance.
    assert (E : forall k, grad_xhat 1 h k = h k) by (intros; unfold grad_xhat; ring).
    rewrite E, (rsum_ext m (grad_xhat 1 h) h) by (intros; apply E).
    rewrite (rsum_ext m (fun i => grad_xhat 1 h i * _) (fun i => h i * (x i - mean m x))) by (intros; now rewrite E).
    reflexivity.
Qed.

Section Curve.
Variables c d : R -> nat -> R.
Variable gm : R -> R.
Variables w h : nat -> R.
Variables gm' t0 : R.
Hypothesis Hc : forall i, (i < m)%nat -> is_derive (fun t => c t i) t0 (w i).
Hypothesis Hd : forall i, (i < m)%nat -> is_derive (fun t => d t i) t0 (h i).
Hypothesis Hg : is_derive gm t0 gm'.
Let x := c t0.
Let g := d t0.
Let gamma := gm t0.
Hypothesis Hv : 0 < var m x + eps.
Variables (u : nat -> R) (ugamma ubeta : R).

Lemma derive_rinv : is_derive (fun t => / sd m eps (c t)) t0 (- ((r_of x)^3 / 2) * var_dot m x w).
Proof.
  pose proof (sd_neq m eps x Hv) as Hs.
  eapply derive_eq.
  - apply (is_derive_inv (fun t => sd m eps (c t)) t0 _ (is_derive_sd m Hm eps c w t0 Hc Hv)). exact Hs.
  - rewrite var_dot_eq, mean_xhat_eq by auto. fold x. unfold inverse_std. fold (sd m eps x). field. exact Hs.
Qed.

Lemma derive_dot (a : nat -> R) :
  is_derive (fun t => rsum m (fun i => a i * xhat m eps (c t) i)) t0 (rsum m (fun i => a i * xhat_dot m eps x w i)).
Proof.
  apply is_derive_rsum with (f := fun t i => a i * xhat m eps (c t) i). intros i Hi.
  apply derive_scal with (f := fun t => xhat m eps (c t) i). now apply is_derive_xhat.
Qed.

Lemma derive_dot_g :
  is_derive (fun t => rsum m (fun i => d t i * xhat m eps (c t) i)) t0
    (rsum m (fun i => h i * xhat m eps x i) + rsum m (fun i => g i * xhat_dot m eps x w i)).
Proof.
  rewrite <- rsum_plus.
  apply is_derive_rsum with (f := fun t i => d t i * xhat m eps (c t) i). intros i Hi.
  apply (derive_mult (fun t => d t i) (fun t => xhat m eps (c t) i)); [now apply Hd|now apply is_derive_xhat].
Qed.

Theorem double_backward :
  is_derive (fun t => paired m u ugamma ubeta (chain m eps (gm t) 0 0 (c t) (d t)) (dgamma m eps (c t) (d t)) (dbeta m (d t))) t0
    (rsum m (fun i => second_x m (mean m x) (r_of x) gamma ugamma x g u i * w i)
     + second_gamma m (mean m x) (r_of x) x g u * gm'
     + rsum m (fun i => second_dy m (mean m x) (r_of x) gamma ugamma ubeta x u i * h i)).
Proof.
  pose proof (sd_neq m eps x Hv) as Hs. pose proof (INRm_neq m Hm) as HM.
  apply (derive_near (fun t => gm t * / sd m eps (c t) *
      (rsum m (fun i => u i * d t i) - rsum m u * / INR m * rsum m (d t)
       - / INR m * (rsum m (fun i => u i * xhat m eps (c t) i) * rsum m (fun i => d t i * xhat m eps (c t) i)))
    + (ugamma * rsum m (fun i => d t i * xhat m eps (c t) i) + ubeta * rsum m (d t)))).
  { generalize (regular_near m eps c w t0 Hc Hv).
    apply filter_imp. intros t Ht. rewrite paired_eq by auto. field. split; [exact HM|apply sd_neq; auto]. }
  assert (Dg : is_derive (fun t => rsum m (d t)) t0 (rsum m h)) by now apply is_derive_rsum.
  assert (Dug : is_derive (fun t => rsum m (fun i => u i * d t i)) t0 (rsum m (fun i => u i * h i))).
  { apply is_derive_rsum with (f := fun t i => u i * d t i). intros i Hi.
    apply derive_scal with (f := fun t => d t i). now apply Hd. }
  eapply derive_eq.
  - apply derive_plus.
    + apply (derive_mult (fun t => gm t * / sd m eps (c t))).
      * apply (derive_mult gm (fun t => / sd m eps (c t))); [exact Hg|exact derive_rinv].
      * apply derive_minus.
        -- apply derive_minus; [exact Dug|]. apply derive_scal with (f := fun t => rsum m (d t)). exact Dg.
        -- apply derive_scal with
             (f := fun t => rsum m (fun i => u i * xhat m eps (c t) i) * rsum m (fun i => d t i * xhat m eps (c t) i)).
           apply (derive_mult (fun t => rsum m (fun i => u i * xhat m eps (c t) i))
                              (fun t => rsum m (fun i => d t i * xhat m eps (c t) i))); [apply derive_dot|apply derive_dot_g].
    + apply derive_plus.
      * apply derive_scal with (f := fun t => rsum m (fun i => d t i * xhat m eps (c t) i)). apply derive_dot_g.
      * apply derive_scal with (f := fun t => rsum m (d t)). exact Dg.
  - fold x g gamma. unfold second_x. rewrite <- chain_adjoint by exact Hv.
    unfold second_gamma. rewrite pairing_eq by exact Hv.
    rewrite (rsum_ext m (fun i => second_dy _ _ _ _ _ _ _ _ i * h i) (fun i =>
        gamma / sd m eps x * (u i * h i) + (ubeta - gamma / sd m eps x * rsum m u / INR m) * h i
        + (ugamma - gamma / sd m eps x * rsum m (fun k => u k * xhat m eps x k) / INR m) * (h i * xhat m eps x i))).
    2:{ intros i Hi. unfold second_dy. rewrite projection_xhat, xhat_r by exact Hv.
        unfold inverse_std. fold (sd m eps x). field. auto. }
    rewrite (rsum_ext m (fun i => second_xhat _ _ _ _ _ _ _ _ i * xhat_dot _ _ _ _ i) (fun i =>
        (ugamma - gamma / sd m eps x * rsum m (fun k => u k * xhat m eps x k) / INR m) * (g i * xhat_dot m eps x w i)
        - gamma / sd m eps x * rsum m (fun k => g k * xhat m eps x k) / INR m * (u i * xhat_dot m eps x w i))).
    2:{ intros i Hi. unfold second_xhat. rewrite !projection_xhat by exact Hv.
        unfold inverse_std. fold (sd m eps x). field. auto. }
    rewrite !rsum_plus, !rsum_minus, !rsum_scal_l.
    unfold inverse_std. fold (sd m eps x). fold x g. field. auto.
Qed.
End Curve.
End Training.

Section Inference.
Variable m : nat.
Variables eps mu v : R.
Hypothesis Hv : 0 < v + eps.
Let r := inverse_std eps v.

Theorem inference_double_backward (c d : R -> nat -> R) (gm : R -> R) w h gm' t0 u ugamma ubeta :
  (forall i, (i < m)%nat -> is_derive (fun t => c t i) t0 (w i)) ->
  (forall i, (i < m)%nat -> is_derive (fun t => d t i) t0 (h i)) ->
  is_derive gm t0 gm' ->
  is_derive (fun t => paired m u ugamma ubeta (inference_dx eps (gm t) v (d t))
                        (grad_scale m eps mu v (c t) (d t)) (dbeta m (d t))) t0
    (rsum m (fun i => inference_second_x r ugamma (d t0) i * w i)
     + inference_second_gamma m r (d t0) u * gm'
     + rsum m (fun i => inference_second_dy mu r (gm t0) ugamma ubeta (c t0) u i * h i)).
Proof.
  intros Hc Hd Hg.
  apply (is_derive_ext (fun t => gm t * rsum m (fun i => r * u i * d t i)
      + (ugamma * rsum m (fun i => r * (d t i * (c t i - mu))) + ubeta * rsum m (d t)))).
  { intros t. apply (@eq_trans R _ (gm t * rsum m (fun i => r * u i * d t i)
      + (ugamma * rsum m (fun i => d t i * normalized eps mu v (c t) i) + ubeta * rsum m (d t)))).
    - do 2 f_equal. f_equal. apply rsum_ext. intros. rewrite normalized_eq by exact Hv. fold r. ring.
    - unfold paired, grad_scale, dbeta. rewrite <- rsum_scal_l.
      rewrite (rsum_ext m (fun i => inference_dx eps (gm t) v (d t) i * u i) (fun i => gm t * (r * u i * d t i)))
        by (intros; unfold inference_dx; fold r; ring). ring. }
  eapply derive_eq.
  - apply derive_plus.
    + apply (derive_mult gm (fun t => rsum m (fun i => r * u i * d t i))); [exact Hg|].
      apply is_derive_rsum with (f := fun t i => r * u i * d t i) (f' := fun i => r * u i * h i). intros i Hi.
      apply derive_scal with (f := fun t => d t i). now apply Hd.
    + apply derive_plus.
      * apply derive_scal with (f := fun t => rsum m (fun i => r * (d t i * (c t i - mu)))).
        apply is_derive_rsum with (f := fun t i => r * (d t i * (c t i - mu)))
          (f' := fun i => r * (h i * (c t0 i - mu) + d t0 i * (w i - 0))). intros i Hi.
        apply derive_scal with (f := fun t => d t i * (c t i - mu)).
        apply (derive_mult (fun t => d t i) (fun t => c t i - mu)); [now apply Hd|].
        apply derive_minus; [now apply Hc|apply derive_const].
      * apply derive_scal with (f := fun t => rsum m (d t)). apply is_derive_rsum with (f := d) (f' := h). exact Hd.
  - unfold inference_second_gamma.
    rewrite (rsum_ext m (fun i => inference_second_x _ _ _ i * w i) (fun i => ugamma * (r * (d t0 i * w i))))
      by (intros; unfold inference_second_x; ring).
    rewrite (rsum_ext m (fun i => inference_second_dy _ _ _ _ _ _ _ i * h i) (fun i =>
      gm t0 * (r * u i * h i) + ugamma * (r * (h i * (c t0 i - mu))) + ubeta * h i))
      by (intros; unfold inference_second_dy; ring).
    rewrite (rsum_ext m (fun i => r * (h i * (c t0 i - mu) + _)) (fun i => r * (h i * (c t0 i - mu)) + r * (d t0 i * w i)))
      by (intros; ring).
    rewrite (rsum_ext m (fun i => r * u i * d t0 i) (fun i => r * (d t0 i * u i))) by (intros; ring).
    rewrite !rsum_plus, !rsum_scal_l. ring.
Qed.
End Inference.
