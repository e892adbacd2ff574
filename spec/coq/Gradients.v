(** The errors of the computed dgamma and of the dx of inference. Main results: [dgamma_own],
    [dgamma_bound]. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Arithmetic Summation Products TwoPass Mean Outputs.
Local Open Scope R_scope.

Section Model.
Variables (prec emin : Z) (largest : R).
Hypothesis Hprec : (0 < prec)%Z.
Hypothesis Hlargest : 1 <= largest.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation minus := (minus prec emin largest).
Notation times := (times prec emin largest).
Notation G := (G prec).

Let u0 : 0 < u := u_pos prec.
Let eta0 : 0 < eta := eta_pos emin.

(** The terms are dy_i (x_i - mu) r. a i is at least the magnitude of the difference, R1 that of r; the mean mu errs by em,
    r by er. c i is the relative error of a term's operations, one of them with r; terms for which [zero] holds are
    exactly zero. *)
Section Dgamma.
Variables (m K : nat) (x dy : nat -> R) (M mu r r' em er R1 : R).
Variable tree : order -> Prop.
Variable zero : nat -> bool.
Hypothesis Htree : forall o, covers o m -> tree o -> within K zero o.
Notation sums := (sums prec emin largest tree).
Hypothesis Hmu : near em mu M.
Hypothesis Hr : near er r' r.
Hypothesis HR1 : Rabs r' <= R1.
Variables (a c : nat -> R).
Hypothesis Ha : forall i, (i < m)%nat -> Rabs (x i - mu) <= a i.
Hypothesis Hk : INR K * u < 1.

(** dy_i times the product of the difference and r, or the product of dy_i and the difference, whose sum r multiplies *)
Definition term_roundings (dyi y ci : R) : Prop := exists vd v1 v2 v3,
  (u <= vd \/ 0 <= vd /\ held y) /\ v2 <= u /\ (forall h, rounding prec v2 dyi h) /\
  (forall d, (vd = 0 -> d = y) -> rounding prec v1 d r' /\ rounding prec v3 dyi d) /\
  (1 + v1) * (1 + v2) * (1 + vd) - 1 <= ci /\ (1 + v3) * (1 + vd) * (1 + u) - 1 <= ci.
Hypothesis Hc : forall i, (i < m)%nat -> zero i = false -> 0 <= c i /\ term_roundings (dy i) (x i - mu) (c i).
Hypothesis Hzero : forall i, (i < m)%nat -> zero i = true -> dy i = 0 \/ x i = mu.

Definition size_of (i : nat) : R := if zero i then 0 else Rabs (dy i) * a i * R1.
Definition relative (i : nat) : R := if zero i then 0 else c i * size_of i.
(** what underflows, in the two forms *)
Definition lost (i : nat) : R := if zero i then 0 else eta / 2 * (1 + (1 + u) * Rabs (dy i)).
Definition lost_before (i : nat) : R := if zero i then 0 else eta / 2.
Definition loss_of (i : nat) : R := relative i + lost i.
Hypothesis Hz : forall i, (i < m)%nat -> zero i = false ->
  (1 + u) * a i <= largest /\ (1 + u) * a i * R1 <= largest /\ Rabs (dy i) * ((1 + u) * a i) <= largest /\
  Rabs (dy i) * ((1 + u) * ((1 + u) * a i * R1) + eta / 2) <= largest.
(** the sums do not overflow *)
Definition plain_of (i : nat) : R := if zero i then 0 else (1 + c i) * (Rabs (dy i) * a i) + eta / 2.
Hypothesis Hsum : G K * (rsum m size_of + rsum m loss_of) <= largest.
Hypothesis Hplain : G K * rsum m plain_of <= largest.
Hypothesis Hproduct : G K * (rsum m size_of + rsum m relative) + G K * ((1 + u) * R1 * rsum m lost_before) <= largest.

Let y i := x i - mu.
Let G1 : 1 <= G K := G_pos prec K Hk.
Let R0 : 0 <= R1 := Rle_trans _ _ _ (Rabs_pos r') HR1.
Let Lz : 0 <= largest. Proof. lra. Qed.

Lemma size_nonneg i : (i < m)%nat -> Rabs (dy i * y i * r') <= size_of i.
Proof.
  intros Hi. unfold size_of. destruct (zero i) eqn:Z.
  - destruct (Hzero i Hi Z) as [E|E]; unfold y; rewrite E; rewrite ?Rminus_eq_0, ?Rmult_0_r, ?Rmult_0_l, Rabs_R0; lra.
  - rewrite !Rabs_mult. pose proof (Ha i Hi) as A. pose proof (Rabs_pos (dy i)). pose proof (Rabs_pos (x i - mu)). pose proof (Rabs_pos r').
    unfold y. apply Rmult_le_compat; [apply Rmult_le_pos; lra|lra| |exact HR1]. apply Rmult_le_compat_l; lra.
Qed.

(** the computed difference *)
Lemma difference i d : (i < m)%nat -> zero i = false -> minus (x i) mu d -> Rabs d <= (1 + u) * a i /\
  forall vd, (u <= vd \/ 0 <= vd /\ held (y i)) -> near (vd * Rabs (y i)) d (y i) /\ (vd = 0 -> d = y i).
Proof.
  intros Hi Z H. destruct (Hz i Hi Z) as (L & _). pose proof (Ha i Hi) as A. fold (y i) in A.
  pose proof (Rabs_pos (y i)) as P. assert (L' : Rabs (y i) <= largest) by nra.
  pose proof (minus_error _ _ _ _ _ _ H L') as E. fold (y i) in E. split.
  - pose proof (near_size _ _ _ _ E (Rle_refl _)). assert (u * Rabs (y i) <= u * a i) by (apply Rmult_le_compat_l; lra). lra.
  - intros vd [V|[V Hh]]; split.
    + eapply near_le; [|exact E]. apply Rmult_le_compat_r; lra.
    + lra.
    + rewrite (minus_held _ _ _ _ _ _ H L' Hh). eapply near_le; [|apply near_refl]. apply Rmult_le_pos; lra.
    + intros _. exact (minus_held _ _ _ _ _ _ H L' Hh).
Qed.

Lemma term_error i d h t : (i < m)%nat -> minus (x i) mu d -> times d r' h -> times (dy i) h t -> near (loss_of i) t (dy i * y i * r') /\ (zero i = true -> t = 0).
Proof.
  intros Hi Hd Hh Ht. pose proof (size_nonneg i Hi) as Sz. destruct (zero i) eqn:Z.
  - assert (T : t = 0 /\ dy i * y i * r' = 0).
    { destruct (Hzero i Hi Z) as [E|E].
      - split; [apply (times_0 _ _ _ Lz _ _ _ Ht)|]; rewrite E; ring.
      - assert (D0 : d = 0). { rewrite (minus_held _ _ _ _ _ _ Hd); rewrite E, Rminus_eq_0; [ring|rewrite Rabs_R0; lra|apply held_0]. }
        assert (H0 : h = 0) by (apply (times_0 _ _ _ Lz _ _ _ Hh); rewrite D0; ring).
        split; [apply (times_0 _ _ _ Lz _ _ _ Ht); rewrite H0; ring|unfold y; rewrite E; ring]. }
    destruct T as [-> ->]. split; [|auto]. unfold loss_of, relative, lost. rewrite Z, Rplus_0_r. apply near_refl.
  - split; [|discriminate]. destruct (Hc i Hi Z) as (C0 & vd & v1 & v2 & v3 & V & U2 & R2 & Rd & C2 & _).
    destruct (Hz i Hi Z) as (B1 & B2 & B3 & B4). destruct (difference i d Hi Z Hd) as (D & E).
    destruct (E vd V) as (N & Ex). destruct (Rd d Ex) as [Rt _]. specialize (R2 h).
    assert (V0 : 0 <= vd) by (destruct V; lra). pose proof (rounding_pos _ _ _ _ Rt) as V1. pose proof (rounding_pos _ _ _ _ R2) as V2.
    pose proof (Rabs_pos d) as Pd. pose proof (Rabs_pos (dy i)) as Pg. pose proof (Rabs_pos r') as Pr.
    assert (A2 : Rabs (d * r') <= (1 + u) * a i * R1) by (rewrite Rabs_mult; apply Rmult_le_compat; lra).
    pose proof (times_error_by prec emin largest v1 d r' h Rt Hh ltac:(lra)) as Eh.
    pose proof (times_error _ _ _ _ _ _ Hh ltac:(lra)) as Eu.
    assert (Sh : Rabs h <= (1 + u) * ((1 + u) * a i * R1) + eta / 2).
    { pose proof (near_size _ _ _ _ Eu (Rle_refl _)). assert (u * Rabs (d * r') <= u * ((1 + u) * a i * R1)) by (apply Rmult_le_compat_l; lra). lra. }
    assert (Lt : Rabs (dy i * h) <= largest).
    { eapply Rle_trans; [|exact B4]. rewrite Rabs_mult. apply Rmult_le_compat_l; lra. }
    pose proof (times_error_by prec emin largest v2 (dy i) h t R2 Ht Lt) as Et.
    set (p := Rabs (dy i * d * r')). set (s := Rabs (dy i * y i * r')) in *.
    assert (Fh : near (v1 * p + eta / 2 * Rabs (dy i)) (dy i * h) (dy i * d * r')).
    { unfold near in *. replace (dy i * h - dy i * d * r') with (dy i * (h - d * r')) by ring. unfold p. rewrite Rabs_mult.
      replace (Rabs (dy i * d * r')) with (Rabs (dy i) * Rabs (d * r')) by (rewrite <- Rabs_mult; f_equal; ring).
      replace (v1 * (Rabs (dy i) * Rabs (d * r')) + eta / 2 * Rabs (dy i)) with (Rabs (dy i) * (v1 * Rabs (d * r') + eta / 2)) by ring.
      apply Rmult_le_compat_l; lra. }
    assert (F : near (vd * s) (dy i * d * r') (dy i * y i * r')).
    { unfold near in *. replace (dy i * d * r' - dy i * y i * r') with (dy i * (d - y i) * r') by ring. unfold s. rewrite !Rabs_mult.
      replace (vd * (Rabs (dy i) * Rabs (y i) * Rabs r')) with (Rabs (dy i) * (vd * Rabs (y i)) * Rabs r') by ring.
      apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_l; lra. }
    pose proof (near_size _ _ _ _ F (Rle_refl _)) as Sd. fold s p in Sd. pose proof (near_size _ _ _ _ Fh (Rle_refl _)) as Sdh. fold p in Sdh.
    eapply near_le; [|exact (near_trans _ _ _ _ _ Et (near_trans _ _ _ _ _ Fh F))].
    unfold loss_of, relative, lost. rewrite Z. assert (S0 : 0 <= s) by apply Rabs_pos. assert (P0 : 0 <= p) by apply Rabs_pos.
    assert (X1 : v2 * Rabs (dy i * h) <= v2 * (p + (v1 * p + eta / 2 * Rabs (dy i)))) by (apply Rmult_le_compat_l; lra).
    assert (X2 : v2 * (eta / 2 * Rabs (dy i)) <= u * (eta / 2 * Rabs (dy i))) by (apply Rmult_le_compat_r; [apply Rmult_le_pos; lra|lra]).
    assert (V12 : 0 <= v1 * v2) by (apply Rmult_le_pos; lra).
    assert (X3 : (v1 + v2 + v1 * v2) * p <= (v1 + v2 + v1 * v2) * (s + vd * s)) by (apply Rmult_le_compat_l; lra).
    assert (X0 : 0 <= (1 + v1) * (1 + v2) * (1 + vd) - 1).
    { assert (1 * 1 <= (1 + v1) * (1 + v2) * (1 + vd)) by (apply Rmult_le_compat; try lra; assert (1 * 1 <= (1 + v1) * (1 + v2)) by (apply Rmult_le_compat; lra); lra). lra. }
    assert (X4 : ((1 + v1) * (1 + v2) * (1 + vd) - 1) * s <= c i * size_of i) by (apply Rmult_le_compat; lra). lra.
Qed.

Let B := rsum m loss_of + (G K - 1) * (rsum m size_of + rsum m loss_of).

Lemma loss_nonneg i : (i < m)%nat -> 0 <= loss_of i.
Proof.
  intros Hi. unfold loss_of, relative, lost. destruct (zero i) eqn:Z; [lra|]. destruct (Hc i Hi Z) as (C0 & _).
  pose proof (size_nonneg i Hi). pose proof (Rabs_pos (dy i * y i * r')). pose proof (Rabs_pos (dy i)).
  assert (0 <= c i * size_of i) by (apply Rmult_le_pos; lra). assert (0 <= (1 + u) * Rabs (dy i)) by (apply Rmult_le_pos; lra).
  assert (0 <= eta / 2 * (1 + (1 + u) * Rabs (dy i))) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma sum_of_terms d h t w : computes_deviations prec emin largest m x mu d ->
  (forall i, (i < m)%nat -> times (d i) r' (h i) /\ times (dy i) (h i) (t i)) ->
  sums m t w -> near B w (rsum m (fun i => dy i * y i * r')).
Proof.
  intros Hd Ht (o & C & W & A). apply (Htree o C) in W.
  assert (S : rsum m (fun i => Rabs (dy i * y i * r')) <= rsum m size_of) by (apply rsum_le; exact size_nonneg).
  assert (L0 : 0 <= rsum m loss_of).
  { rewrite <- (Rmult_0_r (INR m)), <- (rsum_const m 0). apply rsum_le. exact loss_nonneg. }
  assert (S0 : 0 <= rsum m (fun i => Rabs (dy i * y i * r'))) by (apply rsum_nonneg; intros; apply Rabs_pos).
  pose proof (sum_error prec emin largest m K zero (fun i => dy i * y i * r') t loss_of o w C W
    (fun i Hi => proj2 (term_error i (d i) (h i) (t i) Hi (Hd i Hi) (proj1 (Ht i Hi)) (proj2 (Ht i Hi))))
    (fun i Hi => proj1 (term_error i (d i) (h i) (t i) Hi (Hd i Hi) (proj1 (Ht i Hi)) (proj2 (Ht i Hi)))) Hk) as E.
  eapply near_le; [|apply E; auto].
  - unfold B. apply Rplus_le_compat_l, Rmult_le_compat_l; lra.
  - eapply Rle_trans; [|exact Hsum]. apply Rmult_le_compat_l; lra.
Qed.

Let B' := G K * (rsum m size_of + rsum m relative) - rsum m size_of + G K * ((1 + u) * R1 * rsum m lost_before) + eta / 2.
Definition some_term : bool := existsb (fun i => negb (zero i)) (seq 0 m).

Lemma product_of_sum d p s w : computes_deviations prec emin largest m x mu d -> (forall i, (i < m)%nat -> times (dy i) (d i) (p i)) ->
  sums m p s -> times s r' w -> near (if some_term then B' else 0) w (rsum m (fun i => dy i * y i * r')).
Proof.
  intros Hd Hp (o & C & W & A) Hw. apply (Htree o C) in W.
  set (q i := dy i * y i). set (e i := if zero i then 0 else ((1 + c i) / (1 + u) - 1) * Rabs (q i) + eta / 2).
  assert (Qa : forall i, (i < m)%nat -> Rabs (q i) <= Rabs (dy i) * a i).
  { intros i Hi. unfold q. rewrite Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos|]. exact (Ha i Hi). }
  assert (Kc : forall i, (1 + c i) / (1 + u) * (1 + u) = 1 + c i) by (intros; field; lra).
  assert (P : forall i, (i < m)%nat -> near (e i) (p i) (q i) /\ (zero i = true -> p i = 0 /\ q i = 0)).
  { intros i Hi. pose proof (Hd i Hi) as Hdi. pose proof (Hp i Hi) as Hpi. unfold e. destruct (zero i) eqn:Z.
    - assert (T : p i = 0 /\ q i = 0).
      { destruct (Hzero i Hi Z) as [E|E].
        - split; [apply (times_0 _ _ _ Lz _ _ _ Hpi)|unfold q]; rewrite E; ring.
        - assert (D0 : d i = 0). { rewrite (minus_held _ _ _ _ _ _ Hdi); rewrite E, Rminus_eq_0; [ring|rewrite Rabs_R0; lra|apply held_0]. }
          split; [apply (times_0 _ _ _ Lz _ _ _ Hpi); rewrite D0; ring|unfold q, y; rewrite E; ring]. }
      destruct T as [T1 T2]. rewrite T1, T2. split; [apply near_refl|auto].
    - split; [|discriminate]. destruct (Hc i Hi Z) as (C0 & vd & v1 & v0 & v2 & V & _ & _ & Rd & _ & C2).
      destruct (Hz i Hi Z) as (_ & _ & B1 & _). destruct (difference i (d i) Hi Z Hdi) as (D & E). destruct (E vd V) as (N & Ex).
      destruct (Rd (d i) Ex) as [_ Rt]. pose proof (rounding_pos _ _ _ _ Rt) as V2. assert (V0 : 0 <= vd) by (destruct V; lra).
      assert (A1 : Rabs (dy i * d i) <= largest).
      { eapply Rle_trans; [|exact B1]. rewrite Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos|lra]. }
      pose proof (times_error_by prec emin largest v2 (dy i) (d i) (p i) Rt Hpi A1) as T.
      assert (F : near (vd * Rabs (q i)) (dy i * d i) (q i)).
      { unfold near in *. unfold q. replace (dy i * d i - dy i * y i) with (dy i * (d i - y i)) by ring. rewrite !Rabs_mult.
        replace (vd * (Rabs (dy i) * Rabs (y i))) with (Rabs (dy i) * (vd * Rabs (y i))) by ring. apply Rmult_le_compat_l; [apply Rabs_pos|lra]. }
      pose proof (near_size _ _ _ _ F (Rle_refl _)) as Sd. eapply near_le; [|exact (near_trans _ _ _ _ _ T F)].
      pose proof (Rabs_pos (q i)) as Pq. assert (v2 * Rabs (dy i * d i) <= v2 * (Rabs (q i) + vd * Rabs (q i))) by (apply Rmult_le_compat_l; lra).
      assert (Cc : (1 + v2) * (1 + vd) <= (1 + c i) / (1 + u)).
      { apply (Rmult_le_reg_r (1 + u)); [lra|]. rewrite Kc. lra. }
      assert (((1 + v2) * (1 + vd) - 1) * Rabs (q i) <= ((1 + c i) / (1 + u) - 1) * Rabs (q i)) by (apply Rmult_le_compat_r; lra). lra. }
  assert (Cq : forall i, (i < m)%nat -> zero i = false -> 0 <= (1 + c i) / (1 + u) - 1 <= c i).
  { intros i Hi Z. destruct (Hc i Hi Z) as (C0 & vd & v1 & v0 & v2 & V & _ & _ & Rd & _ & C2).
    destruct (difference i (d i) Hi Z (Hd i Hi)) as (_ & E). destruct (E vd V) as (_ & Ex). destruct (Rd (d i) Ex) as [_ Rt].
    pose proof (rounding_pos _ _ _ _ Rt) as V2. assert (V0 : 0 <= vd) by (destruct V; lra).
    assert (Wv : 1 * (1 + u) <= (1 + v2) * (1 + vd) * (1 + u)).
    { apply Rmult_le_compat_r; [lra|]. assert (0 <= v2 * vd) by (apply Rmult_le_pos; lra). lra. } split.
    - assert (1 <= (1 + c i) / (1 + u)); [|lra]. apply (Rmult_le_reg_r (1 + u)); [lra|]. rewrite Kc. lra.
    - assert ((1 + c i) / (1 + u) <= 1 + c i); [|lra]. apply (Rmult_le_reg_r (1 + u)); [lra|]. rewrite Kc.
      assert (0 <= c i * u) by (apply Rmult_le_pos; lra). lra. }
  assert (Pl : forall i, (i < m)%nat -> Rabs (q i) + e i <= plain_of i /\ 0 <= e i).
  { intros i Hi. pose proof (Qa i Hi) as Q. pose proof (Rabs_pos (q i)). unfold e, plain_of. destruct (zero i) eqn:Z.
    - destruct (proj2 (P i Hi) Z) as [_ ->]. rewrite Rabs_R0. lra.
    - pose proof (Cq i Hi Z) as [K1 K2]. assert (0 <= ((1 + c i) / (1 + u) - 1) * Rabs (q i)) by (apply Rmult_le_pos; lra).
      assert (((1 + c i) / (1 + u) - 1) * Rabs (q i) <= c i * (Rabs (dy i) * a i)) by (apply Rmult_le_compat; lra). lra. }
  set (A0 := rsum m (fun i => Rabs (q i))). set (E0 := rsum m e).
  assert (AE : A0 + E0 <= rsum m plain_of) by (unfold A0, E0; rewrite <- rsum_plus; apply rsum_le; intros i Hi; apply (Pl i Hi)).
  assert (A00 : 0 <= A0) by (apply rsum_nonneg; intros; apply Rabs_pos).
  assert (E00 : 0 <= E0).
  { unfold E0. rewrite <- (Rmult_0_r (INR m)), <- (rsum_const m 0). apply rsum_le. intros i Hi. apply (Pl i Hi). }
  pose proof (sum_error prec emin largest m K zero q p e o s C W (fun i Hi Z => proj1 (proj2 (P i Hi) Z)) (fun i Hi => proj1 (P i Hi)) Hk) as Es.
  fold A0 E0 in Es. assert (Ls : G K * (A0 + E0) <= largest) by (eapply Rle_trans; [|exact Hplain]; apply Rmult_le_compat_l; lra).
  specialize (Es Ls A). set (Q := rsum m q) in *. assert (QA : Rabs Q <= A0) by apply rsum_abs.
  assert (Ss : Rabs s <= G K * (A0 + E0)).
  { replace s with ((s - Q) + Q) by ring. eapply Rle_trans; [apply Rabs_triang|]. lra. }
  pose proof (Rabs_pos r') as Pr.
  (* what each term loses *)
  assert (T : forall i, (i < m)%nat -> Rabs r' * ((1 + u) * G K * (Rabs (q i) + e i) - Rabs (q i))
    <= G K * (size_of i + relative i) - size_of i + G K * ((1 + u) * R1 * lost_before i)).
  { intros i Hi. unfold e, size_of, relative, lost_before. destruct (zero i) eqn:Z.
    - destruct (proj2 (P i Hi) Z) as [_ ->]. rewrite Rabs_R0. lra.
    - destruct (Hc i Hi Z) as (C0 & _). unfold size_of. rewrite Z.
      set (S := Rabs (dy i) * a i * R1). set (k := (1 + c i) / (1 + u) - 1).
      assert (Kq : (1 + u) * (1 + k) = 1 + c i) by (unfold k; field; lra).
      replace ((1 + u) * G K * (Rabs (q i) + (k * Rabs (q i) + eta / 2)) - Rabs (q i))
        with ((G K * ((1 + u) * (1 + k)) - 1) * Rabs (q i) + G K * ((1 + u) * (eta / 2))) by ring. rewrite Kq.
      assert (Sq : Rabs r' * Rabs (q i) <= S).
      { unfold S. rewrite Rmult_comm. apply Rmult_le_compat; try apply Rabs_pos; [exact (Qa i Hi)|exact HR1]. }
      assert (Gc : 0 <= G K * (1 + c i) - 1) by nra.
      assert (F1 : Rabs r' * ((G K * (1 + c i) - 1) * Rabs (q i)) <= (G K * (1 + c i) - 1) * S).
      { replace (Rabs r' * ((G K * (1 + c i) - 1) * Rabs (q i))) with ((G K * (1 + c i) - 1) * (Rabs r' * Rabs (q i))) by ring.
        apply Rmult_le_compat_l; lra. }
      assert (F2 : Rabs r' * (G K * ((1 + u) * (eta / 2))) <= G K * ((1 + u) * R1 * (eta / 2))).
      { replace (Rabs r' * (G K * ((1 + u) * (eta / 2)))) with (G K * ((1 + u) * Rabs r' * (eta / 2))) by ring.
        apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_l; lra. } lra. }
  assert (Ts : Rabs r' * ((1 + u) * G K * (A0 + E0) - A0) + eta / 2 <= B').
  { assert (X : Rabs r' * ((1 + u) * G K * (A0 + E0) - A0) = rsum m (fun i => Rabs r' * ((1 + u) * G K * (Rabs (q i) + e i) - Rabs (q i)))).
    { unfold A0, E0. rewrite rsum_scal_l, rsum_minus, rsum_scal_l, rsum_plus. ring. }
    assert (Y : B' - eta / 2 = rsum m (fun i => G K * (size_of i + relative i) - size_of i + G K * ((1 + u) * R1 * lost_before i))).
    { unfold B'. rewrite (rsum_plus m (fun i => G K * (size_of i + relative i) - size_of i)), rsum_minus, !rsum_scal_l, rsum_plus. ring. }
    assert (rsum m (fun i => Rabs r' * ((1 + u) * G K * (Rabs (q i) + e i) - Rabs (q i))) <= B' - eta / 2) by (rewrite Y; apply rsum_le; exact T). lra. }
  assert (Qr : rsum m (fun i => dy i * y i * r') = Q * r') by (unfold Q, q; now rewrite <- rsum_scal_r).
  assert (Sr : Rabs (s * r') <= Rabs r' * (G K * (A0 + E0))) by (rewrite Rabs_mult, Rmult_comm; apply Rmult_le_compat_l; lra).
  assert (Near : near (Rabs r' * (G K * (A0 + E0) - A0)) (s * r') (Q * r')).
  { unfold near. rewrite <- Rmult_minus_distr_r, Rabs_mult, Rmult_comm. apply Rmult_le_compat_l; lra. }
  rewrite Qr. destruct some_term eqn:Ex.
  - assert (L : Rabs (s * r') <= largest).
    { eapply Rle_trans; [exact Sr|]. eapply Rle_trans; [|exact Hproduct].
      assert (U1 : 0 <= u * (Rabs r' * (G K * (A0 + E0)))) by (apply Rmult_le_pos; [lra|]; apply Rmult_le_pos; [lra|]; apply Rmult_le_pos; lra).
      assert (RA : Rabs r' * A0 <= rsum m size_of).
      { unfold A0. rewrite <- rsum_scal_l. apply rsum_le. intros k Hk'. rewrite <- Rabs_mult. pose proof (size_nonneg k Hk') as Sk.
        replace (r' * q k) with (dy k * y k * r') by (unfold q; ring). exact Sk. }
      unfold B' in Ts. lra. }
    pose proof (times_error _ _ _ _ _ _ Hw L) as F. eapply near_le; [|exact (near_trans _ _ _ _ _ F Near)].
    assert (u * Rabs (s * r') <= u * (Rabs r' * (G K * (A0 + E0)))) by (apply Rmult_le_compat_l; lra). lra.
  - assert (All : forall i, (i < m)%nat -> zero i = true).
    { intros i Hi. destruct (zero i) eqn:Z; [reflexivity|]. exfalso. assert (some_term = true); [|congruence].
      apply existsb_exists. exists i. split; [apply in_seq; lia|now rewrite Z]. }
    assert (A1 : A0 = 0).
    { unfold A0. rewrite (rsum_ext m _ (fun _ => 0)); [rewrite rsum_const; ring|]. intros i Hi. destruct (proj2 (P i Hi) (All i Hi)) as [_ ->]. apply Rabs_R0. }
    assert (E1 : E0 = 0).
    { unfold E0. rewrite (rsum_ext m _ (fun _ => 0)); [rewrite rsum_const; ring|]. intros i Hi. unfold e. now rewrite (All i Hi). }
    rewrite A1, E1 in *. assert (S0 : s = 0).
    { destruct (Req_dec s 0) as [Z|Z]; [exact Z|]. apply Rabs_no_R0 in Z. pose proof (Rabs_pos s). lra. }
    rewrite (times_0 _ _ _ Lz _ _ _ Hw) by (rewrite S0; ring). rewrite S0, Rmult_0_l in Near. eapply near_le; [|exact Near]. lra.
Qed.

(** beside the errors of mean and root *)
Theorem dgamma_own b w : B <= b -> (some_term = true -> B' <= b) -> computes_dgamma prec emin largest tree m x dy mu r' w ->
  near b w (rsum m (fun i => dy i * y i * r')).
Proof.
  intros Hb Hb' (d & Hd & H). assert (L0 : 0 <= B).
  { assert (0 <= rsum m loss_of) by (rewrite <- (Rmult_0_r (INR m)), <- (rsum_const m 0); apply rsum_le; exact loss_nonneg).
    assert (0 <= rsum m size_of).
    { rewrite <- (Rmult_0_r (INR m)), <- (rsum_const m 0). apply rsum_le. intros i Hi. eapply Rle_trans; [|exact (size_nonneg i Hi)]. apply Rabs_pos. }
    unfold B. assert (0 <= (G K - 1) * (rsum m size_of + rsum m loss_of)) by (apply Rmult_le_pos; lra). lra. }
  destruct H as [(h & t & Ht & Hs)|(p & s & Hp & Hs & Hw)].
  - eapply near_le; [exact Hb|]. exact (sum_of_terms d h t w Hd Ht Hs).
  - eapply near_le; [|exact (product_of_sum d p s w Hd Hp Hs Hw)]. destruct some_term; [now apply Hb'|lra].
Qed.

(** mean and root err too: em moves all differences alike, er all products *)
Lemma dgamma_shared b w : near b w (rsum m (fun i => dy i * y i * r')) ->
  near (er * Rabs (rsum m (fun i => dy i * (x i - M))) + R1 * (em * Rabs (rsum m dy)) + b) w (rsum m (fun i => dy i * (x i - M) * r)).
Proof.
  intros N. set (S := rsum m (fun i => dy i * (x i - M))). set (D := rsum m dy).
  assert (E1 : rsum m (fun i => dy i * (x i - M) * r) = S * r) by (unfold S; now rewrite <- rsum_scal_r).
  assert (E2 : rsum m (fun i => dy i * y i * r') = (S - (mu - M) * D) * r').
  { unfold S, D. rewrite <- rsum_scal_l, <- rsum_minus, <- rsum_scal_r. apply rsum_ext. intros. unfold y. ring. }
  rewrite E1. rewrite E2 in N. rewrite Rplus_comm. apply near_trans with ((S - (mu - M) * D) * r'); [exact N|].
  unfold near in *. replace ((S - (mu - M) * D) * r' - S * r) with ((r' - r) * S + - (r' * ((mu - M) * D))) by ring.
  eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp, !Rabs_mult. apply Rplus_le_compat.
  - apply Rmult_le_compat_r; [apply Rabs_pos|exact Hr].
  - apply Rmult_le_compat; [apply Rabs_pos|apply Rmult_le_pos; apply Rabs_pos|exact HR1|]. apply Rmult_le_compat_r; [apply Rabs_pos|exact Hmu].
Qed.

Theorem dgamma_bound b w : B <= b -> (some_term = true -> B' <= b) -> computes_dgamma prec emin largest tree m x dy mu r' w ->
  near (er * Rabs (rsum m (fun i => dy i * (x i - M))) + R1 * (em * Rabs (rsum m dy)) + b) w (rsum m (fun i => dy i * (x i - M) * r)).
Proof. intros Hb Hb' H. exact (dgamma_shared b w (dgamma_own b w Hb Hb' H)). Qed.
End Dgamma.
End Model.
