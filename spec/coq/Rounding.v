(** Correct rounding, decided: to nearest, ties to even, with subnormals and overflow, in any binary format.

    A format is given by its precision and by emax: values are below 2^emax, as in Flocq. [correctly_rounded] says what
    is right, [rounds] decides it; RoundingCorrect.v proves that the one is the other. *)
From Coq Require Import Reals ZArith Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Rational Exact.
Local Open Scope R_scope.

(** ** What is right *)

Record format := Format { precision : Z; emax : Z }.

(** the exponent of the smallest positive value *)
Definition emin (f : format) : Z := (3 - emax f - precision f)%Z.
Definition nearest (f : format) (y : R) : R := round radix2 (FLT_exp (emin f) (precision f)) ZnearestE y.

(** b is y rounded once. An exact zero is +0; a number that rounds to zero keeps its sign; what rounds to 2^emax or
    beyond is infinite. *)
Definition correctly_rounded (f : format) (y : R) (b : full_float) : Prop :=
  let r := nearest f y in
  if Rlt_bool (Rabs r) (bpow radix2 (emax f))
  then is_finite_FF b = true /\ FF2R radix2 b = r /\ (r = 0 -> sign_FF b = Rlt_bool y 0)
  else b = F754_infinity (Rlt_bool y 0).

(** ** The decision *)

(** n with n 2^c = m 2^e *)
Definition significand (c m e : Z) : option Z :=
  if (c <=? e)%Z then Some (Z.shiftl m (e - c))
  else let n := Z.shiftr m (c - e) in if (Z.shiftl n (c - e) =? m)%Z then Some n else None.

Section Format.
Variable f : format.
Notation prec := (precision f).

(** Whether z is in the cell of n 2^c, between the midpoints to its neighbours; the even one of two neighbours has
    their midpoint. Below a power of two the neighbour is half as far. *)
Definition in_cell (z : exact) (n c : Z) : bool :=
  let low := if ((n =? 2 ^ (prec - 1)) && (emin f <? c))%Z then dyadic (4 * n - 1) (c - 2) else dyadic (2 * n - 1) (c - 1) in
  let high := dyadic (2 * n + 1) (c - 1) in
  if Z.even n then at_most low z && at_most (opp high) (negate z)
  else less low z && less (opp high) (negate z).

(** whether z > 0 rounds to m 2^e *)
Definition rounds_to (z : exact) (m e : Z) : bool :=
  let top := (Z.log2 m + 1 + e)%Z in
  let c := Z.max (top - prec) (emin f) in
  (top <=? emax f)%Z && match significand c m e with Some n => in_cell z n c | None => false end.

Definition rounds_to_zero (z : exact) : bool := at_most (opp (dyadic 1 (emin f - 1))) (negate z).
Definition overflows (z : exact) : bool := at_most (dyadic (2 ^ (prec + 1) - 1) (emax f - prec - 1)) z.
Definition is_negative (z : exact) : bool := less zero (negate z).

Definition rounds (z : exact) (b : full_float) : bool :=
  let s := is_negative z in
  let a := if s then negate z else z in
  match b with
  | F754_zero t => eqb s t && rounds_to_zero a
  | F754_infinity t => eqb s t && overflows a
  | F754_nan _ _ => false
  | F754_finite t m e => eqb s t && rounds_to a (Zpos m) e
  end.
End Format.
