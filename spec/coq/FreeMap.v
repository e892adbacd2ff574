(** Results z = s d + t without an anchor, where nothing is known of d, as the fast version computes them for doubles
    (ScalarMaps.java, the first affine): a product and a constant are added, what both operations lost goes into a
    rest, and the rest is moved by a bound that grows with |d|. Main results: [free_decided], and [linear_decided]
    where t is 0: if both ends round to one number, it is the exact z rounded to nearest, ties to even. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core Plus_error Mult_error Pff2Flocq.
From BN Require Import Sums Arithmetic Anchored FloatMap.
Local Open Scope R_scope.

Section FreeMap.
Variables prec emin : Z.
Context {Hprec : Prec_gt_0 prec}.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation fl := (fl prec emin).
Hypothesis Hu : (9 <= prec)%Z.
Hypothesis Hemin : (emin <= 0)%Z.

Let u0 : 0 < u := u_pos prec.
Let u512 : u <= / 512 := u_small prec Hu.

(** what q = fl (a + b) has lost: Knuth's formula *)
Definition sum_error (a b q : R) : R :=
  let b' := fl (q - a) in fl (fl (a - fl (q - b')) + fl (b - b')).
Lemma sum_error_exact a b : held a -> held b -> sum_error a b (fl (a + b)) = a + b - fl (a + b).
Proof.
  intros A B. assert (S : forall x, negb (Z.even x) = negb (negb (Z.even (- (x + 1))))).
  { intros x. rewrite Z.even_opp, Z.even_add. now destruct (Z.even x). }
  pose proof (TwoSum_correct emin prec (fun x => negb (Z.even x)) ltac:(lia) Hemin S a b A B) as E.
  change (fl (a + b) + sum_error a b (fl (a + b)) = a + b) in E. lra.
Qed.

(** What a product lost, rounded: exact but for underflow *)
Lemma product_rest d s : held d -> held s ->
  Rabs (fl (d * s - fl (d * s)) - (d * s - fl (d * s))) <= eta / 2.
Proof.
  intros D S. pose proof (eta_pos emin).
  destruct (Rle_or_lt (bpow radix2 (emin + 2 * prec - 1)) (Rabs (d * s))) as [L|L].
  - rewrite fl_id, Rminus_eq_0, Rabs_R0; [lra|]. replace (d * s - fl (d * s)) with (- (fl (d * s) - d * s)) by ring.
    apply held_opp. now apply mult_error_FLT; [apply _..| | |intros _].
  - apply Rlt_le, (half_ulp_max prec emin) in L. rewrite Z.max_l in L by lia.
    replace (bpow radix2 (emin + 2 * prec - 1 - prec) / 2) with (bpow radix2 (emin + prec - 2)) in L.
    2: { replace (emin + 2 * prec - 1 - prec)%Z with (emin + prec - 2 + 1)%Z by ring.
      rewrite (bpow_plus _ _ 1). simpl. lra. }
    rewrite Rabs_minus_sym in L. apply (half_ulp_max prec emin) in L. rewrite Z.max_r in L by lia. exact L.
Qed.

Lemma abs_near a b x y : Rabs (a - b) <= x -> Rabs b <= y -> Rabs a <= y + x.
Proof.
  intros X Y. replace a with ((a - b) + b) by ring. eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.
Lemma abs_plus a b x y : Rabs a <= x -> Rabs b <= y -> Rabs (a + b) <= x + y.
Proof. intros X Y. eapply Rle_trans; [apply Rabs_triang|]. lra. Qed.
Lemma sum_loses_le a b x : held a -> held b -> Rabs (a + b) <= x -> Rabs (fl (a + b) - (a + b)) <= u * x.
Proof.
  intros A B X. eapply Rle_trans; [now apply sum_loses|]. apply Rmult_le_compat_l; lra.
Qed.

Lemma small y : 0 <= y -> 0 <= u * y <= / 512 * y.
Proof. intros Y. split; [apply Rmult_le_pos; lra|apply Rmult_le_compat_r; [exact Y|exact u512]]. Qed.

(** A product p and what it lost, with the low part of s; h is half of eta, or nothing *)
Lemma product_part d s s' h : held d -> held s -> Rabs s' <= u * Rabs s ->
  0 <= h -> eta / 2 <= h \/ d * s = 0 /\ d * s' = 0 ->
  let p := fl (d * s) in let g := fl (d * s' + fl (d * s - p)) in
  Rabs (p - d * s) <= u * Rabs (d * s) + h /\
  Rabs (p + g - (d * s + d * s')) <= 2 * (u * (u * Rabs (d * s))) + 3 * h /\
  Rabs g <= 201 / 100 * (u * Rabs (d * s)) + 4 * h.
Proof.
  intros Hd Hs Ls H N p g.
  assert (Ds : Rabs (d * s') <= u * Rabs (d * s)).
  { rewrite !Rabs_mult. replace (u * (Rabs d * Rabs s)) with (Rabs d * (u * Rabs s)) by ring.
    apply Rmult_le_compat_l; [apply Rabs_pos|exact Ls]. }
  destruct N as [N|[Z Z']].
  - assert (R1 : Rabs (p - d * s) <= u * Rabs (d * s) + h) by (apply (fl_loses_by prec emin); now left).
    assert (R2 : Rabs (fl (d * s - p) - (d * s - p)) <= h) by (eapply Rle_trans; [now apply product_rest|exact N]).
    set (a := fl (d * s - p)) in *. set (x := d * s' + a) in *.
    assert (R3 : Rabs (g - x) <= u * Rabs x + h) by (apply (fl_loses_by prec emin); now left).
    set (P := Rabs (d * s)) in *. assert (P0 : 0 <= P) by apply Rabs_pos.
    destruct (small P P0) as [uP uP'], (small h H) as [uh uh']. destruct (small (u * P) uP) as [uuP uuP'].
    assert (Q1 : Rabs (d * s - p) <= u * P + h) by now rewrite Rabs_minus_sym.
    assert (A1 : Rabs a <= u * P + 2 * h) by (eapply Rle_trans; [apply (abs_near _ _ _ _ R2 Q1)|]; lra).
    assert (X1 : Rabs x <= 2 * (u * P) + 2 * h) by (eapply Rle_trans; [apply (abs_plus _ _ _ _ Ds A1)|]; lra).
    assert (R3' : Rabs (g - x) <= 2 * (u * (u * P)) + 2 * h).
    { eapply Rle_trans; [exact R3|].
      assert (u * Rabs x <= u * (2 * (u * P) + 2 * h)) by (apply Rmult_le_compat_l; lra).
      lra. }
    split; [exact R1|]. split.
    + replace (p + g - (d * s + d * s')) with ((g - x) + (a - (d * s - p))) by (unfold x; ring).
      eapply Rle_trans; [apply (abs_plus _ _ _ _ R3' R2)|]. lra.
    + eapply Rle_trans; [apply (abs_near _ _ _ _ R3' X1)|]. lra.
  - assert (p0 : p = 0) by (unfold p; rewrite Z; apply fl_id, held_0).
    assert (g0 : g = 0)
      by (unfold g; rewrite p0, Z, Z', Rminus_0_r, (fl_id prec emin 0), Rplus_0_r by apply held_0;
          apply fl_id, held_0).
    rewrite p0, g0, Z, Z', Rminus_0_r, !Rplus_0_r, Rminus_0_r, Rabs_R0. lra.
Qed.

(** AffineMap.ROUNDINGS *)
Definition ROUNDINGS : R := 12.

Theorem free_decided d s s' t t' slope c h e z :
  held d -> held s -> held t -> held t' -> Rabs s' <= u * Rabs s -> Rabs t' <= u * Rabs t ->
  0 <= slope -> 0 <= c -> Rabs (d * s + d * s' + t + t' - z) <= e ->
  0 <= h -> eta / 2 <= h \/ s = 0 /\ s' = 0 /\ slope = 0 /\ held c ->
  (1 + 4 * u) * (e + 8 * h + ROUNDINGS * (u * (u * (Rabs (d * s) + Rabs t)))) <= Rabs d * slope + c ->
  let p := fl (d * s) in
  let q := fl (p + t) in
  let r := fl (sum_error p t q + fl (fl (d * s' + fl (d * s - p)) + t')) in
  let b := fl (Rabs d * slope + c) in
  let high := fl (q + fl (r + b)) in
  let low := fl (q + fl (r - b)) in
  low <= fl z <= high /\ (fl (high - low) = 0 -> high = fl z).
Proof.
  intros Hd Hs Ht Ht' Ls Lt Sl C E H N B p q r b high low. unfold ROUNDINGS in B.
  pose proof (Rabs_pos (d * s + d * s' + t + t' - z)) as E0.
  assert (M : 0 <= Rabs d * slope) by (apply Rmult_le_pos; [apply Rabs_pos|exact Sl]).
  destruct (product_part d s s' h Hd Hs Ls H) as (R1 & R3 & G1).
  { destruct N as [N|(-> & -> & _)]; [now left|right]; split; ring. }
  fold p in R1, R3, G1. set (g1 := fl (d * s' + fl (d * s - p))) in *.
  set (P := Rabs (d * s)) in *. set (T := Rabs t) in *.
  assert (P0 : 0 <= P) by apply Rabs_pos. assert (T0 : 0 <= T) by apply Rabs_pos.
  destruct (small P P0) as [uP uP'], (small T T0) as [uT uT'], (small h H) as [uh uh'].
  destruct (small (u * P) uP) as [uuP uuP'], (small (u * T) uT) as [uuT uuT'].
  destruct (small (u * (u * P)) uuP) as [_ uuuP], (small (u * (u * T)) uuT) as [_ uuuT].
  set (g := fl (g1 + t')) in *.
  assert (S4 : Rabs (g1 + t') <= 201 / 100 * (u * P) + 4 * h + u * T) by now apply abs_plus.
  assert (R4 : Rabs (g - (g1 + t')) <= 201 / 100 * (u * (u * P)) + u * (u * T) + h).
  { eapply Rle_trans; [apply (sum_loses_le _ _ _ (fl_held _ _ _) Ht' S4)|]. lra. }
  assert (G : Rabs g <= 202 / 100 * (u * P) + 101 / 100 * (u * T) + 5 * h)
    by (eapply Rle_trans; [apply (abs_near _ _ _ _ R4 S4)|]; lra).
  assert (Hp : held p) by apply fl_held, Hprec.
  assert (F : sum_error p t q = p + t - q) by now apply sum_error_exact.
  assert (Hf : held (p + t - q)) by (rewrite <- F; apply fl_held, Hprec).
  assert (S5 : Rabs (p + t) <= P + (u * P + h) + T)
    by (apply abs_plus; [apply (abs_near _ _ _ _ R1); apply Rle_refl|apply Rle_refl]).
  assert (R5 : Rabs (p + t - q) <= 101 / 100 * (u * P) + u * T + h).
  { rewrite Rabs_minus_sym. eapply Rle_trans; [apply (sum_loses_le _ _ _ Hp Ht S5)|]. lra. }
  assert (S6 : Rabs (p + t - q + g) <= 303 / 100 * (u * P) + 201 / 100 * (u * T) + 6 * h)
    by (eapply Rle_trans; [apply (abs_plus _ _ _ _ R5 G)|]; lra).
  assert (Er : r = fl (p + t - q + g)) by (unfold r; now rewrite F).
  assert (R6 : Rabs (r - (p + t - q + g)) <= 303 / 100 * (u * (u * P)) + 201 / 100 * (u * (u * T)) + h).
  { rewrite Er. eapply Rle_trans; [apply (sum_loses_le _ _ _ Hf (fl_held _ _ _) S6)|]. lra. }
  assert (R7 : Rabs r <= 304 / 100 * (u * P) + 202 / 100 * (u * T) + 7 * h)
    by (eapply Rle_trans; [apply (abs_near _ _ _ _ R6 S6)|]; lra).
  (* the bound *)
  assert (b0 : 0 <= b) by (apply fl_above; [exact Hprec|apply held_0|lra]).
  assert (Bb : (1 - u) * (Rabs d * slope + c) - h <= b).
  { destruct N as [N|(_ & _ & S0 & Hc)].
    - pose proof (fl_loses_by prec emin h (Rabs d * slope + c) (or_introl N)) as K. fold b in K.
      rewrite (Rabs_pos_eq (Rabs d * slope + c)) in K by lra. apply Rabs_le_inv in K. lra.
    - unfold b. rewrite S0, Rmult_0_r, Rplus_0_l, fl_id by exact Hc. destruct (small c C). lra. }
  set (m := Rabs d * slope + c) in *. set (y := e + 8 * h + 12 * (u * (u * (P + T)))) in *.
  assert (y0 : 0 <= y) by (unfold y; lra).
  assert (K1 : (1 - u) * ((1 - u) * m - h) <= (1 - u) * b) by (apply Rmult_le_compat_l; lra).
  assert (K2 : (1 - u) * (1 - u) * ((1 + 4 * u) * y) <= (1 - u) * (1 - u) * m)
    by (apply Rmult_le_compat_l; [clear - u0 u512; nra|exact B]).
  assert (K3 : 1 * y <= (1 - u) * (1 - u) * (1 + 4 * u) * y)
    by (apply Rmult_le_compat_r; [exact y0|clear - u0 u512; nra]).
  assert (K : y - h <= (1 - u) * b) by lra.
  (* both ends *)
  assert (Ends : forall b', Rabs b' = b -> held b' ->
    Rabs (fl (r + b') - (r + b')) <= 305 / 100 * (u * (u * P)) + 203 / 100 * (u * (u * T)) + h + u * b).
  { intros b' Eb Hb.
    eapply Rle_trans; [apply (sum_loses_le r b' _ (fl_held _ _ _) Hb (abs_plus _ _ _ _ R7 (Rle_refl _)))|].
    rewrite Eb. lra. }
  assert (Hb : held b) by apply fl_held, Hprec.
  pose proof (Ends b (Rabs_pos_eq _ b0) Hb) as Up.
  pose proof (Ends (- b) (eq_trans (Rabs_Ropp b) (Rabs_pos_eq _ b0)) (held_opp _ _ _ Hb)) as Down. clear Ends.
  change (r + - b) with (r - b) in Down.
  assert (Near : Rabs (q + r - z) <= e + 71 / 10 * (u * (u * P)) + 31 / 10 * (u * (u * T)) + 5 * h).
  { replace (q + r - z) with ((r - (p + t - q + g)) + ((g - (g1 + t')) + ((p + g1 - (d * s + d * s')) +
      (d * s + d * s' + t + t' - z)))) by ring.
    eapply Rle_trans; [apply (abs_plus _ _ _ _ R6 (abs_plus _ _ _ _ R4 (abs_plus _ _ _ _ R3 E)))|]. lra. }
  apply Rabs_le_inv in Up. apply Rabs_le_inv in Down. apply Rabs_le_inv in Near.
  assert (Z : low <= fl z <= high) by (split; apply fl_le; [exact Hprec| |exact Hprec|]; unfold y in K; lra).
  split; [exact Z|]. intros O.
  apply fl_zero in O; [lra|exact Hprec|apply fl_held, Hprec|apply held_opp, fl_held, Hprec].
Qed.

(** z = s d, where x is scaled up so that |d| is 0 or large *)
Theorem linear_decided d s s' b h e z :
  held d -> held s -> held b -> Rabs s' <= u * Rabs s -> Rabs (d * s + d * s' - z) <= e ->
  0 <= h -> eta / 2 <= h \/ d = 0 ->
  (1 + 2 * u) * (e + 5 * h + 5 * (u * (u * Rabs (d * s)))) <= b ->
  let p := fl (d * s) in
  let r := fl (d * s' + fl (d * s - p)) in
  let high := fl (p + fl (r + b)) in
  let low := fl (p + fl (r - b)) in
  low <= fl z <= high /\ (fl (high - low) = 0 -> high = fl z).
Proof.
  intros Hd Hs Hb Ls E H N B p r high low.
  destruct (product_part d s s' h Hd Hs Ls H) as (_ & R & G).
  { destruct N as [N| ->]; [now left|right]; split; ring. }
  fold p in R, G. fold r in R, G. set (P := Rabs (d * s)) in *. assert (P0 : 0 <= P) by apply Rabs_pos.
  pose proof (Rabs_pos (d * s + d * s' - z)) as E0.
  destruct (small P P0) as [uP uP'], (small h H) as [uh uh']. destruct (small (u * P) uP) as [uuP uuP'].
  set (y := e + 5 * h + 5 * (u * (u * P))) in *. assert (y0 : 0 <= y) by (unfold y; lra).
  destruct (small y y0) as [uy uy'].
  assert (b0 : 0 <= b) by lra.
  assert (K2 : (1 - u) * ((1 + 2 * u) * y) <= (1 - u) * b) by (apply Rmult_le_compat_l; lra).
  assert (K3 : 1 * y <= (1 - u) * (1 + 2 * u) * y) by (apply Rmult_le_compat_r; [exact y0|clear - u0 u512; nra]).
  assert (K : y <= (1 - u) * b) by lra.
  assert (Hr : held r) by apply fl_held, Hprec.
  pose proof (sum_loses_le r b _ Hr Hb (abs_plus _ _ _ _ G (Rle_refl _))) as Up.
  pose proof (sum_loses_le r (- b) _ Hr (held_opp _ _ _ Hb) (abs_plus _ _ _ _ G (Rle_refl _))) as Down.
  rewrite Rabs_Ropp in Down. rewrite (Rabs_pos_eq b b0) in Up, Down. change (r + - b) with (r - b) in Down.
  assert (Near : Rabs (p + r - z) <= e + 2 * (u * (u * P)) + 3 * h).
  { replace (p + r - z) with ((p + r - (d * s + d * s')) + (d * s + d * s' - z)) by ring.
    eapply Rle_trans; [apply (abs_plus _ _ _ _ R E)|]. lra. }
  apply Rabs_le_inv in Up. apply Rabs_le_inv in Down. apply Rabs_le_inv in Near.
  assert (Z : low <= fl z <= high) by (split; apply fl_le; [exact Hprec| |exact Hprec|]; unfold y in K; lra).
  split; [exact Z|]. intros O.
  apply fl_zero in O; [lra|exact Hprec|apply fl_held, Hprec|apply held_opp, fl_held, Hprec].
Qed.
End FreeMap.
