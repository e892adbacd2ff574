(** Correct rounding, decided: to nearest, ties to even, with subnormals and overflow, in any binary format.

    A format is given by its precision and by emax: values are below 2^emax, as in Flocq. Main result:
    [rounds_iff]: [rounds] accepts a floating-point number if and only if it is the exact result rounded once. *)
From Coq Require Import Reals Lra Lia ZArith Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Rational Exact.
Local Open Scope R_scope.

(** ** What is right *)

Record format := Format { precision : Z; emax : Z }.

(** the exponent of the smallest positive value *)
Definition emin (f : format) : Z := (3 - emax f - precision f)%Z.
Definition nearest (f : format) (y : R) : R := round radix2 (FLT_exp (emin f) (precision f)) ZnearestE y.

(** b is y rounded once. An exact zero is +0; a number that rounds to zero keeps its sign; what rounds to 2^emax or
    beyond is infinite. *)
Definition correctly_rounded (f : format) (y : R) (b : full_float) : Prop :=
  let r := nearest f y in
  if Rlt_bool (Rabs r) (bpow radix2 (emax f))
  then is_finite_FF b = true /\ FF2R radix2 b = r /\ (r = 0 -> sign_FF b = Rlt_bool y 0)
  else b = F754_infinity (Rlt_bool y 0).

(** ** The decision *)

(** n with n 2^c = m 2^e *)
Definition significand (c m e : Z) : option Z :=
  if (c <=? e)%Z then Some (Z.shiftl m (e - c))
  else let n := Z.shiftr m (c - e) in if (Z.shiftl n (c - e) =? m)%Z then Some n else None.

Section Format.
Variable f : format.
Notation prec := (precision f).

(** Whether z is in the cell of n 2^c, between the midpoints to its neighbours; the even one of two neighbours has
    their midpoint. Below a power of two the neighbour is half as far. *)
Definition in_cell (z : exact) (n c : Z) : bool :=
  let low := if ((n =? 2 ^ (prec - 1)) && (emin f <? c))%Z then dyadic (4 * n - 1) (c - 2) else dyadic (2 * n - 1) (c - 1) in
  let high := dyadic (2 * n + 1) (c - 1) in
  if Z.even n then at_most low z && at_most (opp high) (negate z)
  else less low z && less (opp high) (negate z).

(** whether z > 0 rounds to m 2^e *)
Definition rounds_to (z : exact) (m e : Z) : bool :=
  let top := (Z.log2 m + 1 + e)%Z in
  let c := Z.max (top - prec) (emin f) in
  (top <=? emax f)%Z && match significand c m e with Some n => in_cell z n c | None => false end.

Definition rounds_to_zero (z : exact) : bool := at_most (opp (dyadic 1 (emin f - 1))) (negate z).
Definition overflows (z : exact) : bool := at_most (dyadic (2 ^ (prec + 1) - 1) (emax f - prec - 1)) z.
Definition is_negative (z : exact) : bool := less zero (negate z).

Definition rounds (z : exact) (b : full_float) : bool :=
  let s := is_negative z in
  let a := if s then negate z else z in
  match b with
  | F754_zero t => eqb s t && rounds_to_zero a
  | F754_infinity t => eqb s t && overflows a
  | F754_nan _ _ => false
  | F754_finite t m e => eqb s t && rounds_to a (Zpos m) e
  end.
End Format.

(** ** It is right *)

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

Lemma rnd_generic y : generic_format radix2 (FLT_exp e0 prec) (rnd y).
Proof. apply generic_format_round; apply _. Qed.

Lemma nonneg_rnd y : 0 <= y -> 0 <= rnd y.
Proof. intros. rewrite <- (round_0 radix2 (FLT_exp e0 prec) ZnearestE). apply round_le; try apply _. assumption. Qed.

Lemma rounds_to_spec z m e : proper z -> 0 < real z -> (0 < m)%Z ->
  (rounds_to f z m e = true <-> rnd (real z) = IZR m * bpow radix2 e /\ IZR m * bpow radix2 e < bpow radix2 (emax f)).
Proof.
  intros Hz Hp Hm. unfold rounds_to. rewrite andb_true_iff.
  set (c := Z.max (Z.log2 m + 1 + e - prec) e0).
  destruct (log2_bounds m e Hm) as [L U].
  assert (Top : (Z.log2 m + 1 + e <=? emax f)%Z = true <-> IZR m * bpow radix2 e < bpow radix2 (emax f)).
  { rewrite Z.leb_le. split; intros H.
    - eapply Rlt_le_trans; [exact U|]. now apply bpow_le.
    - assert (bpow radix2 (Z.log2 m + e) < bpow radix2 (emax f)) as B by (eapply Rle_lt_trans; eauto).
      apply lt_bpow in B. lia. }
  rewrite Top. pose proof (significand_spec c m e) as S.
  assert (C : forall n, IZR n * bpow radix2 c = IZR m * bpow radix2 e -> canonical n c) by exact (representation m e Hm).
  destruct (significand c m e) as [n|].
  - rewrite in_cell_spec by auto. specialize (C n S). rewrite <- S. split.
    + intros [H1 H2]. split; [now apply cell_sound|assumption].
    + intros [H1 H2]. split; [assumption|now apply cell_complete].
  - split; [intros [_ H]; discriminate|]. intros [H _]. exfalso.
    pose proof (rnd_generic (real z)) as G. rewrite H in G. unfold generic_format in G. 
    assert (Hc : cexp radix2 (FLT_exp e0 prec) (IZR m * bpow radix2 e) = c).
    { unfold cexp, FLT_exp. rewrite (mag_unique radix2 _ (Z.log2 m + 1 + e)); [reflexivity|].
      assert (0 < IZR m * bpow radix2 e) by (apply Rmult_lt_0_compat; [now apply IZR_lt|apply bpow_gt_0]).
      rewrite Rabs_pos_eq by lra. replace (Z.log2 m + 1 + e - 1)%Z with (Z.log2 m + e)%Z by ring. split; assumption. }
    rewrite Hc in G. unfold F2R in G. simpl in G. symmetry in G. exact (S _ G).
Qed.

Lemma rounds_to_zero_spec z : proper z -> 0 <= real z -> (rounds_to_zero f z = true <-> rnd (real z) = 0).
Proof.
  intros Hz H0. unfold rounds_to_zero. rewrite at_most_spec by auto.
  rewrite value_opp, real_negate, value_dyadic. unfold Z.sub. rewrite bpow_plus. change (bpow radix2 (- (1))) with (/ 2).
  pose proof (bpow_gt_0 radix2 e0) as B0. split.
  - intros H. rewrite (round_in_cell (real z) 0 e0); [ring|lia| | | |auto].
    + rewrite Rabs_pos_eq by auto. rewrite bpow_plus.
      assert (1 <= bpow radix2 prec) by (apply (bpow_le radix2 0); lia). nra.
    + now left.
    + rewrite Rmult_0_l, Rminus_0_r, Rabs_pos_eq by auto. lra.
  - intros H. destruct (Req_dec (real z) 0) as [->|Ne]; [lra|].
    destruct (round_cell (real z) ltac:(lra)) as (k & d & R & D0 & D1 & _ & _ & D4).
    rewrite H in R. pose proof (bpow_gt_0 radix2 d) as V.
    assert (K : IZR k = 0) by nra. rewrite K, Rmult_0_l, Rminus_0_r, Rabs_pos_eq in D1 by lra.
    destruct D4 as [->|D4]; [lra|exfalso]. rewrite bpow_plus in D4.
    assert (1 <= bpow radix2 (prec - 1)) by (apply (bpow_le radix2 0); lia). nra.
Qed.

Lemma overflows_spec z : proper z -> 0 <= real z -> (overflows f z = true <-> bpow radix2 (emax f) <= rnd (real z)).
Proof.
  intros Hz H0. unfold overflows. rewrite at_most_spec, value_dyadic by auto.
  set (c := (emax f - prec)%Z). assert (Hc : (e0 <= c)%Z) by (unfold emin, c; lia).
  pose proof (bpow_gt_0 radix2 c) as V. set (y := real z) in *.
  assert (T : bpow radix2 (emax f) = bpow radix2 prec * bpow radix2 c) by (rewrite <- bpow_plus; f_equal; unfold c; ring).
  assert (M : IZR (2 ^ (prec + 1) - 1) * bpow radix2 (c - 1) = (bpow radix2 prec - / 2) * bpow radix2 c).
  { rewrite minus_IZR, two_pow, bpow_plus by lia. unfold Z.sub. rewrite bpow_plus.
    change (bpow radix2 (- (1))) with (/ 2). change (bpow radix2 1) with 2. field. }
  rewrite M, T. set (v := bpow radix2 c) in *.
  assert (P : 2 <= bpow radix2 prec) by (apply (bpow_le radix2 1); lia).
  assert (T1 : bpow radix2 (prec - 1 + c) = bpow radix2 prec / 2 * v).
  { rewrite bpow_plus. unfold Z.sub. rewrite bpow_plus. reflexivity. }
  assert (Mid : rnd ((bpow radix2 prec - / 2) * v) = bpow radix2 prec * v).
  { rewrite <- (two_pow prec) at 2 by lia. apply round_in_cell; fold v; rewrite ?two_pow by lia; auto.
    - rewrite bpow_plus, Rabs_pos_eq by nra. fold v. nra.
    - right. rewrite T1, Rabs_pos_eq by nra. nra.
    - apply Rabs_le. split; nra.
    - intros _. apply even_pow. lia. }
  split.
  - intros H. rewrite <- Mid. apply round_le; try apply _. exact H.
  - intros H. apply Rnot_lt_le. intros C.
    assert (Max : IZR (2 ^ prec - 1) * v = (bpow radix2 prec - 1) * v) by (rewrite minus_IZR, two_pow by lia; reflexivity).
    assert (rnd y <= (bpow radix2 prec - 1) * v); [|nra].
    destruct (Rle_or_lt y ((bpow radix2 prec - 1) * v)) as [L|L].
    + assert (E : rnd ((bpow radix2 prec - 1) * v) = (bpow radix2 prec - 1) * v).
      { rewrite <- Max at 2. apply round_in_cell; fold v; rewrite ?Max; auto.
        - rewrite bpow_plus, Rabs_pos_eq by nra. fold v. nra.
        - right. rewrite T1, Rabs_pos_eq by nra. nra.
        - rewrite Rminus_eq_0, Rabs_R0. lra.
        - rewrite Rminus_eq_0, Rabs_R0. lra. }
      rewrite <- E. apply round_le; try apply _. exact L.
    + right. rewrite <- Max. apply round_in_cell; fold v; rewrite ?Max; auto.
      * rewrite bpow_plus, Rabs_pos_eq by nra. fold v. nra.
      * right. rewrite T1, Rabs_pos_eq by nra. nra.
      * apply Rabs_le. split; lra.
      * intros X. rewrite Rabs_pos_eq in X by lra. lra.
Qed.

Lemma rnd_opp y : rnd (- y) = - rnd y.
Proof. apply round_NE_opp. Qed.

(** The decision accepts a number if and only if it is correctly rounded. *)
Theorem rounds_iff z b : proper z -> (rounds f z b = true <-> correctly_rounded f (real z) b).
Proof.
  intros Hz. unfold rounds, correctly_rounded.
  assert (S : is_negative z = Rlt_bool (real z) 0).
  { pose proof (less_spec zero (negate z) (proper_negate z Hz)) as H. rewrite value_zero, real_negate in H.
    unfold is_negative. destruct (Rlt_bool_spec (real z) 0); [apply H; lra|].
    destruct (less zero (negate z)); [|reflexivity]. exfalso. assert (0 < - real z) by now apply H. lra. }
  rewrite S. set (s := Rlt_bool (real z) 0). set (a := if s then negate z else z).
  assert (Ha : proper a) by (unfold a; destruct s; auto).
  assert (A : real a = Rabs (real z)).
  { unfold a, s. destruct (Rlt_bool_spec (real z) 0); [rewrite real_negate, Rabs_left; lra|rewrite Rabs_pos_eq; lra]. }
  assert (An : 0 <= real a) by (rewrite A; apply Rabs_pos).
  assert (RA : rnd (real a) = Rabs (rnd (real z))).
  { unfold a, s. destruct (Rlt_bool_spec (real z) 0) as [H|H].
    - rewrite real_negate, rnd_opp. rewrite Rabs_left1; [reflexivity|].
      assert (0 <= rnd (- real z)) by (apply nonneg_rnd; lra). rewrite rnd_opp in *. lra.
    - rewrite Rabs_pos_eq; [reflexivity|]. now apply nonneg_rnd. }
  assert (RS : rnd (real z) = if s then - rnd (real a) else rnd (real a)).
  { unfold a, s. destruct (Rlt_bool_spec (real z) 0); [rewrite real_negate, rnd_opp; ring|reflexivity]. }
  assert (Mx : 0 < bpow radix2 (emax f)) by apply bpow_gt_0.
  destruct b as [t|t|t pl|t m e].
  - rewrite andb_true_iff, eqb_true_iff, rounds_to_zero_spec by auto. rewrite RA. simpl. split.
    + intros [<- H]. rewrite H, Rlt_bool_true by lra. repeat split; auto.
      symmetry. destruct (Req_dec (rnd (real z)) 0); [assumption|]. apply Rabs_no_R0 in H0. lra.
    + destruct (Rlt_bool_spec (Rabs (rnd (real z))) (bpow radix2 (emax f))) as [L|L]; [|discriminate].
      intros (_ & H & K). rewrite <- H, Rabs_R0. split; [symmetry; apply K; congruence|reflexivity].
  - rewrite andb_true_iff, eqb_true_iff, overflows_spec by auto. rewrite RA. simpl. split.
    + intros [<- H]. rewrite Rlt_bool_false by lra. reflexivity.
    + destruct (Rlt_bool_spec (Rabs (rnd (real z))) (bpow radix2 (emax f))) as [L|L]; [intros (H & _); discriminate|].
      intros [= <-]. split; [reflexivity|exact L].
  - split; [discriminate|].
    destruct (Rlt_bool (Rabs (rnd (real z))) (bpow radix2 (emax f))); [intros [H _]; discriminate H|discriminate].
  - rewrite andb_true_iff, eqb_true_iff. simpl is_finite_FF. simpl sign_FF. simpl FF2R.
    assert (Fv : F2R (Float radix2 (cond_Zopp t (Zpos m)) e) = if t then - (IZR (Zpos m) * bpow radix2 e) else IZR (Zpos m) * bpow radix2 e).
    { unfold F2R; simpl. destruct t; simpl; [change (Zneg m) with (- Zpos m)%Z; rewrite opp_IZR; ring|reflexivity]. }
    rewrite Fv. set (x := IZR (Zpos m) * bpow radix2 e).
    assert (X : 0 < x) by (apply Rmult_lt_0_compat; [apply IZR_lt; lia|apply bpow_gt_0]).
    destruct (Req_dec (real z) 0) as [Z0|Zn].
    { assert (R0 : rnd (real a) = 0) by (rewrite A, Z0, Rabs_R0; apply round_0; apply _).
      rewrite R0 in RA. rewrite <- RA, Rlt_bool_true by lra.
      assert (R1 : rnd (real z) = 0) by (rewrite RS, R0; destruct s; ring).
      split.
      - intros [_ H]. exfalso. unfold rounds_to in H. apply andb_true_iff in H. destruct H as [_ H].
        pose proof (significand_spec (Z.max (Z.log2 (Zpos m) + 1 + e - prec) e0) (Zpos m) e) as Sp.
        destruct (significand _ _ _) as [n|]; [|discriminate]. apply in_cell_spec in H; [|auto].
        apply cell_sound in H; [|apply (representation (Zpos m) e); [lia|exact Sp]].
        rewrite Sp, R0 in H. fold x in H. lra.
      - intros (_ & H1 & _). exfalso. rewrite R1 in H1. destruct t; lra. }
    assert (Ap : 0 < real a) by (rewrite A; now apply Rabs_pos_lt).
    rewrite rounds_to_spec by (auto; lia). fold x. split.
    + intros [<- [H1 H2]]. rewrite H1 in RA. rewrite <- RA, Rlt_bool_true by lra.
      rewrite RS, H1. repeat split.
    + destruct (Rlt_bool_spec (Rabs (rnd (real z))) (bpow radix2 (emax f))) as [L|L]; [|discriminate].
      intros (_ & H & _). rewrite RS in H.
      assert (Rn : 0 <= rnd (real a)) by now apply nonneg_rnd.
      assert (s = t) by (destruct s, t; auto; lra). subst t.
      assert (rnd (real a) = x) by (destruct s; lra). repeat split; auto. rewrite <- RA in L. lra.
Qed.
End Correct.
