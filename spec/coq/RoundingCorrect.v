(** The decision of Rounding.v is right. Main result: [rounds_iff]: a number is accepted if and only if it is the exact
    result rounded once. *)
From Coq Require Import Reals Lra Lia ZArith Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Rational Exact Rounding Cells.
Local Open Scope R_scope.

Section Correct.
Variable f : format.
Notation prec := (precision f).
Notation e0 := (emin f).
Notation rnd := (nearest f).
Notation canonical := (canonical f).
Hypothesis Hprec : (2 <= prec)%Z.
Hypothesis Hemax : (2 <= emax f)%Z.

Instance positive_precision : Prec_gt_0 prec := prec_gt_0 f Hprec.
Instance valid_exponents : Valid_exp (FLT_exp e0 prec) := valid f Hprec.

Let round_in_cell := round_in_cell f.
Let round_cell := round_cell f.
Let cell_sound := cell_sound f Hprec.
Let cell_complete := cell_complete f Hprec.
Let representation := representation f Hprec.
Let in_cell_spec := in_cell_spec f.

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
