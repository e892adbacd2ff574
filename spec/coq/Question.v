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
  Inductive slot := x | dy | ddx | x_dot | weight | z | gamma | beta | running_mean | running_variance
    | dmean | dvariance | ddgamma | ddbeta | gamma_dot | beta_dot | bias.
End In.
Module Out.
  Inductive slot := y | mean | variance | inverse_std | running_mean | running_variance | dx | dgamma | dbeta | dz
    | grad_x | grad_gamma | grad_dy | y_dot | mean_dot | variance_dot | weight | bias.
End Out.

(** Synchronised training is training, BN-23. *)
Inductive operation := TrainingForward | InferenceForward | TrainingBackward | InferenceBackward | DoubleBackward
  | Tangent | Fold | Population.
Inductive activation := NoActivation | Relu | AddRelu.

Record question := Question {
  op : operation;
  (** axis of samples P, of channels C, of positions S; a layer may have groups of them *)
  groups : nat; samples : nat; channels : nat; positions : nat;
  given : In.slot -> option tensor;
  epsilon : full_float;
  (** the weight of a batch in running statistics, or 1/k for the k-th batch *)
  momentum : full_float; batch_index : option positive; variance_convention : convention;
  (** BN-9: samples of each batch *)
  batch_sizes : list nat;
  activated : activation }.

Definition has (q : question) (s : In.slot) : bool := match given q s with Some _ => true | None => false end.

Definition float_zero : full_float := F754_zero false.
Definition float_one : full_float := F754_finite false 1 0.
Definition default (s : In.slot) : full_float := match s with In.gamma => float_one | _ => float_zero end.

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
Let x := all In.x.
Let dy := all In.dy.
Let ddx := all In.ddx.
Let x_dot := all In.x_dot.
Let gamma := one In.gamma.
Let beta := one In.beta.
Let eps := real_of (epsilon q).
Let rm := one In.running_mean.
Let rv := one In.running_variance.
Let flat := is_infinite (one_of q c In.running_variance).

(** the reciprocal root of training and of inference; the latter is 0 where the running variance is infinite *)
Definition training_r : R := BN.inverse_std eps (var m x).
Definition inference_r : R := if flat then 0 else BN.inverse_std eps rv.

(** y_i before an activation *)
Definition training_output (i : nat) : R := bn m eps gamma beta x i.
Definition inference_output (i : nat) : R := if flat then beta else output eps gamma beta rm rv x i.

Definition added (s : nat -> R) (i : nat) : R := match activated q with AddRelu => s i + all In.z i | _ => s i end.
Definition after (s : nat -> R) (i : nat) : R := match activated q with NoActivation => s i | _ => relu (added s i) end.
Definition before (s : nat -> R) : nat -> R :=
  match activated q with NoActivation => dy | _ => relu_gradient (added s) dy end.
Let g := before training_output.
Let inference_g := before inference_output.

Definition batch_weight : R := match batch_index q with Some k => cumulative_weight (Pos.to_nat k) | None => real_of (momentum q) end.

(** batch b of those stacked in a channel: its size and its values *)
Definition batch_size (b : nat) : nat := (nth b (batch_sizes q) 0 * positions q)%nat.
Definition batch_start (b : nat) : nat := (list_sum (firstn b (batch_sizes q)) * positions q)%nat.
Definition batch (b i : nat) : R := x (batch_start b + i)%nat.

(** value i of an output in channel c; outputs with one value a channel have i = 0 *)
Definition meaning (o : Out.slot) (i : nat) : R :=
  match op q, o with
  | TrainingForward, Out.y => after training_output i
  | TrainingForward, Out.mean => BN.mean m x
  | TrainingForward, Out.variance => var m x
  | TrainingForward, Out.inverse_std => training_r
  | TrainingForward, Out.running_mean => if (m =? 0)%nat then rm else update batch_weight rm (BN.mean m x)
  | TrainingForward, Out.running_variance =>
      if (m =? 0)%nat then rv else BN.running_variance (variance_convention q) m batch_weight rv (var m x)
  | InferenceForward, Out.y => after inference_output i
  | TrainingBackward, Out.dx => dx_all m eps gamma (one In.dmean) (one In.dvariance) x g i
  | TrainingBackward, Out.dgamma => BN.dgamma m eps x g
  | TrainingBackward, Out.dbeta => BN.dbeta m g
  | TrainingBackward, Out.dz => g i
  | InferenceBackward, Out.dx => gamma * inference_r * inference_g i
  | InferenceBackward, Out.dgamma => rsum m (fun k => inference_g k * ((x k - rm) * inference_r))
  | InferenceBackward, Out.dbeta => BN.dbeta m inference_g
  | InferenceBackward, Out.dz => inference_g i
  | DoubleBackward, Out.grad_x =>
      if has q In.running_mean then inference_second_x inference_r (one In.ddgamma) dy i
      else second_x m (BN.mean m x) training_r gamma (one In.ddgamma) x dy ddx i
  | DoubleBackward, Out.grad_gamma =>
      if has q In.running_mean then inference_second_gamma m inference_r dy ddx
      else second_gamma m (BN.mean m x) training_r x dy ddx
  | DoubleBackward, Out.grad_dy =>
      if has q In.running_mean then inference_second_dy rm inference_r gamma (one In.ddgamma) (one In.ddbeta) x ddx i
      else second_dy m (BN.mean m x) training_r gamma (one In.ddgamma) (one In.ddbeta) x ddx i
  | Tangent, Out.y_dot => BN.y_dot m eps gamma (one In.gamma_dot) (one In.beta_dot) x x_dot i
  | Tangent, Out.mean_dot => BN.mean_dot m x_dot
  | Tangent, Out.variance_dot => var_dot m x x_dot
  | Fold, Out.weight => folded_weight (folded_scale gamma inference_r) (all In.weight) i
  | Fold, Out.bias => folded_bias (folded_scale gamma inference_r) (one In.bias) rm beta
  | Population, Out.running_mean => population_mean (length (batch_sizes q)) batch_size batch
  | Population, Out.running_variance => population_variance (length (batch_sizes q)) batch_size batch
  | _, _ => 0
  end.
End Channel.

(** Whether an output has a value for each element of a channel, or one. *)
Definition is_data (o : Out.slot) : bool :=
  match o with
  | Out.y | Out.dx | Out.dz | Out.grad_x | Out.grad_dy | Out.y_dot | Out.weight => true
  | _ => false
  end.
Definition values (q : question) (o : Out.slot) : nat := if is_data o then count q else 1.
Definition place_in (q : question) (o : Out.slot) (c i : nat) : nat := if is_data o then place q c i else c.
