(** The programs of Results.v compute the specification.

    Main result: [results_correct]: wherever a result is there, it is the real number that [meaning] says. *)
From Coq Require Import Reals Lra Lia ZArith List Bool FunctionalExtensionality.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Sums BN Forward Question Rational Exact Channel ChannelCorrect Results.
Import ListNotations.
Local Open Scope R_scope.

(** ** Lists of what may be there *)

Lemma sequence_correct {A} (l : list (option A)) d : forall r, sequence l = Some r ->
  length r = length l /\ forall i, (i < length l)%nat -> nth i l None = Some (nth i r d).
Proof.
  induction l as [|[a|] l IH]; intros r H; simpl in H; try discriminate.
  - injection H as <-. split; [reflexivity|simpl; lia].
  - destruct (sequence l) as [t|]; [|discriminate]. injection H as <-.
    destruct (IH t eq_refl) as [L N]. split; [simpl; lia|].
    intros [|i] Hi; simpl in *; [reflexivity|apply N; lia].
Qed.

Lemma nth_lift {A B C} (f : A -> B -> C) l : forall r i z, nth i (map2 (lift f) l r) None = Some z ->
  exists a b, nth i l None = Some a /\ nth i r None = Some b /\ z = f a b.
Proof.
  induction l as [|a l IH]; intros [|b r] i z H; try (destruct i; discriminate).
  destruct i; simpl in *; [|now apply IH].
  destruct a as [a|], b as [b|]; try discriminate. injection H as <-. eauto.
Qed.

Lemma nth_mask l : forall r i z, nth i (map2 mask l r) None = Some z -> mask (nth i l None) (nth i r None) = Some z.
Proof. induction l as [|a l IH]; intros [|b r] i z H; try (destruct i; discriminate). destruct i; simpl in *; auto. Qed.

Lemma nth_option_map {A B} (f : A -> B) l i : nth i (map (option_map f) l) None = option_map f (nth i l None).
Proof. exact (map_nth (option_map f) l None i). Qed.

Lemma nth_some {A} (l : list A) i z d : nth i (map Some l) None = Some z -> (i < length l)%nat /\ z = nth i l d.
Proof.
  intros H. destruct (le_lt_dec (length l) i) as [L|L].
  - rewrite nth_overflow in H by now rewrite map_length. discriminate.
  - split; [exact L|]. rewrite (nth_map Some l d) in H by auto. congruence.
Qed.

Lemma Forall_map2 {A B C} (P : C -> Prop) (f : A -> B -> C) l : forall r, (forall a b, P (f a b)) -> Forall P (map2 f l r).
Proof. induction l; intros [|b r] H; simpl; auto. Qed.
Lemma Forall_map_all {A B} (P : B -> Prop) (f : A -> B) l : (forall a, P (f a)) -> Forall P (map f l).
Proof. intros. apply Forall_map, Forall_forall. auto. Qed.

(** ** Reading *)

Lemma finite_correct b a : finite b = Some a -> value a = real_of b.
Proof.
  destruct b as [s|s|s pl|s m e]; simpl; intros H; try discriminate; injection H as <-.
  - apply value_zero.
  - rewrite value_dyadic. reflexivity.
Qed.

(** what is there is right *)
Definition right_at (z : option exact) (y : R) : Prop := match z with Some z => proper z /\ real z = y | None => True end.

Lemma right_rational p y : (forall a, p = Some a -> value a = y) -> right_at (option_map of_rational p) y.
Proof.
  destruct p as [a|]; simpl; [|auto]. intros H. split; [apply proper_of_rational|].
  rewrite real_of_rational. now apply H.
Qed.

Lemma right_nth l i y : Forall proper l -> ((i < length l)%nat -> real (nth i l (of_rational zero)) = y) ->
  right_at (nth i (map Some l) None) y.
Proof.
  intros F H. destruct (nth i (map Some l) None) as [z|] eqn:E; simpl; [|auto].
  apply (nth_some l i z (of_rational zero)) in E. destruct E as [L ->]. split; [|auto].
  rewrite Forall_forall in F. apply F. now apply nth_In.
Qed.

Lemma right_option_map (f : rational -> exact) a y :
  (forall b, a = Some b -> proper (f b) /\ real (f b) = y) -> right_at (option_map f a) y.
Proof. destruct a; simpl; auto. Qed.

Section Channel.
Variables (q : question) (c : nat).
Let m := count q.
Let one s := real_of (one_of q c s).
Let all s i := real_of (all_of q c s i).

Lemma scalar_correct s a : scalar q c s = Some a -> value a = one s.
Proof. apply finite_correct. Qed.

Lemma all_beyond s i : (m <= i)%nat -> all s i = 0.
Proof.
  intros H. unfold all, all_of. fold m. destruct (given q s); [|reflexivity].
  replace (i <? m)%nat with false by (symmetry; apply Nat.ltb_ge; lia). reflexivity.
Qed.

Lemma length_column s : length (column q c s) = m.
Proof. unfold column. now rewrite map_length, seq_length. Qed.

Lemma nth_column s i : (i < m)%nat -> nth i (column q c s) None = finite (all_of q c s i).
Proof.
  intros H. unfold column. rewrite (nth_map _ _ O) by now rewrite seq_length. now rewrite seq_nth.
Qed.

(** a list that is a function's first m values, which has no others, is that function *)
Lemma at_all l (f : nat -> R) : length l = m -> (forall i, (i < m)%nat -> at_ l i = f i) ->
  (forall i, (m <= i)%nat -> f i = 0) -> at_ l = f.
Proof.
  intros L H Z. extensionality i. destruct (le_lt_dec m i) as [K|K]; [|auto].
  unfold at_. rewrite nth_overflow, value_zero by lia. symmetry. auto.
Qed.

Lemma all_finite_correct s l : all_finite q c s = Some l -> length l = m /\ at_ l = all s.
Proof.
  intros H. destruct (sequence_correct _ zero _ H) as [L N]. rewrite length_column in L, N. split; [exact L|].
  apply at_all; [exact L| |apply all_beyond]. intros i Hi. specialize (N i Hi). rewrite nth_column in N by auto.
  now apply finite_correct in N.
Qed.

(** ** Roots *)

Lemma inference_root_correct r : inference_root q c = Some r -> good r /\ root_value r = inference_r q c.
Proof.
  unfold inference_root, inference_r. destruct (finite (epsilon q)) as [e|] eqn:E; [|discriminate].
  destruct (is_infinite (one_of q c In.RUNNING_VARIANCE)); [intros [= <-]; split; simpl; auto|].
  destruct (scalar q c In.RUNNING_VARIANCE) as [v|] eqn:V; [|discriminate].
  destruct (ltb zero (add v e)) eqn:P; [|discriminate]. intros [= <-].
  apply ltb_spec in P. rewrite value_zero in P. split; [exact P|]. simpl.
  rewrite value_add, (scalar_correct _ _ V), (finite_correct _ _ E) in *. unfold inverse_std, std, one in *.
  pose proof (sqrt_lt_R0 _ P). field. lra.
Qed.

Lemma inference_output_r i r : inference_root q c = Some r ->
  inference_output q c i = one In.GAMMA * ((all In.X i - one In.RUNNING_MEAN) * inference_r q c) + one In.BETA.
Proof.
  intros H. destruct (inference_root_correct r H) as [G _]. unfold inference_output, inference_r, inference_root in *.
  destruct (is_infinite (one_of q c In.RUNNING_VARIANCE)); [fold (one In.BETA); ring|].
  destruct (finite (epsilon q)) as [e|] eqn:E; [|discriminate].
  destruct (scalar q c In.RUNNING_VARIANCE) as [v|] eqn:V; [|discriminate].
  destruct (ltb zero (add v e)) eqn:P; [|discriminate]. injection H as <-. simpl in G.
  rewrite value_add, (scalar_correct _ _ V), (finite_correct _ _ E) in G. unfold one in G.
  apply sqrt_lt_R0 in G. unfold output, normalized, inverse_std, std. unfold all, one. field. lra.
Qed.

(** what [statistics] holds *)
Lemma statistics_correct t : statistics q c = Some t -> exists l e,
  t = Statistics l (deviations l) (add (variance_of l) e) /\ l <> [] /\ length l = m /\ at_ l = all In.X
  /\ value e = real_of (epsilon q) /\ 0 < value (add (variance_of l) e).
Proof.
  unfold statistics. destruct (all_finite q c In.X) as [[|a l]|] eqn:X; try discriminate.
  destruct (finite (epsilon q)) as [e|] eqn:E; [|discriminate].
  destruct (ltb zero (add (variance_of (a :: l)) e)) eqn:P; [|discriminate]. intros [= <-].
  apply ltb_spec in P. rewrite value_zero in P. destruct (all_finite_correct _ _ X) as [L A].
  exists (a :: l), e. repeat split; auto; [discriminate|now apply finite_correct].
Qed.

Lemma root_is_training_r l e : l <> [] -> length l = m -> at_ l = all In.X -> value e = real_of (epsilon q) ->
  inverse_std (value e) (var (length l) (at_ l)) = training_r q c.
Proof. intros H L A E. now rewrite L, A, E. Qed.

(** ** Before and after an activation *)

Lemma relu_of_correct s : proper s -> proper (relu_of s) /\ real (relu_of s) = relu (real s).
Proof.
  intros H. unfold relu_of, relu. pose proof (less_spec zero s H) as L. rewrite value_zero in L.
  destruct (less zero s).
  - split; [exact H|]. rewrite Rmax_right; [reflexivity|]. left. now apply L.
  - split; [apply proper_of_rational|]. rewrite real_of_rational, value_zero, Rmax_left; [reflexivity|].
    apply Rnot_lt_le. intros K. apply L in K. discriminate.
Qed.

Section Activation.
Variables (s : list (option exact)) (y : nat -> R).
Hypothesis Hs : forall i, (i < m)%nat -> right_at (nth i s None) (y i).
Hypothesis Ls : length s = m.

Lemma length_added : length (added_of q c s) = m.
Proof. unfold added_of. destruct (activated q); auto. rewrite length_map2; rewrite ?length_column; auto. Qed.

Lemma added_correct i : (i < m)%nat -> right_at (nth i (added_of q c s) None) (added q c y i).
Proof.
  intros Hi. unfold added_of, added. destruct (activated q); auto.
  destruct (nth i (map2 (lift plus) s (column q c In.Z)) None) as [w|] eqn:E; [|exact I].
  destruct (nth_lift plus s (column q c In.Z) i w E) as (a & b & Ea & Eb & ->).
  specialize (Hs i Hi). rewrite Ea in Hs. simpl in Hs. destruct Hs as [P V].
  rewrite nth_column in Eb by auto. apply finite_correct in Eb. simpl. split; [exact P|].
  unfold real, plus in *; simpl. rewrite value_add, Eb. rewrite <- V. ring.
Qed.

Lemma after_correct i : (i < m)%nat -> right_at (nth i (after_of q c s) None) (after q c y i).
Proof.
  intros Hi. unfold after_of, after. pose proof (added_correct i Hi) as A.
  assert (B : right_at (nth i (map (option_map relu_of) (added_of q c s)) None) (relu (added q c y i))).
  { rewrite nth_option_map. destruct (nth i (added_of q c s) None) as [w|]; [|exact I]. simpl in *.
    destruct A as [P V]. rewrite <- V. now apply relu_of_correct. }
  destruct (activated q); auto.
Qed.

Lemma length_before : length (before_of q c s) = m.
Proof.
  unfold before_of. destruct (activated q); try apply length_column;
    (rewrite length_map2; rewrite ?length_added, ?length_column; reflexivity).
Qed.

Lemma before_correct i g : (i < m)%nat -> nth i (before_of q c s) None = Some g -> value g = before q c y i.
Proof.
  intros Hi. unfold before_of, before. pose proof (added_correct i Hi) as A.
  assert (B : nth i (map2 mask (added_of q c s) (column q c In.DY)) None = Some g ->
              value g = relu_gradient (added q c y) (all In.DY) i).
  { intros E. apply nth_mask in E. destruct (nth i (added_of q c s) None) as [w|]; [|discriminate].
    simpl in A, E. destruct A as [P V]. unfold relu_gradient. rewrite <- V.
    pose proof (less_spec zero w P) as L. rewrite value_zero in L. destruct (less zero w).
    - rewrite Rlt_bool_true by now apply L. rewrite nth_column in E by auto. now apply finite_correct in E.
    - injection E as <-. rewrite value_zero, Rlt_bool_false; [reflexivity|].
      apply Rnot_lt_le. intros K. apply L in K. discriminate. }
  destruct (activated q); auto.
  rewrite nth_column by auto. apply finite_correct.
Qed.

Lemma before_beyond i : (m <= i)%nat -> before q c y i = 0.
Proof.
  intros H. pose proof (all_beyond In.DY i H) as Z. unfold all in Z. unfold before, relu_gradient.
  destruct (activated q); rewrite ?Z; auto; destruct Rlt_bool; reflexivity.
Qed.

Lemma all_before l : sequence (before_of q c s) = Some l -> length l = m /\ at_ l = before q c y.
Proof.
  intros H. destruct (sequence_correct _ zero _ H) as [L N]. rewrite length_before in L, N. split; [exact L|].
  apply at_all; [exact L| |apply before_beyond]. intros i Hi. specialize (N i Hi). now apply before_correct in N.
Qed.
End Activation.

Lemma nth_nothing i : nth i (nothing q) None = None.
Proof.
  unfold nothing. generalize (seq 0 (count q)) as l. intros l. revert i. induction l; intros [|i]; simpl; auto.
Qed.
Lemma length_nothing : length (nothing q) = m.
Proof. unfold nothing. now rewrite map_length, seq_length. Qed.

Lemma length_output_of g b r d : length (output_of g b r d) = length d.
Proof. apply map_length. Qed.

Lemma training_outputs_correct i : (i < m)%nat -> right_at (nth i (training_outputs q c) None) (training_output q c i).
Proof.
  intros Hi. unfold training_outputs.
  destruct (statistics q c) as [t|] eqn:T; [|now rewrite nth_nothing].
  destruct (scalar q c In.GAMMA) as [g|] eqn:G; [|now rewrite nth_nothing].
  destruct (scalar q c In.BETA) as [b|] eqn:B; [|now rewrite nth_nothing].
  destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). simpl.
  apply right_nth.
  - apply Forall_map_all. intros. apply result_proper. exact P.
  - intros _. rewrite (training_output_correct l e H P g b i) by now rewrite L.
    unfold training_output. rewrite L, A, E, (scalar_correct _ _ G), (scalar_correct _ _ B). reflexivity.
Qed.

Lemma length_training_outputs : length (training_outputs q c) = m.
Proof.
  unfold training_outputs. destruct (statistics q c) as [t|] eqn:T; [|apply length_nothing].
  destruct (scalar q c In.GAMMA), (scalar q c In.BETA); try apply length_nothing.
  destruct (statistics_correct t T) as (l & e & -> & H & L & _). simpl.
  unfold deviations. rewrite map_length, length_output_of, length_deviations. exact L.
Qed.

Lemma inference_outputs_correct i : (i < m)%nat -> right_at (nth i (inference_outputs q c) None) (inference_output q c i).
Proof.
  intros Hi. unfold inference_outputs.
  destruct (inference_root q c) as [r|] eqn:T; [|now rewrite nth_nothing].
  destruct (scalar q c In.RUNNING_MEAN) as [mu|] eqn:M; [|now rewrite nth_nothing].
  destruct (scalar q c In.GAMMA) as [g|] eqn:G; [|now rewrite nth_nothing].
  destruct (scalar q c In.BETA) as [b|] eqn:B; [|now rewrite nth_nothing].
  destruct (inference_root_correct r T) as [Gr Rr].
  rewrite nth_option_map, nth_column by auto. apply right_option_map. intros x Ex. split; [now apply result_proper|].
  rewrite result_correct, value_mul, value_sub, Rr, (inference_output_r i r T).
  rewrite (finite_correct _ _ Ex), (scalar_correct _ _ M), (scalar_correct _ _ G), (scalar_correct _ _ B).
  unfold all. ring.
Qed.

Lemma length_inference_outputs : length (inference_outputs q c) = m.
Proof.
  unfold inference_outputs. destruct (inference_root q c), (scalar q c In.RUNNING_MEAN), (scalar q c In.GAMMA),
    (scalar q c In.BETA); try apply length_nothing. now rewrite map_length, length_column.
Qed.

(** ** Outputs *)

Lemma gradients_correct l : sequence (gradients q c) = Some l -> length l = m /\ at_ l = before q c (training_output q c).
Proof. apply all_before; [apply training_outputs_correct|apply length_training_outputs]. Qed.
Lemma inference_gradients_correct l :
  sequence (inference_gradients q c) = Some l -> length l = m /\ at_ l = before q c (inference_output q c).
Proof. apply all_before; [apply inference_outputs_correct|apply length_inference_outputs]. Qed.

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

(** ** Each output *)

Lemma inverse_std_right : right_at (option_map (fun t => result zero Rational.one (Root (radicand_of t))) (statistics q c)) (training_r q c).
Proof.
  destruct (statistics q c) as [t|] eqn:T; [|exact I]. destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P).
  cbn [option_map radicand_of]. split; [exact P|]. rewrite (inverse_std_correct l e H P). now apply root_is_training_r.
Qed.

Lemma training_dx_right i : (i < m)%nat -> right_at (nth i (training_dx q c) None)
  (dx_all m (real_of (epsilon q)) (one In.GAMMA) (one In.DMEAN) (one In.DVARIANCE) (all In.X) (before q c (training_output q c)) i).
Proof.
  intros Hi. unfold training_dx. destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
  destruct (sequence (gradients q c)) as [g|] eqn:G; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (scalar q c In.DMEAN) as [dm|] eqn:Dm; [|destruct i; exact I].
  destruct (scalar q c In.DVARIANCE) as [dv|] eqn:Dv; [|destruct i; exact I].
  destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
  destruct (gradients_correct g G) as [Lg Ag]. apply right_nth.
  - apply Forall_map2. intros. now apply result_proper.
  - intros _. rewrite (gradient_of_correct l e H P) by congruence.
    now rewrite L, A, E, Ag, (scalar_correct _ _ Ga), (scalar_correct _ _ Dm), (scalar_correct _ _ Dv).
Qed.

Lemma training_dgamma_right : right_at (or_empty q (training_dgamma q c))
  (dgamma m (real_of (epsilon q)) (all In.X) (before q c (training_output q c))).
Proof.
  unfold or_empty. fold m. destruct (Nat.eqb_spec m 0) as [M|M].
  - split; [apply proper_of_rational|]. rewrite real_of_rational, value_zero, M. reflexivity.
  - unfold training_dgamma. destruct (statistics q c) as [t|] eqn:T; [|exact I].
    destruct (sequence (gradients q c)) as [g|] eqn:G; [|exact I].
    destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
    destruct (gradients_correct g G) as [Lg Ag]. split; [now apply result_proper|].
    rewrite (dgamma_correct l e H P) by congruence. now rewrite L, A, E, Ag.
Qed.

Lemma sum_right l g y : length l = m -> at_ l = g -> y = dbeta m g -> value (sum l) = y.
Proof. intros L <- ->. now rewrite value_sum, L. Qed.

Lemma inference_dx_right i : (i < m)%nat -> right_at (nth i (inference_dx q c) None)
  (one In.GAMMA * inference_r q c * before q c (inference_output q c) i).
Proof.
  intros Hi. unfold inference_dx. destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (inference_root_correct r T) as [Gr Rr].
  rewrite nth_option_map. apply right_option_map. intros g G. split; [now apply result_proper|].
  unfold inference_gradients in G.
  apply (before_correct _ _ inference_outputs_correct i g Hi) in G.
  rewrite result_correct, value_mul, value_zero, Rr, G, (scalar_correct _ _ Ga). ring.
Qed.

Lemma inference_dgamma_right : right_at (or_empty q (inference_dgamma q c))
  (rsum m (fun k => before q c (inference_output q c) k * ((all In.X k - one In.RUNNING_MEAN) * inference_r q c))).
Proof.
  unfold or_empty. fold m. destruct (Nat.eqb_spec m 0) as [M|M].
  - split; [apply proper_of_rational|]. rewrite real_of_rational, value_zero, M. reflexivity.
  - unfold inference_dgamma. destruct (inference_root q c) as [r|] eqn:T; [|exact I].
    destruct (sequence (inference_gradients q c)) as [g|] eqn:G; [|exact I].
    destruct (scalar q c In.RUNNING_MEAN) as [mu|] eqn:Mu; [|exact I].
    destruct (all_finite q c In.X) as [l|] eqn:X; [|exact I].
    destruct (inference_root_correct r T) as [Gr Rr]. destruct (inference_gradients_correct g G) as [Lg Ag].
    destruct (all_finite_correct _ _ X) as [L A]. split; [now apply result_proper|].
    rewrite scale_gradient_correct by (rewrite length_deviations; congruence).
    rewrite length_deviations, L, Ag, Rr. apply rsum_ext. intros k Hk.
    rewrite at_deviations, A, (scalar_correct _ _ Mu) by congruence. reflexivity.
Qed.

Lemma grad_x_right i : (i < m)%nat -> right_at (nth i (grad_x q c) None)
  (if has q In.RUNNING_MEAN then inference_second_x (inference_r q c) (one In.DDGAMMA) (all In.DY) i
   else second_x m (mean m (all In.X)) (training_r q c) (one In.GAMMA) (one In.DDGAMMA) (all In.X) (all In.DY) (all In.DDX) i).
Proof.
  intros Hi. unfold grad_x, infers. destruct (has q In.RUNNING_MEAN).
  - destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
    destruct (scalar q c In.DDGAMMA) as [u|] eqn:U; [|destruct i; exact I].
    destruct (inference_root_correct r T) as [Gr Rr].
    rewrite nth_option_map, nth_column by auto. apply right_option_map. intros g G. split; [now apply result_proper|].
    rewrite result_correct, value_mul, value_zero, Rr, (scalar_correct _ _ U), (finite_correct _ _ G).
    unfold inference_second_x, all. ring.
  - destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
    destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
    destruct (scalar q c In.DDGAMMA) as [ug|] eqn:Ug; [|destruct i; exact I].
    destruct (all_finite q c In.DY) as [g|] eqn:G; [|destruct i; exact I].
    destruct (all_finite q c In.DDX) as [u|] eqn:U; [|destruct i; exact I].
    destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
    destruct (all_finite_correct _ _ G) as [Lg Ag]. destruct (all_finite_correct _ _ U) as [Lu Au].
    apply right_nth.
    + apply Forall_map_all. intros. now apply result_proper.
    + intros _. rewrite (second_x_of_correct l e H P) by congruence. rewrite root_is_training_r by auto.
      now rewrite L, A, Ag, Au, (scalar_correct _ _ Ga), (scalar_correct _ _ Ug).
Qed.

Lemma grad_gamma_right : right_at (or_empty q (grad_gamma q c))
  (if has q In.RUNNING_MEAN then inference_second_gamma m (inference_r q c) (all In.DY) (all In.DDX)
   else second_gamma m (mean m (all In.X)) (training_r q c) (all In.X) (all In.DY) (all In.DDX)).
Proof.
  unfold or_empty. fold m. destruct (Nat.eqb_spec m 0) as [M|M].
  - split; [apply proper_of_rational|]. rewrite real_of_rational, value_zero, M.
    unfold inference_second_gamma, second_gamma, pairing, projection. simpl rsum.
    destruct (has q In.RUNNING_MEAN); unfold Rdiv; ring.
  - unfold grad_gamma, infers. destruct (has q In.RUNNING_MEAN).
    + destruct (inference_root q c) as [r|] eqn:T; [|exact I].
      destruct (all_finite q c In.DY) as [g|] eqn:G; [|exact I].
      destruct (all_finite q c In.DDX) as [u|] eqn:U; [|exact I].
      destruct (inference_root_correct r T) as [Gr Rr].
      destruct (all_finite_correct _ _ G) as [Lg Ag]. destruct (all_finite_correct _ _ U) as [Lu Au].
      split; [now apply result_proper|]. rewrite result_correct, value_zero, dot_correct, Lg, Ag, Au, Rr by congruence.
      unfold inference_second_gamma. ring.
    + destruct (statistics q c) as [t|] eqn:T; [|exact I].
      destruct (all_finite q c In.DY) as [g|] eqn:G; [|exact I].
      destruct (all_finite q c In.DDX) as [u|] eqn:U; [|exact I].
      destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
      destruct (all_finite_correct _ _ G) as [Lg Ag]. destruct (all_finite_correct _ _ U) as [Lu Au].
      split; [now apply result_proper|]. rewrite (second_gamma_correct l e H P) by congruence.
      rewrite root_is_training_r by auto. now rewrite L, A, Ag, Au.
Qed.

Lemma grad_dy_right i : (i < m)%nat -> right_at (nth i (grad_dy q c) None)
  (if has q In.RUNNING_MEAN
   then inference_second_dy (one In.RUNNING_MEAN) (inference_r q c) (one In.GAMMA) (one In.DDGAMMA) (one In.DDBETA) (all In.X) (all In.DDX) i
   else second_dy m (mean m (all In.X)) (training_r q c) (one In.GAMMA) (one In.DDGAMMA) (one In.DDBETA) (all In.X) (all In.DDX) i).
Proof.
  intros Hi. unfold grad_dy, infers.
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (scalar q c In.DDGAMMA) as [ug|] eqn:Ug; [|destruct i; exact I].
  destruct (scalar q c In.DDBETA) as [ub|] eqn:Ub; [|destruct i; exact I].
  destruct (has q In.RUNNING_MEAN).
  - destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
    destruct (scalar q c In.RUNNING_MEAN) as [mu|] eqn:Mu; [|destruct i; exact I].
    destruct (inference_root_correct r T) as [Gr Rr].
    match goal with |- right_at ?w _ => destruct w as [z|] eqn:E; [|exact I] end.
    apply nth_lift in E. destruct E as (a & u & Ea & Eu & ->). rewrite nth_column in Ea, Eu by auto.
    split; [now apply result_proper|].
    rewrite result_correct, value_add, !value_mul, value_sub, Rr, (scalar_correct _ _ Ga), (scalar_correct _ _ Ug),
      (scalar_correct _ _ Ub), (scalar_correct _ _ Mu), (finite_correct _ _ Ea), (finite_correct _ _ Eu).
    unfold inference_second_dy, all. ring.
  - destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
    destruct (all_finite q c In.DDX) as [u|] eqn:U; [|destruct i; exact I].
    destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
    destruct (all_finite_correct _ _ U) as [Lu Au]. apply right_nth.
    + apply Forall_map2. intros. now apply result_proper.
    + intros _. rewrite (second_dy_of_correct l e H P) by congruence. rewrite root_is_training_r by auto.
      now rewrite L, A, Au, (scalar_correct _ _ Ga), (scalar_correct _ _ Ug), (scalar_correct _ _ Ub).
Qed.

Lemma y_dots_right i : (i < m)%nat -> right_at (nth i (y_dots q c) None)
  (y_dot m (real_of (epsilon q)) (one In.GAMMA) (one In.GAMMA_DOT) (one In.BETA_DOT) (all In.X) (all In.X_DOT) i).
Proof.
  intros Hi. unfold y_dots. destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
  destruct (all_finite q c In.X_DOT) as [w|] eqn:W; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA_DOT) as [g|] eqn:G; [|destruct i; exact I].
  destruct (scalar q c In.BETA_DOT) as [b|] eqn:B; [|destruct i; exact I].
  destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
  destruct (all_finite_correct _ _ W) as [Lw Aw]. apply right_nth.
  - apply Forall_map2. intros. now apply result_proper.
  - intros _. rewrite (y_dot_correct l e H P) by congruence.
    now rewrite L, A, E, Aw, (scalar_correct _ _ Ga), (scalar_correct _ _ G), (scalar_correct _ _ B).
Qed.

Lemma variance_dot_right : right_at (option_map of_rational (match all_finite q c In.X, all_finite q c In.X_DOT with
    | Some (a :: t), Some w => Some (variance_dot_of (deviations (a :: t)) w) | _, _ => None end))
  (var_dot m (all In.X) (all In.X_DOT)).
Proof.
  apply right_rational. intros p. destruct (all_finite q c In.X) as [[|a t]|] eqn:X; try discriminate.
  destruct (all_finite q c In.X_DOT) as [w|] eqn:W; [|discriminate]. intros [= <-].
  destruct (all_finite_correct _ _ X) as [L A]. destruct (all_finite_correct _ _ W) as [Lw Aw].
  rewrite variance_dot_correct by (discriminate || congruence). now rewrite L, A, Aw.
Qed.

Lemma folded_weights_right i : (i < m)%nat -> right_at (nth i (folded_weights q c) None)
  (folded_weight (folded_scale (one In.GAMMA) (inference_r q c)) (all In.WEIGHT) i).
Proof.
  intros Hi. unfold folded_weights. destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (inference_root_correct r T) as [Gr Rr].
  rewrite nth_option_map, nth_column by auto. apply right_option_map. intros w W. split; [now apply result_proper|].
  rewrite result_correct, value_mul, value_zero, Rr, (scalar_correct _ _ Ga), (finite_correct _ _ W).
  unfold folded_weight, folded_scale, all. ring.
Qed.

Lemma folded_biases_right : right_at (folded_biases q c)
  (folded_bias (folded_scale (one In.GAMMA) (inference_r q c)) (one In.BIAS) (one In.RUNNING_MEAN) (one In.BETA)).
Proof.
  unfold folded_biases. destruct (inference_root q c) as [r|] eqn:T; [|exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|exact I].
  destruct (scalar q c In.BIAS) as [b|] eqn:B; [|exact I].
  destruct (scalar q c In.RUNNING_MEAN) as [mu|] eqn:Mu; [|exact I].
  destruct (scalar q c In.BETA) as [be|] eqn:Be; [|exact I].
  destruct (inference_root_correct r T) as [Gr Rr]. split; [now apply result_proper|].
  rewrite result_correct, value_mul, value_sub, Rr, (scalar_correct _ _ Ga), (scalar_correct _ _ B),
    (scalar_correct _ _ Mu), (scalar_correct _ _ Be).
  unfold folded_bias, folded_scale. ring.
Qed.

(** Wherever a result is there, it is what the specification says. *)
Theorem results_correct o i : (i < values q o)%nat -> right_at (nth i (results q c o) None) (meaning q c o i).
Proof.
  unfold values, results, meaning. intros Hi.
  destruct (op q), o; simpl is_data in Hi; try (destruct i; exact I); cbv iota in Hi; fold m in Hi |- *;
    try (replace i with 0%nat by lia; unfold single, rational_only; simpl nth).
  - apply after_correct; auto using training_outputs_correct, length_training_outputs.
  - apply right_rational. intros p. destruct (all_finite q c In.X) as [[|a t]|] eqn:X; try discriminate.
    intros [= <-]. now apply average_all.
  - apply right_rational. intros p. destruct (all_finite q c In.X) as [[|a t]|] eqn:X; try discriminate.
    intros [= <-]. now apply variance_all.
  - apply inverse_std_right.
  - apply right_rational, new_mean_correct.
  - apply right_rational, new_variance_correct.
  - apply after_correct; auto using inference_outputs_correct, length_inference_outputs.
  - now apply training_dx_right.
  - apply training_dgamma_right.
  - apply right_rational. intros p. destruct (sequence (gradients q c)) as [g|] eqn:G; [|discriminate]. intros [= <-].
    destruct (gradients_correct g G) as [L A]. now apply (sum_right g _ _ L A).
  - rewrite nth_option_map. apply right_rational. intros g G.
    now apply (before_correct _ _ training_outputs_correct i g Hi) in G.
  - now apply inference_dx_right.
  - apply inference_dgamma_right.
  - apply right_rational. intros p. destruct (sequence (inference_gradients q c)) as [g|] eqn:G; [|discriminate]. intros [= <-].
    destruct (inference_gradients_correct g G) as [L A]. now apply (sum_right g _ _ L A).
  - rewrite nth_option_map. apply right_rational. intros g G.
    now apply (before_correct _ _ inference_outputs_correct i g Hi) in G.
  - now apply grad_x_right.
  - apply grad_gamma_right.
  - now apply grad_dy_right.
  - now apply y_dots_right.
  - apply right_rational. intros p. destruct (all_finite q c In.X_DOT) as [[|a t]|] eqn:X; try discriminate.
    intros [= <-]. now apply average_all.
  - apply variance_dot_right.
  - now apply folded_weights_right.
  - apply folded_biases_right.
  - apply right_rational. intros p Hp. now apply (over_batches_correct _ _ p Hp average_fits).
  - apply right_rational. intros p Hp.
    now apply (over_batches_correct _ (fun n g => sample_variance n (var n g)) p Hp sample_fits).
Qed.
End Channel.
