(** The programs of Bounds.v bound the errors of the statistics: main results [mean_error_of_correct],
    [training_bound_correct], [inference_bound_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Forward Rational Rounding Channel ChannelCorrect Arithmetic Summation Products TwoPass Mean
  Variance Upper Bounds MachineCorrect.
Import ListNotations.
Local Open Scope R_scope.

Section Machine.
Variable f : format.
Hypothesis Hp : (2 <= precision f)%Z.
Hypothesis Hmax : (precision f < emax f)%Z.
Notation prec := (precision f).
Notation e0 := (emin f).
Notation omega := (value (largest f)).

Let prec_pos : (0 < prec)%Z. Proof. lia. Qed.

Let largest_1 := largest_1 f Hp Hmax.
Let unit_pos := unit_pos f.
Let half_pos := half_pos f.
Let fits_spec := fits_spec f.
Let holds_spec := holds_spec f Hp.
Let conversion_of_correct := conversion_of_correct f Hp.
Let quotient_of_correct := quotient_of_correct f Hp.
Let growth_correct := growth_correct f Hp.

Section Sums.
Variable tree : order -> Prop.
Let sums_exactly_correct := sums_exactly_correct f Hp tree.
Let growth_of_correct := growth_of_correct f Hp tree.

Lemma counts_correct m : counts f m = true -> INR (Pos.to_nat m) * eta e0 <= 2 * u prec.
Proof.
  unfold counts. rewrite leb_spec, !value_mul, !value_integer, value_dyadic, value_unit.
  rewrite INR_IZR_INZ, positive_nat_Z. unfold eta. lra.
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
End Machine.
