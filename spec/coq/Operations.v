(** What the operations of the oracle return for one channel: their outputs in the order of the golden vectors, tensors of
    the shape of x first. Definitions only. *)
From Coq Require Import Reals List.
From BN Require Import Sums BN.
From BN Require Question.
Import ListNotations.
Local Open Scope R_scope.

(** The first m values *)
Definition values (m : nat) (f : nat -> R) : list R := map f (seq 0 m).

(** The channel with these values *)
Definition vec (l : list R) (i : nat) : R := nth i l 0.

(** y, mean, variance, inverse_std *)
Definition training_forward (m : nat) (eps gamma beta : R) (x : nat -> R) : list R :=
  values m (bn m eps gamma beta x) ++ [mean m x; var m x; inverse_std eps (var m x)].

(** and running_mean, running_variance; a is the momentum *)
Definition training_forward_state (c : convention) (m : nat) (eps gamma beta a old_mean old_var : R) (x : nat -> R) : list R :=
  training_forward m eps gamma beta x ++ [update a old_mean (mean m x); running_variance c m a old_var (var m x)].

(** The sample variance of a single value does not exist. *)
Definition training_forward_mean (m : nat) (eps gamma beta a old_mean : R) (x : nat -> R) : list R :=
  training_forward m eps gamma beta x ++ [update a old_mean (mean m x)].

(** y *)
Definition inference_forward (m : nat) (eps gamma beta mu v : R) (x : nat -> R) : list R :=
  values m (output eps gamma beta mu v x).

(** dx, dgamma, dbeta *)
Definition training_backward (m : nat) (eps gamma dmean dvar : R) (x g : nat -> R) : list R :=
  values m (chain m eps gamma dmean dvar x g) ++ [dgamma m eps x g; dbeta m g].
Definition inference_backward (m : nat) (eps gamma mu v : R) (x g : nat -> R) : list R :=
  values m (inference_dx eps gamma v g) ++ [grad_scale m eps mu v x g; dbeta m g].

(** grad_x, grad_gamma, grad_dy *)
Definition double_backward (m : nat) (eps gamma ugamma ubeta : R) (x g u : nat -> R) : list R :=
  let mu := mean m x in
  let r := inverse_std eps (var m x) in
  values m (second_x m mu r gamma ugamma x g u) ++ [second_gamma m mu r x g u]
  ++ values m (second_dy m mu r gamma ugamma ubeta x u).
Definition inference_double_backward (m : nat) (eps gamma mu v ugamma ubeta : R) (x g u : nat -> R) : list R :=
  let r := inverse_std eps v in
  values m (inference_second_x r ugamma g) ++ [inference_second_gamma m r g u]
  ++ values m (inference_second_dy mu r gamma ugamma ubeta x u).

(** y_dot, mean_dot, variance_dot *)
Definition tangent (m : nat) (eps gamma gamma' beta' : R) (x v : nat -> R) : list R :=
  values m (y_dot m eps gamma gamma' beta' x v) ++ [mean_dot m v; var_dot m x v].

(** weight, bias *)
Definition fold (n : nat) (eps gamma beta mu v b : R) (w : nat -> R) : list R :=
  let s := folded_scale gamma (inverse_std eps v) in
  values n (folded_weight s w) ++ [folded_bias s b mu beta].

(** running_mean, running_variance *)
Definition population (batches : list (list R)) : list R :=
  let K := length batches in
  let size b := length (nth b batches []) in
  let x b := vec (nth b batches []) in
  [population_mean K size x; population_variance K size x].

Notation relu := Question.relu.
Notation relu_gradient := Question.relu_gradient.

(** The same operations followed by max(0, y + z): y; dx, dgamma, dbeta, dz *)
Definition activated_forward (m : nat) (eps gamma beta mu v : R) (x z : nat -> R) : list R :=
  values m (fun i => relu (output eps gamma beta mu v x i + z i)).
Definition activated_backward (m : nat) (eps gamma beta mu v : R) (x g z : nat -> R) : list R :=
  let h := relu_gradient (fun i => output eps gamma beta mu v x i + z i) g in
  values m (inference_dx eps gamma v h) ++ [grad_scale m eps mu v x h; dbeta m h] ++ values m h.
