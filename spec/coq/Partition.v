(** Order and parts of a batch do not matter, BN-23.

    Main results: mean_perm, var_perm, bn_perm, dx_perm (permutation equivariance); merge_parts (Chan's formula);
    synchronised_statistics, synchronised_forward and synchronised_backward: over whatever partition, of whatever order,
    merged in whatever tree, the result is that of the whole batch. *)
From Coq Require Import Reals Lra Lia Arith List Permutation.
From BN Require Import Sums BN Forward.
Import ListNotations.
Local Open Scope R_scope.

(** Sums over lists, which may be permuted *)
Fixpoint lsum (l : list R) : R := match l with [] => 0 | a :: l' => a + lsum l' end.

Lemma lsum_app a b : lsum (a ++ b) = lsum a + lsum b.
Proof. induction a; simpl; [|rewrite IHa]; ring. Qed.
Lemma lsum_perm a b : Permutation a b -> lsum a = lsum b.
Proof. induction 1; simpl; lra. Qed.
Lemma lsum_seq f m : lsum (map f (seq 0 m)) = rsum m f.
Proof. induction m; [reflexivity|]. rewrite seq_S, map_app, lsum_app, IHm. simpl. ring. Qed.

(** p reorders 0 … m-1. *)
Definition reorders (m : nat) (p : nat -> nat) : Prop := Permutation (map p (seq 0 m)) (seq 0 m).

Lemma reorders_bound m p i : reorders m p -> (i < m)%nat -> (p i < m)%nat.
Proof.
  intros H Hi. assert (I : In (p i) (seq 0 m)).
  { apply (Permutation_in _ H), in_map, in_seq. lia. }
  apply in_seq in I. lia.
Qed.

Lemma rsum_perm m p f : reorders m p -> rsum m (fun i => f (p i)) = rsum m f.
Proof.
  intros H. rewrite <- !lsum_seq. rewrite <- (map_map p f). apply lsum_perm. now apply Permutation_map.
Qed.

Section Permutation.
Variable m : nat.
Hypothesis Hm : (0 < m)%nat.
Variable p : nat -> nat.
Hypothesis Hp : reorders m p.
Variable x : nat -> R.
Notation xp := (fun i => x (p i)).

Theorem mean_perm : mean m xp = mean m x.
Proof. unfold mean. now rewrite (rsum_perm m p x Hp). Qed.

Theorem var_perm : var m xp = var m x.
Proof. unfold var. rewrite mean_perm. now rewrite (rsum_perm m p (fun i => (x i - mean m x)^2) Hp). Qed.

Theorem bn_perm eps gamma beta i : bn m eps gamma beta xp i = bn m eps gamma beta x (p i).
Proof. unfold bn. now rewrite mean_perm, var_perm. Qed.

Lemma xhat_perm eps i : xhat m eps xp i = xhat m eps x (p i).
Proof. unfold xhat. now rewrite mean_perm, var_perm. Qed.

Theorem dgamma_perm eps g : dgamma m eps xp (fun i => g (p i)) = dgamma m eps x g.
Proof.
  unfold dgamma. rewrite <- (rsum_perm m p (fun i => g i * xhat m eps x i) Hp).
  apply rsum_ext; intros. now rewrite xhat_perm.
Qed.

Theorem dbeta_perm g : dbeta m (fun i => g (p i)) = dbeta m g.
Proof. exact (rsum_perm m p g Hp). Qed.

Theorem dx_perm eps gamma dmean dvar g i :
  dx_all m eps gamma dmean dvar xp (fun k => g (p k)) i = dx_all m eps gamma dmean dvar x g (p i).
Proof. unfold dx_all, dx, sd. now rewrite mean_perm, var_perm, dbeta_perm, dgamma_perm, xhat_perm. Qed.
End Permutation.

(** Two parts that lie one after the other: T. Chan, G. Golub, R. LeVeque (1979) *)
Definition after (a : nat) (x : nat -> R) : nat -> R := fun i => x (a + i)%nat.

Lemma part_empty x : part_of 0 x = Part 0 0 0.
Proof. unfold part_of, mean, Rdiv. simpl. f_equal; ring. Qed.

Lemma mean_empty x : mean 0 x = 0.
Proof. unfold mean, Rdiv. simpl. ring. Qed.

Lemma part_mean a b x : (0 < a + b)%nat ->
  mean (a + b) x = (INR a * mean a x + INR b * mean b (after a x)) / INR (a + b).
Proof.
  intros H. unfold mean at 1. rewrite rsum_app. f_equal. f_equal.
  - destruct a; [simpl; ring|]. rewrite (rsum_mean (S a)) by lia. reflexivity.
  - destruct b; [simpl; ring|]. fold (after a x). rewrite (rsum_mean (S b)) by lia. reflexivity.
Qed.

Lemma squares_around n x c : rsum n (fun i => (x i - c)^2) = INR n * var n x + INR n * (c - mean n x)^2.
Proof. destruct n; [simpl; ring|]. rewrite shifted_squares by lia. ring. Qed.

Theorem merge_parts a b x : merge (part_of a x) (part_of b (after a x)) = part_of (a + b) x.
Proof.
  destruct (Nat.eq_dec (a + b) 0) as [E|E].
  - assert (a = 0%nat) by lia. assert (b = 0%nat) by lia. subst. simpl.
    rewrite !part_empty. unfold merge, Rdiv. simpl. f_equal; ring.
  - assert (H : (0 < a + b)%nat) by lia.
    pose proof (INRm_neq (a + b) H) as Hn. rewrite plus_INR in Hn.
    pose proof (part_mean a b x H) as Hmean. rewrite plus_INR in Hmean.
    unfold merge, part_of; cbn [p_count p_mean p_m2]. f_equal.
    + rewrite Hmean, plus_INR. field. exact Hn.
    + rewrite <- (rsum_sq_centered (a + b) H x), rsum_app, (squares_around a x).
      change (fun i => (x (a + i)%nat - mean (a + b) x)^2) with (fun i => (after a x i - mean (a + b) x)^2).
      rewrite (squares_around b (after a x)), Hmean, plus_INR. field. exact Hn.
Qed.

(** A partition into consecutive parts, merged as a tree *)
Inductive split := Whole (n : nat) | Cut (l r : split).
Fixpoint size (s : split) : nat := match s with Whole n => n | Cut l r => (size l + size r)%nat end.
Fixpoint statistics (s : split) (x : nat -> R) : part :=
  match s with Whole n => part_of n x | Cut l r => merge (statistics l x) (statistics r (after (size l) x)) end.

Lemma statistics_whole s : forall x, statistics s x = part_of (size s) x.
Proof. induction s as [n|l IHl r IHr]; intros x; [reflexivity|]. simpl. now rewrite IHl, IHr, merge_parts. Qed.

(** Sums of the parts, added up along the tree *)
Fixpoint total (s : split) (f : nat -> R) : R :=
  match s with Whole n => rsum n f | Cut l r => total l f + total r (after (size l) f) end.

Lemma total_whole s : forall f, total s f = rsum (size s) f.
Proof. induction s as [n|l IHl r IHr]; intros f; [reflexivity|]. simpl. now rewrite IHl, IHr, rsum_app. Qed.

(** Any assignment of the values to workers is a reordering p followed by cuts. *)
Section Synchronised.
Variable s : split.
Variable p : nat -> nat.
Let m := size s.
Hypothesis Hm : (0 < m)%nat.
Hypothesis Hp : reorders m p.
Variable x : nat -> R.
Let xp := fun i => x (p i).

Theorem synchronised_statistics : statistics s xp = part_of m x.
Proof. rewrite statistics_whole. unfold part_of. fold m. unfold xp. now rewrite mean_perm, var_perm. Qed.

(** The variance that a worker knows after the merge *)
Definition merged_variance (q : part) : R := p_m2 q / INR (p_count q).

Theorem synchronised_variance : merged_variance (statistics s xp) = var m x.
Proof.
  rewrite synchronised_statistics. unfold merged_variance, part_of; simpl. field. now apply INRm_neq.
Qed.

Theorem synchronised_forward eps gamma beta i :
  let q := statistics s xp in
  output eps gamma beta (p_mean q) (merged_variance q) xp i = bn m eps gamma beta x (p i).
Proof. cbv zeta. rewrite synchronised_variance, synchronised_statistics. reflexivity. Qed.

(** The backward with Σ g and Σ g x̂ added up over the parts *)
Theorem synchronised_backward eps gamma dmean dvar g j :
  let q := statistics s xp in
  let v := merged_variance q in
  let gp := fun i => g (p i) in
  let h := normalized eps (p_mean q) v xp in
  gamma / (INR m * std eps v) * (INR m * gp j - total s gp - h j * total s (fun i => gp i * h i))
  + dmean / INR m + 2 * dvar * (xp j - p_mean q) / INR m
  = dx_all m eps gamma dmean dvar x g (p j).
Proof.
  cbv zeta. rewrite synchronised_variance, synchronised_statistics, !total_whole. cbn [p_mean part_of]. fold m.
  change (fun i => g (p i) * normalized eps (mean m x) (var m x) xp i) with (fun i => (fun k => g k * xhat m eps x k) (p i)).
  rewrite (rsum_perm m p g Hp), (rsum_perm m p (fun k => g k * xhat m eps x k) Hp). reflexivity.
Qed.
End Synchronised.
