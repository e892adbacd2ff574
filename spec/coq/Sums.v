(** Finite sums of reals, Σ_{i<m} f i: the one summation of the specification.

    Main results: linearity (rsum_plus, rsum_scal_l, …), rsum_app (a sum in two parts), rsum_flatten (rows and columns),
    rsum_delta (one term), is_derive_rsum (term by term). *)
From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

Fixpoint rsum (m : nat) (f : nat -> R) : R :=
  match m with O => 0 | S k => rsum k f + f k end.

Lemma rsum_ext m f g : (forall i, (i < m)%nat -> f i = g i) -> rsum m f = rsum m g.
Proof.
  induction m as [|m IH]; intros H; simpl; [reflexivity|].
  rewrite IH by (intros; apply H; lia). rewrite (H m) by lia. reflexivity.
Qed.

Lemma rsum_plus m f g : rsum m (fun i => f i + g i) = rsum m f + rsum m g.
Proof. induction m; simpl; [|rewrite IHm]; ring. Qed.

Lemma rsum_minus m f g : rsum m (fun i => f i - g i) = rsum m f - rsum m g.
Proof. induction m; simpl; [|rewrite IHm]; ring. Qed.

Lemma rsum_scal_l m c f : rsum m (fun i => c * f i) = c * rsum m f.
Proof. induction m; simpl; [|rewrite IHm]; ring. Qed.

Lemma rsum_scal_r m c f : rsum m (fun i => f i * c) = rsum m f * c.
Proof. induction m; simpl; [|rewrite IHm]; ring. Qed.

Lemma rsum_const m c : rsum m (fun _ => c) = INR m * c.
Proof. induction m; [simpl; ring|]. cbn [rsum]. rewrite IHm, S_INR. ring. Qed.

Lemma rsum_nonneg m f : (forall i, (i < m)%nat -> 0 <= f i) -> 0 <= rsum m f.
Proof.
  induction m; intros H; simpl; [lra|].
  apply Rplus_le_le_0_compat; [apply IHm; intros; apply H|apply H]; lia.
Qed.

Lemma rsum_le m f g : (forall i, (i < m)%nat -> f i <= g i) -> rsum m f <= rsum m g.
Proof.
  induction m; intros H; simpl; [lra|].
  apply Rplus_le_compat; [apply IHm; intros; apply H|apply H]; lia.
Qed.

Lemma rsum_abs m f : Rabs (rsum m f) <= rsum m (fun i => Rabs (f i)).
Proof.
  induction m; simpl; [rewrite Rabs_R0; lra|].
  eapply Rle_trans; [apply Rabs_triang|lra].
Qed.

(** the j-th basis vector *)
Definition delta (j i : nat) : R := if Nat.eqb i j then 1 else 0.

Lemma rsum_delta m j f : (j < m)%nat -> rsum m (fun i => f i * delta j i) = f j.
Proof.
  assert (Z : forall k, (k <= j)%nat -> rsum k (fun i => f i * delta j i) = 0).
  { induction k; intros; simpl; [reflexivity|]. rewrite IHk by lia.
    unfold delta. replace (Nat.eqb k j) with false; [ring|].
    symmetry; apply Nat.eqb_neq; lia. }
  induction m; intros Hj; [lia|]; simpl.
  destruct (Nat.eq_dec m j) as [->|N].
  - rewrite Z by lia. unfold delta. rewrite Nat.eqb_refl. ring.
  - rewrite IHm by lia. unfold delta. rewrite (proj2 (Nat.eqb_neq m j) N). ring.
Qed.

Lemma rsum_app a b f : rsum (a + b) f = rsum a f + rsum b (fun i => f (a + i)%nat).
Proof.
  induction b; simpl; [rewrite Nat.add_0_r; ring|].
  rewrite Nat.add_succ_r; simpl. rewrite IHb; ring.
Qed.

(** one channel of a tensor (N, C, S) as N S values *)
Lemma rsum_flatten N S f :
  rsum (N * S) f = rsum N (fun n => rsum S (fun s => f (n * S + s)%nat)).
Proof.
  induction N; [reflexivity|].
  replace (Datatypes.S N * S)%nat with (N * S + S)%nat by lia.
  rewrite rsum_app, IHN. reflexivity.
Qed.

(** termwise differentiation *)
Lemma is_derive_rsum m (f : R -> nat -> R) (f' : nat -> R) t :
  (forall i, (i < m)%nat -> is_derive (fun u => f u i) t (f' i)) ->
  is_derive (fun u => rsum m (f u)) t (rsum m f').
Proof.
  induction m; intros H; simpl.
  - apply (is_derive_const (K:=R_AbsRing) (V:=R_NormedModule)).
  - apply (is_derive_plus (K:=R_AbsRing) (V:=R_NormedModule) (fun u => rsum m (f u)) (fun u => f u m)).
    + apply IHm; intros; apply H; lia.
    + apply H; lia.
Qed.
