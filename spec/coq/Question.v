(** What is asked, and what the answer is: tensors of floating-point numbers, operations, and for each value of each
    output the real number of the specification that it stands for.

    This file has definitions only; [meaning] is the statement that the checker is proved against. A channel's values
    lie where Layout.v says. Inputs are floating-point numbers, read as real numbers; what is not finite reads as 0, and
    the checker never accepts an answer that depends on such a value, except by an infinite running variance, where
    1/√(running variance + epsilon) is 0. *)
From Coq Require Import Reals List ZArith.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Sums BN Layout.
Import ListNotations.
Local Open Scope R_scope.

(** ** Questions *)

(** a tensor in row-major order *)
Definition tensor := nat -> full_float.
Definition real_of (b : full_float) : R := FF2R radix2 b.

Module In.
  Inductive slot := X | DY | DDX | X_DOT | WEIGHT | Z | GAMMA | BETA | RUNNING_MEAN | RUNNING_VARIANCE
    | DMEAN | DVARIANCE | DDGAMMA | DDBETA | GAMMA_DOT | BETA_DOT | BIAS.
End In.
Module Out.
  Inductive slot := Y | MEAN | VARIANCE | INVERSE_STD | RUNNING_MEAN | RUNNING_VARIANCE | DX | DGAMMA | DBETA | DZ
    | GRAD_X | GRAD_GAMMA | GRAD_DY | Y_DOT | MEAN_DOT | VARIANCE_DOT | WEIGHT | BIAS.
End Out.

(** Synchronised training is training, BN-23. *)
Inductive operation := TrainingForward | InferenceForward | TrainingBackward | InferenceBackward | DoubleBackward
  | Tangent | Fold | PopulationStatistics.
Inductive activation := NoActivation | Relu | AddRelu.

Record question := Question {
  op : operation;
  (** axis of samples P, of channels C, of positions S; a layer may have groups of them *)
  groups : nat; samples : nat; channels : nat; positions : nat;
  given : In.slot -> option tensor;
  epsilon : full_float;
  (** the weight of a batch in running statistics, or 1/k for the k-th batch *)
  momentum : full_float; batch_index : option positive; variance_convention : convention;
  (** BN-9: how many values of a channel each batch has; batches follow each other *)
  batch_sizes : list nat;
  activated : activation }.

Definition has (q : question) (s : In.slot) : bool := match given q s with Some _ => true | None => false end.

Definition float_zero : full_float := F754_zero false.
Definition float_one : full_float := F754_finite false 1 0.
Definition default (s : In.slot) : full_float := match s with In.GAMMA => float_one | _ => float_zero end.

(** the number of values in a channel *)
Definition count (q : question) : nat := (samples q * positions q)%nat.

(** the value of a slot for channel c, and value i of a slot in channel c *)
Definition one_of (q : question) (c : nat) (s : In.slot) : full_float :=
  match given q s with Some t => t c | None => default s end.
Definition place (q : question) (c i : nat) : nat := index (samples q) (channels q) (positions q) c i.
Definition all_of (q : question) (c : nat) (s : In.slot) (i : nat) : full_float :=
  match given q s with Some t => if (i <? count q)%nat then t (place q c i) else float_zero | None => float_zero end.

(** ** Answers *)

Definition is_infinite (b : full_float) : bool := match b with F754_infinity false => true | _ => false end.

(** BN-24: max(0, s). BN-25: what it lets pass of a gradient *)
Definition relu (s : R) : R := Rmax 0 s.
Definition relu_gradient (s g : nat -> R) (i : nat) : R := if Rlt_bool 0 (s i) then g i else 0.

Section Channel.
Variables (q : question) (c : nat).
Let m := count q.
Let one s := real_of (one_of q c s).
Let all s i := real_of (all_of q c s i).
Let x := all In.X.
Let dy := all In.DY.
Let ddx := all In.DDX.
Let x_dot := all In.X_DOT.
Let gamma := one In.GAMMA.
Let beta := one In.BETA.
Let eps := real_of (epsilon q).
Let rm := one In.RUNNING_MEAN.
Let rv := one In.RUNNING_VARIANCE.
Let flat := is_infinite (one_of q c In.RUNNING_VARIANCE).

(** the reciprocal root of training and of inference; the latter is 0 where the running variance is infinite *)
Definition training_r : R := BN.inverse_std eps (var m x).
Definition inference_r : R := if flat then 0 else BN.inverse_std eps rv.

(** y_i before an activation *)
Definition training_output (i : nat) : R := bn m eps gamma beta x i.
Definition inference_output (i : nat) : R := if flat then beta else output eps gamma beta rm rv x i.

Definition added (s : nat -> R) (i : nat) : R := match activated q with AddRelu => s i + all In.Z i | _ => s i end.
Definition after (s : nat -> R) (i : nat) : R := match activated q with NoActivation => s i | _ => relu (added s i) end.
Definition before (s : nat -> R) : nat -> R :=
  match activated q with NoActivation => dy | _ => relu_gradient (added s) dy end.
Let g := before training_output.
Let inference_g := before inference_output.

Definition batch_weight : R := match batch_index q with Some k => cumulative_weight (Pos.to_nat k) | None => real_of (momentum q) end.

(** batch b of those stacked in a channel: its size and its values *)
Definition batch_size (b : nat) : nat := nth b (batch_sizes q) 0%nat.
Definition batch_start (b : nat) : nat := list_sum (firstn b (batch_sizes q)).
Definition batch (b i : nat) : R := x (batch_start b + i)%nat.

(** value i of an output in channel c; outputs with one value a channel have i = 0 *)
Definition meaning (o : Out.slot) (i : nat) : R :=
  match op q, o with
  | TrainingForward, Out.Y => after training_output i
  | TrainingForward, Out.MEAN => BN.mean m x
  | TrainingForward, Out.VARIANCE => var m x
  | TrainingForward, Out.INVERSE_STD => training_r
  | TrainingForward, Out.RUNNING_MEAN => if (m =? 0)%nat then rm else update batch_weight rm (BN.mean m x)
  | TrainingForward, Out.RUNNING_VARIANCE =>
      if (m =? 0)%nat then rv else BN.running_variance (variance_convention q) m batch_weight rv (var m x)
  | InferenceForward, Out.Y => after inference_output i
  | TrainingBackward, Out.DX => dx_all m eps gamma (one In.DMEAN) (one In.DVARIANCE) x g i
  | TrainingBackward, Out.DGAMMA => BN.dgamma m eps x g
  | TrainingBackward, Out.DBETA => BN.dbeta m g
  | TrainingBackward, Out.DZ => g i
  | InferenceBackward, Out.DX => gamma * inference_r * inference_g i
  | InferenceBackward, Out.DGAMMA => rsum m (fun k => inference_g k * ((x k - rm) * inference_r))
  | InferenceBackward, Out.DBETA => BN.dbeta m inference_g
  | InferenceBackward, Out.DZ => inference_g i
  | DoubleBackward, Out.GRAD_X =>
      if has q In.RUNNING_MEAN then inference_second_x inference_r (one In.DDGAMMA) dy i
      else second_x m (BN.mean m x) training_r gamma (one In.DDGAMMA) x dy ddx i
  | DoubleBackward, Out.GRAD_GAMMA =>
      if has q In.RUNNING_MEAN then inference_second_gamma m inference_r dy ddx
      else second_gamma m (BN.mean m x) training_r x dy ddx
  | DoubleBackward, Out.GRAD_DY =>
      if has q In.RUNNING_MEAN then inference_second_dy rm inference_r gamma (one In.DDGAMMA) (one In.DDBETA) x ddx i
      else second_dy m (BN.mean m x) training_r gamma (one In.DDGAMMA) (one In.DDBETA) x ddx i
  | Tangent, Out.Y_DOT => BN.y_dot m eps gamma (one In.GAMMA_DOT) (one In.BETA_DOT) x x_dot i
  | Tangent, Out.MEAN_DOT => BN.mean_dot m x_dot
  | Tangent, Out.VARIANCE_DOT => var_dot m x x_dot
  | Fold, Out.WEIGHT => folded_weight (folded_scale gamma inference_r) (all In.WEIGHT) i
  | Fold, Out.BIAS => folded_bias (folded_scale gamma inference_r) (one In.BIAS) rm beta
  | PopulationStatistics, Out.RUNNING_MEAN => population_mean (length (batch_sizes q)) batch_size batch
  | PopulationStatistics, Out.RUNNING_VARIANCE => population_variance (length (batch_sizes q)) batch_size batch
  | _, _ => 0
  end.
End Channel.

(** Whether an output has a value for each element of a channel, or one. *)
Definition is_data (o : Out.slot) : bool :=
  match o with
  | Out.Y | Out.DX | Out.DZ | Out.GRAD_X | Out.GRAD_DY | Out.Y_DOT | Out.WEIGHT => true
  | _ => false
  end.
Definition values (q : question) (o : Out.slot) : nat := if is_data o then count q else 1.
Definition place_in (q : question) (o : Out.slot) (c i : nat) : nat := if is_data o then place q c i else c.
