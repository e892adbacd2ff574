(** Sums from an anchor, as the fast version takes them (Anchors.java, ScalarSums.java): what the sum of a chunk and
    its rest err, in binary arithmetic to nearest, ties to even, with underflow.

    The loops are [total] and [rest]. A term is a real number: d where d is added, the exact d d or g d where it goes
    into a fused multiplication and addition. Overflow is not in the model: sums stay below twice the anchor's binade.
    Main results: [step], what one addition loses is known exactly, or to a rounding for a product; [chunk], what n
    steps err while no sum leaves the binade; [squares_chunk], [sums_chunk], [products_chunk],
    [gradient_squares_chunk]: if the sums of squares that the kernel has computed are below those of the reaches, no
    sum leaves its binade, and a chunk of at most 64 terms errs 3072 u^2 W, and half of 2^emin for each product. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core Plus_error.
From BN Require Import Sums Arithmetic.
Local Open Scope R_scope.

(** ** Partial sums and the inequality of Cauchy and Schwarz *)

Lemma rsum_mono n f i : (forall j, (j < n)%nat -> 0 <= f j) -> (i <= n)%nat -> rsum i f <= rsum n f.
Proof.
  intros P L. induction L as [|n L IH]; [lra|]. simpl. pose proof (P n ltac:(lia)).
  assert (rsum i f <= rsum n f) by (apply IH; intros; apply P; lia). lra.
Qed.

Lemma cauchy_schwarz n f g :
  rsum n (fun i => f i * g i) ^ 2 <= rsum n (fun i => f i ^ 2) * rsum n (fun i => g i ^ 2).
Proof.
  induction n as [|n IH]; [simpl; lra|]. cbn [rsum].
  assert (F : 0 <= rsum n (fun i => f i ^ 2)) by (apply rsum_nonneg; intros; apply pow2_ge_0).
  assert (G : 0 <= rsum n (fun i => g i ^ 2)) by (apply rsum_nonneg; intros; apply pow2_ge_0).
  set (A := rsum n (fun i => f i * g i)) in *. set (B := rsum n (fun i => f i ^ 2)) in *.
  set (C := rsum n (fun i => g i ^ 2)) in *. set (x := f n). set (y := g n).
  assert (2 * A * (x * y) <= B * y ^ 2 + C * x ^ 2); [|nra].
  pose proof (pow2_ge_0 x). pose proof (pow2_ge_0 y). pose proof (pow2_ge_0 (x * y)).
  eapply Rle_trans; [apply Rle_abs|]. apply Rsqr_incr_0; [|apply Rabs_pos|nra]. rewrite <- Rsqr_abs. unfold Rsqr.
  assert (0 <= (B * y ^ 2 - C * x ^ 2) ^ 2) by apply pow2_ge_0.
  assert (A ^ 2 * (x * y) ^ 2 <= B * C * (x * y) ^ 2) by (apply Rmult_le_compat_r; assumption). nra.
Qed.

Section Anchored.
Variables prec emin : Z.
Context {Hprec : Prec_gt_0 prec}.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).

(** a number rounded *)
Definition fl (z : R) : R := round radix2 (FLT_exp emin prec) ZnearestE z.

Lemma fl_held z : held (fl z). Proof. apply generic_format_round; apply _. Qed.
Lemma fl_id z : held z -> fl z = z. Proof. intros. apply round_generic; [apply _|assumption]. Qed.
Lemma fl_le a b : a <= b -> fl a <= fl b. Proof. intros. apply round_le; [apply _..|assumption]. Qed.
Lemma fl_above a b : held a -> a <= b -> a <= fl b.
Proof. intros. apply round_ge_generic; [apply _..| |]; assumption. Qed.
Lemma fl_opp z : fl (- z) = - fl z. Proof. apply round_NE_opp. Qed.
Lemma fl_zero a b : held a -> held b -> fl (a + b) = 0 -> a + b = 0.
Proof. apply round_plus_eq_0; apply _. Qed.
Lemma abs_fl a b : held b -> Rabs a <= b -> Rabs (fl a) <= b.
Proof. intros. apply abs_round_le_generic; [apply _..| |]; assumption. Qed.
Lemma bpow_held k : (emin <= k)%Z -> held (bpow radix2 k).
Proof. intros. apply generic_format_bpow. pose proof (prec_gt_0 prec). unfold FLT_exp. lia. Qed.

Lemma u_bpow k : u * bpow radix2 k = bpow radix2 (k - prec).
Proof. unfold Arithmetic.u. rewrite <- bpow_plus. f_equal. lia. Qed.
Lemma u_lt_1 : u < 1.
Proof. pose proof (prec_gt_0 prec). apply (bpow_lt radix2 (- prec) 0). lia. Qed.

Lemma half_ulp_max j z : Rabs z <= bpow radix2 j -> Rabs (fl z - z) <= bpow radix2 (Z.max (j - prec) emin) / 2.
Proof.
  pose proof (prec_gt_0 prec) as P. intros B.
  assert (Z0 : 0 <= bpow radix2 (Z.max (j - prec) emin) / 2)
    by (pose proof (bpow_gt_0 radix2 (Z.max (j - prec) emin)); lra).
  assert (N : forall e, z <> 0 -> Rabs z < bpow radix2 e -> (e <= j \/ e <= emin)%Z ->
    Rabs (fl z - z) <= bpow radix2 (Z.max (j - prec) emin) / 2).
  { intros e Nz H L. eapply Rle_trans; [apply error_le_half_ulp; apply _|].
    rewrite ulp_neq_0 by assumption. assert (mag radix2 z <= e)%Z by (apply mag_le_bpow; assumption).
    assert (bpow radix2 (cexp radix2 (FLT_exp emin prec) z) <= bpow radix2 (Z.max (j - prec) emin)); [|lra].
    apply bpow_le. unfold cexp, FLT_exp. lia. }
  destruct (Req_dec z 0) as [-> | Nz]; [rewrite fl_id, Rminus_eq_0, Rabs_R0 by apply held_0; assumption|].
  destruct B as [B|B]; [now apply (N j Nz B); left; lia|].
  destruct (Z_le_gt_dec emin j) as [L|L].
  - rewrite fl_id, Rminus_eq_0, Rabs_R0; [assumption|]. apply generic_format_abs_inv. rewrite B. now apply bpow_held.
  - apply (N (j + 1)%Z Nz); [rewrite B; apply bpow_lt; lia|right; lia].
Qed.

Lemma half_ulp j z : Rabs z <= bpow radix2 j -> Rabs (fl z - z) <= (u * bpow radix2 j + eta) / 2.
Proof.
  intros B. apply half_ulp_max in B. rewrite u_bpow. pose proof (eta_pos emin).
  pose proof (bpow_gt_0 radix2 (j - prec)).
  unfold Arithmetic.eta in *. destruct (Z.max_spec (j - prec) emin) as [[_ E]|[_ E]]; rewrite E in B; lra.
Qed.

Lemma half_ulp_normal j z : (emin + prec <= j)%Z -> Rabs z <= bpow radix2 j -> Rabs (fl z - z) <= u * bpow radix2 j / 2.
Proof. intros L B. apply half_ulp_max in B. rewrite u_bpow. rewrite Z.max_l in B by lia. exact B. Qed.

(** a sum does not underflow *)
Lemma sum_loses a b : held a -> held b -> Rabs (fl (a + b) - (a + b)) <= u * Rabs (a + b).
Proof.
  intros A B. destruct (sum_error prec emin a b A B) as (d & D & E). unfold fl. rewrite E.
  replace ((a + b) * (1 + d) - (a + b)) with (d * (a + b)) by ring. rewrite Rabs_mult.
  apply Rmult_le_compat_r; [apply Rabs_pos|exact D].
Qed.

(** ** The loop *)

(** what s lost when p was added; the fused form is the same *)
Definition lost (s p : R) : R := fl (p - fl (fl (s + p) - s)).
Lemma lost_fused s p : lost s p = fl (p + fl (s - fl (s + p))).
Proof. unfold lost. replace (s - fl (s + p)) with (- (fl (s + p) - s)) by ring. now rewrite fl_opp. Qed.

Fixpoint total (a : R) (p : nat -> R) (n : nat) : R :=
  match n with O => a | S i => fl (total a p i + p i) end.
Fixpoint rest (a : R) (p : nat -> R) (n : nat) : R :=
  match n with O => 0 | S i => fl (rest a p i + lost (total a p i) (p i)) end.

(** the chunk's sum as it goes on: a number and a rest *)
Definition summed (a : R) (p : nat -> R) (n : nat) : R := fl (total a p n - a) + rest a p n.

Lemma total_held a p n : held a -> held (total a p n). Proof. destruct n; [trivial|]. intros. apply fl_held. Qed.
Lemma rest_held a p n : held (rest a p n). Proof. destruct n; [apply held_0|apply fl_held]. Qed.

(** ** Within a binade *)

Section Binade.
Variable k : Z.
Notation W := (bpow radix2 k).
Hypothesis Hk : (emin + prec <= k)%Z.

Definition inside (s : R) : Prop := W <= s <= 2 * W.

Let W0 : 0 < W := bpow_gt_0 radix2 k.
Let two_W : 2 * W = bpow radix2 (k + 1). Proof. rewrite bpow_plus. simpl. lra. Qed.
Let P : (0 < prec)%Z := prec_gt_0 prec.

Lemma W_held : held W. Proof. apply bpow_held. lia. Qed.
Lemma two_W_held : held (2 * W). Proof. rewrite two_W. apply bpow_held. lia. Qed.

Lemma fl_inside z : inside z -> inside (fl z).
Proof.
  intros [L H]. apply fl_le in L, H. rewrite (fl_id W) in L by apply W_held.
  rewrite (fl_id (2 * W)) in H by apply two_W_held. now split.
Qed.

Lemma inside_multiple s : held s -> inside s -> exists m, s = IZR m * bpow radix2 (k + 1 - prec).
Proof.
  intros H [L [U|E]].
  - rewrite two_W in U. assert (C : cexp radix2 (FLT_exp emin prec) s = (k + 1 - prec)%Z).
    { unfold cexp. rewrite (mag_unique_pos radix2 s (k + 1)); [unfold FLT_exp; lia|].
      replace (k + 1 - 1)%Z with k by ring. split; assumption. }
    exists (Ztrunc (scaled_mantissa radix2 (FLT_exp emin prec) s)). rewrite H at 1. unfold F2R. simpl. now rewrite C.
  - exists (radix2 ^ prec)%Z. rewrite (IZR_Zpower radix2) by lia. rewrite <- bpow_plus, E, two_W. f_equal. lia.
Qed.

Lemma difference_held s s' : held s -> held s' -> inside s -> inside s' -> held (s' - s).
Proof.
  intros H H' I I'. destruct (inside_multiple s H I) as [m M]. destruct (inside_multiple s' H' I') as [m' M'].
  apply held_multiple with (m' - m)%Z (k + 1 - prec)%Z; [exact P|lia|rewrite M, M', minus_IZR; ring|].
  replace (prec + (k + 1 - prec))%Z with (k + 1)%Z by ring. rewrite <- two_W. unfold inside in *.
  apply Rabs_le. lra.
Qed.

Lemma fl_loses z : inside z -> Rabs (fl z - z) <= u * W.
Proof.
  intros [L U]. replace (u * W) with (u * bpow radix2 (k + 1) / 2) by (rewrite <- two_W; lra).
  apply half_ulp_normal; [lia|]. rewrite <- two_W. apply Rabs_le. lra.
Qed.

Lemma uW_held : held (u * W). Proof. rewrite u_bpow. apply bpow_held. lia. Qed.

(** ** One step *)

(** The difference is exact, and what was lost is at most u W; it is known to a rounding, and exactly if p is a number
    of the format. *)
Theorem step s p : held s -> inside s -> inside (s + p) ->
  let s' := fl (s + p) in
  inside s' /\ fl (s' - s) = s' - s /\ Rabs (p - (s' - s)) <= u * W /\ Rabs (lost s p) <= u * W /\
  Rabs (lost s p - (p - (s' - s))) <= (u * (u * W) + eta) / 2 /\ (held p -> lost s p = p - (s' - s)).
Proof.
  intros H I J s'. assert (I' : inside s') by now apply fl_inside.
  assert (D : fl (s' - s) = s' - s) by (apply fl_id, difference_held; auto; apply fl_held).
  assert (E : Rabs (p - (s' - s)) <= u * W).
  { replace (p - (s' - s)) with (- (s' - (s + p))) by ring. rewrite Rabs_Ropp. now apply fl_loses. }
  assert (L : lost s p = fl (p - (s' - s))) by (unfold lost; fold s'; now rewrite D).
  split; [exact I'|]. split; [exact D|]. split; [exact E|]. rewrite L. split; [now apply abs_fl; [apply uW_held|]|].
  split.
  - rewrite u_bpow in E |- *. now apply half_ulp.
  - intros Hp. apply fl_id. replace (p - (s' - s)) with (- (s' - (s + p))) by ring. apply held_opp.
    apply Plus_error.plus_error; [apply _..| |]; assumption.
Qed.

(** ** A chunk *)

Section Chunk.
Variables (a : R) (p : nat -> R) (n : nat).
Hypothesis Ha : held a.
Hypothesis Ia : inside a.
Hypothesis Hn : INR n * u <= 1.
Notation s := (total a p).

(** no sum leaves the binade *)
Definition stays (m : nat) : Prop := forall i, (i < m)%nat -> inside (s i + p i).

Lemma stays_inside m i : stays m -> (i <= m)%nat -> inside (s i).
Proof. intros H L. destruct i; [exact Ia|]. simpl. apply fl_inside, H. lia. Qed.

Lemma total_near m : stays m -> Rabs (s m - a - rsum m p) <= INR m * (u * W).
Proof.
  induction m as [|m IH]; intros H.
  - simpl. rewrite Rmult_0_l. replace (a - a - 0) with 0 by ring. rewrite Rabs_R0. lra.
  - cbn [rsum total]. rewrite S_INR. specialize (IH (fun i L => H i ltac:(lia))).
    pose proof (fl_loses _ (H m ltac:(lia))) as E.
    replace (fl (s m + p m) - a - (rsum m p + p m)) with
      ((fl (s m + p m) - (s m + p m)) + (s m - a - rsum m p)) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.

Lemma multiple_held m : INR m * u <= 1 -> held (INR m * (u * W)).
Proof.
  intros L. apply held_multiple with (Z.of_nat m) (k - prec)%Z; [exact P|lia|now rewrite INR_IZR_INZ, u_bpow|].
  replace (prec + (k - prec))%Z with k by ring. pose proof (u_pos prec). pose proof (pos_INR m).
  rewrite Rabs_pos_eq by (repeat apply Rmult_le_pos; lra). rewrite <- Rmult_assoc. nra.
Qed.

Lemma count_le m : (m <= n)%nat -> INR m * u <= 1.
Proof. intros L. apply le_INR in L. pose proof (u_pos prec). nra. Qed.

Lemma rest_le m : stays m -> (m <= n)%nat -> Rabs (rest a p m) <= INR m * (u * W).
Proof.
  induction m as [|m IH]; intros H L.
  - simpl. rewrite Rabs_R0. lra.
  - cbn [rest]. apply abs_fl; [now apply multiple_held, count_le|]. rewrite S_INR.
    specialize (IH (fun i M => H i ltac:(lia)) ltac:(lia)).
    destruct (step (s m) (p m)) as (_ & _ & _ & E & _); [now apply total_held|apply (stays_inside (S m)); auto| |].
    { apply H. lia. }
    eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.

(** e is what one knows too little of what a step lost. *)
Lemma rest_near e m : stays m -> (m <= n)%nat ->
  (forall i, (i < m)%nat -> Rabs (lost (s i) (p i) - (p i - (s (S i) - s i))) <= e) ->
  Rabs (s m - a + rest a p m - rsum m p) <= INR m * (INR m + 1) / 2 * (u * (u * W)) + INR m * e.
Proof.
  induction m as [|m IH]; intros H L E.
  - simpl. replace (a - a + 0 - 0) with 0 by ring. rewrite Rabs_R0. lra.
  - specialize (IH (fun i M => H i ltac:(lia)) ltac:(lia) (fun i M => E i ltac:(lia))).
    pose proof (E m ltac:(lia)) as Em. cbn [rsum rest] in *. rewrite S_INR in *.
    set (l := lost (s m) (p m)) in *. set (r := rest a p m) in *.
    assert (B : Rabs (r + l) <= (INR m + 1) * (u * W)).
    { destruct (step (s m) (p m)) as (_ & _ & _ & B & _); [now apply total_held|apply (stays_inside (S m)); auto| |].
      { apply H. lia. }
      pose proof (rest_le m (fun i M => H i ltac:(lia)) ltac:(lia)).
      eapply Rle_trans; [apply Rabs_triang|]. unfold l, r. lra. }
    assert (F : Rabs (fl (r + l) - (r + l)) <= u * ((INR m + 1) * (u * W))).
    { eapply Rle_trans; [apply sum_loses; [apply rest_held|apply fl_held]|]. apply Rmult_le_compat_l; [|exact B].
      pose proof (u_pos prec). lra. }
    replace (s (S m) - a + fl (r + l) - (rsum m p + p m)) with
      ((fl (r + l) - (r + l)) + ((l - (p m - (s (S m) - s m))) + (s m - a + r - rsum m p))) by ring.
    eapply Rle_trans; [apply Rabs_triang|]. eapply Rle_trans; [apply Rplus_le_compat_l, Rabs_triang|]. lra.
Qed.

Lemma summed_total : stays n -> summed a p n = s n - a + rest a p n.
Proof.
  intros H. unfold summed. rewrite fl_id; [reflexivity|].
  apply difference_held; auto using total_held. now apply (stays_inside n).
Qed.

(** What a chunk errs: nothing but the additions to its rest, if the terms are numbers of the format. *)
Theorem chunk : stays n ->
  Rabs (summed a p n - rsum n p) <= INR n * (INR n + 1) / 2 * (u * (u * W)) + INR n * ((u * (u * W) + eta) / 2) /\
  ((forall i, (i < n)%nat -> held (p i)) ->
   Rabs (summed a p n - rsum n p) <= INR n * (INR n + 1) / 2 * (u * (u * W))).
Proof.
  intros H. rewrite summed_total by assumption.
  assert (St : forall i, (i < n)%nat -> Rabs (lost (s i) (p i) - (p i - (s (S i) - s i))) <= (u * (u * W) + eta) / 2 /\
    (held (p i) -> lost (s i) (p i) = p i - (s (S i) - s i))).
  { intros i L. destruct (step (s i) (p i)) as (_ & _ & _ & _ & E); auto using total_held.
    apply (stays_inside n); [assumption|lia]. }
  split.
  - apply rest_near; [assumption|lia|]. intros i L. now apply St.
  - intros Hp. rewrite <- (Rplus_0_r (_ * _)). rewrite <- (Rmult_0_r (INR n)). apply rest_near; [assumption|lia|].
    intros i L. destruct (St i L) as (_ & E). rewrite E by auto. rewrite Rminus_eq_0, Rabs_R0. lra.
Qed.

(** ** Why no sum leaves the binade *)

(** from its middle, while partial sums are at most 3/8 of it *)
Lemma middle_stays : a = 3 / 2 * W -> INR n * u <= 1 / 8 ->
  (forall i, (i <= n)%nat -> Rabs (rsum i p) <= 3 / 8 * W) -> stays n.
Proof.
  intros A N B. assert (forall m, (m <= n)%nat -> stays m); [|auto].
  induction m as [|m IH]; intros L i Li; [lia|]. specialize (IH ltac:(lia)).
  destruct (Nat.eq_dec i m) as [-> | Ne]; [|apply IH; lia].
  pose proof (total_near m IH) as T. specialize (B (S m) L). cbn [rsum] in B.
  assert (INR m * (u * W) <= 1 / 8 * W).
  { rewrite <- Rmult_assoc. apply Rmult_le_compat_r; [lra|]. eapply Rle_trans; [|exact N].
    apply Rmult_le_compat_r; [apply Rlt_le, u_pos|apply le_INR; lia]. }
  apply Rabs_le_inv in B. apply Rabs_le_inv in T. unfold inside. lra.
Qed.

Lemma total_mono i : (forall j, (j < n)%nat -> 0 <= p j) -> (i <= n)%nat -> s i <= s n.
Proof.
  intros N L. assert (forall j, (i + j <= n)%nat -> s i <= s (i + j)) as M.
  { induction j as [|j IH]; intros B; [rewrite Nat.add_0_r; lra|]. rewrite Nat.add_succ_r. cbn [total].
    specialize (IH ltac:(lia)). eapply Rle_trans; [exact IH|].
    apply fl_above; [now apply total_held|]. specialize (N (i + j)%nat ltac:(lia)). lra. }
  replace n with (i + (n - i))%nat by lia. apply M. lia.
Qed.

(** from its lower end, where terms are not negative, if the sum that is computed is less than W *)
Lemma squares_stay : a = W -> (forall i, (i < n)%nat -> 0 <= p i) -> fl (s n - a) < a ->
  stays n /\ (forall i, (i < n)%nat -> p i < W) /\ rsum n p <= W * (1 + INR n * u).
Proof.
  intros A N T.
  assert (U : s n < 2 * W).
  { apply Rnot_le_lt. intros G. apply (Rlt_not_le _ _ T). apply fl_above; [exact Ha|lra]. }
  assert (B : forall i, (i < n)%nat -> W <= s i /\ s i + p i < 2 * W).
  { intros i L. split.
    - rewrite <- A.
      assert (forall j, (j <= n)%nat -> a <= s j) as M.
      { induction j as [|j IH]; intros B; [simpl; lra|]. cbn [total]. specialize (IH ltac:(lia)).
        eapply Rle_trans; [exact IH|]. apply fl_above; [now apply total_held|].
        specialize (N j ltac:(lia)). lra. }
      apply M. lia.
    - apply Rnot_le_lt. intros G. apply (Rlt_not_le _ _ U). eapply Rle_trans; [|apply (total_mono (S i)); auto].
      cbn [total]. apply fl_above; [apply two_W_held|assumption]. }
  assert (St : stays n). { intros i L. destruct (B i L). pose proof (N i L). unfold inside. lra. }
  split; [exact St|]. split.
  - intros i L. destruct (B i L). lra.
  - pose proof (total_near n St) as E. apply Rabs_le_inv in E. lra.
Qed.
End Chunk.

(** Σ g^2 in ordinary arithmetic, if it turns out less than W *)
Theorem plain_squares p n : (forall i, (i < n)%nat -> 0 <= p i) -> total 0 p n < W ->
  (forall i, (i < n)%nat -> p i < W) /\ rsum n p <= W * (1 + INR n * u).
Proof.
  intros N T.
  assert (M : forall i, (i <= n)%nat -> total 0 p i <= total 0 p n) by (intros; apply total_mono; auto; apply held_0).
  assert (Z : forall i, (i <= n)%nat -> 0 <= total 0 p i).
  { induction i as [|i IH]; intros L; simpl; [lra|]. apply fl_above; [apply held_0|].
    specialize (IH ltac:(lia)). specialize (N i ltac:(lia)). lra. }
  assert (B : forall i, (i < n)%nat -> total 0 p i + p i < W).
  { intros i L. apply Rnot_le_lt. intros G. apply (Rlt_not_le _ _ T). eapply Rle_trans; [|apply (M (S i)); lia].
    cbn [total]. apply fl_above; [apply W_held|assumption]. }
  split; [intros i L; pose proof (B i L); pose proof (Z i ltac:(lia)); lra|].
  assert (E : forall m, (m <= n)%nat -> rsum m p <= total 0 p m + INR m * (u * W)).
  { induction m as [|m IH]; intros L; [simpl; lra|]. specialize (IH ltac:(lia)). cbn [rsum total]. rewrite S_INR.
    pose proof (B m ltac:(lia)). pose proof (Z m ltac:(lia)). pose proof (N m ltac:(lia)).
    assert (F : Rabs (fl (total 0 p m + p m) - (total 0 p m + p m)) <= u * W / 2)
      by (apply half_ulp_normal; [exact Hk|rewrite Rabs_pos_eq; lra]).
    pose proof (u_pos prec). assert (0 < u * W) by nra. apply Rabs_le_inv in F. lra. }
  specialize (E n ltac:(lia)). lra.
Qed.
End Binade.

(** ** The kernels: at most 64 terms to a chunk, whatever they are *)

Definition CHUNK : nat := 64.
(** 3/4 CHUNK^2 *)
Definition CHUNK_ERROR : R := 3072.

Hypothesis Hu : (9 <= prec)%Z.
Lemma u_small : u <= / 512. Proof. change (/ 512) with (bpow radix2 (- (9))). apply bpow_le. lia. Qed.
Lemma uu_pos k : 0 <= u * (u * bpow radix2 k).
Proof. rewrite !u_bpow. apply bpow_ge_0. Qed.

Lemma abs_from_square x y : 0 <= y -> x ^ 2 <= y ^ 2 -> Rabs x <= y.
Proof.
  intros P H. rewrite <- (Rabs_pos_eq y) by exact P. apply Rsqr_le_abs_0. unfold Rsqr. lra.
Qed.

Lemma middle_held k : (emin + prec <= k)%Z -> held (3 / 2 * bpow radix2 k) /\ inside k (3 / 2 * bpow radix2 k).
Proof.
  intros L. pose proof (bpow_gt_0 radix2 k). split; [|unfold inside; lra].
  assert (E : bpow radix2 k = 2 * bpow radix2 (k - 1))
    by (replace k with (k - 1 + 1)%Z at 1 by ring; rewrite bpow_plus; simpl; lra).
  apply held_multiple with 3%Z (k - 1)%Z; [lia|lia|lra|].
  rewrite Rabs_pos_eq by lra. apply Rle_trans with (bpow radix2 (k + 1)); [rewrite bpow_plus; simpl; lra|].
  apply bpow_le. lia.
Qed.

Variable n : nat.
Hypothesis Hn : (n <= CHUNK)%nat.

Lemma n_le : INR n <= 64. Proof. rewrite INR_IZR_INZ. apply IZR_le. unfold CHUNK in Hn. lia. Qed.
Lemma n_u : INR n * u <= 1 / 8.
Proof. pose proof u_small. pose proof n_le. pose proof (pos_INR n). pose proof (u_pos prec). nra. Qed.

Lemma chunk_error U e : 0 <= U ->
  INR n * (INR n + 1) / 2 * U + INR n * ((U + e) / 2) <= CHUNK_ERROR * U + INR n * (e / 2).
Proof.
  intros P. pose proof n_le. pose proof (pos_INR n). unfold CHUNK_ERROR.
  assert (INR n * (INR n + 1) / 2 + INR n / 2 <= 3072) by nra. nra.
Qed.

(** From the middle of a binade, where partial sums are at most 3/8 of it. *)
Lemma middle_chunk k p : (emin + prec <= k)%Z ->
  (forall i, (i <= n)%nat -> rsum i p ^ 2 <= 9 / 64 * bpow radix2 k ^ 2) ->
  let W := bpow radix2 k in
  Rabs (summed (3 / 2 * W) p n - rsum n p) <= CHUNK_ERROR * (u * (u * W)) + INR n * (eta / 2) /\
  ((forall i, (i < n)%nat -> held (p i)) -> Rabs (summed (3 / 2 * W) p n - rsum n p) <= CHUNK_ERROR * (u * (u * W))).
Proof.
  intros L B W. destruct (middle_held k L) as [Ha Ia]. pose proof n_u as N. pose proof (bpow_gt_0 radix2 k) as P.
  fold W in P, Ha, Ia.
  assert (St : stays k (3 / 2 * W) p n).
  { apply (middle_stays k L); auto. intros i Li. apply abs_from_square; [unfold W in *; lra|].
    eapply Rle_trans; [now apply B|]. fold W. nra. }
  destruct (chunk k L (3 / 2 * W) p n Ha Ia ltac:(lra) St) as [C D]. fold W in C, D.
  pose proof (uu_pos k) as U. fold W in U. split.
  - eapply Rle_trans; [exact C|]. now apply chunk_error.
  - intros H'. eapply Rle_trans; [now apply D|]. pose proof (chunk_error _ 0 U) as E. pose proof (pos_INR n). nra.
Qed.

(** Σ d^2 *)
Theorem squares_chunk r d : (emin + prec <= 2 * r)%Z ->
  let W := bpow radix2 (2 * r) in let p i := d i * d i in
  fl (total W p n - W) < W ->
  (forall i, (i < n)%nat -> Rabs (d i) < bpow radix2 r) /\ rsum n p <= 9 / 8 * W /\
  Rabs (summed W p n - rsum n p) <= CHUNK_ERROR * (u * (u * W)) + INR n * (eta / 2).
Proof.
  intros L W p T. pose proof n_u as N. pose proof (bpow_gt_0 radix2 (2 * r)) as P. fold W in P.
  assert (Ha : held W) by now apply W_held.
  assert (Ia : inside (2 * r) W) by (unfold inside; fold W; lra).
  destruct (squares_stay (2 * r) L W p n Ha eq_refl) as (St & E & S); [intros; unfold p; nra|exact T|].
  fold W in E, S. split; [|split].
  - intros i Li. specialize (E i Li). apply Rnot_le_lt. intros G. apply (Rlt_not_le _ _ E). unfold p.
    replace W with (bpow radix2 r * bpow radix2 r) by (unfold W; rewrite <- bpow_plus; f_equal; ring).
    pose proof (bpow_gt_0 radix2 r). replace (d i * d i) with (Rabs (d i) * Rabs (d i)); [nra|].
    rewrite <- Rabs_mult. apply Rabs_pos_eq. nra.
  - nra.
  - destruct (chunk (2 * r) L W p n Ha Ia ltac:(lra) St) as [C _]. fold W in C. eapply Rle_trans; [exact C|].
    apply chunk_error. apply uu_pos.
Qed.

(** Σ d, and Σ g *)
Theorem sums_chunk r d : (emin + prec <= r + 5)%Z ->
  let W := bpow radix2 (r + 5) in
  (forall i, (i < n)%nat -> held (d i)) -> rsum n (fun i => d i * d i) <= 9 / 8 * bpow radix2 (2 * r) ->
  Rabs (summed (3 / 2 * W) d n - rsum n d) <= CHUNK_ERROR * (u * (u * W)).
Proof.
  intros L W Hd B. apply (middle_chunk (r + 5) d L); [|exact Hd]. intros i Li.
  assert (C : rsum i d ^ 2 <= rsum i (fun j => d j * d j) * INR i).
  { pose proof (cauchy_schwarz i d (fun _ => 1)) as C. cbv beta in C.
    rewrite (rsum_ext i (fun j => d j * 1) d), (rsum_ext i (fun _ => 1 ^ 2) (fun _ => 1)), rsum_const, Rmult_1_r,
      (rsum_ext i (fun j => d j ^ 2) (fun j => d j * d j)) in C by (intros; ring). exact C. }
  assert (M : rsum i (fun j => d j * d j) <= rsum n (fun j => d j * d j)) by (apply rsum_mono; [intros; nra|exact Li]).
  assert (I : INR i <= 64) by (apply le_INR in Li; pose proof n_le; lra).
  assert (Q : bpow radix2 (r + 5) ^ 2 = 1024 * bpow radix2 (2 * r)).
  { replace (2 * r)%Z with (r + r)%Z by ring. rewrite !bpow_plus. change (bpow radix2 5) with 32. ring. }
  rewrite Q. pose proof (bpow_gt_0 radix2 (2 * r)). pose proof (pos_INR i).
  assert (0 <= rsum i (fun j => d j * d j)) by (apply rsum_nonneg; intros; nra). nra.
Qed.

(** Σ g d *)
Theorem products_chunk r q d g : (emin + prec <= r + q + 2)%Z ->
  let W := bpow radix2 (r + q + 2) in let p i := g i * d i in
  rsum n (fun i => d i * d i) <= 9 / 8 * bpow radix2 (2 * r) ->
  rsum n (fun i => g i * g i) <= 9 / 8 * bpow radix2 (2 * q) ->
  Rabs (summed (3 / 2 * W) p n - rsum n p) <= CHUNK_ERROR * (u * (u * W)) + INR n * (eta / 2).
Proof.
  intros L W p D G. apply (middle_chunk (r + q + 2) p L). intros i Li.
  assert (C : rsum i p ^ 2 <= rsum i (fun j => g j * g j) * rsum i (fun j => d j * d j)).
  { pose proof (cauchy_schwarz i g d) as C. fold p in C.
    rewrite (rsum_ext i (fun j => g j ^ 2) (fun j => g j * g j)),
      (rsum_ext i (fun j => d j ^ 2) (fun j => d j * d j)) in C
      by (intros; ring). exact C. }
  assert (Md : rsum i (fun j => d j * d j) <= rsum n (fun j => d j * d j)) by (apply rsum_mono; [intros; nra|exact Li]).
  assert (Mg : rsum i (fun j => g j * g j) <= rsum n (fun j => g j * g j)) by (apply rsum_mono; [intros; nra|exact Li]).
  assert (0 <= rsum i (fun j => d j * d j)) by (apply rsum_nonneg; intros; nra).
  assert (0 <= rsum i (fun j => g j * g j)) by (apply rsum_nonneg; intros; nra).
  assert (Q : bpow radix2 (r + q + 2) ^ 2 = 16 * (bpow radix2 (2 * q) * bpow radix2 (2 * r))).
  { replace (2 * r)%Z with (r + r)%Z by ring. replace (2 * q)%Z with (q + q)%Z by ring. rewrite !bpow_plus.
    change (bpow radix2 2) with 4. ring. }
  rewrite Q. pose proof (bpow_gt_0 radix2 (2 * r)). pose proof (bpow_gt_0 radix2 (2 * q)).
  assert (rsum i (fun j => g j * g j) * rsum i (fun j => d j * d j) <=
    (9 / 8 * bpow radix2 (2 * q)) * (9 / 8 * bpow radix2 (2 * r))) by (apply Rmult_le_compat; lra).
  assert (0 < bpow radix2 (2 * q) * bpow radix2 (2 * r)) by (apply Rmult_lt_0_compat; assumption). nra.
Qed.

(** Σ g^2, in ordinary arithmetic from zero *)
Theorem gradient_squares_chunk q g : (emin + prec <= 2 * q)%Z ->
  let p i := g i * g i in total 0 p n < bpow radix2 (2 * q) ->
  (forall i, (i < n)%nat -> Rabs (g i) < bpow radix2 q) /\ rsum n p <= 9 / 8 * bpow radix2 (2 * q).
Proof.
  intros L p T. destruct (plain_squares (2 * q) L p n) as [E S]; [intros; unfold p; nra|exact T|].
  pose proof n_u. pose proof (bpow_gt_0 radix2 (2 * q)). split; [|nra].
  intros i Li. specialize (E i Li). apply Rnot_le_lt. intros G. apply (Rlt_not_le _ _ E). unfold p.
  replace (bpow radix2 (2 * q)) with (bpow radix2 q * bpow radix2 q) by (rewrite <- bpow_plus; f_equal; ring).
  pose proof (bpow_gt_0 radix2 q). replace (g i * g i) with (Rabs (g i) * Rabs (g i)); [nra|].
  rewrite <- Rabs_mult. apply Rabs_pos_eq. nra.
Qed.
End Anchored.
