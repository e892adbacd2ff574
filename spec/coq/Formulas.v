(** The formulas of the bounds, over any numbers that can be added and multiplied.

    Over the real numbers they are what Mean.v, Variance.v and Outputs.v prove; over numbers that round up they are what
    the checker evaluates.
    Every argument is at least 0, and every formula grows with every argument: so what is rounded up stays a bound.

    u and h are the model's: u the relative error of an operation, h = eta/2 what a product may lose by underflow. g is the
    relative error of a sum, G K - 1, or of a quotient by m; w is 1/m. *)

From Coq Require Import Reals.

Class numbers (T : Type) := Numbers { add : T -> T -> T; mul : T -> T -> T }.
#[global] Instance reals : numbers R := Numbers R Rplus Rmult.

Declare Scope numbers_scope.
Infix "+" := add : numbers_scope.
Infix "*" := mul : numbers_scope.
Local Open Scope numbers_scope.

Section Formulas.
Context {T : Type} {N : numbers T}.

(** a result that errs by e, of magnitude z, after an operation with relative error g *)
Definition after (g z e : T) : T := e + g * (z + e).

(** a sum's error: a is Σ|t_i|, e what the terms err together *)
Definition sum_error (g a e : T) : T := after g a e.

(** a quotient by the count: z and e are the magnitude and the error of what is divided *)
Definition quotient_error (w g h z e : T) : T := after g z e * w + h.

(** ** BN-1: gs of the sum, g and h of the quotient, a = Σ|x_i|, s = |Σ x_i| *)
Definition mean_error (w gs g h a s : T) : T := quotient_error w g h s (gs * a).

(** ** BN-2: v the variance, a = Σ|x_i - mean|/m, em the mean's error *)

(** What the two forms err beside δ²: c1 of a sum of squares of differences, cd of a sum of differences, c3 of an
    operation and a quotient; t what underflows. *)
Definition correction (cd c3 a em : T) : T :=
  let theta := cd * (a + em) in theta * (em + em + theta) + c3 * ((em + theta) * (em + theta)).
Definition variance_below (c1 cd c3 t h v a em : T) : T :=
  after c3 v (c1 * (v + em * em) + correction cd c3 a em + t) + h.
Definition variance_above (c1 cd c3 t h v a em : T) : T :=
  variance_below c1 cd c3 t h v a em + (em * em + c3 * (em * em)).

(** ** Products *)

(** of two factors: a errs by ea, d by ed *)
Definition pair_error (u h a ea d ed : T) : T := a * ed + ea * (d + ed) + u * ((a + ea) * (d + ed)) + h.

(** ** Products of three factors *)

(** x_i - mean: d its magnitude, em the mean's error, v the relative error of the subtraction *)
Definition deviation_error (v d em : T) : T := after v d em.

(** |a d r|, errors included: a errs by ea, d by ed and r by er *)
Definition product_size (a ea d ed r er : T) : T := (a + ea) * (d + ed) * (r + er).
(** v is the relative error of both products; z is at least a + ea, d + ed and r + er. *)
Definition product_error (u v h z a ea d ed r er : T) : T :=
  a * (d * er + ed * (r + er)) + ea * (d + ed) * (r + er) + v * product_size a ea d ed r er + (h + (z + u * z) * h).

(** ** BN-5: p the error of gamma x̂, eb of beta; vb of the addition, y the magnitude of the result *)
Definition output_error (vb y p eb : T) : T := after vb y (p + eb).
End Formulas.
