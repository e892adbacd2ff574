(** The exact results of a question, by channel and output: programs over what the question gives.

    A result is there only where everything that it depends on is finite, and v = variance + epsilon is positive where
    its root enters; elsewhere, None, the rules for special values hold (BN-30 to BN-38). *)
From Coq Require Import ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import BN Question Rational Exact Channel.
Import ListNotations.

(** ** Reading *)

Definition finite (b : full_float) : option rational :=
  match b with
  | F754_zero _ => Some zero
  | F754_finite s m e => Some (dyadic (cond_Zopp s (Zpos m)) e)
  | _ => None
  end.

Definition lift {A B C} (f : A -> B -> C) (a : option A) (b : option B) : option C :=
  match a, b with Some a, Some b => Some (f a b) | _, _ => None end.

Fixpoint sequence {A} (l : list (option A)) : option (list A) :=
  match l with
  | [] => Some []
  | Some a :: t => match sequence t with Some r => Some (a :: r) | None => None end
  | None :: _ => None
  end.

Section Channel.
Variables (q : question) (c : nat).

Definition scalar (s : In.slot) : option rational := finite (one_of q c s).
Definition column (s : In.slot) : list (option rational) :=
  map (fun i => finite (all_of q c s i)) (seq 0 (count q)).
Definition all_finite (s : In.slot) : option (list rational) := sequence (column s).

(** ** Roots *)

Definition inference_root : option root :=
  match finite (epsilon q) with
  | None => None
  | Some e =>
      if is_infinite (one_of q c In.RUNNING_VARIANCE) then Some Flat
      else match scalar In.RUNNING_VARIANCE with
           | None => None
           | Some rv => let v := add rv e in if ltb zero v then Some (Root v) else None
           end
  end.

(** the values, their deviations from the mean, and v *)
Record batch_statistics := Statistics { xs : list rational; ds : list rational; radicand_of : rational }.
Definition statistics : option batch_statistics :=
  match all_finite In.X, finite (epsilon q) with
  | Some (a :: t), Some e =>
      let l := a :: t in
      let v := add (variance_of l) e in
      if ltb zero v then Some (Statistics l (deviations l) v) else None
  | _, _ => None
  end.

(** ** Activation, BN-24 and BN-25 *)

Definition relu_of (s : exact) : exact := if less zero s then s else of_rational zero.
Definition plus (s : exact) (a : rational) : exact := Exact (add (rational_part s) a) (root_part s) (radicand s).
Definition mask (s : option exact) (g : option rational) : option rational :=
  match s with Some s => if less zero s then g else Some zero | None => None end.

Definition added_of (s : list (option exact)) : list (option exact) :=
  match activated q with AddRelu => map2 (lift plus) s (column In.Z) | _ => s end.
Definition after_of (s : list (option exact)) : list (option exact) :=
  match activated q with NoActivation => s | _ => map (option_map relu_of) (added_of s) end.
Definition before_of (s : list (option exact)) : list (option rational) :=
  match activated q with NoActivation => column In.DY | _ => map2 mask (added_of s) (column In.DY) end.

(** ** Outputs *)

Definition nothing : list (option exact) := map (fun _ => None) (seq 0 (count q)).

Definition training_outputs : list (option exact) :=
  match statistics, scalar In.GAMMA, scalar In.BETA with
  | Some t, Some g, Some b => map Some (output_of g b (Root (radicand_of t)) (ds t))
  | _, _, _ => nothing
  end.

Definition inference_outputs : list (option exact) :=
  match inference_root, scalar In.RUNNING_MEAN, scalar In.GAMMA, scalar In.BETA with
  | Some r, Some mu, Some g, Some b => map (option_map (fun a => result b (mul g (sub a mu)) r)) (column In.X)
  | _, _, _, _ => nothing
  end.

Definition single (z : option exact) : list (option exact) := [z].
Definition rational_only (p : option rational) : list (option exact) := [option_map of_rational p].

Definition weight_of : option rational :=
  match batch_index q with Some k => Some (over one k) | None => finite (momentum q) end.

Definition new_mean : option rational :=
  if (count q =? 0)%nat then scalar In.RUNNING_MEAN
  else match weight_of, scalar In.RUNNING_MEAN, all_finite In.X with
       | Some a, Some old, Some l => Some (update_of a old (average l))
       | _, _, _ => None
       end.
Definition new_variance : option rational :=
  if (count q =? 0)%nat then scalar In.RUNNING_VARIANCE
  else match variance_convention q, (count q =? 1)%nat with
       | Sample, true => None
       | k, _ =>
           match weight_of, scalar In.RUNNING_VARIANCE, all_finite In.X with
           | Some a, Some old, Some l => Some (update_of a old (convention_of k (length_of l) (variance_of l)))
           | _, _, _ => None
           end
       end.

Definition gradients : list (option rational) := before_of training_outputs.
Definition inference_gradients : list (option rational) := before_of inference_outputs.

Definition training_dx : list (option exact) :=
  match statistics, sequence gradients, scalar In.GAMMA, scalar In.DMEAN, scalar In.DVARIANCE with
  | Some t, Some g, Some gamma, Some dm, Some dv => map Some (gradient_of (radicand_of t) (ds t) gamma dm dv g)
  | _, _, _, _, _ => []
  end.
Definition training_dgamma : option exact :=
  match statistics, sequence gradients with
  | Some t, Some g => Some (scale_gradient (Root (radicand_of t)) (ds t) g)
  | _, _ => None
  end.
Definition inference_dx : list (option exact) :=
  match inference_root, scalar In.GAMMA with
  | Some r, Some gamma => map (option_map (fun g => result zero (mul g gamma) r)) inference_gradients
  | _, _ => []
  end.
Definition inference_dgamma : option exact :=
  match inference_root, sequence inference_gradients, scalar In.RUNNING_MEAN, all_finite In.X with
  | Some r, Some g, Some mu, Some l => Some (scale_gradient r (deviations_from mu l) g)
  | _, _, _, _ => None
  end.

Definition infers : bool := has q In.RUNNING_MEAN.

Definition grad_x : list (option exact) :=
  if infers then
    match inference_root, scalar In.DDGAMMA with
    | Some r, Some u => map (option_map (fun g => result zero (mul g u) r)) (column In.DY)
    | _, _ => []
    end
  else
    match statistics, scalar In.GAMMA, scalar In.DDGAMMA, all_finite In.DY, all_finite In.DDX with
    | Some t, Some gamma, Some ugamma, Some g, Some u => map Some (second_x_of (radicand_of t) (ds t) gamma ugamma g u)
    | _, _, _, _, _ => []
    end.
Definition grad_gamma : option exact :=
  if infers then
    match inference_root, all_finite In.DY, all_finite In.DDX with
    | Some r, Some g, Some u => Some (result zero (dot g u) r)
    | _, _, _ => None
    end
  else
    match statistics, all_finite In.DY, all_finite In.DDX with
    | Some t, Some g, Some u => Some (result zero (pairing_of (radicand_of t) (ds t) g u) (Root (radicand_of t)))
    | _, _, _ => None
    end.
Definition grad_dy : list (option exact) :=
  match scalar In.GAMMA, scalar In.DDGAMMA, scalar In.DDBETA with
  | Some gamma, Some ugamma, Some ubeta =>
      if infers then
        match inference_root, scalar In.RUNNING_MEAN with
        | Some r, Some mu =>
            map2 (lift (fun a u => result ubeta (add (mul gamma u) (mul ugamma (sub a mu))) r)) (column In.X) (column In.DDX)
        | _, _ => []
        end
      else
        match statistics, all_finite In.DDX with
        | Some t, Some u => map Some (second_dy_of (radicand_of t) (ds t) gamma ugamma ubeta u)
        | _, _ => []
        end
  | _, _, _ => []
  end.

Definition y_dots : list (option exact) :=
  match statistics, all_finite In.X_DOT, scalar In.GAMMA, scalar In.GAMMA_DOT, scalar In.BETA_DOT with
  | Some t, Some w, Some gamma, Some g, Some b => map Some (y_dot_of (radicand_of t) (ds t) gamma g b w)
  | _, _, _, _, _ => []
  end.

Definition folded_weights : list (option exact) :=
  match inference_root, scalar In.GAMMA with
  | Some r, Some gamma => map (option_map (fun w => result zero (mul w gamma) r)) (column In.WEIGHT)
  | _, _ => []
  end.
Definition folded_biases : option exact :=
  match inference_root, scalar In.GAMMA, scalar In.BIAS, scalar In.RUNNING_MEAN, scalar In.BETA with
  | Some r, Some gamma, Some b, Some mu, Some beta => Some (result beta (mul gamma (sub b mu)) r)
  | _, _, _, _, _ => None
  end.

Fixpoint cut (sizes : list nat) (l : list rational) : list (list rational) :=
  match sizes with [] => [] | n :: t => firstn n l :: cut t (skipn n l) end.
Definition sizes_fit (l : list rational) : bool :=
  negb (length (batch_sizes q) =? 0)%nat
  && forallb (fun n => 2 <=? n)%nat (batch_sizes q)
  && (list_sum (batch_sizes q) =? length l)%nat.
Definition over_batches (f : list rational -> rational) : option rational :=
  match all_finite In.X with
  | Some l => if sizes_fit l then Some (average (map f (cut (batch_sizes q) l))) else None
  | None => None
  end.

(** an empty sum *)
Definition or_empty (z : option exact) : option exact :=
  if (count q =? 0)%nat then Some (of_rational zero) else z.

Definition results (o : Out.slot) : list (option exact) :=
  match op q, o with
  | TrainingForward, Out.Y => after_of training_outputs
  | TrainingForward, Out.MEAN =>
      rational_only (match all_finite In.X with Some (a :: t) => Some (average (a :: t)) | _ => None end)
  | TrainingForward, Out.VARIANCE =>
      rational_only (match all_finite In.X with Some (a :: t) => Some (variance_of (a :: t)) | _ => None end)
  | TrainingForward, Out.INVERSE_STD => single (option_map (fun t => result zero one (Root (radicand_of t))) statistics)
  | TrainingForward, Out.RUNNING_MEAN => rational_only new_mean
  | TrainingForward, Out.RUNNING_VARIANCE => rational_only new_variance
  | InferenceForward, Out.Y => after_of inference_outputs
  | TrainingBackward, Out.DX => training_dx
  | TrainingBackward, Out.DGAMMA => single (or_empty training_dgamma)
  | TrainingBackward, Out.DBETA => rational_only (option_map sum (sequence gradients))
  | TrainingBackward, Out.DZ => map (option_map of_rational) gradients
  | InferenceBackward, Out.DX => inference_dx
  | InferenceBackward, Out.DGAMMA => single (or_empty inference_dgamma)
  | InferenceBackward, Out.DBETA => rational_only (option_map sum (sequence inference_gradients))
  | InferenceBackward, Out.DZ => map (option_map of_rational) inference_gradients
  | DoubleBackward, Out.GRAD_X => grad_x
  | DoubleBackward, Out.GRAD_GAMMA => single (or_empty grad_gamma)
  | DoubleBackward, Out.GRAD_DY => grad_dy
  | Tangent, Out.Y_DOT => y_dots
  | Tangent, Out.MEAN_DOT =>
      rational_only (match all_finite In.X_DOT with Some (a :: t) => Some (average (a :: t)) | _ => None end)
  | Tangent, Out.VARIANCE_DOT =>
      rational_only (match all_finite In.X, all_finite In.X_DOT with
        | Some (a :: t), Some w => Some (variance_dot_of (deviations (a :: t)) w) | _, _ => None end)
  | Fold, Out.WEIGHT => folded_weights
  | Fold, Out.BIAS => single folded_biases
  | PopulationStatistics, Out.RUNNING_MEAN => rational_only (over_batches average)
  | PopulationStatistics, Out.RUNNING_VARIANCE => rational_only (over_batches (fun l => sample_of (length_of l) (variance_of l)))
  | _, _ => []
  end.
End Channel.
