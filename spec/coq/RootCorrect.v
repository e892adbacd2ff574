(** The program of Bounds.v bounds the error of 1/√(variance + epsilon): main result [root_bound_of_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core.
From BN Require Import Rational Rounding Arithmetic Summation Products TwoPass InverseStd Upper Bounds MachineCorrect.
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
End Machine.
