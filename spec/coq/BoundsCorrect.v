(** The programs of Bounds.v bound the errors: main results [mean_error_of_correct], [training_bound_correct],
    [root_bound_of_correct], [output_error_of_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Forward Rational Rounding Channel ChannelCorrect Arithmetic Summation Products TwoPass Statistics
  Outputs Upper Bounds.
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

(** ** Statistics *)

Lemma counts_correct m : counts f m = true -> INR (Pos.to_nat m) * eta e0 <= 2 * u prec.
Proof.
  unfold counts. rewrite leb_spec, !value_mul, !value_integer, value_dyadic, value_unit.
  rewrite INR_IZR_INZ, positive_nat_Z. unfold eta. lra.
Qed.

Lemma length_nat (l : list rational) : l <> [] -> Pos.to_nat (length_of l) = length l.
Proof.
  intros H. apply INR_eq. rewrite <- length_of_correct by exact H. now rewrite INR_IZR_INZ, positive_nat_Z.
Qed.

Lemma divides_exactly_correct m s : divides_exactly f m s = true ->
  value s = 0 \/ power (INR (Pos.to_nat m)) /\ held prec e0 (value s / INR (Pos.to_nat m)).
Proof.
  unfold divides_exactly. intros H. apply orb_prop in H. destruct H as [H|H]; [left; now apply is_zero_spec|right].
  apply andb_prop in H. destruct H as [P H]. apply is_power_spec in P. apply holds_spec in H.
  rewrite value_over in H. rewrite value_integer in P. now rewrite INR_IZR_INZ, positive_nat_Z.
Qed.


Section Channel.
Variable l : list rational.
Hypothesis Hl : l <> [].
Let m := length l.
Let x := at_ l.
Let Hm : (0 < m)%nat := nonempty_length l Hl.
Let m1 : 1 <= INR m := INR_m m Hm.

Lemma every_order K o : K = Z.to_nat (Zpos (length_of l) - 1) -> covers o m -> tree o -> within K (fun _ => false) o.
Proof.
  intros -> C _. replace (Z.to_nat (Zpos (length_of l) - 1)) with (m - 1)%nat.
  - now apply any_order_of_all.
  - unfold m. rewrite <- length_nat by exact Hl. lia.
Qed.

Lemma count_value : value (integer (Zpos (length_of l))) = INR m.
Proof. rewrite value_integer. now apply length_of_correct. Qed.

Theorem mean_error_of_correct e mu : mean_error_of f l = Some e -> computes_mean prec e0 omega tree m x mu ->
  near (value e) mu (mean m x).
Proof.
  unfold mean_error_of. destruct (counts f (length_of l)) eqn:C; [|discriminate]. apply counts_correct in C.
  rewrite length_nat in C by exact Hl. destruct (growth_of f l) as [gs|] eqn:Gs; [|discriminate].
  destruct (quotient_of f (length_of l)) as [g h] eqn:Q. destruct (fits f _) eqn:F; [|discriminate].
  intros He Hmu. apply some_inj in He. subst e.
  destruct (growth_of_correct l gs Hl Gs) as (G0 & A & B).
  destruct (quotient_of_correct _ _ _ Q) as (Qc & _ & Qg & Qh). rewrite length_nat in Qc by exact Hl.
  destruct (is_zero gs && divides_exactly f (length_of l) (sum l)) eqn:E.
  - apply andb_prop in E. destruct E as [Z D]. apply is_zero_spec in Z. rewrite Z in A. apply divides_exactly_correct in D.
    rewrite value_sum, length_nat in D by exact Hl. rewrite (mean_exact prec e0 omega prec_pos largest_1 m x Hm tree C mu A B D Hmu).
    rewrite value_zero. apply near_refl.
  - apply fits_spec in F. rewrite !value_mul, !value_plus_one, value_unit, total_magnitude_correct in F.
    pose proof (mean_bound prec e0 omega prec_pos largest_1 m x Hm tree C (value gs) (value g) (value h) mu A Qc F Hmu) as M.
    eapply near_le; [|exact M].
    assert (Cw : tops (shorten (Rational.over one (length_of l))) (/ INR m)).
    { replace (/ INR m) with (value (Rational.over one (length_of l))).
      - apply tops_shorten. rewrite value_over, value_one, length_of_correct by exact Hl. fold m.
        unfold Rdiv. rewrite Rmult_1_l. left. apply Rinv_0_lt_compat. lra.
      - rewrite value_over, value_one, length_of_correct by exact Hl. fold m. unfold Rdiv. ring. }
    assert (Ca : tops (shorten (total_magnitude l)) (rsum m (absolute x))).
    { assert (T : value (total_magnitude l) = rsum m (absolute x)) by apply total_magnitude_correct. rewrite <- T. apply tops_shorten.
      rewrite T. apply rsum_nonneg. intros. apply Rabs_pos. }
    assert (Cs : tops (magnitude (sum l)) (Rabs (rsum m x))).
    { assert (T : value (sum l) = rsum m x) by apply value_sum. rewrite <- T. apply tops_magnitude. }
    pose proof (tops_shorten gs G0) as Cgs. pose proof (tops_shorten g Qg) as Cg. pose proof (tops_value h Qh) as Ch.
    exact (proj2 (tops_mean_error _ _ _ _ _ _ _ _ _ _ _ _ Cw Cgs Cg Ch Ca Cs)).
Qed.

(** ** The variance *)

Let d := deviations l.
Lemma length_devs : length d = m. Proof. apply length_deviations. Qed.
Lemma at_dev i : (i < m)%nat -> at_ d i = x i - mean m x.
Proof. intros H. unfold d, deviations. rewrite at_deviations by exact H. now rewrite average_correct. Qed.
Lemma devs_nonempty : d <> []. Proof. apply length_nonempty. rewrite length_devs. exact Hm. Qed.
Lemma count_devs : length_of d = length_of l. Proof. apply length_of_same. apply length_devs. Qed.
Lemma variance_value : value (average (map square d)) = var m x.
Proof. exact (variance_of_correct l Hl). Qed.

Lemma accurate_ext n t t' g : (forall i, (i < n)%nat -> t i = t' i) -> accurate prec e0 omega n tree t g -> accurate prec e0 omega n tree t' g.
Proof.
  intros E [G A]. split; [exact G|]. intros s (o & C & W & S).
  assert (S' : sums prec e0 omega tree n t s).
  { exists o. split; [exact C|]. split; [exact W|]. assert (E' : forall i, In i (terms o) -> t' i = t i).
    { intros i Hi. symmetry. apply E. eapply covers_in; eauto. }
    clear - S E'. induction S as [i|a b c e w Sa IHa Sb IHb P]; [rewrite E' by (now left); constructor|].
    econstructor; [apply IHa|apply IHb|exact P]; intros; apply E'; simpl; auto using in_or_app. }
  specialize (A s S'). rewrite (rsum_ext n (absolute t) (absolute t')) in A.
  - rewrite (rsum_ext n t t') in A by exact E. exact A.
  - intros i Hi. unfold absolute. now rewrite E.
Qed.

Theorem variance_is_exact_correct v : counts f (length_of l) = true -> variance_is_exact f d = true ->
  computes_variance prec e0 omega tree m x (mean m x) v -> v = var m x.
Proof.
  intros C H. apply counts_correct in C. rewrite length_nat in C by exact Hl.
  unfold variance_is_exact in H. repeat (apply andb_prop in H; destruct H as [H ?]).
  rename H into F1, H0 into Dv, H1 into Sq, H2 into Sd, H3 into B2, H4 into B1, H5 into F2.
  rewrite forallb_forall in F1, F2, B1, B2.
  assert (Nth : forall i, (i < m)%nat -> In (nth i d zero) d) by (intros; apply nth_In; now rewrite length_devs).
  assert (Sqr : forall i, (i < m)%nat -> at_ (map square d) i = (x i - mean m x) * (x i - mean m x)).
  { intros i Hi. unfold at_. rewrite (nth_map square d zero) by now rewrite length_devs. rewrite value_square.
    change (value (nth i d zero)) with (at_ d i). rewrite at_dev by exact Hi. ring. }
  destruct (sums_exactly_correct d Sd) as [Ad _]. destruct (sums_exactly_correct _ Sq) as [As Bs].
  rewrite map_length in As, Bs. rewrite length_devs in Ad, As, Bs.
  assert (Vs : value (sum (map square d)) = INR m * var m x).
  { pose proof variance_value as V. unfold average in V. rewrite value_over in V.
    rewrite (length_of_same (map square d) l) in V by (rewrite map_length; apply length_devs).
    rewrite length_of_correct in V by exact Hl. fold m in V. rewrite <- V. field. lra. }
  apply divides_exactly_correct in Dv. rewrite count_devs, length_nat in Dv by exact Hl. rewrite Vs in Dv.
  fold m in Dv. replace (INR m * var m x / INR m) with (var m x) in Dv by (field; lra).
  apply (variance_exact prec e0 omega prec_pos largest_1 m x Hm tree C).
  - intros i Hi. rewrite <- at_dev by exact Hi. unfold at_ at 1 2 3 4 5 6. rewrite <- (Rmult_1_r (value _ * value _)), Rmult_assoc.
    pose proof (holds_spec _ (F1 _ (Nth i Hi))) as K1. pose proof (fits_spec _ (B1 _ (Nth i Hi))) as K3. rewrite value_absolute in K3.
    assert (Is : In (square (nth i d zero)) (map square d)) by (apply in_map; auto).
    pose proof (holds_spec _ (F2 _ Is)) as K2. pose proof (fits_spec _ (B2 _ Is)) as K4. rewrite value_square in K2, K4.
    replace (value (nth i d zero) ^ 2) with (value (nth i d zero) * (value (nth i d zero) * 1)) in K2, K4 by ring.
    repeat split; auto. rewrite Rabs_pos_eq; [exact K4|]. rewrite Rmult_1_r. apply Rle_0_sqr.
  - eapply accurate_ext; [|exact Ad]. exact at_dev.
  - eapply accurate_ext; [|exact As]. exact Sqr.
  - rewrite <- Vs, value_sum, map_length, length_devs. eapply Rle_trans; [apply Rle_abs|]. eapply Rle_trans; [apply rsum_abs|exact Bs].
  - destruct Dv as [Dv|Dv]; [left|now right]. apply (Rmult_eq_reg_l (INR m)); [rewrite Dv; ring|lra].
Qed.

Theorem variance_errors_correct e below above mu v : 0 <= value e -> near (value e) mu (mean m x) -> counts f (length_of l) = true ->
  variance_errors f d e = Some (below, above) -> computes_variance prec e0 omega tree m x mu v ->
  - value below <= v - var m x <= value above.
Proof.
  intros He Hmu C. apply counts_correct in C. rewrite length_nat in C by exact Hl.
  unfold variance_errors. rewrite count_devs. destruct (growth f (Zpos (length_of l) - 1)) as [gk|] eqn:K; [|discriminate].
  destruct (growth_correct _ _ K) as (G0 & Gu & GK). destruct (quotient_of f (length_of l)) as [g h] eqn:Q.
  destruct (quotient_of_correct _ _ _ Q) as (Qc & Q1 & Qg & Qh). rewrite length_nat in Qc by exact Hl.
  set (growth1 := mul (plus_one (unit f)) (plus_one gk)). set (c1 := shorten (sub _ one)). set (cd := shorten (sub growth1 one)).
  set (c3 := shorten (sub (mul (plus_one (unit f)) (plus_one g)) one)). set (t := shorten (add _ h)).
  set (a := shorten (Rational.over (total_magnitude d) (length_of l))).
  destruct (fits f _) eqn:F1; [|discriminate]. destruct (fits f (mul (plus_one cd) _)) eqn:F2; [|discriminate].
  intros Hs Hv. apply pair_inj in Hs. destruct Hs as [<- <-].
  apply fits_spec in F1, F2. pose proof unit_pos as U. pose proof half_pos as E0.
  assert (Va : rsum m (fun i => Rabs (x i - mean m x)) <= INR m * value a).
  { pose proof (shorten_le (Rational.over (total_magnitude d) (length_of l))) as S. fold a in S.
    rewrite value_over, total_magnitude_correct, length_devs, length_of_correct in S by exact Hl. fold m in S.
    rewrite (rsum_ext m (absolute (at_ d)) (fun i => Rabs (x i - mean m x))) in S.
    - apply (Rmult_le_compat_l (INR m)) in S; [|lra]. replace (INR m * (rsum m (fun i => Rabs (x i - mean m x)) / INR m))
        with (rsum m (fun i => Rabs (x i - mean m x))) in S by (field; lra). exact S.
    - intros i Hi. unfold absolute. now rewrite at_dev. }
  assert (V1 : (1 + u prec) ^ 3 * G prec (Z.to_nat (Zpos (length_of l) - 1)) - 1 <= value c1).
  { pose proof (shorten_le (sub (mul growth1 (square (plus_one (unit f)))) one)) as S. fold c1 in S.
    unfold growth1 in S. rewrite value_sub, !value_mul, value_square, !value_plus_one, value_one, value_unit in S. rewrite GK.
    eapply Rle_trans; [|exact S]. right. ring. }
  assert (Vd : (1 + u prec) * G prec (Z.to_nat (Zpos (length_of l) - 1)) - 1 <= value cd).
  { pose proof (shorten_le (sub growth1 one)) as S. fold cd in S. unfold growth1 in S.
    rewrite value_sub, value_mul, !value_plus_one, value_one, value_unit in S. rewrite GK. lra. }
  assert (V3 : (1 + u prec) * (1 + value g) - 1 <= value c3).
  { pose proof (shorten_le (sub (mul (plus_one (unit f)) (plus_one g)) one)) as S. fold c3 in S.
    rewrite value_sub, value_mul, !value_plus_one, value_one, value_unit in S. lra. }
  assert (Vt : G prec (Z.to_nat (Zpos (length_of l) - 1)) * (eta e0 / 2) + (1 + value g) * (eta e0 / 2) + value h <= value t).
  { pose proof (shorten_le (add (add (mul (plus_one gk) (half f)) (mul (plus_one g) (half f))) h)) as S. fold t in S.
    rewrite !value_add, !value_mul, !value_plus_one, value_half in S. rewrite GK. lra. }
  repeat first [rewrite value_mul in F1 | rewrite value_add in F1 | rewrite value_plus_one in F1].
  repeat first [rewrite value_mul in F2 | rewrite value_add in F2 | rewrite value_plus_one in F2].
  rewrite value_half, value_unit, count_value, variance_value in F1. rewrite count_value in F2.
  assert (P1 : 0 <= value c1). { assert (1 <= (1 + u prec) ^ 3) by (apply pow_R1_Rle; lra). rewrite GK in V1. nra. }
  assert (Pd : 0 <= value cd) by (rewrite GK in Vd; nra). assert (P3 : 0 <= value c3) by nra.
  assert (Pt : 0 <= value t). { rewrite GK in Vt. assert (0 <= value gk * (eta e0 / 2)) by (apply Rmult_le_pos; lra).
    assert (0 <= value g * (eta e0 / 2)) by (apply Rmult_le_pos; lra). lra. }
  assert (Pa : 0 <= value a).
  { assert (0 <= INR m * value a) by (eapply Rle_trans; [|exact Va]; apply rsum_nonneg; intros; apply Rabs_pos). nra. }
  assert (Cv : tops (shorten (average (map square d))) (var m x)).
  { rewrite <- variance_value. apply tops_shorten. rewrite variance_value. now apply var_nonneg. }
  pose proof (tops_value c1 P1). pose proof (tops_value cd Pd). pose proof (tops_value c3 P3). pose proof (tops_value t Pt).
  pose proof (tops_value a Pa). pose proof (tops_value e He). pose proof (tops_value h Qh).
  assert (B : - Formulas.variance_below (value c1) (value cd) (value c3) (value t) (value h) (var m x) (value a) (value e) <= v - var m x
    <= Formulas.variance_above (value c1) (value cd) (value c3) (value t) (value h) (var m x) (value a) (value e)).
  { apply (variance_bound prec e0 omega prec_pos largest_1 m _ x Hm tree (fun o => every_order _ o eq_refl) C mu (value e) (value a) (value c1) (value cd)
      (value g) (value c3) (value h) (value t) v); auto. }
  set (vs := shorten (average (map square d))) in *.
  assert (Cb : tops (Formulas.variance_below c1 cd c3 t h vs a e)
    (Formulas.variance_below (value c1) (value cd) (value c3) (value t) (value h) (var m x) (value a) (value e)))
    by (apply tops_variance_below; assumption).
  assert (Ca : tops (Formulas.variance_above c1 cd c3 t h vs a e)
    (Formulas.variance_above (value c1) (value cd) (value c3) (value t) (value h) (var m x) (value a) (value e)))
    by (apply tops_variance_above; assumption).
  destruct Cb, Ca. lra.
Qed.

Theorem training_bound_correct s mu v : training_bound f l = Some s -> computes_mean prec e0 omega tree m x mu ->
  computes_variance prec e0 omega tree m x mu v ->
  0 <= value (em s) /\ near (value (em s)) mu (mean m x) /\ value (least s) <= v <= value (most s).
Proof.
  unfold training_bound. intros H Hmu Hv. fold d in H. destruct (mean_error_of f l) as [e|] eqn:E; [|discriminate].
  pose proof (mean_error_of_correct e mu E Hmu) as M. pose proof (near_pos _ _ _ M) as P.
  assert (C : counts f (length_of l) = true).
  { unfold mean_error_of in E. destruct (counts f (length_of l)); [reflexivity|discriminate]. }
  assert (V : value (variance_of l) = var m x) by (apply variance_of_correct; exact Hl).
  destruct (is_zero e && variance_is_exact f d) eqn:X.
  - apply some_inj in H. subst s. cbn [em least most]. apply andb_prop in X. destruct X as [Z X]. apply is_zero_spec in Z.
    rewrite Z in M. assert (mu = mean m x).
    { unfold near in M. destruct (Req_dec (mu - mean m x) 0) as [Q|Q]; [lra|]. apply Rabs_no_R0 in Q. pose proof (Rabs_pos (mu - mean m x)). lra. }
    subst mu. rewrite value_zero. split; [lra|]. split; [apply near_refl|].
    rewrite (variance_is_exact_correct v C X Hv), V. lra.
  - destruct (variance_errors f d e) as [[below above]|] eqn:R; [|discriminate]. apply some_inj in H. subst s. cbn [em least most].
    pose proof (variance_errors_correct e below above mu v P M C R Hv). split; [exact P|]. split; [exact M|].
    rewrite value_sub, value_add, V. lra.
Qed.
End Channel.
End Sums.

Theorem inference_bound_correct mean v s mu w : inference_bound f mean v = Some s -> rounds prec e0 omega (value mean) mu ->
  rounds prec e0 omega (value v) w ->
  0 <= value (em s) /\ near (value (em s)) mu (value mean) /\ value (least s) <= w <= value (most s).
Proof.
  unfold inference_bound. destruct (fits f (absolute_value mean) && _) eqn:F; [|discriminate]. intros H Hmu Hw.
  apply some_inj in H. subst s. cbn [em least most]. apply andb_prop in F. destruct F as [F1 F2]. apply fits_spec in F1, F2.
  rewrite value_absolute in F1, F2. destruct (conversion_of_correct mean) as [P1 C1]. destruct (conversion_of_correct v) as [P2 C2].
  split; [exact P1|]. split; [exact (conversion_error _ _ _ _ _ _ C1 Hmu F1)|].
  pose proof (conversion_error _ _ _ _ _ _ C2 Hw F2) as E. unfold near in E. apply Rabs_le_inv in E. rewrite value_sub, value_add. lra.
Qed.

(** ** The root *)

Theorem root_bound_of_correct v eps s r v' r' : root_bound_of f v eps s = Some r -> value (least s) <= v' <= value (most s) ->
  computes_inverse_std prec e0 omega (value eps) v' r' ->
  0 < value v + value eps /\ 0 <= value (er r) /\ near (value (er r)) r' (/ sqrt (value v + value eps)) /\
  / sqrt (value v + value eps) <= value (size r).
Proof.
  unfold root_bound_of. destruct (conversion_of_correct eps) as [Pc Cc].
  set (ce := conversion_of f eps) in *. set (is_exact := is_zero ce && _). set (ua := if is_exact then zero else unit f).
  set (w := add v eps). set (w1 := mul _ (sub one ua)). set (w2 := mul _ (add one ua)).
  destruct (ltb zero w1 && ltb zero w && leb zero eps) eqn:B; [|discriminate].
  destruct (root_candidates w) as [down up0]. set (up10 := snd _). set (down2 := fst _).
  set (is_square := same w1 w2 && _ && _ && _). set (up := if is_square then down else up0).
  set (up1 := if is_square then down else up10). set (us := if is_square then zero else unit f).
  set (ud := if is_square && holds f down then zero else unit f). set (six := mul (integer 6) (unit f)).
  set (k1 := mul _ (inverse (sub one us))). set (k2 := mul _ (inverse (plus_one us))).
  destruct (below_root down w && above_root up w && above_root up1 w1 && below_root down2 w2) eqn:C; [|discriminate].
  destruct (ltb zero up1 && ltb zero down2 && leb six one && leb (plus_one (unit f)) (integer 2)) eqn:D; [|discriminate].
  set (s1 := inverse up1). set (s2 := inverse down2). destruct (_ && leb one _) eqn:E; [|discriminate].
  intros H Hv Hr. apply some_inj in H. subst r. cbn [size er].
  apply andb_prop in B as [B B3]. apply andb_prop in B as [B1 B2]. apply andb_prop in C as [C C4]. apply andb_prop in C as [C C3].
  apply andb_prop in C as [C1 C2]. apply andb_prop in D as [D D4]. apply andb_prop in D as [D D3]. apply andb_prop in D as [D1 D2].
  apply andb_prop in E as [E E5]. apply andb_prop in E as [E E4]. apply andb_prop in E as [E E3]. apply andb_prop in E as [E1 E2].
  apply ltb_spec in B1, B2, D1, D2. apply leb_spec in B3, D3, D4, E1, E2, E5. apply fits_spec in E3, E4.
  rewrite value_zero in B1, B2, B3, D1, D2. pose proof unit_pos as U. pose proof half_pos as Hh.
  assert (W : value w = value v + value eps) by apply value_add. rewrite <- W.
  assert (Six : value six = 6 * u prec) by (unfold six; now rewrite value_mul, value_integer, value_unit).
  rewrite Six, value_one in D3. rewrite value_plus_one, value_integer, value_unit in D4.
  assert (Vus : value us = if is_square then 0 else u prec) by (unfold us; destruct is_square; [apply value_zero|apply value_unit]).
  assert (Vud : value ud = if is_square && holds f down then 0 else u prec).
  { unfold ud. destruct (is_square && holds f down); [apply value_zero|apply value_unit]. }
  assert (Vua : value ua = if is_exact then 0 else u prec) by (unfold ua; destruct is_exact; [apply value_zero|apply value_unit]).
  assert (Us : 0 <= value us <= u prec) by (rewrite Vus; destruct is_square; lra).
  assert (Ud : 0 <= value ud <= u prec) by (rewrite Vud; destruct (is_square && holds f down); lra).
  assert (Ua : 0 <= value ua <= u prec) by (rewrite Vua; destruct is_exact; lra).
  assert (W1 : value w1 = (value (least s) + (value eps - value ce)) * (1 - value ua)).
  { unfold w1. now rewrite value_mul, value_add, !value_sub, value_one. }
  assert (W2 : value w2 = (value (most s) + (value eps + value ce)) * (1 + value ua)).
  { unfold w2. now rewrite value_mul, !value_add, value_one. }
  assert (Hadd : addition prec e0 (value eps) (value ce) (value (least s)) (value (most s)) (value ua)).
  { unfold addition. split; [lra|]. rewrite Vua. unfold is_exact. destruct (is_zero ce) eqn:Zc; simpl; [|left; lra].
    apply is_zero_spec in Zc. destruct (is_zero eps) eqn:Ze; simpl; [right; left; split; [exact Zc|now apply is_zero_spec]|].
    destruct (same (least s) (most s) && holds f (add (least s) eps)) eqn:Q; [|left; lra].
    apply andb_prop in Q as [Q1 Q2]. apply same_spec in Q1. apply holds_spec in Q2. rewrite value_add in Q2. right; right; auto. }
  assert (Sq : is_square = true -> value w1 = value w2 /\ value w = value w1 /\ value down = / sqrt (value w) /\ held prec e0 (sqrt (value w1))).
  { unfold is_square. intros Q. apply andb_prop in Q as [Q Q4]. apply andb_prop in Q as [Q Q3]. apply andb_prop in Q as [Q1 Q2].
    apply same_spec in Q1, Q2, Q3. rewrite value_mul, value_square, value_one in Q3. apply holds_spec in Q4. rewrite value_mul in Q4.
    apply andb_prop in C1 as [C1 _]. rewrite leb_spec, value_zero in C1.
    pose proof (sqrt_lt_R0 _ B2) as S. assert (Dn : value down * sqrt (value w) = 1).
    { apply Rsqr_inj; [apply Rmult_le_pos; lra|lra|]. unfold Rsqr.
      replace (value down * sqrt (value w) * (value down * sqrt (value w))) with (value down ^ 2 * (sqrt (value w) * sqrt (value w))) by ring.
      rewrite sqrt_sqrt by lra. lra. }
    assert (Dr : value down = / sqrt (value w)) by (apply (Rmult_eq_reg_r (sqrt (value w))); [rewrite Rinv_l; lra|lra]).
    repeat split; auto. rewrite <- Q2. replace (sqrt (value w)) with (value w1 * value down); [exact Q4|].
    rewrite <- Q2, Dr. rewrite <- (sqrt_sqrt (value w)) at 1 by lra. field. lra. }
  assert (Hroot : root_error prec e0 (value w1) (value w2) (value us) (value ud)).
  { unfold root_error. split; [lra|]. split; [lra|]. rewrite Vus, Vud. destruct is_square eqn:Q; simpl.
    - destruct (Sq eq_refl) as (Q1 & Q2 & Q3 & Q4). split; [right; auto|]. destruct (holds f down) eqn:Hd; [|left; lra].
      right. apply holds_spec in Hd. rewrite Q3, Q2 in Hd. auto.
    - split; left; lra. }
  pose proof (above_root_spec up1 w1 B1 C3) as R1. pose proof (sqrt_lt_R0 _ B1) as S1.
  assert (B1' : 0 < value w2).
  { rewrite W2. rewrite W1 in B1. assert (0 < value (least s) + (value eps - value ce)) by (destruct (Rle_or_lt (value (least s) + (value eps - value ce)) 0); [exfalso; nra|assumption]). nra. }
  pose proof (below_root_spec down2 w2 B1' C4) as R2. pose proof (sqrt_lt_R0 _ B1') as S2.
  assert (Vs1 : value s1 = / value up1) by (apply value_inverse; exact D1).
  assert (Vs2 : value s2 = / value down2) by (apply value_inverse; exact D2).
  assert (P1 : 0 < / value up1) by now apply Rinv_0_lt_compat. assert (P2 : 0 < / value down2) by now apply Rinv_0_lt_compat.
  assert (L1 : / value up1 <= sqrt (value w1)).
  { rewrite <- (Rinv_inv (sqrt (value w1))). apply Rinv_le_contravar; [now apply Rinv_0_lt_compat|exact R1]. }
  assert (L2 : sqrt (value w2) <= / value down2).
  { rewrite <- (Rinv_inv (sqrt (value w2))). apply Rinv_le_contravar; [exact D2|apply R2]. }
  rewrite !value_mul, value_plus_one, value_half, value_unit, Vs2 in E2. rewrite value_mul, value_half, value_unit, Vs1 in E1.
  rewrite !value_mul, value_sub, value_one, Vs1 in E5.
  pose proof (inverse_std_range prec e0 omega largest_1 (value eps) v' (value (least s)) (value (most s)) (value ce) (value ua) (value us) (value ud)
    (/ value up1) (/ value down2) r' B3 Cc Hv Hadd ltac:(lra)) as R. cbv zeta in R. rewrite <- W1, <- W2 in R.
  specialize (R B1 Hroot D3 P1). 
  assert (Q1 : / value up1 * / value up1 <= value w1).
  { rewrite <- (sqrt_sqrt (value w1)) by lra. apply Rmult_le_compat; lra. }
  assert (Q2 : value w2 <= / value down2 * / value down2).
  { rewrite <- (sqrt_sqrt (value w2)) at 1 by lra. apply Rmult_le_compat; lra. }
  specialize (R Q1 P2 Q2 E1 E2 E3 E4 E5 Hr).
  assert (K1 : value k1 = (1 + value ud) * (1 + 6 * u prec) / (1 - value us)).
  { unfold k1. rewrite !value_mul, !value_plus_one, value_inverse, value_sub, value_one, Six; [reflexivity|].
    rewrite value_sub, value_one. lra. }
  assert (K2 : value k2 = (1 - value ud) * (1 - 6 * u prec) / (1 + value us)).
  { unfold k2. rewrite !value_mul, !value_sub, value_inverse, value_plus_one, value_one, Six; [reflexivity|].
    rewrite value_plus_one. lra. }
  rewrite <- K1, <- K2 in R. pose proof (below_root_spec down w B2 C1) as Rd. pose proof (above_root_spec up w B2 C2) as Ru.
  assert (K10 : 0 <= value k1).
  { rewrite K1. apply Rmult_le_pos; [apply Rmult_le_pos; lra|]. left. apply Rinv_0_lt_compat. lra. }
  assert (K20 : 0 <= value k2).
  { rewrite K2. apply Rmult_le_pos; [apply Rmult_le_pos; lra|]. left. apply Rinv_0_lt_compat. lra. }
  assert (T1 : value k1 / sqrt (value w1) <= value k1 * value up1) by (apply Rmult_le_compat_l; lra).
  assert (T2 : value k2 * value down2 <= value k2 / sqrt (value w2)) by (apply Rmult_le_compat_l; lra).
  pose proof (larger_l (sub (mul k1 up1) down) (sub up (mul k2 down2))) as M1.
  pose proof (larger_r (sub (mul k1 up1) down) (sub up (mul k2 down2))) as M2. rewrite value_sub, value_mul in M1, M2.
  pose proof (shorten_le (larger (sub (mul k1 up1) down) (sub up (mul k2 down2)))) as M.
  assert (N : near (value (shorten (larger (sub (mul k1 up1) down) (sub up (mul k2 down2))))) r' (/ sqrt (value w))).
  { unfold near. apply Rabs_le. lra. }
  split; [exact B2|]. split; [exact (near_pos _ _ _ N)|]. split; [exact N|]. pose proof (shorten_le up). lra.
Qed.

(** ** Products of three factors and y *)

Lemma roundings_of_correct a d a_exact d_exact a' d' r' : (a_exact = true -> a' = value a) -> (d_exact = true -> d' = value d) ->
  roundings prec e0 (value (roundings_of f a d a_exact d_exact)) a' d' r' /\ 0 <= value (roundings_of f a d a_exact d_exact).
Proof.
  intros A D. pose proof unit_pos as U. unfold roundings_of, roundings.
  assert (T : value (twice_unit f) = u prec * (2 + u prec)).
  { unfold twice_unit. now rewrite value_mul, value_add, value_integer, value_unit. }
  assert (Pa : a_exact && is_power a = true -> a' = value a /\ power a').
  { intros H. apply andb_prop in H as [H1 H2]. rewrite (A H1). split; [reflexivity|now apply is_power_spec]. }
  assert (Pd : d_exact && is_power d = true -> d' = value d /\ power d').
  { intros H. apply andb_prop in H as [H1 H2]. rewrite (D H1). split; [reflexivity|now apply is_power_spec]. }
  set (pa := a_exact && is_power a) in *. set (pd := d_exact && is_power d) in *.
  destruct (pd && a_exact && is_one a || pa && pd && holds f (mul a d)) eqn:E.
  - rewrite value_zero. split; [|lra]. right; right. apply orb_prop in E. destruct E as [E|E].
    + left. split; [lra|]. apply andb_prop in E as [E E3]. apply andb_prop in E as [E1 E2].
      rewrite (A E2). split; [now apply is_one_spec|left; now apply Pd].
    + right. split; [lra|]. apply andb_prop in E as [E E3]. apply andb_prop in E as [E1 E2]. destruct (Pa E1) as [Ea Ka].
      destruct (Pd E2) as [Ed Kd]. split; [exact Ka|]. split; [exact Kd|]. apply holds_spec in E3. rewrite value_mul in E3. congruence.
  - destruct (pa || pd) eqn:P.
    + rewrite value_unit. split; [|lra]. right; left. split; [lra|]. apply orb_prop in P. destruct P as [P|P]; [left; now apply Pa|right; left; now apply Pd].
    + rewrite T. split; [left; lra|]. apply Rmult_le_pos; lra.
Qed.

(** what bounds of a root r' say *)
Definition root_within (r : root_bound) (r' z : R) : Prop :=
  0 <= value (er r) /\ near (value (er r)) r' z /\ Rabs z <= value (size r).

Theorem product_error_of_correct v a ea d ed r e (A D z a' d' r' p : R) : product_error_of f v a ea d ed r = Some e ->
  0 <= value v -> near (value ea) a' A -> near (value ed) d' D -> Rabs A <= value a -> Rabs D <= value d -> root_within r r' z ->
  roundings prec e0 (value v) a' d' r' -> triple prec e0 omega a' d' r' p -> near (value e) p (A * D * z).
Proof.
  unfold product_error_of. set (a1 := add a ea). set (d1 := add d ed). set (r1 := add (size r) (er r)).
  set (zz := shorten (larger a1 (larger d1 r1))). set (product := Formulas.product_size a ea d ed (size r) (er r)).
  destruct (_ && fits f (add _ (mul (half f) zz))) eqn:F; [|discriminate]. intros H V0 Na Nd La Ld (R0 & Nr & Lr) V T.
  apply some_inj in H. subst e. apply andb_prop in F as [F F4]. apply andb_prop in F as [F F3]. apply andb_prop in F as [F1 F2].
  apply fits_spec in F1, F2, F3, F4. unfold a1, d1, r1 in F1, F2, F3. rewrite value_mul, !value_add in F1, F2, F3.
  rewrite value_add, !value_mul, value_plus_one, value_unit, value_half in F4.
  pose proof (near_pos _ _ _ Na) as Ea. pose proof (near_pos _ _ _ Nd) as Ed. pose proof unit_pos as U. pose proof half_pos as H0.
  pose proof (Rabs_pos A) as Pa. pose proof (Rabs_pos D) as Pd. pose proof (Rabs_pos z) as Pz.
  assert (Z : value a1 <= value zz /\ value d1 <= value zz /\ value r1 <= value zz).
  { pose proof (shorten_le (larger a1 (larger d1 r1))) as S. fold zz in S. pose proof (larger_l a1 (larger d1 r1)).
    pose proof (larger_r a1 (larger d1 r1)). pose proof (larger_l d1 r1). pose proof (larger_r d1 r1). lra. }
  unfold a1, d1, r1 in Z. rewrite !value_add in Z.
  assert (Ca : tops a (value a)) by (apply tops_value; lra). assert (Cd : tops d (value d)) by (apply tops_value; lra).
  assert (Cr : tops (size r) (value (size r))) by (apply tops_value; lra). assert (Ce : tops (er r) (value (er r))) by now apply tops_value.
  assert (Cea : tops ea (value ea)) by now apply tops_value. assert (Ced : tops ed (value ed)) by now apply tops_value.
  assert (Cz : tops zz (value zz)) by (apply tops_value; lra). pose proof (tops_shorten v V0) as Cv.
  assert (Cu : tops (unit f) (u prec)) by (rewrite <- value_unit; apply tops_value; rewrite value_unit; lra).
  assert (Ch : tops (half f) (eta e0 / 2)) by (rewrite <- value_half; apply tops_value; rewrite value_half; lra).
  pose proof (tops_product_size _ _ _ _ _ _ _ _ _ _ _ _ Ca Cea Cd Ced Cr Ce) as [_ Sz]. fold product in Sz.
  eapply near_le; [exact (proj2 (tops_product_error _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ Cu Cv Ch Cz Ca Cea Cd Ced Cr Ce))|].
  apply (product_bound prec e0 omega (value v) (value zz) A (value ea) a' D (value ed) d' z (value (er r)) r'); auto; try lra.
  unfold product_range. repeat split; auto.
  assert ((1 + u prec) * Formulas.product_size (value a) (value ea) (value d) (value ed) (value (size r)) (value (er r))
    <= (1 + u prec) * value product) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Theorem output_error_of_correct gamma beta s r d most e (x mu m r' z w : R) :
  output_error_of f gamma beta s r d most = Some e -> value d = x - m -> 0 <= value (em s) -> near (value (em s)) mu m ->
  root_within r r' z -> Rabs (value gamma * (x - m) * z + value beta) <= value most ->
  computes_output prec e0 omega x mu r' (value gamma) (value beta) w ->
  near (value e) w (value gamma * (x - m) * z + value beta).
Proof.
  unfold output_error_of. set (cg := conversion_of f gamma). set (cb := conversion_of f beta).
  destruct (fits f (absolute_value gamma) && fits f (absolute_value beta)) eqn:B; [|discriminate].
  intros H D M0 M R Y C. apply andb_prop in B as [B1 B2]. apply fits_spec in B1, B2. rewrite value_absolute in B1, B2.
  destruct (conversion_of_correct gamma) as [Pg Cg]. destruct (conversion_of_correct beta) as [Pb Cb]. fold cg in Pg, Cg. fold cb in Pb, Cb.
  destruct (is_zero gamma || is_zero (em s) && is_zero d) eqn:Z.
  - apply some_inj in H. subst e.
    assert (K : value gamma = 0 \/ mu = m /\ x = m).
    { apply orb_prop in Z. destruct Z as [Z|Z]; [left; now apply is_zero_spec|right]. apply andb_prop in Z as [Z1 Z2].
      apply is_zero_spec in Z1, Z2. rewrite Z1 in M. rewrite Z2 in D. split; [|lra].
      unfold near in M. destruct (Req_dec (mu - m) 0) as [Q|Q]; [lra|]. apply Rabs_no_R0 in Q. pose proof (Rabs_pos (mu - m)). lra. }
    replace (value gamma * (x - m) * z + value beta) with (value beta).
    + exact (output_of_zero prec e0 omega largest_1 m mu r' x (value gamma) (value beta) (value cb) w K B1 Cb B2 C).
    + destruct K as [-> | [_ ->]]; ring.
  - set (d_exact := is_zero (em s) && holds f d) in *. set (vd := if d_exact then zero else unit f) in *.
    set (ed := Formulas.deviation_error vd (magnitude d) (em s)) in *. destruct (fits f (add (magnitude d) (em s))) eqn:F; [|discriminate].
    destruct (product_error_of f _ _ cg _ ed r) as [p|] eqn:P; [|discriminate].
    set (vb := if is_zero cb && is_zero beta then zero else unit f) in *. destruct (fits f (add most (add p cb))) eqn:G; [|discriminate].
    apply some_inj in H. subst e. apply fits_spec in F, G. rewrite value_add in F. rewrite !value_add in G. pose proof unit_pos as U.
    destruct C as (g' & b' & d' & p' & Hg & Hb & Hd & Ht & Hs).
    pose proof (conversion_error _ _ _ _ _ _ Cg Hg B1) as Eg. pose proof (conversion_error _ _ _ _ _ _ Cb Hb B2) as Eb.
    pose proof (tops_magnitude d) as Md. rewrite D in Md.
    assert (Vd : 0 <= value vd) by (unfold vd; destruct d_exact; rewrite ?value_zero, ?value_unit; lra).
    assert (Mu : d_exact = true -> mu = m /\ held prec e0 (x - mu)).
    { intros E. apply andb_prop in E as [E1 E2]. apply is_zero_spec in E1. rewrite E1 in M. apply holds_spec in E2. rewrite D in E2.
      unfold near in M. assert (mu = m). { destruct (Req_dec (mu - m) 0) as [Q|Q]; [lra|]. apply Rabs_no_R0 in Q. pose proof (Rabs_pos (mu - m)). lra. }
      subst mu. auto. }
    assert (Hv : u prec <= value vd \/ 0 <= value vd /\ held prec e0 (x - mu)).
    { unfold vd. destruct d_exact eqn:E; [right|left; rewrite value_unit; lra]. rewrite value_zero. split; [lra|]. now apply Mu. }
    assert (Ed : near (value ed) d' (x - m)).
    { eapply near_le; [|exact (deviation_bound prec e0 omega (value vd) (value (em s)) (value (magnitude d)) x mu m d' M (proj2 Md) Hv F Hd)].
      refine (proj2 (tops_deviation_error _ _ _ _ _ _ _ _ _)); apply tops_value; auto. eapply tops_pos; exact Md. }
    destruct (roundings_of_correct gamma d (holds f gamma) d_exact g' d' r') as [Vr V0].
    + intros E. apply holds_spec in E. exact (rounds_held _ _ _ _ _ Hg B1 E).
    + intros E. destruct (Mu E) as [-> Hh]. rewrite D. apply (minus_held _ _ _ _ _ _ Hd); [|exact Hh].
      destruct Md as [_ Md]. lra.
    + pose proof (product_error_of_correct _ _ _ _ _ _ _ (value gamma) (x - m) z g' d' r' p' P V0 Eg Ed
        (proj2 (tops_magnitude gamma)) (proj2 Md) R Vr Ht) as Np.
      assert (Ab : output_addition prec (value vb) (value cb) (value beta)).
      { unfold output_addition, vb. destruct (is_zero cb && is_zero beta) eqn:E; rewrite ?value_zero, ?value_unit; [|split; [lra|left; lra]].
        apply andb_prop in E as [E1 E2]. apply is_zero_spec in E1, E2. split; [lra|right; auto]. }
      pose proof (near_pos _ _ _ Np) as Pp.
      eapply near_le; [|exact (addition_bound prec e0 omega (value vb) (value most) p' _ (value p) b' (value beta) (value cb) w Np Eb Ab Y G Hs)].
      pose proof (Rabs_pos (value gamma * (x - m) * z + value beta)). destruct Ab as [Vb0 _].
      refine (proj2 (tops_output_error _ _ _ _ _ _ _ _ _ _ _ _)); apply tops_value; lra.
Qed.
End Machine.
