(** Results from an anchor, as the fast version computes them for doubles (Anchor.java, ScalarMaps.java): a constant
    and a product or two are added to the middle of a binade, what each addition has lost goes into a rest, and the
    rest is moved by a bound to either side. Main results: [affine_decided] for z = s d + t and [combined_decided] for
    z = a g + b d + k: if both ends round to one number, it is the exact z rounded to nearest, ties to even, and it is
    zero only if z is; [none_open]: the test that a kernel makes for all its rows together says so of each.

    What z is, is left open: it may differ by e from what the high and the low parts of the coefficients give. So what
    coefficients err, and what scaling d loses by underflow, is in e. Products that underflow here lose 2^emin in all,
    or twice that: x. Overflow is not in the model: nothing exceeds 2 W. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core Plus_error.
From BN Require Import Sums Arithmetic Anchored.
Local Open Scope R_scope.

Section AnchoredMap.
Variables prec emin : Z.
Context {Hprec : Prec_gt_0 prec}.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation fl := (fl prec emin).
Hypothesis Hu : (9 <= prec)%Z.

Variable k : Z.
Notation W := (bpow radix2 k).
Notation inside := (inside k).
Notation U := (u * (u * W)).
Hypothesis Hk : (emin + prec <= k)%Z.

Let W0 : 0 < W := bpow_gt_0 radix2 k.
Let u0 : 0 < u := u_pos prec.
Let u512 : u <= / 512 := u_small prec Hu.
Let U0 : 0 < u * W. Proof. apply Rmult_lt_0_compat; assumption. Qed.
Let UU0 : 0 < U. Proof. apply Rmult_lt_0_compat; assumption. Qed.

Lemma uW_times j : (0 <= j)%Z -> held (bpow radix2 j * (u * W)) /\ bpow radix2 j * (u * W) = bpow radix2 (k - prec + j).
Proof.
  intros J. assert (E : bpow radix2 j * (u * W) = bpow radix2 (k - prec + j))
    by (rewrite u_bpow, <- bpow_plus; f_equal; ring).
  split; [rewrite E; apply bpow_held; [exact Hprec|lia]|exact E].
Qed.

Lemma low_part d s s' : Rabs s' <= u * Rabs s -> Rabs (d * s') <= u * Rabs (d * s).
Proof.
  intros L. rewrite !Rabs_mult. replace (u * (Rabs d * Rabs s)) with (Rabs d * (u * Rabs s)) by ring.
  apply Rmult_le_compat_l; [apply Rabs_pos|exact L].
Qed.
Lemma low_part_W d s s' : Rabs s' <= u * Rabs s -> Rabs (d * s) <= W / 2 -> Rabs (d * s') <= u * (W / 2).
Proof. intros L B. eapply Rle_trans; [apply low_part, L|]. apply Rmult_le_compat_l; lra. Qed.

(** ** The parts *)

(** from = anchor + constant, and what that has lost *)
Lemma constant_part a t t' : a = 3 / 2 * W -> held t -> held t' -> Rabs t <= W / 2 -> Rabs t' <= u * Rabs t ->
  let from := fl (a + t) in let r := fl (fl (t - fl (from - a)) + t') in
  Rabs (from - (a + t)) <= u * W /\ Rabs r <= 2 * (u * W) /\ Rabs (from + r - (a + t + t')) <= 3 / 2 * U.
Proof.
  intros A T T' B L from r. destruct (middle_held prec emin Hu k Hk) as [Ha Ia]. rewrite <- A in Ha, Ia.
  assert (I : inside (a + t)) by (apply Rabs_le_inv in B; unfold Anchored.inside; lra).
  destruct (step prec emin k Hk a t Ha Ia I) as (_ & _ & N & M & _ & E). specialize (E T).
  change (fl (t - fl (from - a))) with (lost prec emin a t) in r. fold from in N, E.
  set (l := lost prec emin a t) in *.
  assert (S : Rabs (l + t') <= 3 / 2 * (u * W)).
  { assert (u * Rabs t <= u * (W / 2)) by (apply Rmult_le_compat_l; lra).
    eapply Rle_trans; [apply Rabs_triang|]. lra. }
  split; [|split].
  - replace (from - (a + t)) with (- (t - (from - a))) by ring. now rewrite Rabs_Ropp.
  - destruct (uW_times 1 ltac:(lia)) as [H _]. change (bpow radix2 1) with 2 in H.
    apply abs_fl; [exact Hprec|exact H|lra].
  - replace (from + r - (a + t + t')) with (r - (l + t')) by (rewrite E; ring).
    eapply Rle_trans; [apply sum_loses; [exact Hprec|apply fl_held, Hprec|exact T']|].
    replace (3 / 2 * U) with (u * (3 / 2 * (u * W))) by ring. apply Rmult_le_compat_l; lra.
Qed.

(** a product p + p', the second part of which is small, added to s *)
Lemma product_part x s p p' : held s -> inside s -> inside (p + s) -> Rabs p' <= u * (W / 2) ->
  0 <= x -> eta <= x \/ p = 0 /\ p' = 0 ->
  let s' := fl (p + s) in let r := fl (p' + fl (p + fl (s - s'))) in
  held s' /\ inside s' /\ Rabs (s' - (p + s)) <= u * W /\ held r /\ Rabs r <= 2 * (u * W) /\
  Rabs (s' + r - (s + p + p')) <= 3 / 2 * U + x.
Proof.
  intros H I J L X Z s' r. rewrite Rplus_comm in J.
  assert (S' : s' = fl (s + p)) by (unfold s'; f_equal; ring).
  destruct (step prec emin k Hk s p H I J) as (I' & _ & N & M & E & E0). rewrite <- S' in *.
  assert (R : r = fl (p' + lost prec emin s p)) by (unfold r; now rewrite lost_fused, <- S').
  set (l := lost prec emin s p) in *.
  assert (B : Rabs (p' + l) <= 2 * (u * W)) by (eapply Rle_trans; [apply Rabs_triang|]; lra).
  destruct (uW_times 1 ltac:(lia)) as [H2 E2]. change (bpow radix2 1) with 2 in H2, E2.
  assert (T : Rabs (s' + r - (s + p + p')) <= Rabs (r - (p' + l)) + Rabs (l - (p - (s' - s)))).
  { replace (s' + r - (s + p + p')) with ((r - (p' + l)) + (l - (p - (s' - s)))) by ring. apply Rabs_triang. }
  split; [apply fl_held, Hprec|]. split; [exact I'|]. split.
  { replace (s' - (p + s)) with (- (p - (s' - s))) by ring. now rewrite Rabs_Ropp. }
  split; [apply fl_held, Hprec|]. split; [rewrite R; now apply abs_fl|].
  eapply Rle_trans; [exact T|]. destruct Z as [Z|[-> ->]].
  - assert (Rabs (r - (p' + l)) <= (u * (2 * (u * W)) + eta) / 2)
      by (rewrite R, E2 in *; apply half_ulp; [exact Hprec|exact B]).
    lra.
  - specialize (E0 (held_0 _ _)). rewrite R, Rplus_0_l, (fl_id prec emin l) by apply fl_held, Hprec.
    replace (l - l) with 0 by ring. replace (l - (0 - (s' - s))) with 0 by (rewrite E0; ring). rewrite Rabs_R0. lra.
Qed.

(** ** Both ends *)

Definition high (q r c b : R) : R := fl (q + fl (r + fl (c + b))).
Definition low (q r c b : R) : R := fl (q + fl (r + fl (c - b))).

(** how far the rests move, rounded twice *)
Lemma moved r c b v : held r -> held c -> held b -> Rabs r <= v -> Rabs c <= 2 * (u * W) ->
  Rabs (fl (r + fl (c + b)) - (r + c + b)) <= u * v + (2 + u) * u * (2 * (u * W) + Rabs b).
Proof.
  intros R C B V K. set (w := fl (c + b)). pose proof (Rabs_pos b).
  assert (S : Rabs (c + b) <= 2 * (u * W) + Rabs b) by (eapply Rle_trans; [apply Rabs_triang|lra]).
  assert (E : Rabs (w - (c + b)) <= u * (2 * (u * W) + Rabs b)).
  { eapply Rle_trans; [now apply sum_loses|]. apply Rmult_le_compat_l; lra. }
  assert (Sw : Rabs w <= (1 + u) * (2 * (u * W) + Rabs b)).
  { replace w with ((w - (c + b)) + (c + b)) by ring. eapply Rle_trans; [apply Rabs_triang|]. lra. }
  assert (F : Rabs (fl (r + w) - (r + w)) <= u * (v + (1 + u) * (2 * (u * W) + Rabs b))).
  { eapply Rle_trans; [apply sum_loses; [exact Hprec|exact R|apply fl_held, Hprec]|]. apply Rmult_le_compat_l; [lra|].
    eapply Rle_trans; [apply Rabs_triang|]. lra. }
  replace (fl (r + w) - (r + c + b)) with ((fl (r + w) - (r + w)) + (w - (c + b))) by ring.
  eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.

Lemma enclosed q r c b v e z : held q -> held r -> held c -> held b -> 0 <= b -> Rabs r <= v -> Rabs c <= 2 * (u * W) ->
  Rabs (q + r + c - z) <= e -> e + (u * v + (2 + u) * u * (2 * (u * W) + b)) <= b ->
  low q r c b <= fl z <= high q r c b /\
  (fl (high q r c b - low q r c b) = 0 -> high q r c b = fl z /\ (high q r c b = 0 -> z = 0)).
Proof.
  intros Q R C B P V K E T.
  pose proof (moved r c b v R C B V K) as Up. pose proof (moved r c (- b) v R C (held_opp _ _ _ B) V K) as Down.
  rewrite Rabs_Ropp in Down. rewrite (Rabs_pos_eq b P) in Up, Down.
  apply Rabs_le_inv in Up. apply Rabs_le_inv in Down. apply Rabs_le_inv in E.
  change (c + - b) with (c - b) in Down.
  assert (H : z <= q + fl (r + fl (c + b))) by lra. assert (L : q + fl (r + fl (c - b)) <= z) by lra.
  assert (M : low q r c b <= fl z <= high q r c b) by (split; apply fl_le; assumption).
  split; [exact M|]. intros D. apply fl_zero in D; [|exact Hprec|apply fl_held, Hprec|apply held_opp, fl_held, Hprec].
  assert (S : high q r c b = fl z) by lra. split; [exact S|]. intros Z.
  assert (Y : low q r c b = 0) by lra. unfold high in Z. unfold low in Y.
  apply fl_zero in Z; [|exact Hprec|exact Q|apply fl_held, Hprec].
  apply fl_zero in Y; [|exact Hprec|exact Q|apply fl_held, Hprec]. lra.
Qed.

(** ** The maps *)

(** AffineMap.ANCHORED_ROUNDINGS *)
Definition ANCHORED_ROUNDINGS : R := 10.
(** CombinedMap.ROUNDINGS *)
Definition COMBINED_ROUNDINGS : R := 18.

(** a bound that is computed outwards pays for moving by it *)
Lemma outwards e x n b : 0 <= e -> 0 <= x -> 0 <= n -> (1 + 4 * u) * (e + x + n * U) <= b ->
  0 <= b /\ e + x + n * U + (2 + u) * u * b <= b.
Proof.
  intros E X N B. assert (T : 0 <= e + x + n * U) by (assert (0 <= n * U) by (apply Rmult_le_pos; lra); lra).
  set (t := e + x + n * U) in *. clearbody t. clear E X N.
  assert (B0 : 0 <= b) by (assert (0 <= (1 + 4 * u) * t) by (apply Rmult_le_pos; lra); lra). split; [exact B0|].
  assert (V : 1 <= (1 - (2 + u) * u) * (1 + 4 * u)) by (clear - u0 u512; nra).
  assert (V0 : 0 <= 1 - (2 + u) * u) by (clear - u0 u512; nra).
  assert (M : (1 - (2 + u) * u) * ((1 + 4 * u) * t) <= (1 - (2 + u) * u) * b) by (apply Rmult_le_compat_l; assumption).
  assert (1 * t <= (1 - (2 + u) * u) * (1 + 4 * u) * t) by (apply Rmult_le_compat_r; assumption). lra.
Qed.
Lemma uU : u * U <= / 512 * U. Proof. apply Rmult_le_compat_r; lra. Qed.

(** z = s d + t; the bound b is 10 u^2 W, what is not known of z, and what underflow loses, and four u more. *)
Theorem affine_decided d s s' t t' b x e z :
  let a := 3 / 2 * W in
  held t -> held t' -> held b -> Rabs s' <= u * Rabs s -> Rabs t' <= u * Rabs t ->
  Rabs (d * s) + Rabs t + u * W <= W / 2 ->
  Rabs (d * s + d * s' + t + t' - z) <= e ->
  0 <= x -> eta <= x \/ s = 0 /\ s' = 0 ->
  (1 + 4 * u) * (e + x + ANCHORED_ROUNDINGS * U) <= b ->
  let from := fl (a + t) in
  let c := fl (fl (t - fl (from - a)) + t') in
  let v := fl (d * s + from) in
  let r := fl (d * s' + fl (d * s + fl (from - v))) in
  let q := fl (v - a) in
  low q r c b <= fl z <= high q r c b /\
  (fl (high q r c b - low q r c b) = 0 -> high q r c b = fl z /\ (high q r c b = 0 -> z = 0)).
Proof.
  intros a T T' B Ls Lt Fit E X Z Out from c v r q.
  pose proof (Rabs_pos (d * s)) as P1. pose proof (Rabs_pos t) as P2.
  pose proof (Rabs_pos (d * s + d * s' + t + t' - z)).
  destruct (constant_part a t t' eq_refl T T' ltac:(lra) Lt) as (F1 & F2 & F3). fold from in F1, F3. fold c in F2, F3.
  destruct (middle_held prec emin Hu k Hk) as [Ha Ia]. fold a in Ha, Ia.
  pose proof (Rabs_le_inv t _ (Rle_refl _)) as At. pose proof (Rabs_le_inv (d * s) _ (Rle_refl _)) as As.
  assert (I : inside from) by (apply fl_inside; [exact Hprec|exact Hk|]; unfold Anchored.inside, a; lra).
  assert (J : inside (d * s + from)) by (apply Rabs_le_inv in F1; unfold Anchored.inside, a in *; lra).
  assert (D' : Rabs (d * s') <= u * (W / 2)) by (apply (low_part_W d s); [exact Ls|lra]).
  assert (Zd : eta <= x \/ d * s = 0 /\ d * s' = 0) by (destruct Z as [Z|[-> ->]]; [now left|right; split; ring]).
  destruct (product_part x from (d * s) (d * s') (fl_held _ _ _) I J D' X Zd) as (Hv & Iv & _ & Hr & G1 & G2).
  fold v in Hv, Iv, Hr, G1, G2. fold r in Hr, G1, G2.
  assert (Q : q = v - a) by (apply fl_id; now apply difference_held with k).
  destruct (outwards e x ANCHORED_ROUNDINGS b) as [B0 O]; [lra|lra|unfold ANCHORED_ROUNDINGS; lra|exact Out|].
  unfold ANCHORED_ROUNDINGS in O.
  apply (enclosed q r c b (2 * (u * W)) (3 * U + x + e)); auto; try (apply fl_held, Hprec).
  - replace (q + r + c - z) with
      ((v + r - (from + d * s + d * s')) + (from + c - (a + t + t')) + (d * s + d * s' + t + t' - z))
      by (rewrite Q; ring).
    eapply Rle_trans; [apply Rabs_triang|]. eapply Rle_trans; [apply Rplus_le_compat_r, Rabs_triang|]. lra.
  - pose proof uU. lra.
Qed.

(** z = a g + b d + k *)
Theorem combined_decided d m m' g n n' t t' b x e z :
  let a := 3 / 2 * W in
  held t -> held t' -> held b -> Rabs m' <= u * Rabs m -> Rabs n' <= u * Rabs n -> Rabs t' <= u * Rabs t ->
  Rabs (d * m) + Rabs (g * n) + Rabs t + 2 * (u * W) <= W / 2 ->
  Rabs (d * m + d * m' + (g * n + g * n') + t + t' - z) <= e ->
  0 <= x -> 2 * eta <= x \/ (m = 0 /\ m' = 0 /\ n = 0 /\ n' = 0) ->
  (1 + 4 * u) * (e + x + COMBINED_ROUNDINGS * U) <= b ->
  let from := fl (a + t) in
  let c := fl (fl (t - fl (from - a)) + t') in
  let v := fl (d * m + from) in
  let w := fl (g * n + v) in
  let r := fl (fl (d * m' + fl (d * m + fl (from - v))) + fl (g * n' + fl (g * n + fl (v - w)))) in
  let q := fl (w - a) in
  low q r c b <= fl z <= high q r c b /\
  (fl (high q r c b - low q r c b) = 0 -> high q r c b = fl z /\ (high q r c b = 0 -> z = 0)).
Proof.
  intros a T T' B Lm Ln Lt Fit E X Z Out from c v w r q.
  pose proof (Rabs_pos (d * m)) as P1. pose proof (Rabs_pos (g * n)) as P3. pose proof (Rabs_pos t) as P2.
  pose proof (Rabs_pos (d * m + d * m' + (g * n + g * n') + t + t' - z)).
  destruct (constant_part a t t' eq_refl T T' ltac:(lra) Lt) as (F1 & F2 & F3). fold from in F1, F3. fold c in F2, F3.
  destruct (middle_held prec emin Hu k Hk) as [Ha Ia]. fold a in Ha, Ia.
  pose proof (Rabs_le_inv t _ (Rle_refl _)) as At. pose proof (Rabs_le_inv (d * m) _ (Rle_refl _)) as Am.
  pose proof (Rabs_le_inv (g * n) _ (Rle_refl _)) as An.
  assert (I : inside from) by (apply fl_inside; [exact Hprec|exact Hk|]; unfold Anchored.inside, a; lra).
  assert (J : inside (d * m + from)) by (apply Rabs_le_inv in F1; unfold Anchored.inside, a in *; lra).
  assert (Dm : Rabs (d * m') <= u * (W / 2)) by (apply (low_part_W d m); [exact Lm|lra]).
  assert (Dn : Rabs (g * n') <= u * (W / 2)) by (apply (low_part_W g n); [exact Ln|lra]).
  assert (Zd : eta <= x / 2 \/ d * m = 0 /\ d * m' = 0)
    by (destruct Z as [Z|(-> & -> & _)]; [left; lra|right; split; ring]).
  assert (Zg : eta <= x / 2 \/ g * n = 0 /\ g * n' = 0)
    by (destruct Z as [Z|(_ & _ & -> & ->)]; [left; lra|right; split; ring]).
  destruct (product_part (x / 2) from (d * m) (d * m') (fl_held _ _ _) I J Dm ltac:(lra) Zd)
    as (Hv & Iv & Nv & H1 & G1 & G2).
  fold v in Hv, Iv, Nv, H1, G1, G2. set (r1 := fl (d * m' + fl (d * m + fl (from - v)))) in *.
  assert (K : inside (g * n + v))
    by (apply Rabs_le_inv in F1; apply Rabs_le_inv in Nv; unfold Anchored.inside, a in *; lra).
  destruct (product_part (x / 2) v (g * n) (g * n') Hv Iv K Dn ltac:(lra) Zg) as (Hw & Iw & _ & H2 & G3 & G4).
  fold w in Hw, Iw, H2, G3, G4. set (r2 := fl (g * n' + fl (g * n + fl (v - w)))) in *.
  assert (S : Rabs (r1 + r2) <= 4 * (u * W)) by (eapply Rle_trans; [apply Rabs_triang|lra]).
  assert (F : Rabs (r - (r1 + r2)) <= 4 * U).
  { eapply Rle_trans; [now apply sum_loses|]. replace (4 * U) with (u * (4 * (u * W))) by ring.
    apply Rmult_le_compat_l; lra. }
  assert (Q : q = w - a) by (apply fl_id; now apply difference_held with k).
  destruct (uW_times 2 ltac:(lia)) as [H4 _]. change (bpow radix2 2) with 4 in H4.
  destruct (outwards e x COMBINED_ROUNDINGS b) as [B0 O]; [lra|lra|unfold COMBINED_ROUNDINGS; lra|exact Out|].
  unfold COMBINED_ROUNDINGS in O.
  apply (enclosed q r c b (4 * (u * W)) (17 / 2 * U + x + e)); auto; try (apply fl_held, Hprec).
  - now apply abs_fl.
  - replace (q + r + c - z) with
      ((r - (r1 + r2)) + ((v + r1 - (from + d * m + d * m')) + ((w + r2 - (v + g * n + g * n')) +
       ((from + c - (a + t + t')) + (d * m + d * m' + (g * n + g * n') + t + t' - z))))) by (rewrite Q; ring).
    eapply Rle_trans; [apply Rabs_triang|]. eapply Rle_trans; [apply Rplus_le_compat_l, Rabs_triang|].
    eapply Rle_trans; [apply Rplus_le_compat_l, Rplus_le_compat_l, Rabs_triang|].
    eapply Rle_trans; [apply Rplus_le_compat_l, Rplus_le_compat_l, Rplus_le_compat_l, Rabs_triang|]. lra.
  - pose proof uU. lra.
Qed.

(** Rows are tested together: no difference of two ends, none of which is negative, is lost in their sum. *)
Theorem none_open (h l : nat -> R) n : (forall i, (i < n)%nat -> l i <= h i) ->
  total prec emin 0 (fun i => fl (h i - l i)) n = 0 -> forall i, (i < n)%nat -> fl (h i - l i) = 0.
Proof.
  intros O T. set (p := fun i => fl (h i - l i)) in *.
  assert (N : forall i, (i < n)%nat -> 0 <= p i).
  { intros i L. apply fl_above; [exact Hprec|apply held_0|]. specialize (O i L). lra. }
  assert (Z : forall i, (i <= n)%nat -> 0 <= total prec emin 0 p i).
  { induction i as [|i IH]; intros L; simpl; [lra|]. apply fl_above; [exact Hprec|apply held_0|].
    specialize (IH ltac:(lia)). specialize (N i ltac:(lia)). lra. }
  intros i L. change (p i = 0).
  assert (M : total prec emin 0 p (S i) <= 0)
    by (apply Rle_trans with (total prec emin 0 p n); [|lra]; apply total_mono; auto using held_0).
  pose proof (Z i ltac:(lia)). pose proof (Z (S i) ltac:(lia)). specialize (N i L). cbn [total] in *.
  assert (D : total prec emin 0 p i + p i = 0)
    by (apply (fl_zero prec emin); [apply total_held, held_0; exact Hprec|apply fl_held, Hprec|lra]).
  lra.
Qed.
End AnchoredMap.
