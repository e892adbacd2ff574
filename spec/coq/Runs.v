(** What a run of the two-pass algorithm may give for a question. Definitions only; the statement that published bounds are
    proved against. *)
From Coq Require Import Reals.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import BN Question Rational Rounding Arithmetic Summation TwoPass Bounds Published.
Local Open Scope R_scope.

Section Run.
Variables (q : question) (fc : format) (c : nat).
(** the orders of summation that are looked at *)
Variable tree : order -> Prop.
Notation prec := (precision fc).
Notation e0 := (emin fc).
Notation omega := (value (largest fc)).
Let m := count q.
Let one s := real_of (one_of q c s).
Let all s i := real_of (all_of q c s i).

(** The statistics of a run: computed from the batch in training, in inference those that are given, converted. *)
Definition run_statistics (mu v : R) : Prop :=
  match op q with
  | TrainingForward | TrainingBackward =>
      computes_mean prec e0 omega tree m (all In.X) mu /\ computes_variance prec e0 omega tree m (all In.X) mu v
  | _ => Arithmetic.rounds prec e0 omega (one In.RUNNING_MEAN) mu /\ Arithmetic.rounds prec e0 omega (one In.RUNNING_VARIANCE) v
  end.
Definition run (mu v r : R) : Prop :=
  run_statistics mu v /\ computes_inverse_std prec e0 omega (real_of (epsilon q)) v r.

(** what a run may compute as value i of an output, before it is stored *)
Definition may_compute (o : Out.slot) (i : nat) (w : R) : Prop :=
  match op q, o with
  | TrainingForward, Out.MEAN => exists v, run_statistics w v
  | TrainingForward, Out.VARIANCE => exists mu, run_statistics mu w
  | TrainingForward, Out.INVERSE_STD => exists mu v, run mu v w
  | TrainingForward, Out.Y | InferenceForward, Out.Y =>
      exists mu v r, run mu v r /\ computes_output prec e0 omega (all In.X i) mu r (one In.GAMMA) (one In.BETA) w
  | TrainingBackward, Out.DX =>
      exists mu v r, run mu v r /\ computes_dx_all prec e0 omega tree m (all In.X) (all In.DY) mu r (one In.GAMMA) (one In.DMEAN)
        (one In.DVARIANCE) i w
  | InferenceBackward, Out.DX =>
      exists mu v r, run mu v r /\ computes_inference_dx prec e0 omega (all In.DY i) r (one In.GAMMA) w
  | TrainingBackward, Out.DGAMMA | InferenceBackward, Out.DGAMMA =>
      exists mu v r, run mu v r /\ computes_dgamma prec e0 omega tree m (all In.X) (all In.DY) mu r w
  | TrainingBackward, Out.DBETA | InferenceBackward, Out.DBETA => sums prec e0 omega tree m (all In.DY) w
  | _, _ => True
  end.
End Run.

(** A number is stored as a value of the output's format: itself where that is at least as wide, or rounded. *)
Definition stores (fc fo : format) (w s : R) : Prop :=
  held (precision fo) (emin fo) s /\ if is_wider fo fc then s = w else Rabs w <= value (largest fo) -> s = nearest fo w.
