(** Exact results p + q/√v with rational p, q and v > 0, and their comparison with rationals, decided by signs and
    squares. Main results: at_most_spec, less_spec. *)
From Coq Require Import Reals Lra ZArith Bool.
From BN Require Import Rational.
Local Open Scope R_scope.

Record exact := Exact { rational_part : rational; root_part : rational; radicand : rational }.

Definition real (z : exact) : R := value (rational_part z) + value (root_part z) / sqrt (value (radicand z)).
Definition proper (z : exact) : Prop := 0 < value (radicand z).

Definition of_rational (p : rational) : exact := Exact p zero one.
Definition negate (z : exact) : exact := Exact (opp (rational_part z)) (opp (root_part z)) (radicand z).

(** a <= b/√v *)
Definition root_leb (a b v : rational) : bool :=
  if leb zero b then if leb a zero then true else leb (mul (square a) v) (square b)
  else if leb a zero then leb (square b) (mul (square a) v) else false.

(** t <= z, t < z *)
Definition at_most (t : rational) (z : exact) : bool := root_leb (sub t (rational_part z)) (root_part z) (radicand z).
Definition less (t : rational) (z : exact) : bool := negb (at_most (opp t) (negate z)).

Lemma root_leb_spec a b v : 0 < value v ->
  (root_leb a b v = true <-> value a <= value b / sqrt (value v)).
Proof.
  intros Hv. pose proof (sqrt_lt_R0 _ Hv) as Hs. pose proof (sqrt_sqrt (value v) ltac:(lra)) as Hq.
  set (s := sqrt (value v)) in *. set (x := value a). set (y := value b).
  assert (E : x <= y / s <-> x * s <= y).
  { split; intros H.
    - apply (Rmult_le_compat_r s) in H; [|lra]. unfold Rdiv in H. rewrite Rmult_assoc, Rinv_l in H; lra.
    - apply (Rmult_le_reg_r s); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l; lra. }
  rewrite E. unfold root_leb.
  assert (Z : forall c, leb c zero = true <-> value c <= 0) by (intros c; rewrite leb_spec, value_zero; reflexivity).
  assert (P : leb zero b = true <-> 0 <= y) by (rewrite leb_spec, value_zero; reflexivity).
  assert (SA : value (mul (square a) v) = (x * s) * (x * s)) by (rewrite value_mul, value_square, <- Hq; fold x; ring).
  assert (SB : value (square b) = y * y) by (rewrite value_square; fold y; ring).
  destruct (leb zero b) eqn:B; [apply proj1 in P; specialize (P eq_refl)|].
  - destruct (leb a zero) eqn:A.
    + apply Z in A. fold x in A. split; [nra|reflexivity].
    + assert (0 < x) by (apply Rnot_le_lt; intros C; apply Z in C; congruence).
      rewrite leb_spec, SA, SB. split; intros H1.
      * apply Rsqr_incr_0_var; [exact H1|exact P].
      * apply Rmult_le_compat; nra.
  - assert (y < 0) by (apply Rnot_le_lt; intros C; apply P in C; congruence).
    destruct (leb a zero) eqn:A.
    + apply Z in A. fold x in A. rewrite leb_spec, SA, SB. split; intros H1.
      * apply Ropp_le_cancel. apply Rsqr_incr_0_var; [unfold Rsqr; lra|nra].
      * nra.
    + assert (0 < x) by (apply Rnot_le_lt; intros C; apply Z in C; congruence).
      split; [discriminate|nra].
Qed.

Lemma real_negate z : real (negate z) = - real z.
Proof. unfold real, negate; simpl. rewrite !value_opp. unfold Rdiv. ring. Qed.
Lemma proper_negate z : proper z -> proper (negate z).
Proof. auto. Qed.

Lemma real_of_rational p : real (of_rational p) = value p.
Proof. unfold real, of_rational; simpl. rewrite value_zero, value_one, sqrt_1. field. Qed.
Lemma proper_of_rational p : proper (of_rational p).
Proof. unfold proper, of_rational; simpl. rewrite value_one. lra. Qed.

Lemma at_most_spec t z : proper z -> (at_most t z = true <-> value t <= real z).
Proof.
  intros H. unfold at_most. rewrite root_leb_spec, value_sub by exact H. unfold real. split; lra.
Qed.

Lemma less_spec t z : proper z -> (less t z = true <-> value t < real z).
Proof.
  intros H. unfold less. rewrite negb_true_iff.
  pose proof (at_most_spec (opp t) (negate z) (proper_negate z H)) as S. rewrite value_opp, real_negate in S.
  destruct (at_most (opp t) (negate z)); split; intros K; try discriminate; try reflexivity.
  - assert (- value t <= - real z) by now apply S. lra.
  - apply Rnot_le_lt. intros C. assert (false = true) by (apply S; lra). discriminate.
Qed.
