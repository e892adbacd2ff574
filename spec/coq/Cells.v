(** Which real numbers round to n 2^c: those of its cell. Main results: [cell_sound], [cell_complete], [representation]. *)
From Coq Require Import Reals Lra Lia ZArith Bool.
From Flocq Require Import Core.
From BN Require Import Rational Exact Rounding.
Local Open Scope R_scope.

Lemma ZnearestE_cell (x : R) (n : Z) :
  Rabs (x - IZR n) <= / 2 -> (Rabs (x - IZR n) = / 2 -> Z.even n = true) -> ZnearestE x = n.
Proof.
  intros H He. destruct (Rle_lt_or_eq_dec _ _ H) as [L|Eq].
  - now apply Znearest_imp.
  - specialize (He Eq). destruct (Rcase_abs (x - IZR n)) as [N|P].
    + rewrite Rabs_left in Eq by auto. assert (X : x = IZR (n - 1) + / 2) by (rewrite minus_IZR; lra).
      assert (Hf : Zfloor x = (n - 1)%Z) by (apply Zfloor_imp; rewrite plus_IZR; lra).
      unfold Znearest. rewrite Hf, Rcompare_Eq by lra.
      replace (negb (Z.even (n - 1))) with true.
      * rewrite Zceil_floor_neq; rewrite Hf; [ring|lra].
      * rewrite Z.even_sub, He. reflexivity.
    + rewrite Rabs_pos_eq in Eq by lra. assert (X : x = IZR n + / 2) by lra.
      assert (Hf : Zfloor x = n) by (apply Zfloor_imp; rewrite plus_IZR; lra).
      unfold Znearest. rewrite Hf, Rcompare_Eq by lra. rewrite He. reflexivity.
Qed.

Lemma ZnearestE_tie (x : R) : Rabs (x - IZR (ZnearestE x)) = / 2 -> Z.even (ZnearestE x) = true.
Proof.
  intros H. pose proof (Zfloor_lb x) as L. pose proof (Zfloor_ub x) as U.
  unfold Znearest in *. set (k := Zfloor x) in *.
  destruct (Rcompare_spec (x - IZR k) (/ 2)) as [K|K|K].
  - exfalso. rewrite Rabs_pos_eq in H; lra.
  - assert (C : Zceil x = (k + 1)%Z) by (apply Zceil_floor_neq; fold k; lra).
    destruct (Z.even k) eqn:E; simpl in *; [exact E|]. rewrite C, Z.even_add, E. reflexivity.
  - assert (C : Zceil x = (k + 1)%Z) by (apply Zceil_floor_neq; fold k; lra).
    rewrite C, plus_IZR in H. exfalso. rewrite Rabs_left in H; lra.
Qed.

Section Correct.
Variable f : format.
Notation prec := (precision f).
Notation e0 := (emin f).
Notation rnd := (nearest f).
Hypothesis Hprec : (2 <= prec)%Z.
Hypothesis Hemax : (2 <= emax f)%Z.

Instance prec_gt_0 : Prec_gt_0 prec.
Proof. unfold Prec_gt_0. lia. Qed.
Instance valid : Valid_exp (FLT_exp e0 prec) := FLT_exp_valid e0 prec.

Lemma two_pow k : (0 <= k)%Z -> IZR (2 ^ k) = bpow radix2 k.
Proof. intros. now rewrite (IZR_Zpower radix2). Qed.

Lemma round_in_cell (y : R) (n c : Z) :
  (e0 <= c)%Z -> Rabs y < bpow radix2 (prec + c) ->
  (c = e0 \/ bpow radix2 (prec - 1 + c) <= Rabs y) ->
  Rabs (y - IZR n * bpow radix2 c) <= / 2 * bpow radix2 c ->
  (Rabs (y - IZR n * bpow radix2 c) = / 2 * bpow radix2 c -> Z.even n = true) ->
  rnd y = IZR n * bpow radix2 c.
Proof.
  intros He Hhi Hlo Hd Htie. pose proof (bpow_gt_0 radix2 c) as Be.
  assert (Hn : ZnearestE (y * bpow radix2 (- c)) = n).
  { rewrite bpow_opp.
    assert (E : Rabs (y * / bpow radix2 c - IZR n) = Rabs (y - IZR n * bpow radix2 c) * / bpow radix2 c).
    { rewrite <- (Rabs_pos_eq (/ bpow radix2 c)) at 2 by (left; now apply Rinv_0_lt_compat).
      rewrite <- Rabs_mult. f_equal. field; lra. }
    apply ZnearestE_cell; rewrite E.
    - apply (Rmult_le_reg_r (bpow radix2 c)); [lra|].
      rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. exact Hd.
    - intros K. apply Htie. rewrite <- K. field; lra. }
  destruct (Req_dec y 0) as [Y0|N0].
  - rewrite Y0, Rmult_0_l in Hn. assert (n = 0%Z) by (rewrite <- Hn; apply (Zrnd_IZR ZnearestE 0)).
    unfold nearest. rewrite Y0, round_0 by apply valid_rnd_N. subst n. rewrite H. ring.
  - assert (Hc : cexp radix2 (FLT_exp e0 prec) y = c).
    { unfold cexp, FLT_exp. destruct Hlo as [->|Hlo].
      - assert (mag radix2 y <= prec + e0)%Z by (apply mag_le_bpow; [auto|exact Hhi]). lia.
      - rewrite (mag_unique radix2 y (prec + c)); [lia|]. split; [|exact Hhi].
        replace (prec + c - 1)%Z with (prec - 1 + c)%Z by ring. exact Hlo. }
    unfold nearest, round, F2R, scaled_mantissa. rewrite Hc. simpl. now rewrite Hn.
Qed.

(** how a number y > 0 is rounded *)
Lemma round_cell (y : R) : 0 < y -> exists n c, rnd y = IZR n * bpow radix2 c /\ (e0 <= c)%Z /\
  Rabs (y - IZR n * bpow radix2 c) <= / 2 * bpow radix2 c /\
  (Rabs (y - IZR n * bpow radix2 c) = / 2 * bpow radix2 c -> Z.even n = true) /\
  y < bpow radix2 (prec + c) /\ (c = e0 \/ bpow radix2 (prec - 1 + c) <= y).
Proof.
  intros Hy. set (c := cexp radix2 (FLT_exp e0 prec) y). set (n := ZnearestE (scaled_mantissa radix2 (FLT_exp e0 prec) y)).
  exists n, c. pose proof (bpow_gt_0 radix2 c) as Be.
  assert (E : Rabs (y - IZR n * bpow radix2 c) = Rabs (y * bpow radix2 (- c) - IZR n) * bpow radix2 c).
  { replace (y - IZR n * bpow radix2 c) with ((y * bpow radix2 (- c) - IZR n) * bpow radix2 c)
      by (rewrite bpow_opp; field; lra).
    rewrite Rabs_mult, (Rabs_pos_eq (bpow radix2 c)) by lra. reflexivity. }
  pose proof (bpow_mag_gt radix2 y) as G. rewrite Rabs_pos_eq in G by lra.
  pose proof (bpow_mag_le radix2 y ltac:(lra)) as L. rewrite Rabs_pos_eq in L by lra.
  unfold c, cexp, FLT_exp in *. repeat split.
  - lia.
  - rewrite E. apply Rmult_le_compat_r; [lra|]. apply Znearest_half.
  - rewrite E. intros H. apply ZnearestE_tie. apply (Rmult_eq_reg_r _ _ _ H); lra.
  - eapply Rlt_le_trans; [exact G|]. apply bpow_le. lia.
  - destruct (Z_le_gt_dec e0 (mag radix2 y - prec)) as [K|K]; [right|left; lia].
    rewrite Z.max_l by lia. replace (prec - 1 + (mag radix2 y - prec))%Z with (mag radix2 y - 1)%Z by ring. exact L.
Qed.

(** n 2^c is the representation of a positive value of the format *)
Definition canonical (n c : Z) : Prop :=
  (0 < n)%Z /\ (e0 <= c)%Z /\ (n < 2 ^ prec)%Z /\ (c = e0 \/ 2 ^ (prec - 1) <= n)%Z.

Lemma shift_equal n c k d : IZR n * bpow radix2 c = IZR k * bpow radix2 d -> (c <= d)%Z -> n = (k * 2 ^ (d - c))%Z.
Proof.
  intros H L. apply eq_IZR. rewrite mult_IZR, two_pow by lia.
  apply (Rmult_eq_reg_r (bpow radix2 c)); [|pose proof (bpow_gt_0 radix2 c); lra].
  rewrite H, Rmult_assoc, <- bpow_plus. do 2 f_equal. ring.
Qed.

Lemma pow_split : (2 ^ prec = 2 * 2 ^ (prec - 1))%Z.
Proof. rewrite <- Z.pow_succ_r by lia. f_equal. lia. Qed.

Lemma even_pow k : (0 < k)%Z -> Z.even (2 ^ k) = true.
Proof. intros. now rewrite Z.even_pow. Qed.

Lemma canonical_below n c k d : canonical n c -> canonical k d ->
  IZR n * bpow radix2 c = IZR k * bpow radix2 d -> (d <= c)%Z.
Proof.
  intros (N0 & N1 & N2 & N3) (K0 & K1 & K2 & K3) E. destruct (Z_le_gt_dec d c) as [L|L]; [exact L|exfalso].
  apply shift_equal in E; [|lia]. destruct K3 as [K3|K3]; [lia|].
  pose proof pow_split. assert (2 <= 2 ^ (d - c))%Z by (apply (Z.pow_le_mono_r 2 1); lia). nia.
Qed.

Lemma canonical_unique n c k d : canonical n c -> canonical k d ->
  IZR n * bpow radix2 c = IZR k * bpow radix2 d -> n = k /\ c = d.
Proof.
  intros N K E. pose proof (canonical_below _ _ _ _ N K E). pose proof (canonical_below _ _ _ _ K N (eq_sym E)).
  assert (c = d) by lia. split; [|assumption]. subst d. apply shift_equal in E; [|lia].
  rewrite Z.sub_diag in E. lia.
Qed.

(** The cell of n 2^c, in units of u = 2^c *)
Definition cell (y : R) (n c : Z) : Prop :=
  let u := bpow radix2 c in
  let low := if ((n =? 2 ^ (prec - 1)) && (e0 <? c))%Z then (IZR n - / 4) * u else (IZR n - / 2) * u in
  let high := (IZR n + / 2) * u in
  if Z.even n then low <= y /\ y <= high else low < y /\ y < high.

Lemma bpow_down c k : bpow radix2 (c - k) = bpow radix2 c * bpow radix2 (- k).
Proof. unfold Z.sub. apply bpow_plus. Qed.

Lemma in_cell_spec z n c : proper z -> (in_cell f z n c = true <-> cell (real z) n c).
Proof.
  intros Hz. unfold in_cell, cell.
  assert (L4 : value (dyadic (4 * n - 1) (c - 2)) = (IZR n - / 4) * bpow radix2 c).
  { rewrite value_dyadic, minus_IZR, mult_IZR, bpow_down. change (bpow radix2 (- (2))) with (/ 4). field. }
  assert (L2 : value (dyadic (2 * n - 1) (c - 1)) = (IZR n - / 2) * bpow radix2 c).
  { rewrite value_dyadic, minus_IZR, mult_IZR, bpow_down. change (bpow radix2 (- (1))) with (/ 2). field. }
  assert (U2 : value (dyadic (2 * n + 1) (c - 1)) = (IZR n + / 2) * bpow radix2 c).
  { rewrite value_dyadic, plus_IZR, mult_IZR, bpow_down. change (bpow radix2 (- (1))) with (/ 2). field. }
  destruct (Z.even n); rewrite andb_true_iff;
    [rewrite !at_most_spec by auto|rewrite !less_spec by auto];
    rewrite value_opp, real_negate, U2; destruct ((n =? 2 ^ (prec - 1)) && (e0 <? c))%Z;
    rewrite ?L4, ?L2; split; intros [? ?]; split; lra.
Qed.

Lemma cell_sound y n c : canonical n c -> cell y n c -> rnd y = IZR n * bpow radix2 c.
Proof.
  intros (N0 & N1 & N2 & N3) H. unfold cell in H. set (u := bpow radix2 c) in *.
  assert (U : 0 < u) by apply bpow_gt_0.
  apply IZR_lt in N2 as N2'. rewrite two_pow in N2' by lia.
  assert (1 <= IZR n) by (apply IZR_le; lia).
  assert (T : bpow radix2 (prec + c) = bpow radix2 prec * u) by apply bpow_plus.
  assert (T1 : bpow radix2 (prec - 1 + c) = IZR (2 ^ (prec - 1)) * u) by (rewrite two_pow by lia; apply bpow_plus).
  assert (S1 : IZR n <= bpow radix2 prec - 1).
  { rewrite <- two_pow by lia. rewrite <- minus_IZR. apply IZR_le. lia. }
  destruct ((n =? 2 ^ (prec - 1)) && (e0 <? c))%Z eqn:B.
  - apply andb_true_iff in B. destruct B as [B1 B2]. apply Z.eqb_eq in B1. apply Z.ltb_lt in B2.
    assert (Ev : Z.even n = true) by (rewrite B1; apply even_pow; lia). rewrite Ev in H. destruct H as [H1 H2].
    destruct (Rle_or_lt (bpow radix2 (prec - 1 + c)) y) as [G|G].
    + apply round_in_cell; auto; fold u.
      * rewrite Rabs_pos_eq by nra. rewrite T. nra.
      * right. rewrite Rabs_pos_eq by nra. exact G.
      * rewrite T1, <- B1 in G. apply Rabs_le. split; nra.
    + rewrite T1, <- B1 in G.
      assert (V : bpow radix2 (c - 1) = u / 2).
      { unfold Z.sub. rewrite bpow_plus. change (bpow radix2 (- (1))) with (/ 2). reflexivity. }
      replace (IZR n * u) with (IZR (2 * n) * bpow radix2 (c - 1)) by (rewrite mult_IZR, V; field).
      apply round_in_cell; rewrite ?V, ?mult_IZR.
      * lia.
      * rewrite Rabs_pos_eq by nra. replace (prec + (c - 1))%Z with (prec - 1 + c)%Z by ring. rewrite T1, <- B1. lra.
      * right. rewrite Rabs_pos_eq by nra. unfold Z.sub at 1. rewrite Z.add_opp_r, bpow_plus, V, <- two_pow, <- B1 by lia. nra.
      * apply Rabs_le. split; nra.
      * intros _. rewrite Z.even_mul. reflexivity.
  - assert (D : Rabs (y - IZR n * u) <= / 2 * u /\ (Rabs (y - IZR n * u) = / 2 * u -> Z.even n = true)).
    { destruct (Z.even n); destruct H as [H1 H2].
      - split; [apply Rabs_le; split; lra|reflexivity].
      - assert (Rabs (y - IZR n * u) < / 2 * u) by (apply Rabs_def1; lra). split; [lra|intros; lra]. }
    assert (P : (IZR n - / 2) * u <= y <= (IZR n + / 2) * u) by (destruct (Z.even n); lra).
    destruct D as [D1 D2]. apply round_in_cell; auto; fold u; rewrite Rabs_pos_eq by nra.
    + rewrite T. nra.
    + destruct N3 as [N3|N3]; [now left|]. destruct (Z.eq_dec c e0) as [->|Ne]; [now left|right].
      rewrite T1. apply andb_false_iff in B. destruct B as [B|B]; [|apply Z.ltb_ge in B; lia].
      apply Z.eqb_neq in B. assert (IZR (2 ^ (prec - 1)) <= IZR n - 1) by (rewrite <- minus_IZR; apply IZR_le; lia). nra.
Qed.

Lemma cell_complete y n c : 0 < y -> canonical n c -> rnd y = IZR n * bpow radix2 c -> cell y n c.
Proof.
  intros Hy N E. destruct (round_cell y Hy) as (k & d & R & D0 & D1 & D2 & D3 & D4).
  rewrite E in R. pose proof (bpow_gt_0 radix2 d) as V. set (v := bpow radix2 d) in *.
  assert (T : bpow radix2 (prec + d) = IZR (2 ^ prec) * v) by (rewrite two_pow by lia; apply bpow_plus).
  assert (T1 : bpow radix2 (prec - 1 + d) = IZR (2 ^ (prec - 1)) * v) by (rewrite two_pow by lia; apply bpow_plus).
  rewrite T in D3. rewrite T1 in D4. apply Rabs_le_inv in D1 as D1'.
  assert (K0 : (0 < k)%Z).
  { apply lt_IZR. destruct N as [N0 _]. apply IZR_lt in N0. pose proof (bpow_gt_0 radix2 c). nra. }
  assert (K2 : (k <= 2 ^ prec)%Z).
  { apply Z.lt_succ_r. apply lt_IZR. rewrite succ_IZR. nra. }
  assert (K3 : (d = e0 \/ 2 ^ (prec - 1) <= k)%Z).
  { destruct D4 as [D4|D4]; [now left|right]. apply Z.lt_pred_le. apply lt_IZR.
    unfold Z.pred. rewrite plus_IZR. change (IZR (-1)) with (-1). nra. }
  destruct (Z.eq_dec k (2 ^ prec)) as [Kp|Kp].
  - assert (C : canonical (2 ^ (prec - 1)) (d + 1)).
    { repeat split; [apply Z.pow_pos_nonneg; lia|lia|apply Z.pow_lt_mono_r; lia|right; lia]. }
    destruct (canonical_unique n c (2 ^ (prec - 1)) (d + 1) N C) as [-> ->].
    { rewrite R, Kp, pow_split, mult_IZR. fold v. unfold v. rewrite bpow_plus. change (bpow radix2 1) with 2. ring. }
    unfold cell. rewrite Z.eqb_refl. replace (e0 <? d + 1)%Z with true by (symmetry; apply Z.ltb_lt; lia). simpl.
    rewrite even_pow by lia. rewrite bpow_plus. change (bpow radix2 1) with 2. fold v.
    rewrite Kp, pow_split, mult_IZR in D1'. rewrite pow_split, mult_IZR in D3.
    assert (0 < IZR (2 ^ (prec - 1))) by (apply IZR_lt, Z.pow_pos_nonneg; lia). split; nra.
  - assert (C : canonical k d) by (repeat split; auto; lia).
    destruct (canonical_unique n c k d N C R) as [-> ->]. unfold cell. fold v.
    destruct ((k =? 2 ^ (prec - 1)) && (e0 <? d))%Z eqn:B.
    + apply andb_true_iff in B. destruct B as [B1 B2]. apply Z.eqb_eq in B1. apply Z.ltb_lt in B2.
      destruct D4 as [D4|D4]; [lia|]. rewrite <- B1 in D4. replace (Z.even k) with true by (rewrite B1; symmetry; apply even_pow; lia).
      split; nra.
    + destruct (Z.even k) eqn:Ek; [split; lra|].
      assert (Rabs (y - IZR k * v) <> / 2 * v) by (intros H; apply D2 in H; congruence).
      assert (Rabs (y - IZR k * v) < / 2 * v) as L by lra. apply Rabs_def2 in L. split; lra.
Qed.

Lemma significand_spec c m e :
  match significand c m e with
  | Some n => IZR n * bpow radix2 c = IZR m * bpow radix2 e
  | None => forall n, IZR n * bpow radix2 c <> IZR m * bpow radix2 e
  end.
Proof.
  unfold significand. destruct (Z.leb_spec c e) as [L|L].
  - rewrite Z.shiftl_mul_pow2, mult_IZR, two_pow by lia. rewrite Rmult_assoc, <- bpow_plus. do 2 f_equal. ring.
  - destruct (Z.eqb_spec (Z.shiftl (Z.shiftr m (c - e)) (c - e)) m) as [H|H].
    + rewrite <- H at 2. rewrite Z.shiftl_mul_pow2, mult_IZR, two_pow by lia.
      rewrite Rmult_assoc, <- bpow_plus. do 2 f_equal. ring.
    + intros n E. apply H. symmetry in E. apply shift_equal in E; [|lia].
      rewrite E, Z.shiftr_div_pow2, Z.div_mul, Z.shiftl_mul_pow2 by lia. reflexivity.
Qed.

Lemma log2_bounds m e : (0 < m)%Z ->
  bpow radix2 (Z.log2 m + e) <= IZR m * bpow radix2 e < bpow radix2 (Z.log2 m + 1 + e).
Proof.
  intros Hm. destruct (Z.log2_spec m Hm) as [L U]. pose proof (Z.log2_nonneg m).
  apply IZR_le in L. apply IZR_lt in U. rewrite two_pow in L, U by lia.
  rewrite !bpow_plus. pose proof (bpow_gt_0 radix2 e). change (bpow radix2 1) with 2.
  unfold Z.succ in U. rewrite bpow_plus in U. change (bpow radix2 1) with 2 in U. split; nra.
Qed.

Lemma representation m e : (0 < m)%Z ->
  let c := Z.max (Z.log2 m + 1 + e - prec) e0 in
  forall n, IZR n * bpow radix2 c = IZR m * bpow radix2 e -> canonical n c.
Proof.
  intros Hm c n E. destruct (log2_bounds m e Hm) as [L U]. rewrite <- E in L, U.
  pose proof (bpow_gt_0 radix2 c) as V.
  assert (N0 : (0 < n)%Z). { apply lt_IZR. pose proof (bpow_gt_0 radix2 (Z.log2 m + e)). nra. }
  split; [exact N0|]. split; [unfold c; lia|]. split.
  - apply lt_IZR. rewrite two_pow by lia. apply (Rmult_lt_reg_r (bpow radix2 c)); [lra|].
    rewrite <- bpow_plus. eapply Rlt_le_trans; [exact U|]. apply bpow_le. unfold c. lia.
  - destruct (Z_le_gt_dec (Z.log2 m + 1 + e - prec) e0) as [K|K]; [left; unfold c; lia|right].
    apply le_IZR. rewrite two_pow by lia. apply (Rmult_le_reg_r (bpow radix2 c)); [lra|].
    rewrite <- bpow_plus. eapply Rle_trans; [|exact L]. apply bpow_le. unfold c. lia.
Qed.
End Correct.
