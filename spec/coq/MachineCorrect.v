(** The programs of Bounds.v: numbers of a format, conversions, quotients and sums. Main result: [growth_of_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Rational Rounding Channel ChannelCorrect Arithmetic Summation Products TwoPass Mean
  Upper Bounds.
Import ListNotations.
Local Open Scope R_scope.

Lemma some_inj {A} (a b : A) : Some a = Some b -> a = b.
Proof. congruence. Qed.
Lemma pair_inj {A B} (a c : A) (b d : B) : Some (a, b) = Some (c, d) -> a = c /\ b = d.
Proof. intros H. apply some_inj in H. split; congruence. Qed.

(** ** Lists *)

Lemma total_magnitude_correct l : value (total_magnitude l) = rsum (length l) (absolute (at_ l)).
Proof.
  unfold total_magnitude. rewrite (value_sum_map absolute_value l zero). apply rsum_ext. intros. apply value_absolute.
Qed.

Lemma is_zero_spec a : is_zero a = true -> value a = 0.
Proof. unfold is_zero. intros H. apply Z.eqb_eq in H. unfold value. rewrite H. lra. Qed.
Lemma is_zero_iff a : is_zero a = false -> value a <> 0.
Proof.
  unfold is_zero. intros H. apply Z.eqb_neq in H. unfold value. pose proof (den_pos a).
  apply Rmult_integral_contrapositive. split; [|apply Rinv_neq_0_compat; lra].
  apply Rmult_integral_contrapositive. split; [now apply IZR_neq|]. apply Rgt_not_eq, bpow_gt_0.
Qed.
Lemma is_one_spec a : is_one a = true -> value a = 1.
Proof. intros H. apply is_zero_spec in H. rewrite value_sub, value_one in H. lra. Qed.
Lemma value_plus_one a : value (plus_one a) = 1 + value a.
Proof. unfold plus_one. now rewrite value_add, value_one. Qed.
Lemma same_spec a b : same a b = true -> value a = value b.
Proof. intros H. apply andb_prop in H. destruct H as [A B]. rewrite leb_spec in A, B. lra. Qed.

Section Machine.
Variable f : format.
Hypothesis Hp : (2 <= precision f)%Z.
Hypothesis Hmax : (precision f < emax f)%Z.
Notation prec := (precision f).
Notation e0 := (emin f).
Notation omega := (value (largest f)).

Let prec_pos : (0 < prec)%Z. Proof. lia. Qed.

Lemma value_unit : value (unit f) = u prec.
Proof. unfold unit. rewrite value_dyadic. unfold u. lra. Qed.
Lemma value_half : value (half f) = eta e0 / 2.
Proof.
  unfold half, eta, Z.sub. rewrite value_dyadic, bpow_plus. change (bpow radix2 (- (1))) with (/ 2). lra.
Qed.
Lemma value_largest : omega = largest_of prec (emax f).
Proof.
  unfold largest, largest_of. rewrite value_dyadic, minus_IZR, (IZR_Zpower radix2) by lia.
  rewrite Rmult_minus_distr_r, <- bpow_plus. replace (prec + (emax f - prec))%Z with (emax f) by ring. lra.
Qed.
Lemma largest_1 : 1 <= omega.
Proof.
  unfold largest. rewrite value_dyadic. rewrite <- (Rmult_1_l 1). apply Rmult_le_compat; try lra.
  - apply IZR_le. assert (2 ^ 2 <= 2 ^ prec)%Z by (apply Z.pow_le_mono_r; lia). lia.
  - apply (bpow_le radix2 0). lia.
Qed.
Lemma unit_pos : 0 < u prec. Proof. apply u_pos. Qed.
Lemma half_pos : 0 < eta e0. Proof. apply eta_pos. Qed.
Lemma fits_spec a : fits f a = true -> value a <= omega.
Proof. apply leb_spec. Qed.
Lemma holds_spec a : holds f a = true -> held prec e0 (value a).
Proof. apply is_held_spec. exact prec_pos. Qed.

Lemma growth_correct k g : growth f k = Some g -> 0 <= value g /\ INR (Z.to_nat k) * u prec < 1 /\ G prec (Z.to_nat k) = 1 + value g.
Proof.
  unfold growth. destruct ((0 <=? k) && (k <? 2 ^ prec))%Z eqn:E; [|discriminate]. intros [= <-].
  apply andb_prop in E. destruct E as [E1 E2]. apply Z.leb_le in E1. apply Z.ltb_lt in E2.
  assert (P : bpow radix2 prec = IZR (2 ^ prec)) by now rewrite (IZR_Zpower radix2) by lia.
  assert (U : u prec * IZR (2 ^ prec) = 1) by (unfold u; rewrite <- P, <- bpow_plus, Z.add_opp_diag_l; reflexivity).
  assert (K : INR (Z.to_nat k) = IZR k) by (rewrite INR_IZR_INZ, Z2Nat.id; auto).
  unfold G. rewrite K. unfold value; cbn [numerator scale denominator]. rewrite Z2Pos.id by lia. rewrite minus_IZR.
  set (N := IZR (2 ^ prec)) in *. apply IZR_le in E1. apply IZR_lt in E2. fold N in E2. change (bpow radix2 0) with 1.
  assert (N0 : 0 < N) by lra. assert (u prec = / N) by (apply (Rmult_eq_reg_r N); [rewrite Rinv_l; lra|lra]).
  rewrite H. repeat split.
  - apply Rmult_le_pos; [lra|]. left. apply Rinv_0_lt_compat. lra.
  - apply (Rmult_lt_reg_r N); [lra|]. rewrite Rmult_assoc, Rinv_l; lra.
  - field. split; lra.
Qed.

Lemma conversion_of_correct a : 0 <= value (conversion_of f a) /\ conversion prec e0 (value (conversion_of f a)) (value a).
Proof.
  pose proof unit_pos. pose proof half_pos. unfold conversion_of, conversion. destruct (holds f a) eqn:E.
  - rewrite value_zero. apply holds_spec in E. split; [lra|]. split; [lra|now left].
  - pose proof (shorten_le (add (mul (unit f) (absolute_value a)) (half f))) as S.
    rewrite value_add, value_mul, value_unit, value_absolute, value_half in S.
    assert (0 <= u prec * Rabs (value a)) by (apply Rmult_le_pos; [lra|apply Rabs_pos]). split; [lra|]. split; [lra|right; lra].
Qed.

Lemma conversion_zero a : is_zero (conversion_of f a) = true -> value a = 0 \/ held prec e0 (value a).
Proof.
  intros Z. apply is_zero_spec in Z. destruct (conversion_of_correct a) as [_ [_ [H|H]]]; [now right|].
  rewrite Z in H. pose proof unit_pos. pose proof half_pos. pose proof (Rabs_pos (value a)). nra.
Qed.

Lemma quotient_of_correct m g h : quotient_of f m = (g, h) ->
  quotient prec e0 (Pos.to_nat m) (value g) (value h) /\ value g <= 1 /\ 0 <= value g /\ 0 <= value h.
Proof.
  pose proof unit_pos as U. pose proof half_pos as E. assert (U4 : u prec <= / 4).
  { unfold u. change (/ 4) with (bpow radix2 (-2)). apply bpow_le. lia. }
  assert (T : value (twice_unit f) = u prec * (2 + u prec)).
  { unfold twice_unit. now rewrite value_mul, value_add, value_integer, value_unit. }
  unfold quotient_of, quotient. destruct (Pos.eqb_spec m 1) as [->|_].
  - intros [= <- <-]. rewrite value_zero. change (Pos.to_nat 1) with 1%nat. split; [|lra]. split; [lra|]. split; [lra|now left].
  - destruct (is_power (integer (Zpos m))) eqn:P; intros [= <- <-].
    + apply is_power_spec in P. rewrite value_integer in P. rewrite value_zero, value_half.
      rewrite INR_IZR_INZ, positive_nat_Z. 
      split; [|lra]. split; [lra|]. split; [lra|]. right. split; [lra|now left].
    + rewrite T, value_half. assert (0 <= u prec * (2 + u prec) <= 1) by nra.
      split; [|lra]. split; [lra|]. split; [lra|]. right. split; [lra|right; lra].
Qed.

(** ** Sums *)

Section Sums.
Variable tree : order -> Prop.

Definition zero_of (l : list rational) (i : nat) : bool := is_zero (nth i l zero).

Lemma nonzero_correct l : nonzero_of l = Z.of_nat (nonzero (zero_of l) (seq 0 (length l))).
Proof.
  unfold nonzero_of.
  assert (S : forall l n, fold_left (fun n a => if is_zero a then n else (n + 1)%Z) l n
    = (n + Z.of_nat (nonzero (zero_of l) (seq 0 (length l))))%Z).
  { clear l. induction l as [|a l IH]; intros n; simpl fold_left; [simpl; lia|].
    rewrite IH. cbn [length seq]. unfold nonzero. cbn [filter].
    assert (E : length (filter (fun i => negb (zero_of (a :: l) i)) (seq 1 (length l)))
      = length (filter (fun i => negb (zero_of l i)) (seq 0 (length l)))).
    { rewrite <- seq_shift. generalize (seq 0 (length l)) as s. induction s as [|i s IHs]; [reflexivity|]. simpl.
      change (zero_of (a :: l) (S i)) with (zero_of l i). destruct (zero_of l i); simpl; congruence. }
    change (zero_of (a :: l) 0) with (is_zero a). destruct (is_zero a); simpl; rewrite E; lia. }
  rewrite S. lia.
Qed.

Lemma sums_exactly_correct l : sums_exactly f l = true ->
  accurate prec e0 omega (length l) tree (at_ l) 0 /\ rsum (length l) (absolute (at_ l)) <= omega.
Proof.
  unfold sums_exactly. set (c := Z.max e0 (lowest f l)). intros H. apply andb_prop in H. destruct H as [H F].
  apply andb_prop in H. destruct H as [M B]. apply fits_spec in F. rewrite leb_spec, value_dyadic, Rmult_1_l in B.
  rewrite total_magnitude_correct in F, B. split; [|exact F].
  set (n i := match as_dyadic (nth i l zero) with Some (n, e) => match multiple c n e with Some k => k | None => 0%Z end | None => 0%Z end).
  apply accurate_exact with c n; auto; [lia|]. intros i Hi. unfold at_, n.
  rewrite forallb_forall in M. specialize (M _ (nth_In l zero Hi)). unfold is_multiple in M.
  destruct (as_dyadic (nth i l zero)) as [[k e]|] eqn:D; [|discriminate]. apply as_dyadic_spec in D. rewrite D.
  destruct (multiple c k e) as [j|] eqn:J; [|discriminate]. now apply multiple_spec.
Qed.

Lemma growth_of_correct l g : l <> [] -> growth_of f l = Some g -> 0 <= value g /\
  accurate prec e0 omega (length l) tree (at_ l) (value g) /\ rsum (length l) (absolute (at_ l)) <= omega.
Proof.
  intros Hl. unfold growth_of. destruct (sums_exactly f l) eqn:E.
  - intros [= <-]. destruct (sums_exactly_correct l E) as [A B]. rewrite value_zero. repeat split; auto; try lra; apply A.
  - destruct (growth f _) as [k|] eqn:K; [|discriminate]. destruct (fits f _) eqn:F; [|discriminate]. intros [= <-].
    destruct (growth_correct _ _ K) as (G0 & Gu & GK). apply fits_spec in F.
    rewrite value_mul, value_plus_one, total_magnitude_correct in F.
    assert (N : 0 <= rsum (length l) (absolute (at_ l))) by (apply rsum_nonneg; intros; apply Rabs_pos).
    split; [exact G0|]. split; [|nra].
    apply (accurate_tree prec e0 omega (length l) tree (Z.to_nat (Z.max 0 (nonzero_of l - 1))) (zero_of l)); auto.
    + intros o C _. apply (any_order (zero_of l)) in C. rewrite nonzero_correct.
      replace (Z.to_nat (Z.max 0 (Z.of_nat (nonzero (zero_of l) (seq 0 (length l))) - 1)))
        with (nonzero (zero_of l) (seq 0 (length l)) - 1)%nat by lia. exact C.
    + rewrite GK. lra.
    + intros i _ Z. unfold at_. now apply is_zero_spec.
    + now rewrite GK.
Qed.
Lemma length_nat (l : list rational) : l <> [] -> Pos.to_nat (length_of l) = length l.
Proof.
  intros H. apply INR_eq. rewrite <- length_of_correct by exact H. now rewrite INR_IZR_INZ, positive_nat_Z.
Qed.
End Sums.
End Machine.
