(** Published bounds against the proved ones.

    A run computes an output in one format and stores it in the output's. [errors] bounds how far what a run computes lies
    from the exact value; [judge_bound] adds what storing it and rounding the published value cost, and compares. *)
From Coq Require Import ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Formulas Question Rational Rounding Channel Results Upper Bounds.
Import ListNotations.
Local Open Scope Z_scope.

(** ** One value *)

(** whether a format holds all values of another *)
Definition is_wider (fo fc : format) : bool := (precision fc <=? precision fo) && (emax fc <=? emax fo).

(** half the distance of g from the next value of its format, which is how far it may lie from what it rounds *)
Definition half_ulp (fo : format) (g : full_float) : rational :=
  match g with
  | F754_finite _ m e => dyadic 1 (Z.max (Z.log2 (Zpos m) + 1 + e - precision fo) (emin fo) - 1)
  | _ => dyadic 1 (emin fo - 1)
  end.

(** what storing a number of at most this magnitude costs *)
Definition storage_of (fo : format) (reach : rational) : option rational :=
  let? (n, e) := as_dyadic (shorten reach);
  let k := Z.log2 n + e + (if Z.shiftl 1 (Z.log2 n) =? n then 0 else 1) in
  check (0 <? n); Some (dyadic 1 (Z.max (k - precision fo) (emin fo) - 1)).

(** a, rounded down to a multiple of 2^c *)
Definition floor_at (c : Z) (a : rational) : rational :=
  let s := scale a - c in
  dyadic (if 0 <=? s then Z.shiftl (numerator a) s / Zpos (denominator a) else numerator a / Z.shiftl (Zpos (denominator a)) (- s)) c.

(** the most that the magnitude of the exact value is, if g is that value rounded *)
Definition most_of (fo : format) (g a : rational) : rational := shorten (add (absolute_value g) a).

(** TooSmall: a proved bound is larger. Unproved: there is none. Unbounded: infinite, or the value is special. *)
Inductive bound_verdict := Proved | TooSmall | Unproved | Unbounded.

Definition judge_bound (fc fo : format) (error : rational -> option rational) (g b : full_float) : bound_verdict :=
  match finite g, finite b with
  | Some g', Some b' =>
      let h := half_ulp fo g in
      let most := most_of fo g' h in
      match error most with
      | None => Unproved
      | Some e =>
          let reach := add most e in
          if negb (leb reach (largest fo)) then Unproved
          else if is_zero e && negb (is_wider fo fc) then (if leb zero b' then Proved else TooSmall)
          else match (if is_wider fo fc then Some zero else storage_of fo reach) with
          | None => Unproved
          | Some stored => if leb (floor_at (emin fo) (add (add e stored) h)) b' then Proved else TooSmall
          end
      end
  | _, _ => Unbounded
  end.

(** ** The outputs of a channel *)

Section Channel.
Variables (q : question) (fc : format) (c : nat).

(** the statistics that a run computes from its batch or is given, and 1/√v *)
Definition statistics_bound_of : option statistics_bound :=
  match op q with
  | TrainingForward | TrainingBackward =>
      match all_finite q c In.X with Some (a :: t) => training_bound fc (a :: t) | _ => None end
  | InferenceForward | InferenceBackward =>
      let? mean := scalar q c In.RUNNING_MEAN; let? v := scalar q c In.RUNNING_VARIANCE; inference_bound fc mean v
  | _ => None
  end.
Definition variance_given : option rational :=
  match op q with
  | TrainingForward | TrainingBackward =>
      match all_finite q c In.X with Some (a :: t) => Some (variance_of (a :: t)) | _ => None end
  | _ => scalar q c In.RUNNING_VARIANCE
  end.
Definition channel_root : option root_bound :=
  let? s := statistics_bound_of; let? v := variance_given; let? eps := finite (epsilon q); root_bound_of fc v eps s.

(** x_i - mean *)
Definition deviations_given : option (list rational) :=
  let? l := all_finite q c In.X;
  match op q with
  | TrainingForward | TrainingBackward => Some (deviations l)
  | _ => let? mean := scalar q c In.RUNNING_MEAN; Some (deviations_from mean l)
  end.

Definition one_error (e : option rational) : list (rational -> option rational) := [fun _ => e].

Definition variance_error : option rational :=
  let? s := statistics_bound_of; let? v := variance_given;
  Some (shorten (larger (sub v (least s)) (sub (most s) v))).

Definition output_errors : list (rational -> option rational) :=
  match statistics_bound_of, channel_root, deviations_given, scalar q c In.GAMMA, scalar q c In.BETA with
  | Some s, Some r, Some d, Some gamma, Some beta => map (output_error_of fc gamma beta s r) d
  | _, _, _, _, _ => []
  end.

Definition inference_dx_errors : list (rational -> option rational) :=
  match channel_root, scalar q c In.GAMMA, all_finite q c In.DY with
  | Some r, Some gamma, Some dy => map (fun g _ => inference_dx_error_of fc gamma r g) dy
  | _, _, _ => []
  end.

Definition dbeta_error : option rational :=
  match all_finite q c In.DY with Some (a :: t) => dbeta_error_of fc (a :: t) | _ => None end.

Definition dgamma_error : option rational :=
  let? s := statistics_bound_of; let? r := channel_root; let? d := deviations_given; let? dy := all_finite q c In.DY;
  dgamma_error_of fc dy d s r.

Definition training_dx_errors : list (rational -> option rational) :=
  match statistics_bound_of, channel_root, variance_given, finite (epsilon q), deviations_given,
    scalar q c In.GAMMA, scalar q c In.DMEAN, scalar q c In.DVARIANCE, all_finite q c In.DY with
  | Some s, Some r, Some v, Some eps, Some d, Some gamma, Some dmean, Some dvariance, Some dy =>
      match dx_errors_of fc gamma dmean dvariance (add v eps) dy d s r with
      | Some error => map2 (fun g d _ => error g d) dy d
      | None => []
      end
  | _, _, _, _, _, _, _, _, _ => []
  end.

Definition errors (o : Out.slot) : list (rational -> option rational) :=
  match activated q, op q, o with
  | NoActivation, TrainingForward, Out.MEAN => one_error (option_map em statistics_bound_of)
  | NoActivation, TrainingForward, Out.VARIANCE => one_error variance_error
  | NoActivation, TrainingForward, Out.INVERSE_STD => one_error (option_map er channel_root)
  | NoActivation, TrainingForward, Out.Y | NoActivation, InferenceForward, Out.Y => output_errors
  | NoActivation, TrainingBackward, Out.DX => training_dx_errors
  | NoActivation, InferenceBackward, Out.DX => inference_dx_errors
  | NoActivation, TrainingBackward, Out.DBETA | NoActivation, InferenceBackward, Out.DBETA => one_error dbeta_error
  | NoActivation, TrainingBackward, Out.DGAMMA | NoActivation, InferenceBackward, Out.DGAMMA => one_error dgamma_error
  | _, _, _ => []
  end.
End Channel.

(** ** A tensor of bounds *)

Section Check.
Variables (q : question) (fc fo : format) (o : Out.slot) (published bounds : tensor).

Fixpoint judge_bounds_from (c i n : nat) (es : list (rational -> option rational)) : list bound_verdict :=
  match n with
  | O => []
  | S n =>
      let (e, rest) := match es with e :: rest => (e, rest) | [] => (fun _ => None, []) end in
      let p := place_in q o c i in
      judge_bound fc fo e (published p) (bounds p) :: judge_bounds_from c (S i) n rest
  end.

Definition check_bounds : list (list bound_verdict) :=
  map (fun c => judge_bounds_from c 0 (values q o) (errors q fc c o)) (seq 0 (groups q * channels q)).
End Check.
