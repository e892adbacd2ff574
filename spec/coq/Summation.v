(** Sums in any order: what a tree of additions may return and how far that is from the exact sum.

    Main results: [sum_error], |fl(Σ t') - Σ t| <= Σ e + (G K - 1) (Σ|t| + Σ e) for computed terms t' within e of t and every
    tree with at most K roundings one after the other; [any_order], that K = m - 1 is always enough, less the terms that
    are zero; [sum_exact], that sums of multiples of one power of two are exact while they are small enough. *)
From Coq Require Import Reals Lra Lia ZArith List Permutation Bool.
From Flocq Require Import Core.
From BN Require Import Sums Arithmetic.
Import ListNotations.
Local Open Scope R_scope.

(** ** Orders of summation *)

Inductive order := Term (i : nat) | Sum (l r : order).

Fixpoint terms (o : order) : list nat := match o with Term i => [i] | Sum l r => terms l ++ terms r end.

(** each of 0 … m-1 once *)
Definition covers (o : order) (m : nat) : Prop := Permutation (terms o) (seq 0 m).

(** Roundings one after the other, where additions of terms that are marked as zero count for none; None if all are. *)
Fixpoint depth (zero : nat -> bool) (o : order) : option nat :=
  match o with
  | Term i => if zero i then None else Some 0%nat
  | Sum l r =>
      match depth zero l, depth zero r with
      | Some a, Some b => Some (S (Nat.max a b))
      | Some a, None => Some a
      | None, d => d
      end
  end.
Definition within (K : nat) (zero : nat -> bool) (o : order) : Prop :=
  match depth zero o with Some d => (d <= K)%nat | None => True end.

Fixpoint height (o : order) : nat := match o with Term _ => 0%nat | Sum l r => S (Nat.max (height l) (height r)) end.

Lemma within_height zero o : within (height o) zero o.
Proof.
  unfold within. induction o as [i|l IHl r IHr]; simpl; [destruct (zero i); [trivial|lia]|].
  destruct (depth zero l), (depth zero r); lia || trivial.
Qed.

Definition nonzero (zero : nat -> bool) (l : list nat) : nat := length (filter (fun i => negb (zero i)) l).

Lemma depth_nonzero zero o :
  match depth zero o with Some d => (d + 1 <= nonzero zero (terms o))%nat | None => nonzero zero (terms o) = 0%nat end.
Proof.
  unfold nonzero. induction o as [i|l IHl r IHr]; simpl.
  - destruct (zero i); simpl; lia.
  - rewrite filter_app, app_length. destruct (depth zero l), (depth zero r); simpl in *; lia.
Qed.

Lemma nonzero_permutation zero l l' : Permutation l l' -> nonzero zero l = nonzero zero l'.
Proof.
  unfold nonzero. induction 1; simpl; auto; try congruence.
  - destruct (zero x); simpl; congruence.
  - destruct (zero x), (zero y); simpl; congruence.
Qed.

(** Every order is within the number of terms that are not zero, less one. *)
Lemma any_order zero o m : covers o m -> within (nonzero zero (seq 0 m) - 1) zero o.
Proof.
  intros H. pose proof (depth_nonzero zero o) as D. unfold within.
  rewrite (nonzero_permutation zero _ _ H) in D. destruct (depth zero o); [lia|trivial].
Qed.
Corollary any_order_of_all o m : covers o m -> within (m - 1) (fun _ => false) o.
Proof.
  intros H. apply any_order with (zero := fun _ => false) in H.
  replace (nonzero (fun _ => false) (seq 0 m)) with m in H; [exact H|].
  unfold nonzero. simpl negb. assert (A : forall l : list nat, filter (fun _ => true) l = l) by (induction l; simpl; congruence).
  now rewrite A, seq_length.
Qed.

(** ** The exact sum *)

Fixpoint total (t : nat -> R) (o : order) : R := match o with Term i => t i | Sum l r => total t l + total t r end.

Fixpoint lsum (l : list R) : R := match l with [] => 0 | a :: l' => a + lsum l' end.
Lemma lsum_app a b : lsum (a ++ b) = lsum a + lsum b.
Proof. induction a; simpl; [|rewrite IHa]; ring. Qed.
Lemma lsum_permutation a b : Permutation a b -> lsum a = lsum b.
Proof. induction 1; simpl; lra. Qed.
Lemma lsum_seq t m : lsum (map t (seq 0 m)) = rsum m t.
Proof. induction m; [reflexivity|]. rewrite seq_S, map_app, lsum_app, IHm. simpl. ring. Qed.

Lemma total_terms t o : total t o = lsum (map t (terms o)).
Proof. induction o; simpl; [ring|]. rewrite map_app, lsum_app. lra. Qed.
Lemma total_covers t o m : covers o m -> total t o = rsum m t.
Proof. intros H. rewrite total_terms, <- lsum_seq. apply lsum_permutation. now apply Permutation_map. Qed.

Lemma total_ext t t' o : (forall i, In i (terms o) -> t i = t' i) -> total t o = total t' o.
Proof.
  induction o; simpl; intros H; [apply H; now left|].
  rewrite IHo1, IHo2; [reflexivity| |]; intros; apply H, in_or_app; auto.
Qed.
Lemma total_abs_pos t o : 0 <= total (fun i => Rabs (t i)) o.
Proof. induction o; simpl; [apply Rabs_pos|lra]. Qed.
Lemma total_abs t o : Rabs (total t o) <= total (fun i => Rabs (t i)) o.
Proof. induction o; simpl; [lra|]. eapply Rle_trans; [apply Rabs_triang|lra]. Qed.
Lemma covers_in o m i : covers o m -> In i (terms o) -> (i < m)%nat.
Proof. intros H I. apply (Permutation_in _ H) in I. apply in_seq in I. lia. Qed.

(** ** The computed sum *)

Section Model.
Variables (prec emin : Z) (largest : R).
Notation u := (u prec).

Inductive adds (t : nat -> R) : order -> R -> Prop :=
  | adds_term i : adds t (Term i) (t i)
  | adds_sum l r a b w : adds t l a -> adds t r b -> plus prec emin largest a b w -> adds t (Sum l r) w.

(** G k = 1/(1 - k u), which bounds the growth of k roundings *)
Definition G (k : nat) : R := / (1 - INR k * u).

Lemma u_nonneg : 0 <= u. Proof. apply bpow_ge_0. Qed.

Lemma G_pos k : INR k * u < 1 -> 1 <= G k.
Proof.
  intros H. pose proof u_nonneg. pose proof (pos_INR k). unfold G.
  rewrite <- Rinv_1 at 1. apply Rinv_le_contravar; nra.
Qed.

Lemma G_mono j k : (j <= k)%nat -> INR k * u < 1 -> G j <= G k.
Proof.
  intros L H. pose proof u_nonneg. apply le_INR in L. unfold G. apply Rinv_le_contravar; nra.
Qed.

Lemma G_S k : INR (S k) * u < 1 -> G k * (1 + u) <= G (S k).
Proof.
  rewrite S_INR. intros H. pose proof u_nonneg. pose proof (pos_INR k). unfold G. rewrite S_INR.
  rewrite Rmult_plus_distr_r, Rmult_1_l in *. set (a := INR k * u) in *. assert (0 <= a) by (unfold a; nra).
  apply (Rmult_le_reg_l (1 - a)); [lra|]. apply (Rmult_le_reg_r (1 - (a + u))); [lra|].
  replace ((1 - a) * (/ (1 - a) * (1 + u)) * (1 - (a + u))) with ((1 + u) * (1 - (a + u))) by (field; lra).
  replace ((1 - a) * / (1 - (a + u)) * (1 - (a + u))) with (1 - a) by (field; lra). nra.
Qed.

Lemma adds_zero zero t o w : (forall i, In i (terms o) -> zero i = true -> t i = 0) ->
  depth zero o = None -> adds t o w -> w = 0.
Proof.
  revert w. induction o as [i|l IHl r IHr]; simpl; intros w Z D A.
  - inversion A; subst. apply Z; [now left|]. destruct (zero i); [reflexivity|discriminate].
  - destruct (depth zero l) eqn:Dl, (depth zero r) eqn:Dr; try discriminate.
    inversion A as [|? ? a b ? Al Ar P]; subst.
    assert (a = 0) by (apply IHl; auto; intros; apply Z; auto using in_or_app).
    assert (b = 0) by (apply IHr; auto; intros; apply Z; auto using in_or_app).
    destruct P as (P & _). now rewrite P.
Qed.

Lemma adds_zeros m t o w : covers o m -> (forall i, (i < m)%nat -> t i = 0) -> adds t o w -> w = 0.
Proof.
  intros C T. apply adds_zero with (fun _ => true).
  - intros i I _. apply T. exact (covers_in o m i C I).
  - clear. induction o as [i|l IHl r IHr]; simpl; [reflexivity|]. now rewrite IHl, IHr.
Qed.

Lemma adds_depth zero t o w d : (forall i, In i (terms o) -> zero i = true -> t i = 0) ->
  depth zero o = Some d -> INR d * u < 1 -> G d * total (fun i => Rabs (t i)) o <= largest ->
  adds t o w -> Rabs (w - total t o) <= (G d - 1) * total (fun i => Rabs (t i)) o.
Proof.
  revert w d. induction o as [i|l IHl r IHr]; simpl; intros w d Z D H B A.
  - inversion A; subst. rewrite Rminus_eq_0, Rabs_R0. destruct (zero i); inversion D; subst.
    unfold G. simpl. rewrite Rmult_0_l, Rminus_0_r, Rinv_1. lra.
  - inversion A as [|? ? a b ? Al Ar P]; subst.
    assert (Zl : forall i, In i (terms l) -> zero i = true -> t i = 0) by (intros; apply Z; auto using in_or_app).
    assert (Zr : forall i, In i (terms r) -> zero i = true -> t i = 0) by (intros; apply Z; auto using in_or_app).
    pose proof (total_abs_pos t l) as Ml. pose proof (total_abs_pos t r) as Mr.
    pose proof (total_abs t l) as Tl. pose proof (total_abs t r) as Tr.
    set (A1 := total (fun i => Rabs (t i)) l) in *. set (A2 := total (fun i => Rabs (t i)) r) in *.
    pose proof (G_pos d H) as Gd.
    assert (Zero : forall o, (forall i, In i (terms o) -> zero i = true -> t i = 0) -> depth zero o = None -> total t o = 0).
    { clear - Z. induction o as [i|l' IHl r' IHr]; simpl; intros Zo D.
      - apply Zo; [now left|]. destruct (zero i); [reflexivity|discriminate].
      - destruct (depth zero l') eqn:Dl, (depth zero r') eqn:Dr; try discriminate.
        rewrite IHl, IHr; auto; [ring| |]; intros; apply Zo; auto using in_or_app. }
    destruct (depth zero l) as [x|] eqn:Dl, (depth zero r) as [y|] eqn:Dr; inversion D; subst.
    + set (d := Nat.max x y) in *. assert (Hd : INR d * u < 1) by (rewrite S_INR in H; pose proof u_nonneg; nra).
      pose proof (G_mono x d ltac:(lia) Hd). pose proof (G_mono y d ltac:(lia) Hd).
      pose proof (G_S d H) as GS. pose proof (G_pos d Hd). pose proof u_nonneg.
      assert (Ld : G d <= G (S d)) by nra.
      assert (Hx : INR x * u < 1) by (assert (INR x <= INR d) by (apply le_INR; lia); nra).
      assert (Hy : INR y * u < 1) by (assert (INR y <= INR d) by (apply le_INR; lia); nra).
      assert (G x * A1 <= G d * A1) by nra. assert (G y * A2 <= G d * A2) by nra.
      assert (G d * (A1 + A2) <= G (S d) * (A1 + A2)) by nra.
      assert (0 <= G d * A1) by nra. assert (0 <= G d * A2) by nra.
      specialize (IHl a x Zl eq_refl Hx ltac:(lra) Al). specialize (IHr b y Zr eq_refl Hy ltac:(lra) Ar).
      assert (Size : Rabs (a + b) <= G d * (A1 + A2)).
      { replace (a + b) with ((a - total t l) + (b - total t r) + (total t l + total t r)) by ring.
        eapply Rle_trans; [apply Rabs_triang|]. eapply Rle_trans; [apply Rplus_le_compat_r, Rabs_triang|].
        pose proof (Rabs_triang (total t l) (total t r)). lra. }
      pose proof (plus_error _ _ _ _ _ _ P ltac:(lra)) as E.
      replace (w - (total t l + total t r)) with ((w - (a + b)) + ((a - total t l) + (b - total t r))) by ring.
      eapply Rle_trans; [apply Rabs_triang|]. eapply Rle_trans; [apply Rplus_le_compat_l, Rabs_triang|].
      assert (u * Rabs (a + b) <= u * (G d * (A1 + A2))) by (apply Rmult_le_compat_l; lra).
      assert (G d * (1 + u) * (A1 + A2) <= G (S d) * (A1 + A2)) by (apply Rmult_le_compat_r; lra).
      lra.
    + pose proof (adds_zero zero t r b Zr Dr Ar). subst b. destruct P as (_ & P & _). rewrite P by reflexivity.
      rewrite (Zero r Zr Dr), Rplus_0_r. eapply Rle_trans; [apply (IHl a d Zl eq_refl H)|]; auto.
      * unfold A1, A2 in *. nra.
      * fold A1. nra.
    + pose proof (adds_zero zero t l a Zl Dl Al). subst a. destruct P as (P & _). rewrite P by reflexivity.
      rewrite (Zero l Zl Dl), Rplus_0_l. eapply Rle_trans; [apply (IHr b d Zr eq_refl H)|]; auto.
      * unfold A1, A2 in *. nra.
      * fold A2. nra.
Qed.

(** Computed terms t' that lie within e of t, in any order that covers them *)
Theorem sum_error m K zero (t t' e : nat -> R) o w :
  covers o m -> within K zero o -> (forall i, (i < m)%nat -> zero i = true -> t' i = 0) ->
  (forall i, (i < m)%nat -> Rabs (t' i - t i) <= e i) -> INR K * u < 1 ->
  G K * (rsum m (fun i => Rabs (t i)) + rsum m e) <= largest ->
  adds t' o w ->
  Rabs (w - rsum m t) <= rsum m e + (G K - 1) * (rsum m (fun i => Rabs (t i)) + rsum m e).
Proof.
  intros C W Z E H B A. pose proof (G_pos K H) as GK.
  assert (Z' : forall i, In i (terms o) -> zero i = true -> t' i = 0) by (intros; apply Z; eauto using covers_in).
  assert (M : rsum m (fun i => Rabs (t' i)) <= rsum m (fun i => Rabs (t i)) + rsum m e).
  { rewrite <- rsum_plus. apply rsum_le. intros i Hi. specialize (E i Hi).
    replace (t' i) with ((t' i - t i) + t i) by ring. eapply Rle_trans; [apply Rabs_triang|]. lra. }
  assert (S : Rabs (rsum m t' - rsum m t) <= rsum m e).
  { rewrite <- rsum_minus. eapply Rle_trans; [apply rsum_abs|]. now apply rsum_le. }
  set (A0 := rsum m (fun i => Rabs (t i)) + rsum m e) in *.
  assert (N : 0 <= rsum m (fun i => Rabs (t' i))) by (apply rsum_nonneg; intros; apply Rabs_pos).
  assert (F : Rabs (w - rsum m t') <= (G K - 1) * A0).
  { unfold within in W. destruct (depth zero o) as [d|] eqn:D.
    - pose proof (G_mono d K W H) as Gm. assert (Hd : INR d * u < 1) by (apply le_INR in W; pose proof u_nonneg; nra).
      pose proof (G_pos d Hd).
      pose proof (adds_depth zero t' o w d Z' D Hd) as F. rewrite !(total_covers _ o m C) in F.
      eapply Rle_trans; [apply F; auto; nra|]. nra.
    - rewrite (adds_zero zero t' o w Z' D A). rewrite <- (total_covers t' o m C).
      replace (total t' o) with 0; [rewrite Rminus_eq_0, Rabs_R0; nra|].
      symmetry. clear - D Z'. induction o as [i|l IHl r IHr]; simpl in *.
      + apply Z'; [now left|]. destruct (zero i); [reflexivity|discriminate].
      + destruct (depth zero l), (depth zero r); try discriminate.
        rewrite IHl, IHr; auto; [ring| |]; intros; apply Z'; auto using in_or_app. }
  replace (w - rsum m t) with ((w - rsum m t') + (rsum m t' - rsum m t)) by ring.
  eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.

(** Multiples of 2^c add exactly in every order while their magnitudes sum to at most 2^(prec + c). *)
Theorem sum_exact m c (n : nat -> Z) t o w : (0 < prec)%Z -> (emin <= c)%Z ->
  covers o m -> (forall i, (i < m)%nat -> t i = IZR (n i) * bpow radix2 c) ->
  rsum m (fun i => Rabs (t i)) <= bpow radix2 (prec + c) -> rsum m (fun i => Rabs (t i)) <= largest ->
  adds t o w -> w = rsum m t.
Proof.
  intros Hp Hc C T B L A. rewrite <- (total_covers t o m C). rewrite <- (total_covers (fun i => Rabs (t i)) o m C) in B, L.
  assert (T' : forall i, In i (terms o) -> t i = IZR (n i) * bpow radix2 c) by (intros; apply T; eauto using covers_in).
  clear C T. revert w T' B L A. induction o as [i|l IHl r IHr]; simpl; intros w T B L A; inversion A as [|? ? a b ? Al Ar P]; subst; [reflexivity|].
  pose proof (total_abs_pos t l). pose proof (total_abs_pos t r).
  assert (a = total t l) by (apply IHl; auto using in_or_app; lra).
  assert (b = total t r) by (apply IHr; auto using in_or_app; lra). subst.
  pose proof (total_abs t l). pose proof (total_abs t r). pose proof (Rabs_triang (total t l) (total t r)).
  apply (plus_held _ _ _ _ _ _ P); [lra|].
  assert (I : forall o, (forall i, In i (terms o) -> t i = IZR (n i) * bpow radix2 c) -> exists k, total t o = IZR k * bpow radix2 c).
  { clear. induction o as [i|l IHl r IHr]; simpl; intros H; [exists (n i); auto|].
    destruct IHl as [k K]; [auto using in_or_app|]. destruct IHr as [j J]; [auto using in_or_app|].
    exists (k + j)%Z. rewrite K, J, plus_IZR. ring. }
  destruct (I l) as [k K]; [auto using in_or_app|]. destruct (I r) as [j J]; [auto using in_or_app|].
  apply held_multiple with (k + j)%Z c; auto. { rewrite plus_IZR, K, J. ring. } lra.
Qed.
End Model.
