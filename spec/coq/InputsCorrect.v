(** What Results.v reads, its roots, and what an activation makes of outputs and gradients are those of Question.v. Main
    results: [all_finite_correct], [inference_root_correct], [statistics_correct], [after_correct], [gradients_correct]. *)
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
End Channel.

Arguments scalar_correct {q c}.
Arguments all_finite_correct {q c}.
Arguments nth_column {q c}.
Arguments inference_root_correct {q c}.
Arguments statistics_correct {q c}.
Arguments after_correct {q c}.
Arguments before_correct {q c}.
Arguments training_outputs_correct {q c}.
Arguments length_training_outputs {q c}.
Arguments inference_outputs_correct {q c}.
Arguments length_inference_outputs {q c}.
Arguments gradients_correct {q c}.
Arguments inference_gradients_correct {q c}.
