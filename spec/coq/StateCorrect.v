(** Statistics that are kept: the running ones, and those of a population. Main results: [new_mean_correct],
    [new_variance_correct], [over_batches_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Sums BN Forward Question Rational Exact Channel ChannelCorrect Results InputsCorrect.
Import ListNotations.
Local Open Scope R_scope.

Section Channel.
Variables (q : question) (c : nat).
Let m := count q.
Let one s := real_of (one_of q c s).
Let all s i := real_of (all_of q c s i).

Lemma weight_correct a : weight_of q = Some a -> value a = batch_weight q.
Proof.
  unfold weight_of, batch_weight. destruct (batch_index q) as [k|]; [intros [= <-]|apply finite_correct].
  rewrite value_over, value_one. unfold cumulative_weight. now rewrite INR_IZR_INZ, positive_nat_Z.
Qed.

Lemma average_all s a t : all_finite q c s = Some (a :: t) -> value (average (a :: t)) = mean m (all s).
Proof. intros H. destruct (all_finite_correct _ _ H) as [L A]. rewrite average_correct, L, A by discriminate. reflexivity. Qed.
Lemma variance_all s a t : all_finite q c s = Some (a :: t) -> value (variance_of (a :: t)) = var m (all s).
Proof. intros H. destruct (all_finite_correct _ _ H) as [L A]. rewrite variance_of_correct, L, A by discriminate. reflexivity. Qed.

Lemma new_mean_correct p : new_mean q c = Some p ->
  value p = if (m =? 0)%nat then one In.RUNNING_MEAN else update (batch_weight q) (one In.RUNNING_MEAN) (mean m (all In.X)).
Proof.
  unfold new_mean. fold m. destruct (Nat.eqb_spec m 0) as [_|Hm]; [apply scalar_correct|].
  destruct (weight_of q) as [a|] eqn:W; [|discriminate].
  destruct (scalar q c In.RUNNING_MEAN) as [old|] eqn:O; [|discriminate].
  destruct (all_finite q c In.X) as [[|b t]|] eqn:X; try discriminate;
    [apply all_finite_correct in X; destruct X as [X _]; simpl in X; lia|]. intros [= <-].
  now rewrite update_of_correct, (average_all _ _ _ X), (weight_correct _ W), (scalar_correct _ _ O).
Qed.

Lemma new_variance_correct p : new_variance q c = Some p ->
  value p = if (m =? 0)%nat then one In.RUNNING_VARIANCE
            else running_variance (variance_convention q) m (batch_weight q) (one In.RUNNING_VARIANCE) (var m (all In.X)).
Proof.
  unfold new_variance. fold m. destruct (Nat.eqb_spec m 0) as [_|Hm]; [apply scalar_correct|]. intros H.
  assert (G : (variance_convention q = Sample -> m <> 1)%nat /\ exists a old l, weight_of q = Some a
    /\ scalar q c In.RUNNING_VARIANCE = Some old /\ all_finite q c In.X = Some l
    /\ p = update_of a old (convention_of (variance_convention q) (length_of l) (variance_of l))).
  { destruct (variance_convention q), (Nat.eqb_spec m 1) as [M|M]; try discriminate;
      destruct (weight_of q) as [a|], (scalar q c In.RUNNING_VARIANCE) as [old|], (all_finite q c In.X) as [l|];
      try discriminate; injection H as <-; (split; [intros; (discriminate||exact M)|]); do 3 eexists; repeat split. }
  destruct G as (M & a & old & l & W & O & X & ->).
  destruct (all_finite_correct _ _ X) as [L A].
  assert (Hl : l <> []) by (apply length_nonempty; lia).
  assert (N : Pos.to_nat (length_of l) = m).
  { apply INR_eq. rewrite INR_IZR_INZ, positive_nat_Z, length_of_correct, L by auto. reflexivity. }
  rewrite update_of_correct, convention_of_correct.
  - rewrite variance_of_correct, L, A, N, (weight_correct _ W), (scalar_correct _ _ O) by auto. reflexivity.
  - intros S. specialize (M S). lia.
Qed.

(** the cut lists are the batches *)
Lemma cut_correct l : forall sizes b, (list_sum sizes <= length l)%nat -> (b < length sizes)%nat ->
  length (nth b (cut sizes l) []) = nth b sizes 0%nat /\
  forall i, (i < nth b sizes 0)%nat -> at_ (nth b (cut sizes l) []) i = at_ l (list_sum (firstn b sizes) + i).
Proof.
  intros sizes. revert l. induction sizes as [|n sizes IH]; intros l b H Hb; simpl in *; [lia|].
  destruct b as [|b].
  - simpl. rewrite firstn_length, Nat.min_l by lia. split; [reflexivity|]. intros i Hi. unfold at_.
    rewrite <- (firstn_skipn n l) at 2. rewrite app_nth1; [reflexivity|]. rewrite firstn_length. lia.
  - simpl. destruct (IH (skipn n l) b) as [E1 E2]; [rewrite skipn_length; lia|lia|]. split; [exact E1|].
    intros i Hi. rewrite E2 by exact Hi. unfold at_. rewrite <- (firstn_skipn n l) at 2.
    rewrite app_nth2; rewrite firstn_length, Nat.min_l by lia; [|lia]. f_equal. f_equal. lia.
Qed.

Lemma length_cut l sizes : length (cut sizes l) = length sizes.
Proof. revert l. induction sizes; intros l; simpl; auto. Qed.

Lemma over_batches_correct f F p : over_batches q c f = Some p ->
  (forall l n g, (2 <= n)%nat -> length l = n -> (forall i, (i < n)%nat -> at_ l i = g i) -> value (f l) = F n g) ->
  value p = mean (length (batch_sizes q)) (fun b => F (batch_size q b) (batch q c b)).
Proof.
  unfold over_batches. destruct (all_finite q c In.X) as [l|] eqn:X; [|discriminate].
  destruct (sizes_fit q l) eqn:S; [|discriminate]. intros [= <-] Hf.
  destruct (all_finite_correct _ _ X) as [L A].
  unfold sizes_fit in S. rewrite !andb_true_iff, negb_true_iff, Nat.eqb_neq, Nat.eqb_eq, forallb_forall in S.
  destruct S as [[S1 S2] S3].
  rewrite average_correct by (apply length_nonempty; rewrite map_length, length_cut; lia).
  rewrite map_length, length_cut. apply mean_ext. intros b Hb. unfold at_.
  rewrite (nth_map f _ []) by (rewrite length_cut; exact Hb).
  destruct (cut_correct l (batch_sizes q) b) as [E1 E2]; [lia|exact Hb|].
  apply Hf; [|exact E1|].
  - now apply Nat.leb_le, S2, nth_In.
  - intros i Hi. rewrite E2 by exact Hi. now rewrite A.
Qed.

Lemma average_fits l n g : (2 <= n)%nat -> length l = n -> (forall i, (i < n)%nat -> at_ l i = g i) ->
  value (average l) = mean n g.
Proof. intros Hn L G. rewrite average_correct, L by (apply length_nonempty; lia). now apply mean_ext. Qed.

Lemma sample_fits l n g : (2 <= n)%nat -> length l = n -> (forall i, (i < n)%nat -> at_ l i = g i) ->
  value (sample_of (length_of l) (variance_of l)) = sample_variance n (var n g).
Proof.
  intros Hn L G. assert (Hl : l <> []) by (apply length_nonempty; lia).
  assert (N : Pos.to_nat (length_of l) = n).
  { apply INR_eq. rewrite INR_IZR_INZ, positive_nat_Z, length_of_correct, L by auto. reflexivity. }
  rewrite sample_of_correct, N, variance_of_correct, L by (auto; lia). f_equal. now apply var_ext.
Qed.
End Channel.

Arguments weight_correct {q}.
Arguments average_all {q c}.
Arguments variance_all {q c}.
Arguments new_mean_correct {q c}.
Arguments new_variance_correct {q c}.
Arguments over_batches_correct {q c}.
