(** Floating-point arithmetic as the bounds see it: what each operation may return.

    Each operation is a relation between exact operands and a result: z (1 + d) + e with |d| <= u, |e| <= eta/2, d e = 0,
    and e = 0 for sums; where z is a value of the format the result is z, and nothing is said where z is larger than the
    largest value. So the model has every correctly rounded operation, and also one that does not round, such as the
    product of a fused multiplication and addition. Main results: IEEE 754 operations belong to the model
    ([ieee_plus], [ieee_times], [ieee_divide], [ieee_root], [ieee_fma]); the error of each operation. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core Plus_error Relative IEEE754.Binary.
Local Open Scope R_scope.

Section Model.
Variables (prec emin : Z) (largest : R).

Definition u : R := bpow radix2 (- prec).
Definition eta : R := bpow radix2 emin.
Definition held (z : R) : Prop := generic_format radix2 (FLT_exp emin prec) z.
Definition power (z : R) : Prop := exists k, Rabs z = bpow radix2 k.

(** ** The operations *)

Definition rounds (z w : R) : Prop := Rabs z <= largest ->
  (held z -> w = z) /\ exists d e, Rabs d <= u /\ Rabs e <= eta / 2 /\ d * e = 0 /\ w = z * (1 + d) + e.

(** a + b; adding zero changes nothing *)
Definition plus (a b w : R) : Prop := (a = 0 -> w = b) /\ (b = 0 -> w = a) /\ (Rabs (a + b) <= largest ->
  (held (a + b) -> w = a + b) /\ exists d, Rabs d <= u /\ w = (a + b) * (1 + d)).
Definition minus (a b w : R) : Prop := plus a (- b) w.

(** a b; multiplying by one changes nothing, and by a power of two only what underflows *)
Definition times (a b w : R) : Prop := (a = 1 -> w = b) /\ (b = 1 -> w = a) /\ rounds (a * b) w /\
  (power a \/ power b -> Rabs (a * b) <= largest -> Rabs (w - a * b) <= eta / 2).
Definition divide (a b w : R) : Prop := (b = 1 -> w = a) /\ rounds (a / b) w /\
  (power b -> Rabs (a / b) <= largest -> Rabs (w - a / b) <= eta / 2).
Definition root (a w : R) : Prop := rounds (sqrt a) w.

Lemma u_pos : 0 < u. Proof. apply bpow_gt_0. Qed.
Lemma eta_pos : 0 < eta. Proof. apply bpow_gt_0. Qed.

Lemma held_0 : held 0. Proof. apply generic_format_0. Qed.
Lemma held_opp z : held z -> held (- z). Proof. apply generic_format_opp. Qed.

(** small multiples of a power of two *)
Lemma held_multiple z k c : (0 < prec)%Z -> (emin <= c)%Z -> z = IZR k * bpow radix2 c -> Rabs z <= bpow radix2 (prec + c) -> held z.
Proof.
  intros Hp Hc -> B. rewrite Rabs_mult, (Rabs_pos_eq (bpow radix2 c)), bpow_plus in B by apply bpow_ge_0.
  apply Rmult_le_reg_r in B; [|apply bpow_gt_0].
  rewrite <- abs_IZR in B. rewrite <- (IZR_Zpower radix2) in B by (apply Z.lt_le_incl; exact Hp). apply le_IZR in B.
  destruct (Z.eq_dec (Z.abs k) (radix2 ^ prec)) as [E|E].
  - assert (K : Rabs (IZR k * bpow radix2 c) = bpow radix2 (prec + c)).
    { rewrite Rabs_mult, (Rabs_pos_eq (bpow radix2 c)), <- abs_IZR, E, (IZR_Zpower radix2), bpow_plus by (apply bpow_ge_0 || lia). reflexivity. }
    apply generic_format_abs_inv. rewrite K. apply generic_format_bpow. unfold FLT_exp. lia.
  - apply generic_format_FLT. exists (Float radix2 k c); [reflexivity| |exact Hc]. cbn [Fnum]. apply Z.le_neq. split; assumption.
Qed.

(** ** What they err *)

Lemma rounds_held z w : rounds z w -> Rabs z <= largest -> held z -> w = z.
Proof. intros H B. now apply H. Qed.

Lemma rounds_error z w : rounds z w -> Rabs z <= largest -> Rabs (w - z) <= u * Rabs z + eta / 2.
Proof.
  intros H B. destruct (H B) as (_ & d & e & Hd & He & _ & ->). pose proof eta_pos.
  replace (z * (1 + d) + e - z) with (d * z + e) by ring.
  eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_mult.
  pose proof (Rmult_le_compat_r _ _ _ (Rabs_pos z) Hd). lra.
Qed.

(** a result that does not underflow *)
Lemma rounds_normal z w : rounds z w -> Rabs z <= largest -> eta / 2 <= u * Rabs z -> Rabs (w - z) <= u * Rabs z.
Proof.
  intros H B N. destruct (H B) as (_ & d & e & Hd & He & Z & ->). apply Rmult_integral in Z.
  replace (z * (1 + d) + e - z) with (d * z + e) by ring.
  destruct Z as [-> | ->].
  - rewrite Rmult_0_l, Rplus_0_l. lra.
  - rewrite Rplus_0_r, Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos|assumption].
Qed.

Lemma plus_error a b w : plus a b w -> Rabs (a + b) <= largest -> Rabs (w - (a + b)) <= u * Rabs (a + b).
Proof.
  intros (_ & _ & H) B. destruct (H B) as (_ & d & Hd & ->).
  replace ((a + b) * (1 + d) - (a + b)) with (d * (a + b)) by ring.
  rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos|assumption].
Qed.
Lemma plus_held a b w : plus a b w -> Rabs (a + b) <= largest -> held (a + b) -> w = a + b.
Proof. intros (_ & _ & H) B. now apply H. Qed.

Lemma minus_error a b w : minus a b w -> Rabs (a - b) <= largest -> Rabs (w - (a - b)) <= u * Rabs (a - b).
Proof. apply plus_error. Qed.
Lemma minus_held a b w : minus a b w -> Rabs (a - b) <= largest -> held (a - b) -> w = a - b.
Proof. apply plus_held. Qed.

Lemma times_rounds a b w : times a b w -> rounds (a * b) w.
Proof. now intros (_ & _ & H & _). Qed.
Lemma times_error a b w : times a b w -> Rabs (a * b) <= largest -> Rabs (w - a * b) <= u * Rabs (a * b) + eta / 2.
Proof. intros H. apply rounds_error. now apply times_rounds. Qed.
Lemma times_power a b w : times a b w -> power a \/ power b -> Rabs (a * b) <= largest -> Rabs (w - a * b) <= eta / 2.
Proof. now intros (_ & _ & _ & H). Qed.
Lemma times_sym a b w : times a b w -> times b a w.
Proof. unfold times. rewrite (Rmult_comm b a). tauto. Qed.

Hypothesis Hlargest : 0 <= largest.

Lemma rounds_0 w : rounds 0 w -> w = 0.
Proof. intros H. apply (rounds_held _ _ H); [now rewrite Rabs_R0|apply held_0]. Qed.
Lemma times_0 a b w : times a b w -> a * b = 0 -> w = 0.
Proof. intros H Z. apply times_rounds in H. rewrite Z in H. now apply rounds_0. Qed.

(** ** Rounding to nearest, ties to even, belongs to the model *)

Context {Hprec : Prec_gt_0 prec}.
Notation rnd := (round radix2 (FLT_exp emin prec) ZnearestE).

Lemma u_ro_u : u_ro radix2 prec = u.
Proof.
  unfold u_ro, u. rewrite bpow_plus. change (bpow radix2 1) with 2. field.
Qed.

Lemma rnd_held z : held (rnd z).
Proof. apply generic_format_round; apply _. Qed.
Lemma rnd_id z : held z -> rnd z = z.
Proof. intros. apply round_generic; [apply _|assumption]. Qed.

Lemma nearest_error z : exists d e, Rabs d <= u /\ Rabs e <= eta / 2 /\ d * e = 0 /\ rnd z = z * (1 + d) + e.
Proof.
  destruct (error_N_FLT radix2 emin prec Hprec (fun x => negb (Z.even x)) z) as (d & e & Hd & He & Z & E).
  exists d, e. fold eta in He. rewrite <- u_ro_u. unfold u_ro. repeat split; auto. unfold eta in *. lra.
Qed.
Theorem ieee_rounds z : rounds z (rnd z).
Proof. intros _. split; [apply rnd_id|apply nearest_error]. Qed.

Lemma sum_error a b : held a -> held b -> exists d, Rabs d <= u /\ rnd (a + b) = (a + b) * (1 + d).
Proof.
  intros Ha Hb. destruct (FLT_plus_error_N_ex radix2 emin prec (fun x => negb (Z.even x)) a b Ha Hb) as (d & Hd & E).
  exists d. split; [|exact E]. rewrite u_ro_u in Hd. pose proof u_pos.
  eapply Rle_trans; [exact Hd|]. apply (Rmult_le_reg_r (1 + u)); [lra|].
  unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

Theorem ieee_plus a b : held a -> held b -> plus a b (rnd (a + b)).
Proof.
  intros Ha Hb. repeat split.
  - intros ->. rewrite Rplus_0_l. now apply rnd_id.
  - intros ->. rewrite Rplus_0_r. now apply rnd_id.
  - apply rnd_id.
  - now apply sum_error.
Qed.
Corollary ieee_minus a b : held a -> held b -> minus a b (rnd (a - b)).
Proof. intros. apply ieee_plus; auto using held_opp. Qed.

(** a value of the format times a power of two *)
Lemma scaled_error k b : held b -> Rabs (rnd (bpow radix2 k * b) - bpow radix2 k * b) <= eta / 2.
Proof.
  intros Hb. apply FLT_format_generic in Hb; [|apply _]. destruct Hb as [[n e] E Hn He]. simpl in Hn, He.
  assert (Z : bpow radix2 k * b = F2R (Float radix2 n (k + e))).
  { rewrite E. unfold F2R; simpl. rewrite bpow_plus. ring. }
  rewrite Z. pose proof eta_pos. destruct (Z_le_gt_dec emin (k + e)) as [L|L].
  - rewrite rnd_id, Rminus_eq_0, Rabs_R0; [lra|]. apply generic_format_FLT. now exists (Float radix2 n (k + e)).
  - eapply Rle_trans; [apply error_le_half_ulp; apply _|]. rewrite ulp_FLT_small; [unfold eta; lra|apply _|].
    rewrite <- (Rabs_pos_eq (bpow radix2 (emin + prec))) by apply bpow_ge_0. unfold F2R; simpl.
    rewrite Rabs_mult, (Rabs_pos_eq (bpow radix2 (k + e))) by apply bpow_ge_0.
    rewrite (Rabs_pos_eq (bpow radix2 _)) by apply bpow_ge_0.
    rewrite (Z.add_comm emin prec), (bpow_plus radix2 prec). apply IZR_lt in Hn. rewrite abs_IZR, (IZR_Zpower radix2) in Hn by (pose proof (prec_gt_0 prec); lia).
    pose proof (bpow_gt_0 radix2 (k + e)). assert (bpow radix2 (k + e) <= bpow radix2 emin) by (apply bpow_le; lia).
    apply Rlt_le_trans with (bpow radix2 prec * bpow radix2 (k + e)).
    + apply Rmult_lt_compat_r; assumption.
    + apply Rmult_le_compat_l; [apply bpow_ge_0|assumption].
Qed.

Lemma power_error a b : power a -> held b -> Rabs (rnd (a * b) - a * b) <= eta / 2.
Proof.
  intros [k Hk] Hb. destruct (Rle_or_lt 0 a) as [P|P].
  - rewrite Rabs_pos_eq in Hk by auto. rewrite Hk. now apply scaled_error.
  - rewrite Rabs_left in Hk by auto. replace (a * b) with (bpow radix2 k * - b) by (rewrite <- Hk; ring).
    apply scaled_error. now apply held_opp.
Qed.

Theorem ieee_times a b : held a -> held b -> times a b (rnd (a * b)).
Proof.
  intros Ha Hb. split; [intros ->; rewrite Rmult_1_l; now apply rnd_id|].
  split; [intros ->; rewrite Rmult_1_r; now apply rnd_id|]. split; [apply ieee_rounds|].
  intros [P|P] _; [now apply power_error|]. rewrite Rmult_comm. now apply power_error.
Qed.

Theorem ieee_divide a b : held a -> divide a b (rnd (a / b)).
Proof.
  intros Ha. split; [intros ->; unfold Rdiv; rewrite Rinv_1, Rmult_1_r; now apply rnd_id|]. split; [apply ieee_rounds|].
  intros [k Hk] _. unfold Rdiv. rewrite Rmult_comm. apply power_error; [|assumption].
  exists (- k)%Z. rewrite bpow_opp, <- Hk. apply Rabs_inv.
Qed.

Theorem ieee_root a : root a (rnd (sqrt a)).
Proof. apply ieee_rounds. Qed.

(** A fused multiplication and addition is a product that need not round and a sum. *)
Theorem ieee_fma a b c : held a -> held b -> held c -> exists p, times a b p /\ plus p c (rnd (a * b + c)).
Proof.
  intros Ha Hb Hc.
  assert (X : times a b (a * b)).
  { split; [intros ->; ring|]. split; [intros ->; ring|]. split.
    - intros _. split; [reflexivity|]. exists 0, 0. pose proof u_pos. pose proof eta_pos. rewrite Rabs_R0.
      split; [lra|]. split; [lra|]. split; ring.
    - intros _ _. rewrite Rminus_eq_0, Rabs_R0. pose proof eta_pos. lra. }
  destruct (Req_dec c 0) as [-> | C].
  { exists (rnd (a * b)). split; [now apply ieee_times|]. rewrite Rplus_0_r.
    replace (rnd (a * b)) with (rnd (rnd (a * b) + 0)) at 2 by (rewrite Rplus_0_r; apply rnd_id, rnd_held).
    apply ieee_plus; [apply rnd_held|apply held_0]. }
  destruct (generic_format_EM radix2 (FLT_exp emin prec) (a * b)) as [Hp|Hp].
  { exists (a * b). split; [exact X|now apply ieee_plus]. }
  destruct (nearest_error (a * b + c)) as (d & e & Hd & He & Z & E). apply Rmult_integral in Z.
  destruct (Req_dec e 0) as [-> | Ne].
  - exists (a * b). split; [exact X|]. split; [intros ->; rewrite Rplus_0_l; now apply rnd_id|].
    split; [contradiction|]. intros _. split; [apply rnd_id|]. exists d. rewrite E. split; [assumption|ring].
  - destruct Z as [-> | ]; [|contradiction]. exists (a * b + e). split.
    + split; [intros ->; exfalso; apply Hp; now rewrite Rmult_1_l|].
      split; [intros ->; exfalso; apply Hp; now rewrite Rmult_1_r|]. split.
      * intros _. split; [contradiction|]. exists 0, e. rewrite Rabs_R0. pose proof u_pos. split; [lra|]. split; [exact He|]. split; ring.
      * intros _ _. now replace (a * b + e - a * b) with e by ring.
    + replace (rnd (a * b + c)) with (a * b + e + c) by (rewrite E; ring).
      split; [intros ->; ring|]. split; [contradiction|]. intros _. split; [reflexivity|].
      exists 0. rewrite Rabs_R0. pose proof u_pos. split; [lra|ring].
Qed.
End Model.

(** ** The binary formats of IEEE 754 *)

Section Ieee.
Variables (prec emax : Z).
Context {Hprec : Prec_gt_0 prec} {Hmax : BinarySingleNaN.Prec_lt_emax prec emax}.
Definition emin_of : Z := (3 - emax - prec)%Z.
(** the largest value, (2^prec - 1) 2^(emax - prec) *)
Definition largest_of : R := bpow radix2 emax - bpow radix2 (emax - prec).

Lemma largest_held : held prec emin_of largest_of.
Proof.
  pose proof (prec_gt_0 prec) as P. unfold BinarySingleNaN.Prec_lt_emax in Hmax.
  assert (E : largest_of = F2R (Float radix2 (2 ^ prec - 1) (emax - prec))).
  { unfold largest_of, F2R; simpl. rewrite minus_IZR, (IZR_Zpower radix2) by lia.
    rewrite Rmult_minus_distr_r, <- bpow_plus. replace (prec + (emax - prec))%Z with emax by ring. simpl. ring. }
  rewrite E. apply generic_format_FLT. eexists; [reflexivity| |]; simpl; unfold emin_of; [|lia].
  assert (0 < 2 ^ prec)%Z by (apply Z.pow_pos_nonneg; lia). rewrite Z.abs_eq by lia. change (radix2 ^ prec)%Z with (2 ^ prec)%Z. lia.
Qed.

Lemma in_range z : Rabs z <= largest_of ->
  Rlt_bool (Rabs (round radix2 (SpecFloat.fexp prec emax) ZnearestE z)) (bpow radix2 emax) = true.
Proof.
  intros H. apply Rlt_bool_true. apply Rle_lt_trans with largest_of.
  - apply abs_round_le_generic; [apply (fexp_correct prec emax Hprec)|apply _|apply largest_held|exact H].
  - unfold largest_of. pose proof (bpow_gt_0 radix2 (emax - prec)). lra.
Qed.

Notation float := (binary_float prec emax).
Notation real := (B2R prec emax).
Notation finite x := (is_finite prec emax x = true).
Notation NE := BinarySingleNaN.mode_NE.

Lemma float_held (x : float) : held prec emin_of (real x).
Proof. apply generic_format_B2R. Qed.

(** Results in range are finite and belong to the model, whatever NaNs look like. *)
Theorem Bplus_model nan (x y : float) : finite x -> finite y -> Rabs (real x + real y) <= largest_of ->
  let z := Bplus prec emax Hprec Hmax nan NE x y in
  finite z /\ plus prec emin_of largest_of (real x) (real y) (real z).
Proof.
  intros Fx Fy B z. pose proof (Bplus_correct prec emax Hprec Hmax nan NE x y Fx Fy) as H. fold z in H.
  simpl BinarySingleNaN.round_mode in H. rewrite in_range in H by assumption. destruct H as (E & F & _).
  split; [exact F|]. rewrite E. apply ieee_plus; [exact Hprec|apply float_held..].
Qed.
Theorem Bminus_model nan (x y : float) : finite x -> finite y -> Rabs (real x - real y) <= largest_of ->
  let z := Bminus prec emax Hprec Hmax nan NE x y in
  finite z /\ minus prec emin_of largest_of (real x) (real y) (real z).
Proof.
  intros Fx Fy B z. pose proof (Bminus_correct prec emax Hprec Hmax nan NE x y Fx Fy) as H. fold z in H.
  simpl BinarySingleNaN.round_mode in H. rewrite in_range in H by assumption. destruct H as (E & F & _).
  split; [exact F|]. rewrite E. apply ieee_minus; [exact Hprec|apply float_held..].
Qed.
Theorem Bmult_model nan (x y : float) : finite x -> finite y -> Rabs (real x * real y) <= largest_of ->
  let z := Bmult prec emax Hprec Hmax nan NE x y in
  finite z /\ times prec emin_of largest_of (real x) (real y) (real z).
Proof.
  intros Fx Fy B z. pose proof (Bmult_correct prec emax Hprec Hmax nan NE x y) as H. fold z in H.
  simpl BinarySingleNaN.round_mode in H. rewrite in_range in H by assumption. destruct H as (E & F & _).
  rewrite Fx, Fy in F. split; [exact F|]. rewrite E. apply ieee_times; [exact Hprec|apply float_held..].
Qed.
Theorem Bdiv_model nan (x y : float) : finite x -> real y <> 0 -> Rabs (real x / real y) <= largest_of ->
  let z := Bdiv prec emax Hprec Hmax nan NE x y in
  finite z /\ divide prec emin_of largest_of (real x) (real y) (real z).
Proof.
  intros Fx Ny B z. pose proof (Bdiv_correct prec emax Hprec Hmax nan NE x y Ny) as H. fold z in H.
  simpl BinarySingleNaN.round_mode in H. rewrite in_range in H by assumption. destruct H as (E & F & _).
  rewrite Fx in F. split; [exact F|]. rewrite E. apply ieee_divide; [exact Hprec|apply float_held..].
Qed.
Theorem Bsqrt_model nan (x : float) : finite x -> 0 <= real x ->
  let z := Bsqrt prec emax Hprec Hmax nan NE x in
  finite z /\ root prec emin_of largest_of (real x) (real z).
Proof.
  intros Fx P z. destruct (Bsqrt_correct prec emax Hprec Hmax nan NE x) as (E & F & _). fold z in E, F.
  split.
  - rewrite F. destruct x as [| | |[|] m e h]; try discriminate; try reflexivity.
    exfalso. simpl in P. revert P. apply Rlt_not_le, F2R_lt_0. reflexivity.
  - rewrite E. now apply ieee_root.
Qed.
Theorem Bfma_model nan (x y z : float) : finite x -> finite y -> finite z ->
  Rabs (real x * real y + real z) <= largest_of ->
  let w := Bfma prec emax Hprec Hmax nan NE x y z in
  finite w /\ exists p, times prec emin_of largest_of (real x) (real y) p /\ plus prec emin_of largest_of p (real z) (real w).
Proof.
  intros Fx Fy Fz B w. pose proof (Bfma_correct prec emax Hprec Hmax nan NE x y z Fx Fy Fz) as H. fold w in H.
  simpl BinarySingleNaN.round_mode in H. cbv zeta in H. rewrite in_range in H by assumption. destruct H as (E & F & _).
  split; [exact F|]. rewrite E. apply ieee_fma; [exact Hprec|apply float_held..].
Qed.
End Ieee.
