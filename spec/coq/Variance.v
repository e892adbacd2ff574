(** The error of the computed variance, over all orders of the sums. Main results: [variance_bound], [variance_exact]. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Forward Arithmetic Summation Products TwoPass Mean.
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

Section Channel.
Variables (m K : nat) (x : nat -> R).
Hypothesis Hm : (0 < m)%nat.
Variable tree : order -> Prop.
Hypothesis Htree : forall o, covers o m -> tree o -> within K (fun _ => false) o.
Notation sums := (sums prec emin largest tree).
Notation accurate := (accurate prec emin largest m tree).
Hypothesis Hsmall : INR m * eta <= 2 * u.

Let M1 : 1 <= INR m := INR_m m Hm.

(** ** BN-2 *)

Section Variance.
Variables (mu em a : R).
Hypothesis Hmu : near em mu (mean m x).
(** a is at least the mean of |x_i - mean|. *)
Hypothesis Ha : rsum m (fun i => Rabs (x i - mean m x)) <= INR m * a.
Variables (c1 cd g c3 h t : R).
Hypothesis Hk : INR K * u < 1.
Hypothesis Hc1 : (1 + u) ^ 3 * G K - 1 <= c1.
Hypothesis Hcd : (1 + u) * G K - 1 <= cd.
Hypothesis Hg : quotient m g h.
Hypothesis Hg1 : g <= 1.
Hypothesis Hc3 : (1 + u) * (1 + g) - 1 <= c3.
Hypothesis Ht : G K * (eta / 2) + (1 + g) * (eta / 2) + h <= t.

Let V := var m x.
Let delta := mu - mean m x.
Let V' := V + delta ^ 2.
Let y i := x i - mu.
Let theta := cd * (a + em).

Let em0 : 0 <= em := near_pos _ _ _ Hmu.
Let G1 : 1 <= G K := G_pos prec K Hk.
Let V0 : 0 <= V := var_nonneg m Hm x.
Let delta_em : Rabs delta <= em := Hmu.

Lemma delta_sq : 0 <= delta ^ 2 <= em * em.
Proof.
  pose proof (Rabs_pos delta). rewrite <- (pow2_abs delta). simpl. rewrite Rmult_1_r. split; [nra|].
  apply Rmult_le_compat; auto.
Qed.

Lemma c1_pos : 0 <= c1.
Proof. assert (1 <= (1 + u) ^ 3) by (apply pow_R1_Rle; lra). nra. Qed.
Lemma cd_pos : 0 <= cd. Proof. nra. Qed.
Lemma g_pos : 0 <= g. Proof. apply Hg. Qed.
Lemma h_pos : 0 <= h. Proof. apply Hg. Qed.
Lemma c3_pos : 0 <= c3.
Proof. pose proof g_pos. assert (0 <= u * g) by (apply Rmult_le_pos; lra). lra. Qed.
Lemma a_pos : 0 <= a.
Proof.
  assert (0 <= INR m * a) by (eapply Rle_trans; [|exact Ha]; apply rsum_nonneg; intros; apply Rabs_pos). nra.
Qed.
Lemma theta_pos : 0 <= theta. Proof. pose proof cd_pos. pose proof a_pos. apply Rmult_le_pos; lra. Qed.

Lemma sum_of_squares : rsum m (fun i => y i ^ 2) = INR m * V'.
Proof. exact (shifted_squares m Hm x mu). Qed.

Lemma square_le i : (i < m)%nat -> y i ^ 2 <= INR m * V'.
Proof.
  intros Hi. rewrite <- sum_of_squares. assert (P : forall k, 0 <= y k ^ 2) by (intros; apply pow2_ge_0).
  exact (term_le_rsum m (fun k => y k ^ 2) i P Hi).
Qed.

Lemma sum_of_deviations : rsum m y = - (INR m * delta).
Proof.
  unfold y, delta. rewrite rsum_minus, rsum_const. rewrite (rsum_mean m Hm x). ring.
Qed.

Lemma sum_of_magnitudes : rsum m (fun i => Rabs (y i)) <= INR m * (a + em).
Proof.
  rewrite Rmult_plus_distr_l, <- (rsum_const m em). eapply Rle_trans; [|apply Rplus_le_compat_r; exact Ha].
  rewrite <- rsum_plus. apply rsum_le. intros i _. unfold y.
  replace (x i - mu) with ((x i - mean m x) + - delta) by (unfold delta; ring).
  eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra.
Qed.

(** the range that the computation needs *)
Let S1 := INR m * ((1 + c1) * (V + em * em) + t).
Let T := INR m * (em + theta).
Let S2 := (1 + g) * ((1 + u) * (T * T) + eta / 2) + h.
Hypothesis Range1 : (1 + u) * (S1 + S2) * (1 + u) <= largest.
Hypothesis Range2 : (1 + cd) * (INR m * (a + em)) <= largest.

Lemma t_pos : 0 <= t.
Proof.
  pose proof g_pos. pose proof h_pos. assert (0 <= G K * (eta / 2)) by (apply Rmult_le_pos; lra).
  assert (0 <= (1 + g) * (eta / 2)) by (apply Rmult_le_pos; lra). lra.
Qed.
Lemma S2_pos : 0 <= S2.
Proof.
  pose proof g_pos. pose proof h_pos. assert (0 <= (1 + u) * (T * T)) by (apply Rmult_le_pos; [lra|apply Rle_0_sqr]).
  assert (0 <= (1 + g) * ((1 + u) * (T * T) + eta / 2)) by (apply Rmult_le_pos; lra). unfold S2. lra.
Qed.
Lemma V'_le : 0 <= V' <= V + em * em.
Proof. pose proof delta_sq. unfold V'. lra. Qed.
Lemma S1_range : (1 + c1) * (INR m * V') + INR m * t <= largest.
Proof.
  pose proof S2_pos. pose proof V'_le. pose proof t_pos. pose proof c1_pos. pose proof M1.
  assert (0 <= S1).
  { apply Rmult_le_pos; [lra|]. apply Rplus_le_le_0_compat; [apply Rmult_le_pos; lra|assumption]. }
  assert ((1 + c1) * (INR m * V') + INR m * t <= S1).
  { unfold S1. rewrite Rmult_plus_distr_l. apply Rplus_le_compat_r. replace ((1 + c1) * (INR m * V')) with (INR m * ((1 + c1) * V')) by ring.
    apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat_l; lra. }
  assert (S1 + S2 <= (1 + u) * (S1 + S2)) by nra. assert ((1 + u) * (S1 + S2) * 1 <= (1 + u) * (S1 + S2) * (1 + u)) by nra. lra.
Qed.

Variables (d q : nat -> R).
Hypothesis Hd : computes_deviations prec emin largest m x mu d.
Hypothesis Hq : computes_squares prec emin largest m d q.

Lemma deviation_range i : (i < m)%nat -> Rabs (y i) <= largest.
Proof.
  intros Hi. pose proof (square_le i Hi). pose proof S1_range. pose proof c1_pos. pose proof t_pos. pose proof V'_le.
  assert (0 <= INR m * V') by nra. assert (0 <= INR m * t) by nra. assert (Y : y i ^ 2 <= largest) by nra.
  rewrite <- pow2_abs in Y. pose proof (Rabs_pos (y i)).
  destruct (Rle_or_lt (Rabs (y i)) 1); [lra|]. nra.
Qed.

Lemma deviation_error i : (i < m)%nat -> near (u * Rabs (y i)) (d i) (y i).
Proof. intros Hi. exact (minus_error _ _ _ _ _ _ (Hd i Hi) (deviation_range i Hi)). Qed.

Lemma deviation_square i : (i < m)%nat -> near ((2 * u + u * u) * y i ^ 2) (d i ^ 2) (y i ^ 2).
Proof.
  intros Hi. pose proof (deviation_error i Hi) as E.
  pose proof (near_size _ _ _ _ E (Rle_refl _)) as Z.
  pose proof (near_times _ _ _ _ _ _ _ _ E E (Rle_refl _) Z) as P.
  replace (d i ^ 2) with (d i * d i) by ring. replace (y i ^ 2) with (y i * y i) at 2 by ring.
  eapply near_le; [|exact P]. rewrite <- pow2_abs. right. ring.
Qed.

Lemma square_error i : (i < m)%nat -> near (((1 + u) ^ 3 - 1) * y i ^ 2 + eta / 2) (q i) (y i ^ 2).
Proof.
  intros Hi. pose proof (deviation_square i Hi) as E. pose proof (square_le i Hi). pose proof (pow2_ge_0 (y i)) as P.
  pose proof (near_size _ _ _ (y i ^ 2) E ltac:(rewrite Rabs_pos_eq; lra)) as Z.
  assert (B : d i * d i = d i ^ 2) by ring.
  assert (L : Rabs (d i * d i) <= largest).
  { rewrite B. eapply Rle_trans; [exact Z|]. pose proof S1_range. pose proof t_pos. pose proof V'_le.
    assert (0 <= INR m * t) by nra. assert (0 <= INR m * V') by nra.
    assert ((1 + u) ^ 3 * G K <= 1 + c1) by lra. assert ((1 + u) ^ 2 * 1 <= (1 + u) ^ 3 * G K).
    { apply Rmult_le_compat; try lra; simpl; nra. }
    assert ((1 + (2 * u + u * u)) * y i ^ 2 <= (1 + c1) * (INR m * V')) by (apply Rmult_le_compat; nra). lra. }
  pose proof (times_error _ _ _ _ _ _ (Hq i Hi) L) as F. rewrite B in F.
  eapply near_le; [|exact (near_trans _ _ _ _ _ F E)].
  assert (u * Rabs (d i ^ 2) <= u * (y i ^ 2 + (2 * u + u * u) * y i ^ 2)) by (apply Rmult_le_compat_l; lra).
  simpl. simpl in H0. nra.
Qed.

Lemma squares_sum s : sums m q s -> near (INR m * (c1 * V' + G K * (eta / 2))) s (INR m * V').
Proof.
  intros (o & C & W & A). apply (Htree o C) in W.
  assert (Es : rsum m (fun i => ((1 + u) ^ 3 - 1) * y i ^ 2 + eta / 2) = INR m * (((1 + u) ^ 3 - 1) * V' + eta / 2)).
  { rewrite rsum_plus, rsum_scal_l, rsum_const, sum_of_squares. ring. }
  assert (Ea : rsum m (fun i => Rabs (y i ^ 2)) = INR m * V').
  { rewrite <- sum_of_squares. apply rsum_ext. intros. apply Rabs_pos_eq, pow2_ge_0. }
  pose proof V'_le. pose proof (pow_R1_Rle (1 + u) 3 ltac:(lra)) as C0.
  pose proof (sum_error prec emin largest m K (fun _ => false) (fun i => y i ^ 2) q _ o s C W ltac:(discriminate)
    square_error Hk) as E. rewrite Es, Ea, sum_of_squares in E.
  assert (X : INR m * V' + INR m * (((1 + u) ^ 3 - 1) * V' + eta / 2) = INR m * ((1 + u) ^ 3 * V' + eta / 2)) by ring.
  rewrite X in E.
  assert (MV : 0 <= INR m * V') by nra.
  assert (Y : G K * (INR m * ((1 + u) ^ 3 * V' + eta / 2)) <= (1 + c1) * (INR m * V') + INR m * (G K * (eta / 2))).
  { replace (G K * (INR m * ((1 + u) ^ 3 * V' + eta / 2))) with ((1 + u) ^ 3 * G K * (INR m * V') + INR m * (G K * (eta / 2))) by ring.
    apply Rplus_le_compat_r, Rmult_le_compat_r; lra. }
  eapply near_le; [|apply E; auto].
  - set (P := (1 + u) ^ 3) in *. nra.
  - pose proof S1_range. pose proof g_pos. pose proof h_pos.
    assert (INR m * (G K * (eta / 2)) <= INR m * t) by (apply Rmult_le_compat_l; nra). lra.
Qed.

Lemma deviations_sum s : sums m d s -> near (INR m * theta) s (- (INR m * delta)).
Proof.
  intros (o & C & W & A). apply (Htree o C) in W. pose proof sum_of_magnitudes as S. pose proof cd_pos.
  pose proof (sum_error prec emin largest m K (fun _ => false) y d _ o s C W ltac:(discriminate) deviation_error Hk) as E.
  rewrite rsum_scal_l, sum_of_deviations in E.
  assert (N : 0 <= rsum m (fun i => Rabs (y i))) by (apply rsum_nonneg; intros; apply Rabs_pos).
  set (A0 := rsum m (fun i => Rabs (y i))) in *.
  assert (X : G K * (A0 + u * A0) <= (1 + cd) * A0) by (replace (G K * (A0 + u * A0)) with ((1 + u) * G K * A0) by ring; apply Rmult_le_compat_r; lra).
  assert (cd * A0 <= INR m * theta).
  { unfold theta. replace (INR m * (cd * (a + em))) with (cd * (INR m * (a + em))) by ring. apply Rmult_le_compat_l; lra. }
  eapply near_le; [|apply E; auto].
  - nra.
  - assert ((1 + cd) * A0 <= (1 + cd) * (INR m * (a + em))) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Let below := Formulas.variance_below c1 cd c3 t h V a em.
Let above := Formulas.variance_above c1 cd c3 t h V a em.

(** Without the correction δ² stays: it is never negative. *)
Lemma direct_bound s v : sums m q s -> over m s v -> - below <= v - V <= above.
Proof.
  intros Hs Hv. pose proof (squares_sum s Hs) as E. pose proof V'_le as B. pose proof S1_range as R1. pose proof c1_pos as C0.
  pose proof g_pos as G0. pose proof h_pos as H0. pose proof S2_pos. pose proof c3_pos as C3. pose proof t_pos as T0.
  pose proof delta_sq as D. pose proof theta_pos as Th.
  assert (P : 0 < / INR m) by (apply Rinv_0_lt_compat; lra). assert (MV : 0 <= INR m * V') by (apply Rmult_le_pos; lra).
  assert (Gt : G K * (eta / 2) <= t) by (assert (0 <= (1 + g) * (eta / 2)) by (apply Rmult_le_pos; lra); lra).
  set (f := c1 * V' + G K * (eta / 2)) in *.
  assert (F0 : 0 <= f) by (apply Rplus_le_le_0_compat; apply Rmult_le_pos; lra).
  assert (Z : Rabs s <= INR m * (V' + f)).
  { pose proof (near_size _ _ _ _ E (Rle_refl _)) as Z. rewrite (Rabs_pos_eq (INR m * V')) in Z; lra. }
  assert (L : Rabs s * (1 + u) <= largest).
  { assert (Rabs s <= S1).
    { eapply Rle_trans; [exact Z|]. apply Rmult_le_compat_l; [lra|]. unfold f.
      assert ((1 + c1) * V' <= (1 + c1) * (V + em * em)) by (apply Rmult_le_compat_l; lra). lra. }
    assert ((1 + u) * Rabs s <= (1 + u) * (S1 + S2)) by (apply Rmult_le_compat_l; lra).
    assert (0 <= (1 + u) * (S1 + S2)) by (pose proof (Rabs_pos s); apply Rmult_le_pos; lra). nra. }
  pose proof (over_error prec emin largest Hprec m Hm Hsmall g h s v Hg Hlargest L Hv) as O.
  assert (F : near f (s / INR m) V').
  { unfold near in *. replace (s / INR m - V') with ((s - INR m * V') * / INR m) by (field; lra).
    rewrite Rabs_mult, (Rabs_pos_eq (/ INR m)) by lra. apply (Rmult_le_reg_r (INR m)); [lra|].
    rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (Sm : g * (Rabs s / INR m) <= g * (V' + f)).
  { apply Rmult_le_compat_l; [lra|]. apply (Rmult_le_reg_r (INR m)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (N : near (f + g * (V' + f) + h) v V') by (eapply near_le; [|exact (near_trans _ _ _ _ _ O F)]; lra).
  unfold near in N. apply Rabs_le_inv in N.
  assert (Bound : f + g * (V' + f) + h <= below + delta ^ 2 /\ f + g * (V' + f) + h + delta ^ 2 <= above).
  { assert (G3 : g <= c3) by nra. unfold above, below. unfold_formulas. fold theta.
    set (k := theta * (em + em + theta) + c3 * ((em + theta) * (em + theta))).
    assert (K0 : 0 <= k).
    { apply Rplus_le_le_0_compat; [apply Rmult_le_pos; lra|]. apply Rmult_le_pos; [lra|]. apply Rle_0_sqr. }
    set (F' := c1 * (V + em * em) + k + t). unfold V' in *.
    assert (FF : f <= F').
    { unfold f, F'. assert (c1 * (V + delta ^ 2) <= c1 * (V + em * em)) by (apply Rmult_le_compat_l; lra). lra. }
    assert (g * f <= c3 * F') by (apply Rmult_le_compat; lra).
    assert (g * V <= c3 * V) by (apply Rmult_le_compat_r; lra).
    assert (g * delta ^ 2 <= 1 * delta ^ 2) by (apply Rmult_le_compat_r; lra).
    assert (g * delta ^ 2 <= c3 * (em * em)) by (apply Rmult_le_compat; lra). split; lra. }
  unfold V' in *. lra.
Qed.

Lemma corrected_bound s t' t2 c n v : sums m q s -> sums m d t' -> times t' t' t2 ->
  over m t2 c -> minus s c n -> over m n v -> - below <= v - V <= below.
Proof.
  intros Hs Ht' Ht2 Hc Hn Hv. pose proof (squares_sum s Hs) as E. pose proof (deviations_sum t' Ht') as D.
  pose proof V'_le as B. pose proof c1_pos as C0. pose proof g_pos as G0. pose proof h_pos as H0. pose proof S2_pos.
  pose proof c3_pos as C3. pose proof t_pos as T0. pose proof delta_sq as Dq. pose proof theta_pos as Th.
  pose proof (Rabs_pos delta) as Da.
  assert (P : 0 < / INR m) by (apply Rinv_0_lt_compat; lra). assert (MV : 0 <= INR m * V') by (apply Rmult_le_pos; lra).
  (* t' and its square *)
  assert (Zt : Rabs t' <= T).
  { pose proof (near_size _ _ _ (INR m * em) D) as Z. unfold T. rewrite Rmult_plus_distr_l. apply Z.
    rewrite Rabs_Ropp, Rabs_mult, (Rabs_pos_eq (INR m)) by lra. apply Rmult_le_compat_l; lra. }
  pose proof (Rabs_pos t') as At. assert (T1 : 0 <= T) by lra.
  assert (TT : t' ^ 2 <= T * T) by (rewrite <- pow2_abs; simpl; rewrite Rmult_1_r; apply Rmult_le_compat; lra).
  pose proof (pow2_ge_0 t') as T2. assert (T20 : 0 <= T * T) by apply Rle_0_sqr.
  assert (S10 : 0 <= S1) by (apply Rmult_le_pos; [lra|]; apply Rplus_le_le_0_compat; [apply Rmult_le_pos; lra|assumption]).
  assert (Big : (1 + u) * (S1 + S2) <= largest).
  { assert (0 <= (1 + u) * (S1 + S2)) by (apply Rmult_le_pos; lra). nra. }
  assert (Big1 : S1 + S2 <= largest) by nra.
  set (X := (1 + u) * (T * T) + eta / 2) in *.
  assert (X0 : 0 <= X) by (apply Rplus_le_le_0_compat; [apply Rmult_le_pos|]; lra).
  assert (S2X : S2 = (1 + g) * X + h) by reflexivity.
  assert (gX : 0 <= g * X) by (apply Rmult_le_pos; lra).
  assert (Sq : t' * t' = t' ^ 2) by ring.
  assert (N2 : near (u * t' ^ 2 + eta / 2) t2 (t' ^ 2)).
  { pose proof (times_error _ _ _ _ _ _ Ht2) as N. rewrite Sq, (Rabs_pos_eq (t' ^ 2)) in N by assumption. apply N.
    assert (T * T <= X) by (unfold X; nra). lra. }
  assert (Z2 : Rabs t2 <= X).
  { pose proof (near_size _ _ _ (t' ^ 2) N2 ltac:(rewrite Rabs_pos_eq; lra)) as Z. unfold X.
    assert (u * t' ^ 2 <= u * (T * T)) by (apply Rmult_le_compat_l; lra). lra. }
  (* the correction c *)
  assert (Lc : Rabs t2 * (1 + u) <= largest) by (apply Rle_trans with ((1 + u) * (S1 + S2)); [nra|exact Big]).
  pose proof (over_error prec emin largest Hprec m Hm Hsmall g h t2 c Hg Hlargest Lc Hc) as Nc.
  assert (W2 : Rabs t2 / INR m <= X).
  { eapply Rle_trans; [apply (over_le m Hm); apply Rabs_pos|exact Z2]. }
  set (k := theta * (em + em + theta) + c3 * ((em + theta) * (em + theta))).
  assert (K0 : 0 <= k).
  { apply Rplus_le_le_0_compat; [apply Rmult_le_pos; lra|]. apply Rmult_le_pos; [lra|]. apply Rle_0_sqr. }
  (* t'^2/m is m δ² but for θ *)
  assert (Nt : near (INR m * (theta * (em + em + theta))) (t' ^ 2 / INR m) (INR m * delta ^ 2)).
  { unfold near in *. set (b := t' - - (INR m * delta)) in *.
    replace (t' ^ 2 / INR m - INR m * delta ^ 2) with (b * (b - (INR m * delta + INR m * delta)) * / INR m) by (unfold b; field; lra).
    assert (Bb : Rabs (b - (INR m * delta + INR m * delta)) <= INR m * (em + em + theta)).
    { eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. eapply Rle_trans; [apply Rplus_le_compat_l, Rabs_triang|].
      rewrite Rabs_mult, (Rabs_pos_eq (INR m)) by lra. assert (INR m * Rabs delta <= INR m * em) by (apply Rmult_le_compat_l; lra). lra. }
    rewrite Rabs_mult, (Rabs_pos_eq (/ INR m)) by lra. pose proof (abs_times _ _ _ _ D Bb) as A.
    apply (Rmult_le_reg_r (INR m)); [lra|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. eapply Rle_trans; [exact A|]. right. ring. }
  assert (TTm : T * T / INR m = INR m * ((em + theta) * (em + theta))) by (unfold T; field; lra).
  assert (N2m : near (u * (T * T / INR m) + eta / 2) (t2 / INR m) (t' ^ 2 / INR m)).
  { unfold near in *. replace (t2 / INR m - t' ^ 2 / INR m) with ((t2 - t' ^ 2) * / INR m) by (unfold Rdiv; ring).
    rewrite Rabs_mult, (Rabs_pos_eq (/ INR m)) by lra.
    assert (I1 : / INR m <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
    assert (u * t' ^ 2 <= u * (T * T)) by (apply Rmult_le_compat_l; lra). unfold Rdiv.
    apply Rle_trans with ((u * (T * T) + eta / 2) * / INR m); [apply Rmult_le_compat_r; lra|]. nra. }
  assert (W2' : Rabs t2 / INR m <= (1 + u) * (T * T / INR m) + eta / 2).
  { apply (Rmult_le_reg_r (INR m)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    replace (((1 + u) * (T * T * / INR m) + eta * / 2) * INR m) with ((1 + u) * (T * T) + eta / 2 * INR m) by (field; lra).
    unfold X in Z2. nra. }
  assert (Nd : near (INR m * (k + t - G K * (eta / 2))) c (INR m * delta ^ 2)).
  { eapply near_le; [|exact (near_trans _ _ _ _ _ Nc (near_trans _ _ _ _ _ N2m Nt))].
    assert (Q : g * (Rabs t2 / INR m) <= g * ((1 + u) * (T * T / INR m) + eta / 2)) by (apply Rmult_le_compat_l; lra).
    rewrite TTm in *. set (e2 := (em + theta) * (em + theta)) in *. assert (0 <= e2) by apply Rle_0_sqr.
    set (th := theta * (em + em + theta)) in *.
    assert (C3m : ((1 + u) * (1 + g) - 1) * (INR m * e2) <= c3 * (INR m * e2)) by (apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|lra]).
    assert (Tm : INR m * ((1 + g) * (eta / 2) + h) <= INR m * (t - G K * (eta / 2))) by (apply Rmult_le_compat_l; lra).
    assert (0 <= (1 + g) * (eta / 2)) by (apply Rmult_le_pos; lra).
    assert (1 * ((1 + g) * (eta / 2) + h) <= INR m * ((1 + g) * (eta / 2) + h)) by (apply Rmult_le_compat_r; lra).
    unfold k. lra. }
  (* the difference n and the variance *)
  set (f := c1 * (V + em * em) + k + t).
  assert (Ns : near (INR m * f) (s - c) (INR m * V)).
  { replace (INR m * V) with (INR m * V' - INR m * delta ^ 2) by (unfold V'; ring).
    assert (Nm : near (INR m * (k + t - G K * (eta / 2))) (- c) (- (INR m * delta ^ 2))).
    { unfold near in *. replace (- c - - (INR m * delta ^ 2)) with (- (c - INR m * delta ^ 2)) by ring. now rewrite Rabs_Ropp. }
    eapply near_le; [|exact (near_plus _ _ _ _ _ _ E Nm)]. rewrite <- Rmult_plus_distr_l. apply Rmult_le_compat_l; [lra|].
    assert (c1 * V' <= c1 * (V + em * em)) by (apply Rmult_le_compat_l; lra). unfold f. lra. }
  assert (Ss : Rabs s <= S1).
  { pose proof (near_size _ _ _ (INR m * V') E ltac:(rewrite Rabs_pos_eq; lra)) as Z. eapply Rle_trans; [exact Z|].
    unfold S1. rewrite <- Rmult_plus_distr_l. apply Rmult_le_compat_l; [lra|].
    assert ((1 + c1) * V' <= (1 + c1) * (V + em * em)) by (apply Rmult_le_compat_l; lra).
    assert (0 <= (1 + g) * (eta / 2)) by (apply Rmult_le_pos; lra). lra. }
  assert (Sc : Rabs c <= S2).
  { pose proof (near_size _ _ _ X Nc ltac:(rewrite (abs_over m Hm); exact W2)) as Z.
    assert (g * (Rabs t2 / INR m) <= g * X) by (apply Rmult_le_compat_l; lra). rewrite S2X. lra. }
  assert (Ssc : Rabs (s - c) <= S1 + S2).
  { eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra. }
  assert (F0 : 0 <= f).
  { assert (0 <= c1 * (V + em * em)) by (apply Rmult_le_pos; lra). unfold f. lra. }
  assert (Zs : Rabs (s - c) <= INR m * (V + f)).
  { pose proof (near_size _ _ _ (INR m * V) Ns ltac:(rewrite Rabs_pos_eq; [lra|apply Rmult_le_pos; lra])). lra. }
  pose proof (minus_error _ _ _ _ _ _ Hn ltac:(lra)) as Nn.
  assert (Un : u * Rabs (s - c) <= u * (S1 + S2)) by (apply Rmult_le_compat_l; lra).
  assert (Zn' : Rabs n <= (1 + u) * (S1 + S2)) by (pose proof (near_size _ _ _ _ Nn Ssc); lra).
  assert (Ln : Rabs n * (1 + u) <= largest) by (eapply Rle_trans; [apply Rmult_le_compat_r; [lra|exact Zn']|exact Range1]).
  pose proof (over_error prec emin largest Hprec m Hm Hsmall g h n v Hg Hlargest Ln Hv) as Nv.
  assert (Uv : u * Rabs (s - c) <= u * (INR m * (V + f))) by (apply Rmult_le_compat_l; lra).
  assert (Zn : Rabs n <= INR m * ((1 + u) * (V + f))) by (pose proof (near_size _ _ _ _ Nn Zs); lra).
  assert (Nnm : near (INR m * (f + u * (V + f))) n (INR m * V)) by (eapply near_le; [|exact (near_trans _ _ _ _ _ Nn Ns)]; lra).
  assert (Nnv : near (f + u * (V + f)) (n / INR m) V).
  { unfold near in *. replace (n / INR m - V) with ((n - INR m * V) * / INR m) by (field; lra).
    rewrite Rabs_mult, (Rabs_pos_eq (/ INR m)) by lra. apply (Rmult_le_reg_r (INR m)); [lra|].
    rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (Gn : g * (Rabs n / INR m) <= g * ((1 + u) * (V + f))).
  { apply Rmult_le_compat_l; [lra|]. apply (Rmult_le_reg_r (INR m)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (Nf : near below v V).
  { eapply near_le; [|exact (near_trans _ _ _ _ _ Nv Nnv)]. unfold below. unfold_formulas. fold theta. fold k. fold f.
    assert (((1 + u) * (1 + g) - 1) * (V + f) <= c3 * (V + f)) by (apply Rmult_le_compat_r; lra). lra. }
  unfold near in Nf. apply Rabs_le_inv in Nf. exact Nf.
Qed.
End Variance.

(** ** BN-2: the bound for every run *)
Theorem variance_bound mu em a c1 cd g c3 h t v : near em mu (mean m x) ->
  rsum m (fun i => Rabs (x i - mean m x)) <= INR m * a -> INR K * u < 1 ->
  (1 + u) ^ 3 * G K - 1 <= c1 -> (1 + u) * G K - 1 <= cd -> quotient m g h -> g <= 1 -> (1 + u) * (1 + g) - 1 <= c3 ->
  G K * (eta / 2) + (1 + g) * (eta / 2) + h <= t ->
  (1 + u) * (INR m * ((1 + c1) * (var m x + em * em) + t) + ((1 + g) * ((1 + u) *
    ((INR m * (em + cd * (a + em))) * (INR m * (em + cd * (a + em)))) + eta / 2) + h)) * (1 + u) <= largest ->
  (1 + cd) * (INR m * (a + em)) <= largest ->
  computes_variance prec emin largest tree m x mu v ->
  - Formulas.variance_below c1 cd c3 t h (var m x) a em <= v - var m x <= Formulas.variance_above c1 cd c3 t h (var m x) a em.
Proof.
  intros Hmu Ha Hk Hc1 Hcd Hg Hg1 Hc3 Ht R1 R2 (d & q & s & Hd & Hq & Hs & [Hv | (t' & t2 & c & n & Ht' & Ht2 & Hc & Hn & Hv)]).
  - eapply direct_bound; eauto.
  - pose proof (corrected_bound mu em a Hmu Ha c1 cd g c3 h t Hk Hc1 Hcd Hg Hc3 Ht R1 R2 d q Hd Hq s t' t2 c n v Hs Ht' Ht2 Hc Hn Hv) as B.
    assert (0 <= em * em + c3 * (em * em)).
    { assert (0 <= g) by apply Hg. assert (0 <= u * g) by (apply Rmult_le_pos; lra).
      assert (0 <= em * em) by apply Rle_0_sqr. assert (0 <= c3 * (em * em)) by (apply Rmult_le_pos; lra). lra. }
    unfold Formulas.variance_above. cbn [Formulas.add Formulas.mul Formulas.reals]. lra.
Qed.

(** Nothing is rounded: all deviations, their squares and the sums are values of the format. *)
Theorem variance_exact v : let d i := x i - mean m x in
  (forall i, (i < m)%nat -> held (d i) /\ held (d i * d i) /\ Rabs (d i) <= largest /\ Rabs (d i * d i) <= largest) ->
  accurate d 0 -> accurate (fun i => d i * d i) 0 ->
  INR m * var m x <= largest -> var m x = 0 \/ power (INR m) /\ held (var m x) ->
  computes_variance prec emin largest tree m x (mean m x) v -> v = var m x.
Proof.
  intros d Hh (_ & Ad) (_ & As) B Hv (d' & q & s & Hd & Hq & Hs & H).
  assert (D : forall i, (i < m)%nat -> d' i = d i).
  { intros i Hi. destruct (Hh i Hi) as (F & _ & L & _). exact (minus_held _ _ _ _ _ _ (Hd i Hi) L F). }
  assert (Q : forall i, (i < m)%nat -> q i = d i * d i).
  { intros i Hi. destruct (Hh i Hi) as (_ & F & _ & L). pose proof (times_rounds _ _ _ _ _ _ (Hq i Hi)) as R.
    rewrite (D i Hi) in R. exact (rounds_held _ _ _ _ _ R L F). }
  assert (Ext : forall f f' w, (forall i, (i < m)%nat -> f' i = f i) -> sums m f' w -> sums m f w).
  { intros f f' w E (o & C & W & A). exists o. split; [exact C|]. split; [exact W|].
    assert (E' : forall i, In i (terms o) -> f' i = f i) by (intros; apply E; eapply covers_in; eauto).
    clear - A E'. induction A as [i|l r a b w Al IHl Ar IHr P]; [rewrite E' by (now left); constructor|].
    econstructor; [apply IHl|apply IHr|exact P]; intros; apply E'; simpl; auto using in_or_app. }
  assert (V : rsum m (fun i => d i * d i) = INR m * var m x).
  { rewrite <- (rsum_sq_centered m Hm x). apply rsum_ext. intros. unfold d. ring. }
  assert (Zero : forall g f w, rsum m f = g -> (forall s, sums m f s -> near (0 * rsum m (absolute f)) s (rsum m f)) ->
    sums m f w -> w = g).
  { intros g f w E A S. specialize (A w S). rewrite Rmult_0_l, E in A. unfold near in A.
    destruct (Req_dec (w - g) 0) as [Z|Z]; [lra|]. apply Rabs_no_R0 in Z. pose proof (Rabs_pos (w - g)). lra. }
  assert (S : s = INR m * var m x) by (apply (Zero _ _ _ V As); now apply (Ext _ q)). subst s.
  assert (Hl0 : 0 <= largest) by lra. pose proof (var_nonneg m Hm x) as V0. assert (MV : 0 <= INR m * var m x) by (apply Rmult_le_pos; lra).
  assert (E : INR m * var m x / INR m = var m x) by (field; lra).
  assert (Over : forall w, over m (INR m * var m x) w -> w = var m x).
  { intros w O. rewrite <- E. apply (over_exact prec emin largest Hprec ltac:(lra) m Hm Hsmall); auto.
    - rewrite Rabs_pos_eq; [lra|exact MV].
    - rewrite E. destruct Hv as [Hv|Hv]; [left; rewrite Hv; ring|now right]. }
  destruct H as [H | (t & t2 & c & n & Ht & Ht2 & Hc & Hn & Ho)]; [now apply Over|].
  assert (T : t = 0) by (apply (Zero _ _ _ (rsum_centered m Hm x) Ad); now apply (Ext _ d')). subst t.
  assert (T2 : t2 = 0) by (apply (times_0 _ _ _ Hl0 _ _ _ Ht2); ring). subst t2.
  assert (C : c = 0 / INR m).
  { apply (over_exact prec emin largest Hprec ltac:(lra) m Hm Hsmall); auto. rewrite Rabs_R0. lra. }
  assert (n = INR m * var m x).
  { destruct Hn as (_ & Hn & _). apply Hn. rewrite C. unfold Rdiv. ring. }
  subst n. now apply Over.
Qed.
End Channel.
End Model.
