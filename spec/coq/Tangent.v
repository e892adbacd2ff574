(** BN-22: the tangents are the derivatives of mean, variance, x̂ and y along every differentiable curve of
    (x, gamma, beta) through a point with variance + epsilon > 0.

    Main results: is_derive_mean, is_derive_var, is_derive_xhat, is_derive_y. *)
From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From BN Require Import Sums BN Forward.
Local Open Scope R_scope.

(** Coquelicot's rules for functions from R to R *)
Lemma derive_const (k t : R) : is_derive (fun _ => k) t 0.
Proof. exact (is_derive_const (K:=R_AbsRing) (V:=R_NormedModule) k t). Qed.
Lemma derive_id (t : R) : is_derive (fun s => s) t 1.
Proof. exact (is_derive_id (K:=R_AbsRing) t). Qed.
Lemma derive_plus (f h : R -> R) (t f' h' : R) : is_derive f t f' -> is_derive h t h' -> is_derive (fun s => f s + h s) t (f' + h').
Proof. exact (is_derive_plus (K:=R_AbsRing) (V:=R_NormedModule) f h t f' h'). Qed.
Lemma derive_minus (f h : R -> R) (t f' h' : R) : is_derive f t f' -> is_derive h t h' -> is_derive (fun s => f s - h s) t (f' - h').
Proof. exact (is_derive_minus (K:=R_AbsRing) (V:=R_NormedModule) f h t f' h'). Qed.
Lemma derive_scal (f : R -> R) (k t f' : R) : is_derive f t f' -> is_derive (fun s => k * f s) t (k * f').
Proof. exact (is_derive_scal f t k f'). Qed.
Lemma derive_mult (f h : R -> R) (t f' h' : R) :
  is_derive f t f' -> is_derive h t h' -> is_derive (fun s => f s * h s) t (f' * h t + f t * h').
Proof. intros F H. exact (is_derive_mult f h t f' h' F H (fun a b => Rmult_comm a b)). Qed.
Lemma derive_eq (f : R -> R) (t a b : R) : is_derive f t a -> a = b -> is_derive f t b.
Proof. now intros H <-. Qed.

Lemma derive_near (f h : R -> R) (t d : R) : locally t (fun s => f s = h s) -> is_derive f t d -> is_derive h t d.
Proof. exact (is_derive_ext_loc f h t d). Qed.

(** What the tangents are in closed form *)
Section Closed.
Variable m : nat.
Hypothesis Hm : (0 < m)%nat.
Variables x v : nat -> R.

Lemma var_dot_eq : var_dot m x v = 2 * mean m (fun i => (x i - mean m x) * v i).
Proof.
  unfold var_dot, mean_dot.
  rewrite (rsum_ext m _ (fun i => (x i - mean m x) * v i - mean m v * (x i - mean m x))) by (intros; ring).
  rewrite rsum_minus, rsum_scal_l, rsum_centered by auto.
  rewrite (rsum_mean m Hm (fun i => (x i - mean m x) * v i)). field. now apply INRm_neq.
Qed.

Variable eps : R.
Hypothesis Hv : 0 < var m x + eps.

Lemma mean_xhat_eq : mean m (fun i => xhat m eps x i * v i) = mean m (fun i => (x i - mean m x) * v i) / sd m eps x.
Proof.
  rewrite (mean_ext m _ (fun i => / sd m eps x * ((x i - mean m x) * v i))).
  - rewrite mean_scal by auto. unfold Rdiv. ring.
  - intros. rewrite xhat_eq. field. now apply sd_neq.
Qed.

Lemma xhat_dot_eq i :
  xhat_dot m eps x v i =
  ((v i - mean m v) - xhat m eps x i * mean m (fun k => xhat m eps x k * v k)) / sd m eps x.
Proof.
  unfold xhat_dot. rewrite var_dot_eq, mean_xhat_eq, xhat_eq. unfold mean_dot, inverse_std.
  fold (sd m eps x). field. now apply sd_neq.
Qed.
End Closed.

Section Curve.
Variable m : nat.
Hypothesis Hm : (0 < m)%nat.
Variable eps : R.
(** a curve of inputs that passes through x = c t0 with velocity v *)
Variable c : R -> nat -> R.
Variable v : nat -> R.
Variable t0 : R.
Hypothesis Hc : forall i, (i < m)%nat -> is_derive (fun t => c t i) t0 (v i).
Let x := c t0.

Theorem is_derive_mean : is_derive (fun t => mean m (c t)) t0 (mean_dot m v).
Proof.
  apply (is_derive_ext (fun t => / INR m * rsum m (c t))); [intros; apply Rmult_comm|].
  apply derive_eq with (/ INR m * rsum m v); [|apply Rmult_comm].
  apply derive_scal with (f := fun t => rsum m (c t)). now apply is_derive_rsum.
Qed.

Theorem is_derive_var : is_derive (fun t => var m (c t)) t0 (var_dot m x v).
Proof.
  apply (is_derive_ext (fun t => / INR m * rsum m (fun i => (c t i - mean m (c t))^2)));
    [intros; apply Rmult_comm|].
  apply derive_eq with (/ INR m * rsum m (fun i => 2 * ((x i - mean m x) * (v i - mean_dot m v)))).
  - apply derive_scal with (f := fun t => rsum m (fun i => (c t i - mean m (c t))^2)).
    apply is_derive_rsum with (f := fun t i => (c t i - mean m (c t))^2). intros i Hi.
    assert (D : is_derive (fun t => c t i - mean m (c t)) t0 (v i - mean_dot m v))
      by (apply derive_minus; [now apply Hc|apply is_derive_mean]).
    apply derive_eq with (INR 2 * (v i - mean_dot m v) * (c t0 i - mean m (c t0)) ^ 1).
    + exact (is_derive_pow _ 2 _ _ D).
    + fold x. simpl. ring.
  - rewrite rsum_scal_l. unfold var_dot, Rdiv. ring.
Qed.

Hypothesis Hv : 0 < var m x + eps.

Lemma regular_near : locally t0 (fun t => 0 < var m (c t) + eps).
Proof.
  assert (C : continuous (fun t => var m (c t) + eps) t0).
  { apply (ex_derive_continuous (fun t => var m (c t) + eps)). exists (var_dot m x v + 0).
    apply derive_plus; [apply is_derive_var|apply derive_const]. }
  apply C. exact (open_gt 0 _ Hv).
Qed.

Lemma is_derive_sd : is_derive (fun t => sd m eps (c t)) t0 (mean m (fun i => xhat m eps x i * v i)).
Proof.
  assert (D : is_derive (fun t => var m (c t) + eps) t0 (var_dot m x v + 0))
    by (apply derive_plus; [apply is_derive_var|apply derive_const]).
  apply derive_eq with (1 := is_derive_sqrt _ _ _ D Hv).
  rewrite var_dot_eq, mean_xhat_eq by auto. unfold sd, std. fold x.
  field. now apply (sd_neq m eps x Hv).
Qed.

Theorem is_derive_xhat i : (i < m)%nat -> is_derive (fun t => xhat m eps (c t) i) t0 (xhat_dot m eps x v i).
Proof.
  intros Hi. pose proof (sd_neq m eps x Hv) as Hs.
  assert (D : is_derive (fun t => c t i - mean m (c t)) t0 (v i - mean_dot m v))
    by (apply derive_minus; [now apply Hc|apply is_derive_mean]).
  apply derive_eq with (1 := is_derive_div _ _ _ _ _ D is_derive_sd Hs).
  rewrite xhat_dot_eq by auto. fold x. rewrite xhat_eq. unfold mean_dot. field. auto.
Qed.

Theorem is_derive_y (gm bt : R -> R) gm' bt' i : (i < m)%nat ->
  is_derive gm t0 gm' -> is_derive bt t0 bt' ->
  is_derive (fun t => bn m eps (gm t) (bt t) (c t) i) t0 (y_dot m eps (gm t0) gm' bt' x v i).
Proof.
  intros Hi Hg Hb.
  apply derive_eq with (gm' * xhat m eps x i + gm t0 * xhat_dot m eps x v i + bt'); [|unfold y_dot; ring].
  apply (derive_plus (fun t => gm t * xhat m eps (c t) i) bt); [|exact Hb].
  apply (derive_mult gm (fun t => xhat m eps (c t) i)); [exact Hg|now apply is_derive_xhat].
Qed.
End Curve.
