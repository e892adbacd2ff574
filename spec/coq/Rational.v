(** Exact rational numbers that compute: N 2^e / d with integers N, e and d > 0, never reduced.

    Floating-point numbers are such numbers with d = 1; adding and multiplying them shifts, and nothing is ever
    approximated. Main results: value_add, value_mul, … say that each operation is that of the reals; leb_spec,
    ltb_spec that comparison is decided; value_sum, value_sum2 connect sums over lists with [rsum]. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import Sums.
Import ListNotations.
Local Open Scope R_scope.

Record rational := Rational { numerator : Z; scale : Z; denominator : positive }.

Definition value (a : rational) : R :=
  IZR (numerator a) * bpow radix2 (scale a) / IZR (Zpos (denominator a)).

(** ** Operations *)

Definition dyadic (n e : Z) : rational := Rational n e 1.
Definition integer (n : Z) : rational := dyadic n 0.
Definition zero : rational := integer 0.
Definition one : rational := integer 1.

(** the numerator of a over the scale e <= scale a *)
Definition numerator_at (e : Z) (a : rational) : Z := Z.shiftl (numerator a) (scale a - e).

Definition add (a b : rational) : rational :=
  let e := Z.min (scale a) (scale b) in
  let n := numerator_at e a in
  let k := numerator_at e b in
  if (Zpos (denominator a) =? Zpos (denominator b))%Z
  then Rational (n + k) e (denominator a)
  else Rational (n * Zpos (denominator b) + k * Zpos (denominator a)) e (denominator a * denominator b).

Definition opp (a : rational) : rational := Rational (- numerator a) (scale a) (denominator a).
Definition sub (a b : rational) : rational := add a (opp b).
Definition mul (a b : rational) : rational :=
  Rational (numerator a * numerator b) (scale a + scale b) (denominator a * denominator b).
Definition square (a : rational) : rational := mul a a.
(** a / n *)
Definition over (a : rational) (n : positive) : rational := Rational (numerator a) (scale a) (denominator a * n).
(** 1 / a, for a > 0 *)
Definition inverse (a : rational) : rational :=
  Rational (Zpos (denominator a)) (- scale a) (Z.to_pos (numerator a)).

Definition leb (a b : rational) : bool := (0 <=? numerator (sub b a))%Z.
Definition ltb (a b : rational) : bool := negb (leb b a).

Definition sum (l : list rational) : rational := fold_left add l zero.
Fixpoint map2 {A B C} (f : A -> B -> C) (l : list A) (r : list B) : list C :=
  match l, r with a :: l', b :: r' => f a b :: map2 f l' r' | _, _ => [] end.

(** ** They are those of the reals *)

Lemma den_pos a : 0 < IZR (Zpos (denominator a)).
Proof. apply IZR_lt; lia. Qed.
Local Hint Resolve den_pos : core.

Lemma value_dyadic n e : value (dyadic n e) = IZR n * bpow radix2 e.
Proof. unfold value; simpl. field. Qed.
Lemma value_integer n : value (integer n) = IZR n.
Proof. unfold integer. rewrite value_dyadic. simpl. ring. Qed.
Lemma value_zero : value zero = 0. Proof. apply value_integer. Qed.
Lemma value_one : value one = 1. Proof. apply value_integer. Qed.

Lemma numerator_at_spec e a : (e <= scale a)%Z ->
  IZR (numerator_at e a) * bpow radix2 e = IZR (numerator a) * bpow radix2 (scale a).
Proof.
  intros H. unfold numerator_at. rewrite Z.shiftl_mul_pow2, mult_IZR by lia.
  rewrite (IZR_Zpower radix2) by lia. rewrite Rmult_assoc, <- bpow_plus. do 2 f_equal. ring.
Qed.

Lemma value_add a b : value (add a b) = value a + value b.
Proof.
  pose proof (den_pos a). pose proof (den_pos b). unfold add, value.
  set (e := Z.min (scale a) (scale b)).
  rewrite <- (numerator_at_spec e a), <- (numerator_at_spec e b) by (unfold e; lia).
  destruct (Z.eqb_spec (Zpos (denominator a)) (Zpos (denominator b))) as [E|_]; simpl.
  - rewrite <- E, plus_IZR. field. lra.
  - rewrite Pos2Z.inj_mul, plus_IZR, !mult_IZR. field. lra.
Qed.

Lemma value_opp a : value (opp a) = - value a.
Proof. unfold value, opp; simpl. rewrite opp_IZR. pose proof (den_pos a). field. lra. Qed.
Lemma value_sub a b : value (sub a b) = value a - value b.
Proof. unfold sub. rewrite value_add, value_opp. ring. Qed.
Lemma value_mul a b : value (mul a b) = value a * value b.
Proof.
  unfold value, mul; simpl. rewrite Pos2Z.inj_mul, !mult_IZR, bpow_plus.
  pose proof (den_pos a). pose proof (den_pos b). field. lra.
Qed.
Lemma value_square a : value (square a) = value a ^ 2.
Proof. unfold square. rewrite value_mul. ring. Qed.
Lemma value_over a n : value (over a n) = value a / IZR (Zpos n).
Proof.
  unfold value, over; simpl. rewrite Pos2Z.inj_mul, mult_IZR.
  pose proof (den_pos a). assert (0 < IZR (Zpos n)) by (apply IZR_lt; lia). field. lra.
Qed.

Lemma value_sign a : (0 <= value a <-> (0 <= numerator a)%Z) /\ (0 < value a <-> (0 < numerator a)%Z).
Proof.
  unfold value, Rdiv. rewrite Rmult_assoc.
  assert (0 < bpow radix2 (scale a) * / IZR (Zpos (denominator a)))
    by (apply Rmult_lt_0_compat; [apply bpow_gt_0|apply Rinv_0_lt_compat; auto]).
  split; split; intros K; try (apply IZR_le in K); try (apply IZR_lt in K); try apply le_IZR; try apply lt_IZR; nra.
Qed.

Lemma value_inverse a : 0 < value a -> value (inverse a) = / value a.
Proof.
  intros H. pose proof (proj1 (proj2 (value_sign a)) H) as P. unfold value, inverse; simpl.
  rewrite Z2Pos.id, bpow_opp by auto. apply IZR_lt in P.
  pose proof (den_pos a). pose proof (bpow_gt_0 radix2 (scale a)). field. lra.
Qed.

Lemma leb_spec a b : leb a b = true <-> value a <= value b.
Proof. unfold leb. rewrite Z.leb_le, <- (proj1 (value_sign _)), value_sub. split; lra. Qed.
Lemma ltb_spec a b : ltb a b = true <-> value a < value b.
Proof.
  unfold ltb. rewrite Bool.negb_true_iff. pose proof (leb_spec b a) as H.
  destruct (leb b a); split; intros K; try discriminate; try reflexivity.
  - assert (value b <= value a) by now apply H. lra.
  - apply Rnot_le_lt. intros C. apply H in C. discriminate.
Qed.

(** ** Sums over lists *)

(** a list as the function of its first places *)
Definition at_ (l : list rational) (i : nat) : R := value (nth i l zero).

Lemma rsum_S_l n f : rsum (S n) f = f 0%nat + rsum n (fun i => f (S i)).
Proof. change (S n) with (1 + n)%nat. rewrite rsum_app. simpl. ring. Qed.

Lemma value_fold l : forall a, value (fold_left add l a) = value a + rsum (length l) (at_ l).
Proof.
  induction l as [|b l IH]; intros a; simpl fold_left; [simpl; ring|].
  cbn [length]. rewrite rsum_S_l, IH, value_add. unfold at_. simpl nth. ring.
Qed.

Lemma value_sum l : value (sum l) = rsum (length l) (at_ l).
Proof. unfold sum. rewrite value_fold, value_zero. ring. Qed.

Lemma nth_map {A B} (f : A -> B) l a b i : (i < length l)%nat -> nth i (map f l) b = f (nth i l a).
Proof. intros H. rewrite nth_indep with (d' := f a) by now rewrite map_length. apply map_nth. Qed.

Lemma length_map2 {A B C} (f : A -> B -> C) l : forall r, length l = length r -> length (map2 f l r) = length l.
Proof. induction l; intros [|b r] H; simpl in *; try discriminate; auto. Qed.

Lemma nth_map2 {A B C} (f : A -> B -> C) l : forall r a b c i, length l = length r -> (i < length l)%nat ->
  nth i (map2 f l r) c = f (nth i l a) (nth i r b).
Proof.
  induction l; intros [|y r] x b c i H Hi; simpl in *; try discriminate; try lia.
  destruct i; [reflexivity|]. apply IHl; lia.
Qed.

Lemma value_sum_map {A} (f : A -> rational) l a :
  value (sum (map f l)) = rsum (length l) (fun i => value (f (nth i l a))).
Proof.
  rewrite value_sum, map_length. apply rsum_ext. intros i Hi. unfold at_. now rewrite (nth_map f l a).
Qed.

Lemma value_sum_map2 {A B} (f : A -> B -> rational) l r a b : length l = length r ->
  value (sum (map2 f l r)) = rsum (length l) (fun i => value (f (nth i l a) (nth i r b))).
Proof.
  intros H. rewrite value_sum, length_map2 by auto. apply rsum_ext. intros i Hi.
  unfold at_. now rewrite (nth_map2 f l r a b).
Qed.
