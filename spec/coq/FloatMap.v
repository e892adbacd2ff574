(** Results as the fast version computes them for floats (ScalarMaps.java): in double, moved by a bound to either side,
    and both ends rounded to the format. Main results: [affine_float_decided] for z = s d + t and
    [combined_float_decided] for z = a g + b d + k: both ends enclose z, so if any monotone function, such as rounding
    to floats with subnormals and overflow, takes them to one value, it takes z there.

    Coefficients are what is left when their low parts are dropped; e is what that and their errors make of z. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core Relative.
From BN Require Import Sums Arithmetic Anchored.
Local Open Scope R_scope.

Section FloatMap.
Variables prec emin : Z.
Context {Hprec : Prec_gt_0 prec}.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation fl := (fl prec emin).
Hypothesis Hu : (9 <= prec)%Z.

Let u0 : 0 < u := u_pos prec.
Let u512 : u <= / 512 := u_small prec Hu.

(** z does not underflow *)
Definition normal (z : R) : Prop := z = 0 \/ bpow radix2 (emin + prec - 1) <= Rabs z.

(** what a rounding loses: h is half of eta, or nothing where no number underflows *)
Lemma fl_loses_by h z : eta / 2 <= h \/ 0 <= h /\ normal z -> Rabs (fl z - z) <= u * Rabs z + h.
Proof.
  intros [H|[H [-> | N]]].
  - pose proof (Arithmetic.rounds_error prec emin (Rabs z) z (fl z)) as E.
    eapply Rle_trans; [apply E; [apply ieee_rounds, Hprec|lra]|]. lra.
  - rewrite fl_id by apply held_0. rewrite Rminus_eq_0, Rabs_R0. lra.
  - pose proof (relative_error_N_FLT radix2 emin prec Hprec (fun x => negb (Z.even x)) z N) as E.
    change (round radix2 (FLT_exp emin prec) (Znearest (fun x => negb (Z.even x))) z) with (fl z) in E.
    replace (/ 2 * bpow radix2 (- prec + 1)) with u in E by (rewrite bpow_plus; unfold Arithmetic.u; simpl; lra). lra.
Qed.

(** A bound that is large enough, also for being added *)
Lemma moved_over y b e z : held y -> held b -> 0 <= b -> Rabs (y - z) <= e -> e + u * Rabs y <= (1 - u) * b ->
  fl (y - b) <= z <= fl (y + b).
Proof.
  intros Y B P E L.
  pose proof (sum_loses prec emin y b Y B) as Up.
  pose proof (sum_loses prec emin y (- b) Y (held_opp _ _ _ B)) as Down.
  change (y + - b) with (y - b) in Down.
  assert (Rabs (y + b) <= Rabs y + b) by (eapply Rle_trans; [apply Rabs_triang|rewrite (Rabs_pos_eq b); lra]).
  assert (Rabs (y - b) <= Rabs y + b)
    by (eapply Rle_trans; [apply Rabs_triang|rewrite Rabs_Ropp, (Rabs_pos_eq b); lra]).
  assert (u * Rabs (y + b) <= u * (Rabs y + b)) by (apply Rmult_le_compat_l; lra).
  assert (u * Rabs (y - b) <= u * (Rabs y + b)) by (apply Rmult_le_compat_l; lra).
  apply Rabs_le_inv in Up, Down, E. lra.
Qed.

(** the bound as it is computed: of four units for a magnitude v and a constant, and then of what depends on d *)
Lemma bound_computed h m c v : 0 <= h -> 0 <= m -> 0 <= v -> 0 <= c ->
  let i := fl (v * (4 * u) + c) in let b := fl (m + i) in
  eta / 2 <= h \/ normal (v * (4 * u) + c) /\ normal (m + i) ->
  0 <= b /\ (1 - 4 * u) * (m + c + 4 * u * v) - 2 * h <= (1 - u) * b.
Proof.
  intros H M V C i b N. set (I := v * (4 * u) + c) in *.
  assert (I0 : 0 <= I) by (assert (0 <= v * (4 * u)) by (apply Rmult_le_pos; lra); unfold I; lra).
  assert (i0 : 0 <= i) by (apply fl_above; [exact Hprec|apply held_0|exact I0]).
  assert (b0 : 0 <= b) by (apply fl_above; [exact Hprec|apply held_0|lra]). split; [exact b0|].
  assert (Ei : Rabs (i - I) <= u * Rabs I + h) by (apply fl_loses_by; tauto).
  assert (Eb : Rabs (b - (m + i)) <= u * Rabs (m + i) + h) by (apply fl_loses_by; tauto).
  rewrite (Rabs_pos_eq I I0) in Ei. rewrite (Rabs_pos_eq (m + i)) in Eb by lra.
  apply Rabs_le_inv in Ei, Eb.
  assert (S : (1 - u) * (m + i) - h <= b) by lra.
  assert (S' : (1 - u) * (m + I) - h <= m + i) by (assert (0 <= u * m) by (apply Rmult_le_pos; lra); lra).
  replace (m + c + 4 * u * v) with (m + I) by (unfold I; ring). set (t := m + I) in *.
  assert (t0 : 0 <= t) by (unfold t; lra). clearbody t. clear - u0 u512 H S S' t0.
  assert (A : (1 - u) * ((1 - u) * t - h) <= (1 - u) * (m + i)) by (apply Rmult_le_compat_l; lra).
  assert (B : (1 - u) * ((1 - u) * ((1 - u) * t - h) - h) <= (1 - u) * b) by (apply Rmult_le_compat_l; lra).
  assert (Q : (1 - 4 * u) * t <= (1 - u) * ((1 - u) * (1 - u)) * t) by (apply Rmult_le_compat_r; [lra|nra]).
  assert (K : (1 - u) * (1 - u) * h + (1 - u) * h <= 2 * h) by (assert (0 <= u * h) by (apply Rmult_le_pos; lra); nra).
  lra.
Qed.

(** AffineMap.FLOAT_ROUNDINGS, 2^-51 *)
Definition FLOAT_ROUNDINGS : R := 4 * u.

(** z = s d + t *)
Theorem affine_float_decided (narrow : R -> R) d s t slope c h e z :
  (forall v w, v <= w -> narrow v <= narrow w) ->
  0 <= slope -> 0 <= c -> 0 <= h -> Rabs (d * s + t - z) <= e ->
  (1 + 8 * u) * (e + 4 * h) <= Rabs d * slope + c ->
  let y := fl (d * s + t) in
  let i := fl (Rabs y * FLOAT_ROUNDINGS + c) in
  let b := fl (Rabs d * slope + i) in
  eta / 2 <= h \/ normal (d * s + t) /\ normal (Rabs y * FLOAT_ROUNDINGS + c) /\ normal (Rabs d * slope + i) ->
  fl (y - b) <= z <= fl (y + b) /\ (narrow (fl (y + b)) = narrow (fl (y - b)) -> narrow (fl (y + b)) = narrow z).
Proof.
  intros Mono Sl C H E L y i b N. unfold FLOAT_ROUNDINGS in *.
  pose proof (Rabs_pos y) as Y0. pose proof (Rabs_pos (d * s + t - z)) as E0.
  assert (M : 0 <= Rabs d * slope) by (apply Rmult_le_pos; [apply Rabs_pos|exact Sl]).
  destruct (bound_computed h (Rabs d * slope) c (Rabs y) H M Y0 C) as [B0 B]; [fold i; tauto|]. fold i b in B0, B.
  assert (Ey : Rabs (y - (d * s + t)) <= u * Rabs (d * s + t) + h) by (apply fl_loses_by; tauto).
  assert (Ex : Rabs (d * s + t) <= Rabs y + (u * Rabs (d * s + t) + h)).
  { replace (d * s + t) with (y - (y - (d * s + t))) at 1 by ring. eapply Rle_trans; [apply Rabs_triang|].
    rewrite Rabs_Ropp. lra. }
  assert (Z : fl (y - b) <= z <= fl (y + b)).
  { apply (moved_over y b (e + (u * Rabs (d * s + t) + h))); [apply fl_held, Hprec|apply fl_held, Hprec|exact B0| |].
    - replace (y - z) with ((d * s + t - z) + (y - (d * s + t))) by ring. eapply Rle_trans; [apply Rabs_triang|]. lra.
    - eapply Rle_trans; [|exact B]. set (x := Rabs (d * s + t)) in *. set (w := Rabs y) in *.
      set (q := Rabs d * slope + c) in *. assert (X0 : 0 <= x) by apply Rabs_pos.
      clearbody x w q. clear - u0 u512 H E E0 L Ex Y0 X0.
      assert (u * x <= u * (w + (u * x + h))) by (apply Rmult_le_compat_l; lra).
      assert (u * (u * x) <= / 512 * (u * x)) by (apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|exact u512]).
      assert (u * h <= / 512 * h) by (apply Rmult_le_compat_r; lra).
      assert (u * (u * w) <= / 512 * (u * w)) by (apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|exact u512]).
      assert (0 <= u * w) by (apply Rmult_le_pos; lra).
      assert ((1 - 4 * u) * ((1 + 8 * u) * (e + 4 * h)) <= (1 - 4 * u) * q) by (apply Rmult_le_compat_l; lra).
      assert (1 * (e + 4 * h) <= (1 - 4 * u) * (1 + 8 * u) * (e + 4 * h)) by (apply Rmult_le_compat_r; [lra|nra]).
      lra. }
  split; [exact Z|]. intros Q. destruct Z as [Lo Hi]. apply Mono in Lo, Hi. lra.
Qed.

(** z = a g + b d + k, where a or b is not 0 *)
Theorem combined_float_decided (narrow : R -> R) d m g n k slope slope' c h e z :
  (forall v w, v <= w -> narrow v <= narrow w) ->
  0 <= slope -> 0 <= slope' -> 0 <= c -> 0 <= h -> Rabs (g * n + (d * m + k) - z) <= e ->
  (1 + 8 * u) * (e + 6 * h) <= Rabs g * slope' + (Rabs d * slope + c) ->
  let w := fl (d * m + k) in
  let y := fl (g * n + w) in
  let i := fl (Rabs d * slope + c) in
  let j := fl (Rabs g * slope' + i) in
  let v := fl (Rabs y + Rabs w) in
  let b := fl (v * FLOAT_ROUNDINGS + j) in
  eta / 2 <= h ->
  fl (y - b) <= z <= fl (y + b) /\ (narrow (fl (y + b)) = narrow (fl (y - b)) -> narrow (fl (y + b)) = narrow z).
Proof.
  intros Mono Sl Sl' C H E L w y i j v b N. unfold FLOAT_ROUNDINGS in *.
  pose proof (Rabs_pos y) as Y0. pose proof (Rabs_pos w) as W0. pose proof (Rabs_pos (g * n + (d * m + k) - z)) as E0.
  assert (M : 0 <= Rabs d * slope) by (apply Rmult_le_pos; [apply Rabs_pos|exact Sl]).
  assert (M' : 0 <= Rabs g * slope') by (apply Rmult_le_pos; [apply Rabs_pos|exact Sl']).
  assert (Lower : forall a, 0 <= a -> 0 <= fl a /\ (1 - u) * a - h <= fl a).
  { intros a A. split; [apply fl_above; [exact Hprec|apply held_0|exact A]|].
    pose proof (fl_loses_by h a (or_introl N)) as F. rewrite (Rabs_pos_eq a A) in F. apply Rabs_le_inv in F. lra. }
  destruct (Lower (Rabs d * slope + c)) as [i0 iL]; [lra|]. fold i in i0, iL.
  destruct (Lower (Rabs g * slope' + i)) as [j0 jL]; [lra|]. fold j in j0, jL.
  assert (v0 : 0 <= v) by (apply fl_above; [exact Hprec|apply held_0|lra]).
  assert (vL : (1 - u) * (Rabs y + Rabs w) <= v).
  { pose proof (sum_loses prec emin (Rabs y) (Rabs w)) as F. rewrite (Rabs_pos_eq (Rabs y + Rabs w)) in F by lra.
    assert (G : forall r, held (fl r) -> held (Rabs (fl r))) by (intros; now apply generic_format_abs).
    specialize (F (G _ (fl_held _ _ _)) (G _ (fl_held _ _ _))). fold v in F. apply Rabs_le_inv in F. lra. }
  destruct (Lower (v * (4 * u) + j)) as [b0 bL].
  { assert (0 <= v * (4 * u)) by (apply Rmult_le_pos; lra). lra. }
  fold b in b0, bL.
  assert (Ew : Rabs (w - (d * m + k)) <= u * Rabs (d * m + k) + h) by (apply fl_loses_by; now left).
  assert (Ey : Rabs (y - (g * n + w)) <= u * Rabs (g * n + w) + h) by (apply fl_loses_by; now left).
  assert (Xw : Rabs (d * m + k) <= Rabs w + (u * Rabs (d * m + k) + h)).
  { replace (d * m + k) with (w - (w - (d * m + k))) at 1 by ring. eapply Rle_trans; [apply Rabs_triang|].
    rewrite Rabs_Ropp. lra. }
  assert (Xy : Rabs (g * n + w) <= Rabs y + (u * Rabs (g * n + w) + h)).
  { replace (g * n + w) with (y - (y - (g * n + w))) at 1 by ring. eapply Rle_trans; [apply Rabs_triang|].
    rewrite Rabs_Ropp. lra. }
  assert (Z : fl (y - b) <= z <= fl (y + b)).
  { apply (moved_over y b (e + (u * Rabs (d * m + k) + h) + (u * Rabs (g * n + w) + h)));
      [apply fl_held, Hprec|apply fl_held, Hprec|exact b0| |].
    - replace (y - z) with ((g * n + (d * m + k) - z) + (w - (d * m + k)) + (y - (g * n + w))) by ring.
      eapply Rle_trans; [apply Rabs_triang|]. eapply Rle_trans; [apply Rplus_le_compat_r, Rabs_triang|]. lra.
    - clearbody b j i v. set (p := Rabs (d * m + k)) in *. set (q := Rabs (g * n + w)) in *.
      set (y' := Rabs y) in *. set (w' := Rabs w) in *. set (A := Rabs d * slope + c) in *.
      set (B := Rabs g * slope') in *. assert (P0 : 0 <= p) by apply Rabs_pos. assert (Q0 : 0 <= q) by apply Rabs_pos.
      assert (A0 : 0 <= A) by (unfold A; lra). clearbody p q y' w' A B.
      assert (e0 : 0 <= e) by lra. clear - u0 u512 H e0 L iL jL bL vL Xw Xy Y0 W0 P0 Q0 A0 M' v0.
      assert (U : forall a, 0 <= a -> 0 <= u * a <= / 512 * a).
      { intros a P. split; [apply Rmult_le_pos; lra|apply Rmult_le_compat_r; [exact P|exact u512]]. }
      assert (J : (1 - u) * ((1 - u) * (B + A)) - 2 * h <= j).
      { assert ((1 - u) * (B + ((1 - u) * A - h)) <= (1 - u) * (B + i)) by (apply Rmult_le_compat_l; lra).
        destruct (U B M'). destruct (U h H). destruct (U (u * B)); [lra|]. lra. }
      assert (T : (1 - u) * (v * (4 * u) + ((1 - u) * ((1 - u) * (B + A)) - 2 * h)) - h <= b).
      { eapply Rle_trans; [|exact bL]. apply Rplus_le_compat_r, Rmult_le_compat_l; lra. }
      set (t := B + A) in *. assert (T0 : 0 <= t) by (unfold t; lra). clearbody t.
      assert (Vb : (1 - u) * (y' + w') * (4 * u) <= v * (4 * u)) by (apply Rmult_le_compat_r; lra).
      set (r := y' + w') in *. assert (R0 : 0 <= r) by (unfold r; lra).
      assert (T1 : (1 - u) *
        ((1 - u) * ((1 - u) * r * (4 * u) + ((1 - u) * ((1 - u) * t) - 2 * h)) - h) <= (1 - u) * b).
      { apply Rmult_le_compat_l; [lra|]. eapply Rle_trans; [|exact T].
        apply Rplus_le_compat_r, Rmult_le_compat_l; lra. }
      assert (K1 : (1 - 4 * u) * t <= (1 - u) * (1 - u) * ((1 - u) * (1 - u)) * t)
        by (apply Rmult_le_compat_r; [lra|nra]).
      assert (K2 : (1 - 4 * u) * ((1 + 8 * u) * (e + 6 * h)) <= (1 - 4 * u) * t) by (apply Rmult_le_compat_l; lra).
      assert (K3 : 1 * (e + 6 * h) <= (1 - 4 * u) * (1 + 8 * u) * (e + 6 * h)) by (apply Rmult_le_compat_r; [lra|nra]).
      assert (K4 : 3 * (u * r) <= (1 - u) * (1 - u) * (1 - u) * 4 * (u * r))
        by (apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|nra]).
      assert (K5 : (1 - u) * (1 - u) * (2 * h) <= 1 * (2 * h)) by (apply Rmult_le_compat_r; [lra|nra]).
      assert (p <= w' + h + / 512 * p) by (destruct (U p P0); lra).
      assert (q <= y' + h + / 512 * q) by (destruct (U q Q0); lra).
      assert (K6 : u * p <= u * ((w' + h) * (512 / 511))) by (apply Rmult_le_compat_l; lra).
      assert (K7 : u * q <= u * ((y' + h) * (512 / 511))) by (apply Rmult_le_compat_l; lra).
      destruct (U h H). destruct (U w' W0). destruct (U y' Y0). unfold r in *. lra. }
  split; [exact Z|]. intros Q. destruct Z as [Lo Hi]. apply Mono in Lo, Hi. lra.
Qed.
End FloatMap.
