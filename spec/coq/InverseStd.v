(** The error of the computed 1/√(variance + epsilon). Main result: [inverse_std_range]. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import BN Arithmetic Summation Products TwoPass.
Local Open Scope R_scope.

Section Model.
Variables (prec emin : Z) (largest : R).
Hypothesis Hprec : (0 < prec)%Z.
Hypothesis Hlargest : 1 <= largest.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation rounds := (rounds prec emin largest).
Notation plus := (plus prec emin largest).
Notation minus := (minus prec emin largest).
Notation times := (times prec emin largest).
Notation divide := (divide prec emin largest).
Notation root := (root prec emin largest).
Notation adds := (adds prec emin largest).
Notation over := (over prec emin largest).
Notation quotient := (quotient prec emin).
Notation G := (G prec).

Let u0 : 0 < u := u_pos prec.
Let eta0 : 0 < eta := eta_pos emin.


(** the relative errors of the addition, the root and the quotient: none where a result is exact *)
Definition addition (eps ce l h ua : R) : Prop := 0 <= ua /\ (u <= ua \/ ce = 0 /\ eps = 0 \/ ce = 0 /\ l = h /\ held (l + eps)).
Definition root_error (w1 w2 us ud : R) : Prop := 0 <= us < 1 /\ 0 <= ud <= 1 /\
  (u <= us \/ w1 = w2 /\ held (sqrt w1)) /\ (u <= ud \/ w1 = w2 /\ us = 0 /\ held (sqrt w1) /\ held (/ sqrt w1)).

Theorem inverse_std_range eps v l h ce ua us ud s1 s2 r : 0 <= eps -> conversion prec emin ce eps ->
  l <= v <= h -> addition eps ce l h ua -> ua <= 1 ->
  let w1 := (l + (eps - ce)) * (1 - ua) in let w2 := (h + (eps + ce)) * (1 + ua) in
  0 < w1 -> root_error w1 w2 us ud -> 6 * u <= 1 ->
  0 < s1 -> s1 * s1 <= w1 -> 0 < s2 -> w2 <= s2 * s2 -> eta / 2 <= u * s1 -> eta / 2 * ((1 + us) * s2) <= u ->
  w2 <= largest -> eps <= largest -> 1 <= largest * ((1 - us) * s1) ->
  computes_inverse_std prec emin largest eps v r ->
  (1 - ud) * (1 - 6 * u) / (1 + us) / sqrt w2 <= r <= (1 + ud) * (1 + 6 * u) / (1 - us) / sqrt w1.
Proof.
  intros He Hce Hv Ha Ua w1 w2 W1 Hr H6 P1 Q1 P2 Q2 N1 N2 B2 Be B1 (e & w & s & q & Re & Pw & Rs & Dq & Rr).
  assert (E : near ce e eps) by (apply (conversion_error prec emin largest ce eps e Hce Re); rewrite Rabs_pos_eq; lra).
  unfold near in E. apply Rabs_le_inv in E. destruct Ha as (Ua0 & Ha). destruct Hr as (Us & Ud & Hs & Hd).
  assert (X : 0 < l + (eps - ce)) by (unfold w1 in W1; destruct (Rle_or_lt (l + (eps - ce)) 0); [exfalso; nra|assumption]).
  assert (Ww2 : h + (eps + ce) <= w2) by (unfold w2; nra).
  assert (Sw : 0 < v + e) by lra.
  assert (W : w1 <= w <= w2).
  { destruct Ha as [Ha | [(C & Z) | (C & Eq & Hd')]].
    - pose proof (plus_error _ _ _ _ _ _ Pw) as F. rewrite !(Rabs_pos_eq (v + e)) in F by lra.
      specialize (F ltac:(lra)). apply Rabs_le_inv in F.
      assert (u * (v + e) <= ua * (v + e)) by (apply Rmult_le_compat_r; lra).
      assert ((l + (eps - ce)) * (1 - ua) <= (v + e) * (1 - ua)) by (apply Rmult_le_compat_r; lra).
      assert ((v + e) * (1 + ua) <= (h + (eps + ce)) * (1 + ua)) by (apply Rmult_le_compat_r; lra). unfold w1, w2. lra.
    - assert (e = 0) by lra. subst e. destruct Pw as (_ & Pw & _). rewrite (Pw eq_refl). unfold w1, w2. split; nra.
    - assert (e = eps) by lra. assert (v = l) by lra. subst e v. assert (w = l + eps).
      { apply (plus_held _ _ _ _ _ _ Pw); [rewrite Rabs_pos_eq; lra|exact Hd']. }
      unfold w1, w2. split; nra. }
  set (z := sqrt w) in *. pose proof (sqrt_lt_R0 w ltac:(lra)) as Z0. fold z in Z0.
  assert (Zz : z * z = w) by (apply sqrt_sqrt; lra).
  assert (R1 : s1 <= z).
  { apply Rsqr_incr_0_var; [|lra]. unfold Rsqr. lra. }
  assert (R2 : z <= s2).
  { apply Rsqr_incr_0_var; [|lra]. unfold Rsqr. lra. }
  assert (Lz : z <= largest). { destruct (Rle_or_lt z 1); [lra|]. assert (z * 1 <= z * z) by (apply Rmult_le_compat_l; lra). lra. }
  assert (S : (1 - us) * z <= s <= (1 + us) * z).
  { destruct Hs as [Hs | (Eq & Hs)].
    - assert (F : near (u * Rabs z) s z).
      { apply (rounds_normal _ _ _ _ _ Rs); fold z; rewrite Rabs_pos_eq by lra; [lra|].
        apply Rle_trans with (u * s1); [exact N1|apply Rmult_le_compat_l; lra]. }
      unfold near in F. rewrite (Rabs_pos_eq z) in F by lra. apply Rabs_le_inv in F.
      assert (u * z <= us * z) by (apply Rmult_le_compat_r; lra). lra.
    - assert (Ew : w1 = w) by lra. rewrite Ew in Hs. fold z in Hs. assert (Es : s = z).
      { apply (rounds_held _ _ _ _ _ Rs); fold z; [rewrite Rabs_pos_eq; lra|exact Hs]. }
      assert (0 <= us * z) by (apply Rmult_le_pos; lra). lra. }
  assert (A1 : 0 < (1 - us) * z) by (apply Rmult_lt_0_compat; lra).
  assert (S0 : 0 < s) by lra. assert (I0 : 0 < / s) by now apply Rinv_0_lt_compat.
  assert (I1 : / s <= / ((1 - us) * z)) by (apply Rinv_le_contravar; lra).
  assert (I2 : / ((1 + us) * z) <= / s) by (apply Rinv_le_contravar; lra).
  assert (Li : / s <= largest).
  { eapply Rle_trans; [exact I1|]. apply (Rmult_le_reg_r ((1 - us) * z)); [lra|]. rewrite Rinv_l by lra.
    eapply Rle_trans; [exact B1|]. apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat_l; lra. }
  assert (Q : (1 - ud) * / s <= q <= (1 + ud) * / s).
  { destruct Dq as (_ & Dq & _). unfold Rdiv in Dq. rewrite Rmult_1_l in Dq. destruct Hd as [Hd | (Eq & Hus & Hsq & Hd)].
    - assert (F : near (u * Rabs (/ s)) q (/ s)).
      { apply (rounds_normal _ _ _ _ _ Dq); rewrite Rabs_pos_eq by lra; [lra|].
        apply (Rmult_le_reg_r s); [lra|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
        eapply Rle_trans; [|exact N2]. apply Rmult_le_compat_l; [lra|]. eapply Rle_trans; [apply S|].
        apply Rmult_le_compat_l; lra. }
      unfold near in F. rewrite (Rabs_pos_eq (/ s)) in F by lra. apply Rabs_le_inv in F.
      assert (u * / s <= ud * / s) by (apply Rmult_le_compat_r; lra). lra.
    - assert (Ew : w1 = w) by lra. rewrite Ew in Hd. fold z in Hd. assert (Es : s = z) by (rewrite Hus in S; lra).
      assert (Eq' : q = / s). { apply (rounds_held _ _ _ _ _ Dq); [rewrite Rabs_pos_eq; lra|rewrite Es; exact Hd]. }
      assert (0 <= ud * / s) by (apply Rmult_le_pos; lra). lra. }
  assert (Q0 : 0 <= q) by (assert (0 <= (1 - ud) * / s) by (apply Rmult_le_pos; lra); lra).
  rewrite (Rabs_pos_eq q) in Rr by lra. apply Rabs_le_inv in Rr.
  assert (Zw1 : sqrt w1 <= z) by (apply sqrt_le_1_alt; lra). assert (Zw2 : z <= sqrt w2) by (apply sqrt_le_1_alt; lra).
  pose proof (sqrt_lt_R0 w1 W1) as Y1. pose proof (sqrt_lt_R0 w2 ltac:(lra)) as Y2.
  split.
  - apply Rle_trans with ((1 - 6 * u) * ((1 - ud) * / ((1 + us) * z))).
    + unfold Rdiv. rewrite Rinv_mult. apply Rle_trans with ((1 - ud) * (1 - 6 * u) * / (1 + us) * / z); [|right; ring].
      apply Rmult_le_compat_l; [|apply Rinv_le_contravar; lra].
      apply Rmult_le_pos; [apply Rmult_le_pos; lra|left; apply Rinv_0_lt_compat; lra].
    + apply Rle_trans with ((1 - 6 * u) * q); [|lra]. apply Rmult_le_compat_l; [lra|].
      eapply Rle_trans; [|apply Q]. apply Rmult_le_compat_l; lra.
  - apply Rle_trans with ((1 + 6 * u) * ((1 + ud) * / ((1 - us) * z))).
    + apply Rle_trans with ((1 + 6 * u) * q); [lra|]. apply Rmult_le_compat_l; [lra|].
      eapply Rle_trans; [apply Q|]. apply Rmult_le_compat_l; lra.
    + unfold Rdiv. rewrite Rinv_mult. apply Rle_trans with ((1 + ud) * (1 + 6 * u) * / (1 - us) * / z); [right; ring|].
      apply Rmult_le_compat_l; [|apply Rinv_le_contravar; lra].
      apply Rmult_le_pos; [apply Rmult_le_pos; lra|left; apply Rinv_0_lt_compat; lra].
Qed.
End Model.
