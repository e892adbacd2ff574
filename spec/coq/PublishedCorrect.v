(** A published bound holds for every run. Main result: [bound_proved]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Sums BN Question Rational Exact Rounding Channel Results InputsCorrect ResultsCorrect
  Arithmetic Summation Products TwoPass Upper Bounds MachineCorrect Published Runs ErrorsCorrect.
Import ListNotations.
Local Open Scope R_scope.

(** ** One value *)

Section Value.
Variables fc fo : format.
Hypothesis Po : (2 <= precision fo)%Z.
Notation p := (precision fo).
Notation e0 := (emin fo).
Instance prec_positive : Prec_gt_0 p. Proof. unfold Prec_gt_0. lia. Qed.

Lemma half_ulp_correct y g : nearest fo y = real_of g -> Rabs (real_of g - y) <= value (half_ulp fo g) /\ 0 <= value (half_ulp fo g).
Proof.
  intros N. assert (P : forall k, value (dyadic 1 (k - 1)) = / 2 * bpow radix2 k).
  { intros k. rewrite value_dyadic. unfold Z.sub. rewrite bpow_plus. change (bpow radix2 (- (1))) with (/ 2). ring. }
  assert (E : Rabs (real_of g - y) <= / 2 * ulp radix2 (FLT_exp e0 p) (real_of g)).
  { rewrite <- N. apply error_le_half_ulp_round; apply _. }
  pose proof (bpow_gt_0 radix2 e0) as E1.
  assert (Zero : real_of g = 0 -> Rabs (real_of g - y) <= value (dyadic 1 (e0 - 1)) /\ 0 <= value (dyadic 1 (e0 - 1))).
  { intros Z. rewrite P. split; [|lra]. eapply Rle_trans; [exact E|]. rewrite Z. rewrite ulp_FLT_0 by apply _. lra. }
  unfold half_ulp. destruct g as [s|s|s pl|s m e]; try (apply Zero; reflexivity). clear Zero.
  rewrite P. split; [|pose proof (bpow_gt_0 radix2 (Z.max (Z.log2 (Zpos m) + 1 + e - p) e0)); lra]. eapply Rle_trans; [exact E|].
  apply Rmult_le_compat_l; [lra|].
  assert (Nz : real_of (F754_finite s m e) <> 0).
  { unfold real_of. cbn [FF2R]. apply F2R_neq_0. destruct s; discriminate. }
  rewrite ulp_neq_0 by exact Nz. apply bpow_le. unfold cexp, FLT_exp.
  assert (M : (mag radix2 (real_of (F754_finite s m e)) = Z.log2 (Zpos m) + 1 + e :> Z)%Z).
  { unfold real_of. cbn [FF2R]. rewrite mag_F2R by (destruct s; discriminate). cbn [Fnum Fexp]. f_equal.
    rewrite <- (mag_abs radix2 (IZR _)), <- abs_IZR. replace (Z.abs (cond_Zopp s (Zpos m))) with (Zpos m) by (destruct s; reflexivity).
    apply mag_unique_pos. replace (Z.log2 (Zpos m) + 1 - 1)%Z with (Z.log2 (Zpos m)) by ring.
    pose proof (Z.log2_spec (Zpos m) ltac:(reflexivity)) as [L U]. pose proof (Z.log2_nonneg (Zpos m)).
    rewrite <- (IZR_Zpower radix2 (Z.log2 (Zpos m))), <- (IZR_Zpower radix2 (Z.log2 (Zpos m) + 1)) by lia.
    split; [now apply IZR_le|now apply IZR_lt]. }
  rewrite M. lia.
Qed.

Lemma storage_of_correct reach e w : storage_of fo reach = Some e -> Rabs w <= value reach ->
  Rabs (nearest fo w - w) <= value e /\ 0 <= value e.
Proof.
  unfold storage_of. destruct (as_dyadic (shorten reach)) as [[n x]|] eqn:D; [|discriminate]. apply as_dyadic_spec in D.
  set (k := (Z.log2 n + x + _)%Z). destruct (Z.ltb_spec 0 n) as [N|N]; [|discriminate]. intros H W. apply some_inj in H. subst e.
  pose proof (shorten_le reach) as S. rewrite D in S. set (c := Z.max (k - p) e0).
  rewrite value_dyadic. unfold Z.sub. rewrite bpow_plus. change (bpow radix2 (- (1))) with (/ 2).
  pose proof (bpow_gt_0 radix2 c). split; [|lra].
  assert (B : Rabs w <= bpow radix2 k).
  { eapply Rle_trans; [exact W|]. eapply Rle_trans; [exact S|]. pose proof (Z.log2_spec n N) as [L U]. pose proof (Z.log2_nonneg n).
    unfold k. destruct (Z.eqb_spec (Z.shiftl 1 (Z.log2 n)) n) as [E|E].
    - rewrite Z.add_0_r, bpow_plus, <- (IZR_Zpower radix2 (Z.log2 n)) by lia. apply Rmult_le_compat_r; [apply bpow_ge_0|].
      apply IZR_le. rewrite Z.shiftl_mul_pow2, Z.mul_1_l in E by lia. change (n <= 2 ^ Z.log2 n)%Z. lia.
    - replace (Z.log2 n + x + 1)%Z with (Z.succ (Z.log2 n) + x)%Z by ring.
      rewrite bpow_plus, <- (IZR_Zpower radix2 (Z.succ (Z.log2 n))) by lia. apply Rmult_le_compat_r; [apply bpow_ge_0|]. apply IZR_le.
      change (n <= 2 ^ Z.succ (Z.log2 n))%Z. lia. }
  destruct (Req_dec (Rabs w) (bpow radix2 k)) as [E|E].
  - destruct (Z_le_gt_dec e0 k) as [K|K].
    + assert (Hw : generic_format radix2 (FLT_exp e0 p) w).
      { apply generic_format_abs_inv. rewrite E. apply generic_format_FLT_bpow; [apply _|exact K]. }
      unfold nearest. rewrite round_generic by (try apply _; exact Hw). rewrite Rminus_eq_0, Rabs_R0. lra.
    + eapply Rle_trans; [apply error_le_half_ulp; apply _|]. rewrite ulp_FLT_small; [|apply _|].
      * assert (bpow radix2 e0 <= bpow radix2 c) by (apply bpow_le; unfold c; lia). lra.
      * rewrite E. apply bpow_lt. lia.
  - eapply Rle_trans; [apply error_le_half_ulp; apply _|]. rewrite Rmult_1_l, Rmult_comm. apply Rmult_le_compat_r; [lra|].
    destruct (Req_dec w 0) as [-> | Nz].
    + rewrite ulp_FLT_0 by apply _. apply bpow_le. unfold c. lia.
    + rewrite ulp_neq_0 by exact Nz. apply bpow_le. unfold cexp, FLT_exp, c.
      assert (mag radix2 w <= k)%Z by (apply mag_le_bpow; [exact Nz|lra]). lia.
Qed.

Lemma floor_at_correct x a k : Rabs (IZR k * bpow radix2 x) <= value a -> Rabs (IZR k * bpow radix2 x) <= value (floor_at x a).
Proof.
  rewrite Rabs_mult, (Rabs_pos_eq (bpow radix2 x)), <- abs_IZR by apply bpow_ge_0. intros H. unfold floor_at. rewrite value_dyadic.
  apply Rmult_le_compat_r; [apply bpow_ge_0|]. apply IZR_le. pose proof (den_pos a) as D. pose proof (bpow_gt_0 radix2 x) as B.
  set (s := (scale a - x)%Z). unfold value in H. replace (scale a) with (s + x)%Z in H by (unfold s; ring). rewrite bpow_plus in H.
  apply (Rmult_le_compat_r (IZR (Zpos (denominator a)))) in H; [|lra]. unfold Rdiv in H. rewrite (Rmult_assoc _ (/ _)), Rinv_l, Rmult_1_r in H by lra.
  assert (H' : IZR (Z.abs k) * IZR (Zpos (denominator a)) <= IZR (numerator a) * bpow radix2 s).
  { apply (Rmult_le_reg_r (bpow radix2 x)); [exact B|]. eapply Rle_trans; [|eapply Rle_trans; [exact H|]]; right; ring. }
  destruct (Z.leb_spec 0 s) as [S|S].
  - apply Z.div_le_lower_bound; [reflexivity|]. apply le_IZR. rewrite Z.shiftl_mul_pow2, !mult_IZR, (IZR_Zpower radix2) by lia. lra.
  - rewrite Z.shiftl_mul_pow2 by lia. set (j := (2 ^ - s)%Z). assert (J : (0 < j)%Z) by (apply Z.pow_pos_nonneg; lia).
    apply Z.div_le_lower_bound; [lia|]. apply le_IZR. rewrite !mult_IZR. 
    assert (E : IZR j * bpow radix2 s = 1).
    { unfold j. rewrite (IZR_Zpower radix2), <- bpow_plus by lia. rewrite Z.add_opp_diag_l. reflexivity. }
    apply IZR_lt in J. apply (Rmult_le_compat_r (IZR j)) in H'; [|lra].
    replace (IZR (numerator a) * bpow radix2 s * IZR j) with (IZR (numerator a) * (IZR j * bpow radix2 s)) in H' by ring.
    rewrite E in H'. lra.
Qed.

Lemma on_grid x : held p e0 x -> exists k, x = IZR k * bpow radix2 e0.
Proof.
  intros H. apply FLT_format_generic in H; [|apply _]. destruct H as [[n e] E _ He]. simpl in He.
  exists (n * 2 ^ (e - e0))%Z. rewrite E. unfold F2R; simpl. rewrite mult_IZR, (IZR_Zpower radix2), Rmult_assoc, <- bpow_plus by lia.
  do 2 f_equal. ring.
Qed.

(** a bound that is proved holds for what a run stores *)
Theorem judge_bound_correct error g b y w s :
  judge_bound fc fo error g b = Proved -> correctly_rounded fo y g ->
  (forall most e, error most = Some e -> Rabs y <= value most -> near (value e) w y) ->
  stores fc fo w s -> Rabs (s - real_of g) <= real_of b.
Proof.
  unfold judge_bound. destruct (finite g) as [g'|] eqn:Fg; [|discriminate]. destruct (finite b) as [b'|] eqn:Fb; [|discriminate].
  pose proof (finite_correct _ _ Fg) as Vg. pose proof (finite_correct _ _ Fb) as Vb.
  set (h := half_ulp fo g). set (most := most_of fo g' h). destruct (error most) as [e|] eqn:E; [|discriminate].
  set (reach := add most e). destruct (leb reach (largest fo)) eqn:L; simpl negb; cbv iota; [|discriminate]. rewrite leb_spec in L.
  intros J C N (Hs & S).
  assert (G : nearest fo y = real_of g).
  { unfold correctly_rounded in C. destruct Rlt_bool; [symmetry; apply C|]. subst g. discriminate. }
  destruct (half_ulp_correct y g G) as [H H0]. fold h in H, H0.
  assert (Y : Rabs y <= value most).
  { pose proof (shorten_le (add (absolute_value g') h)) as K. fold most in K. unfold most_of in most. rewrite value_add, value_absolute, Vg in K.
    replace y with (real_of g + - (real_of g - y)) by ring. eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp.
    eapply Rle_trans; [|exact K]. lra. }
  specialize (N most e E Y). pose proof (near_size _ _ _ _ N Y) as W. pose proof (near_pos _ _ _ N) as E0.
  unfold reach in *. rewrite value_add in L.
  destruct (is_zero e && negb (is_wider fo fc)) eqn:Z.
  - apply andb_prop in Z as [Z1 Z2]. apply is_zero_spec in Z1. destruct (is_wider fo fc); [discriminate|].
    assert (w = y). { rewrite Z1 in N. unfold near in N. destruct (Req_dec (w - y) 0) as [Q|Q]; [lra|]. apply Rabs_no_R0 in Q. pose proof (Rabs_pos (w - y)). lra. }
    subst w. rewrite S by lra. rewrite G, Rminus_eq_0, Rabs_R0, <- Vb, <- value_zero. apply leb_spec. now destruct (leb zero b').
  - destruct (if is_wider fo fc then Some zero else storage_of fo (add most e)) as [st|] eqn:St; [|discriminate].
    destruct (leb (floor_at e0 (add (add e st) h)) b') eqn:B; [|discriminate]. rewrite leb_spec in B. rewrite <- Vb. eapply Rle_trans; [|exact B].
    assert (K : Rabs (s - w) <= value st).
    { destruct (is_wider fo fc).
      - apply some_inj in St. subst st s. rewrite Rminus_eq_0, Rabs_R0, value_zero. lra.
      - rewrite S by lra. apply (storage_of_correct (add most e)); [exact St|]. rewrite value_add. lra. }
    assert (T : Rabs (s - real_of g) <= value (add (add e st) h)).
    { rewrite !value_add. replace (s - real_of g) with ((s - w) + (w - y) + - (real_of g - y)) by ring.
      eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. pose proof (Rabs_triang (s - w) (w - y)). unfold near in N. lra. }
    destruct (on_grid s Hs) as [j Hj]. destruct (on_grid (real_of g)) as [k Hk].
    { rewrite <- G. apply generic_format_round; apply _. }
    rewrite Hj, Hk, <- Rmult_minus_distr_r, <- minus_IZR in *. now apply floor_at_correct.
Qed.
End Value.

(** ** A tensor of bounds *)

Section Check.
Variables (q : question) (fc fo : format) (o : Out.slot) (published bounds : tensor).
Hypothesis Pc : (2 <= precision fc)%Z.
Hypothesis Mc : (precision fc < emax fc)%Z.
Hypothesis Po : (2 <= precision fo)%Z.

Definition bound_verdict_at (c i : nat) : bound_verdict := nth i (nth c (check_bounds q fc fo o published bounds) []) Unproved.

Lemma nth_judge_bounds c n : forall i es k, (k < n)%nat ->
  nth k (judge_bounds_from q fc fo o published bounds c i n es) Unproved
  = judge_bound fc fo (nth k es (fun _ => None)) (published (place_in q o c (i + k))) (bounds (place_in q o c (i + k))).
Proof.
  induction n as [|n IH]; intros i es k H; [lia|]. destruct es as [|e es]; destruct k as [|k]; simpl.
  - now rewrite Nat.add_0_r.
  - rewrite IH by lia. rewrite Nat.add_succ_r. destruct k; reflexivity.
  - now rewrite Nat.add_0_r.
  - rewrite IH by lia. now rewrite Nat.add_succ_r.
Qed.

(** Every run, whatever the order of its sums, stores a value within the published bound of the published value. *)
Theorem bound_proved c i tree w s : (c < groups q * channels q)%nat -> (i < values q o)%nat -> bound_verdict_at c i = Proved ->
  let p := place_in q o c i in
  correctly_rounded fo (meaning q c o i) (published p) -> may_compute q fc c tree o i w -> stores fc fo w s ->
  Rabs (s - real_of (published p)) <= real_of (bounds p).
Proof.
  intros Hc Hi V p C W S. unfold bound_verdict_at, check_bounds in V. rewrite (nth_map _ _ O) in V by now rewrite seq_length.
  rewrite seq_nth in V by exact Hc. rewrite nth_judge_bounds in V by exact Hi. change (0 + i)%nat with i in V. change (0 + c)%nat with c in V.
  apply (judge_bound_correct fc fo Po _ _ _ _ w s V C); [|exact S].
  intros most e E Y. exact (errors_correct q fc c tree Pc Mc o i most e w Hi E W Y).
Qed.
End Check.
