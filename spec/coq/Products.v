(** What products, quotients by the count and conversions err. Main results: [over_error], [times_error_by],
    [triple_error], for every association of three factors. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core.
From BN Require Import Arithmetic.
Local Open Scope R_scope.

(** |a' - a| <= e *)
Definition near (e a' a : R) : Prop := Rabs (a' - a) <= e.

Lemma near_refl a : near 0 a a.
Proof. unfold near. rewrite Rminus_eq_0, Rabs_R0. lra. Qed.
Lemma near_le e e' a' a : e <= e' -> near e a' a -> near e' a' a.
Proof. unfold near. lra. Qed.
Lemma near_trans e f a b c : near e a b -> near f b c -> near (e + f) a c.
Proof.
  unfold near. intros. replace (a - c) with ((a - b) + (b - c)) by ring.
  eapply Rle_trans; [apply Rabs_triang|lra].
Qed.
Lemma near_size e a' a z : near e a' a -> Rabs a <= z -> Rabs a' <= z + e.
Proof.
  unfold near. intros. replace a' with ((a' - a) + a) by ring. eapply Rle_trans; [apply Rabs_triang|lra].
Qed.
Lemma near_pos e a' a : near e a' a -> 0 <= e.
Proof. unfold near. pose proof (Rabs_pos (a' - a)). lra. Qed.
Lemma near_plus e f a' a b' b : near e a' a -> near f b' b -> near (e + f) (a' + b') (a + b).
Proof.
  unfold near. intros. replace (a' + b' - (a + b)) with ((a' - a) + (b' - b)) by ring.
  eapply Rle_trans; [apply Rabs_triang|lra].
Qed.
Lemma near_times e f a' a b' b z y : near e a' a -> near f b' b -> Rabs a <= z -> Rabs b' <= y ->
  near (e * y + z * f) (a' * b') (a * b).
Proof.
  unfold near. intros Ha Hb Z Y. replace (a' * b' - a * b) with ((a' - a) * b' + a * (b' - b)) by ring.
  eapply Rle_trans; [apply Rabs_triang|]. rewrite !Rabs_mult.
  pose proof (Rabs_pos (a' - a)). pose proof (Rabs_pos (b' - b)). pose proof (Rabs_pos a). pose proof (Rabs_pos b').
  apply Rplus_le_compat; apply Rmult_le_compat; lra.
Qed.
Lemma abs_times a b z y : Rabs a <= z -> Rabs b <= y -> Rabs (a * b) <= z * y.
Proof. intros. rewrite Rabs_mult. apply Rmult_le_compat; auto using Rabs_pos. Qed.

Section Model.
Variables (prec emin : Z) (largest : R).
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).
Notation rounds := (rounds prec emin largest).
Notation plus := (plus prec emin largest).
Notation minus := (minus prec emin largest).
Notation times := (times prec emin largest).
Notation divide := (divide prec emin largest).
Hypothesis Hprec : (0 < prec)%Z.
Hypothesis Hlargest : 0 <= largest.

Let u0 : 0 < u := u_pos prec.
Let eta0 : 0 < eta := eta_pos emin.

(** ** A product whose relative rounding is v: none of them where a factor is a power of two *)

Definition rounding (v a b : R) : Prop := u <= v \/ 0 <= v /\ (power a \/ power b).

Lemma rounding_pos v a b : rounding v a b -> 0 <= v.
Proof. intros [H|[H _]]; lra. Qed.

Lemma times_error_by v a b w : rounding v a b -> times a b w -> Rabs (a * b) <= largest ->
  near (v * Rabs (a * b) + eta / 2) w (a * b).
Proof.
  intros [V|[V P]] H B; unfold near.
  - eapply Rle_trans; [apply (times_error _ _ _ _ _ _ H B)|]. pose proof (Rabs_pos (a * b)). nra.
  - eapply Rle_trans; [apply (times_power _ _ _ _ _ _ H P B)|]. pose proof (Rabs_pos (a * b)). nra.
Qed.

(** ** a / m, or a times the rounded 1/m *)

Definition over (m : nat) (a w : R) : Prop :=
  divide a (INR m) w \/ exists c, divide 1 (INR m) c /\ times a c w.

(** g and h bound what a quotient by m loses. *)
Definition quotient (m : nat) (g h : R) : Prop := 0 <= g /\ 0 <= h /\
  (m = 1%nat \/ eta / 2 <= h /\ (power (INR m) \/ u * (2 + u) <= g)).

Section Over.
Variable m : nat.
Hypothesis Hm : (0 < m)%nat.
(** 1/m does not underflow *)
Hypothesis Hsmall : INR m * eta <= 2 * u.

Lemma INR_m : 1 <= INR m.
Proof. apply (le_INR 1). lia. Qed.

Lemma abs_over a : Rabs (a / INR m) = Rabs a / INR m.
Proof. pose proof INR_m. unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_pos_eq (INR m)) by lra. reflexivity. Qed.

Lemma over_le a : 0 <= a -> a / INR m <= a.
Proof.
  intros. pose proof INR_m. unfold Rdiv. rewrite <- (Rmult_1_r a) at 2. apply Rmult_le_compat_l; [assumption|].
  rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.

Lemma inverse_power_held k : INR m = bpow radix2 k -> held (/ INR m).
Proof.
  intros E. rewrite E, <- bpow_opp. apply generic_format_FLT_bpow; [exact Hprec|].
  pose proof Hsmall as S. rewrite E in S. unfold Arithmetic.eta, Arithmetic.u in S. rewrite <- bpow_plus in S.
  change 2 with (bpow radix2 1) in S. rewrite <- bpow_plus in S. apply le_bpow in S. lia.
Qed.

Lemma power_inverse a : power a -> power (/ a).
Proof. intros [k K]. exists (- k)%Z. now rewrite Rabs_inv, K, bpow_opp. Qed.

Lemma reciprocal_error c : divide 1 (INR m) c -> 1 <= largest -> near (u * / INR m) c (/ INR m).
Proof.
  intros (_ & H & _) L. pose proof INR_m. assert (P : 0 < / INR m) by (apply Rinv_0_lt_compat; lra).
  assert (Q : / INR m <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  unfold Rdiv in H. rewrite Rmult_1_l in H. unfold near.
  rewrite <- (Rabs_pos_eq (/ INR m)) at 2 by lra. apply (rounds_normal _ _ _ _ _ H).
  - rewrite Rabs_pos_eq; lra.
  - rewrite Rabs_pos_eq by lra. apply (Rmult_le_reg_r (INR m)); [lra|]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma over_error g h a w : quotient m g h -> 1 <= largest -> Rabs a * (1 + u) <= largest -> over m a w ->
  near (g * (Rabs a / INR m) + h) w (a / INR m).
Proof.
  intros (G0 & H0 & Q) L B O. pose proof INR_m as M. pose proof (Rabs_pos a) as A.
  assert (P : 0 < / INR m) by (apply Rinv_0_lt_compat; lra). pose proof (over_le (Rabs a) A) as S.
  assert (N : 0 <= Rabs a / INR m) by (unfold Rdiv; nra).
  destruct Q as [E | (Hh & Q)].
  { assert (W : w = a).
    { rewrite E in O. simpl in O. destruct O as [(O & _) | (c & (C & _) & (_ & O & _))]; auto. }
    rewrite W, E. simpl. unfold near, Rdiv. rewrite Rinv_1, !Rmult_1_r, Rminus_eq_0, Rabs_R0. nra. }
  destruct Q as [Q|Q].
  - apply near_le with (eta / 2); [nra|]. destruct O as [(_ & _ & O) | (c & C & O)].
    + apply O; [exact Q|]. rewrite abs_over. nra.
    + assert (c = / INR m).
      { destruct Q as [k K]. rewrite Rabs_pos_eq in K by lra. destruct C as (_ & C & _).
        replace (/ INR m) with (1 / INR m) by (unfold Rdiv; ring). apply (rounds_held _ _ _ _ _ C).
        - unfold Rdiv. rewrite Rmult_1_l, Rabs_pos_eq by lra. rewrite <- Rinv_1 in L.
          eapply Rle_trans; [apply Rinv_le_contravar|]; [|exact M|exact L]. lra.
        - unfold Rdiv. rewrite Rmult_1_l. eapply inverse_power_held; eauto. }
      subst c. apply (times_power _ _ _ _ _ _ O); [right; now apply power_inverse|].
      change (Rabs (a / INR m) <= largest). rewrite abs_over. nra.
  - destruct O as [(_ & O & _) | (c & C & O)].
    + apply near_le with (u * Rabs (a / INR m) + eta / 2); [rewrite abs_over; nra|].
      apply (rounds_error _ _ _ _ _ O). rewrite abs_over. nra.
    + pose proof (reciprocal_error c C L) as E. unfold near in E.
      assert (Cs : Rabs c <= / INR m * (1 + u)).
      { pose proof (near_size _ _ _ (/ INR m) E) as S'. rewrite Rabs_pos_eq in S' by lra. lra. }
      pose proof (abs_times a c _ _ (Rle_refl _) Cs) as AC.
      assert (T : Rabs (a * c) <= largest) by (unfold Rdiv in S; nra).
      pose proof (times_error _ _ _ _ _ _ O T) as F.
      apply near_le with ((u * Rabs (a * c) + eta / 2) + Rabs a * (u * / INR m)); [unfold Rdiv in *; nra|].
      apply near_trans with (a * c); [exact F|]. unfold near, Rdiv. rewrite <- Rmult_minus_distr_l, Rabs_mult.
      apply Rmult_le_compat_l; assumption.
Qed.

(** a sum that is divided exactly *)
Lemma over_exact a w : 1 <= largest -> Rabs a <= largest -> a = 0 \/ power (INR m) /\ held (a / INR m) -> over m a w -> w = a / INR m.
Proof.
  intros L B Q O. pose proof INR_m as M. pose proof (over_le (Rabs a) (Rabs_pos a)) as S.
  assert (T : Rabs (a / INR m) <= largest) by (rewrite abs_over; lra).
  destruct Q as [-> | ([k K] & Q)].
  - unfold Rdiv. rewrite Rmult_0_l. destruct O as [(_ & O & _) | (c & _ & O)].
    + unfold Rdiv in O. rewrite Rmult_0_l in O. eapply rounds_0; eauto.
    + apply (times_0 _ _ _ Hlargest _ _ _ O). ring.
  - rewrite Rabs_pos_eq in K by lra. destruct O as [(_ & O & _) | (c & (_ & C & _) & O)].
    + exact (rounds_held _ _ _ _ _ O T Q).
    + assert (c = / INR m).
      { replace (/ INR m) with (1 / INR m) by (unfold Rdiv; ring). apply (rounds_held _ _ _ _ _ C).
        - unfold Rdiv. rewrite Rmult_1_l, Rabs_pos_eq by (left; apply Rinv_0_lt_compat; lra).
          rewrite <- Rinv_1 in L. eapply Rle_trans; [apply Rinv_le_contravar|]; [|exact M|exact L]. lra.
        - unfold Rdiv. rewrite Rmult_1_l. eapply inverse_power_held; eauto. }
      subst c. apply times_rounds in O. exact (rounds_held _ _ _ _ _ O T Q).
Qed.
End Over.

(** ** Three factors, associated in any way *)

Definition triple (a b c p : R) : Prop := exists q,
  times a b q /\ times q c p \/ times b c q /\ times a q p \/ times a c q /\ times q b p.

(** v is the relative error of the two multiplications *)
Definition roundings (v a b c : R) : Prop := u * (2 + u) <= v \/ u <= v /\ (power a \/ power b \/ power c) \/
  0 <= v /\ (a = 1 /\ (power b \/ power c)) \/ 0 <= v /\ (power a /\ power b /\ held (a * b)).

Lemma two_products v1 v2 a b c q p z : 0 <= v1 -> 0 <= v2 -> rounding v1 a b -> rounding v2 q c ->
  times a b q -> times q c p -> Rabs (a * b) <= largest -> Rabs c <= z ->
  (1 + v1) * Rabs (a * b * c) + eta / 2 * z <= largest ->
  near ((v1 + v2 + v1 * v2) * Rabs (a * b * c) + eta / 2 * (1 + (1 + v2) * z)) p (a * b * c).
Proof.
  intros V1 V2 R1 R2 Q P B Z L. pose proof (Rabs_pos c). pose proof (Rabs_pos (a * b)).
  pose proof (times_error_by v1 a b q R1 Q B) as E1.
  pose proof (near_times _ 0 _ _ c c _ _ E1 (near_refl c) (Rle_refl _) (Rle_refl _)) as T.
  assert (E : Rabs (a * b * c) = Rabs (a * b) * Rabs c) by apply Rabs_mult.
  assert (T' : near (v1 * Rabs (a * b * c) + eta / 2 * z) (q * c) (a * b * c)) by (eapply near_le; [|exact T]; rewrite E; nra).
  pose proof (near_size _ _ _ _ T' (Rle_refl _)) as S.
  pose proof (times_error_by v2 q c p R2 P ltac:(lra)) as E2.
  eapply near_le; [|exact (near_trans _ _ _ _ _ E2 T')]. nra.
Qed.

Lemma power_times a b : power a -> power b -> power (a * b).
Proof. intros [j J] [k K]. exists (j + k)%Z. now rewrite Rabs_mult, J, K, bpow_plus. Qed.

Lemma power_1 : power 1.
Proof. exists 0%Z. rewrite Rabs_R1. reflexivity. Qed.

Theorem triple_error v z a b c p : roundings v a b c -> triple a b c p ->
  Rabs a <= z -> Rabs b <= z -> Rabs c <= z ->
  Rabs (a * b) <= largest -> Rabs (b * c) <= largest -> Rabs (a * c) <= largest ->
  (1 + u) * Rabs (a * b * c) + eta / 2 * z <= largest ->
  near (v * Rabs (a * b * c) + eta / 2 * (1 + (1 + u) * z)) p (a * b * c).
Proof.
  intros V T Za Zb Zc Bab Bbc Bac L. pose proof (Rabs_pos (a * b * c)) as N. pose proof (Rabs_pos a).
  assert (Main : forall v1 v2 x y t q, x * y * t = a * b * c -> 0 <= v1 <= u -> 0 <= v2 <= u -> v1 + v2 + v1 * v2 <= v ->
    rounding v1 x y -> rounding v2 q t -> times x y q -> times q t p -> Rabs (x * y) <= largest -> Rabs t <= z ->
    near (v * Rabs (a * b * c) + eta / 2 * (1 + (1 + u) * z)) p (a * b * c)).
  { intros v1 v2 x y t q E V1 V2 Vs R1 R2 Q P B Z. rewrite <- E in *.
    assert (0 <= z) by lra. assert (v2 * z <= u * z) by (apply Rmult_le_compat_r; lra).
    assert (v1 * Rabs (x * y * t) <= u * Rabs (x * y * t)) by (apply Rmult_le_compat_r; lra).
    eapply near_le; [|apply (two_products v1 v2 x y t q p z); try assumption; lra].
    apply Rplus_le_compat; [apply Rmult_le_compat_r; lra|]. apply Rmult_le_compat_l; lra. }
  assert (One : forall x y q, times x y q -> x = 1 -> q = y) by (intros x y q (H1 & _); exact H1).
  destruct T as (q & [(Q & P) | [(Q & P) | (Q & P)]]).
  - assert (E : a * b * c = a * b * c) by ring.
    destruct V as [V | [(V & W) | [(V & -> & W) | (V & Pa & Pb & Hb)]]].
    + apply (Main u u a b c q); auto; try lra; left; lra.
    + destruct W as [W | [W | W]].
      1, 2: apply (Main 0 u a b c q); auto; try lra; [right; split; [lra|tauto]|left; lra].
      apply (Main u 0 a b c q); auto; try lra; [left; lra|right; split; [lra|tauto]].
    + pose proof (One _ _ _ Q eq_refl). subst q.
      apply (Main 0 0 1 b c b); auto; try lra; right; (split; [lra|]); auto using power_1.
    + assert (q = a * b) by (eapply rounds_held; [eapply times_rounds; exact Q|assumption|assumption]). subst q.
      apply (Main 0 0 a b c (a * b)); auto; try lra; right; (split; [lra|]); auto using power_times.
  - assert (E : b * c * a = a * b * c) by ring. apply times_sym in P.
    destruct V as [V | [(V & W) | [(V & -> & W) | (V & Pa & Pb & Hb)]]].
    + apply (Main u u b c a q); auto; try lra; left; lra.
    + destruct W as [W | [W | W]].
      2, 3: apply (Main 0 u b c a q); auto; try lra; [right; split; [lra|tauto]|left; lra].
      apply (Main u 0 b c a q); auto; try lra; [left; lra|right; split; [lra|tauto]].
    + apply (Main 0 0 b c 1 q); auto; try lra; right; (split; [lra|]); auto using power_1.
    + apply (Main 0 0 b c a q); auto; try lra; right; (split; [lra|]); auto.
  - assert (E : a * c * b = a * b * c) by ring.
    destruct V as [V | [(V & W) | [(V & -> & W) | (V & Pa & Pb & Hb)]]].
    + apply (Main u u a c b q); auto; try lra; left; lra.
    + destruct W as [W | [W | W]].
      1, 3: apply (Main 0 u a c b q); auto; try lra; [right; split; [lra|tauto]|left; lra].
      apply (Main u 0 a c b q); auto; try lra; [left; lra|right; split; [lra|tauto]].
    + pose proof (One _ _ _ Q eq_refl). subst q.
      apply (Main 0 0 1 c b c); auto; try lra; right; (split; [lra|]); auto using power_1. tauto.
    + apply (Main 0 0 a c b q); auto; try lra; right; (split; [lra|]); auto.
Qed.

Lemma triple_0 a b c p : a * b * c = 0 -> triple a b c p -> p = 0.
Proof.
  intros Z (q & [(Q & P) | [(Q & P) | (Q & P)]]).
  - destruct (Req_dec (a * b) 0) as [E|E]; [|apply Rmult_integral in Z; destruct Z as [Z|Z]; [contradiction|]].
    + rewrite (times_0 _ _ _ Hlargest _ _ _ Q E) in P. apply (times_0 _ _ _ Hlargest _ _ _ P). ring.
    + apply (times_0 _ _ _ Hlargest _ _ _ P). rewrite Z. ring.
  - destruct (Req_dec (b * c) 0) as [E|E].
    + rewrite (times_0 _ _ _ Hlargest _ _ _ Q E) in P. apply (times_0 _ _ _ Hlargest _ _ _ P). ring.
    + assert (Z' : a = 0) by (rewrite Rmult_assoc in Z; apply Rmult_integral in Z; tauto).
      apply (times_0 _ _ _ Hlargest _ _ _ P). rewrite Z'. ring.
  - destruct (Req_dec (a * c) 0) as [E|E].
    + rewrite (times_0 _ _ _ Hlargest _ _ _ Q E) in P. apply (times_0 _ _ _ Hlargest _ _ _ P). ring.
    + assert (Z' : b = 0). { replace (a * b * c) with (a * c * b) in Z by ring. apply Rmult_integral in Z. tauto. }
      apply (times_0 _ _ _ Hlargest _ _ _ P). rewrite Z'. ring.
Qed.

(** ** Conversions of parameters *)

Definition conversion (c a : R) : Prop := 0 <= c /\ (held a \/ u * Rabs a + eta / 2 <= c).

Lemma conversion_error c a w : conversion c a -> rounds a w -> Rabs a <= largest -> near c w a.
Proof.
  intros [C [H|H]] R B.
  - rewrite (rounds_held _ _ _ _ _ R B H). eapply near_le; [|apply near_refl]. assumption.
  - eapply near_le; [exact H|]. exact (rounds_error _ _ _ _ _ R B).
Qed.
End Model.
