(* What operations, tensors, formats and attributes are called in the input. *)

open Checker [@@warning "-44"]

let operations = [
  "training-forward", TrainingForward; "inference-forward", InferenceForward;
  "training-backward", TrainingBackward; "inference-backward", InferenceBackward;
  "double-backward", DoubleBackward; "tangent", Tangent; "fold", Fold; "population", PopulationStatistics;
  (* BN-23: workers give together what the whole batch gives *)
  "synchronised-forward", TrainingForward; "synchronised-backward", TrainingBackward ]

let inputs = In.[
  "x", X; "dy", DY; "ddx", DDX; "x_dot", X_DOT; "weight", WEIGHT; "z", Z; "gamma", GAMMA; "beta", BETA;
  "running_mean", RUNNING_MEAN; "running_variance", RUNNING_VARIANCE; "dmean", DMEAN; "dvariance", DVARIANCE;
  "ddgamma", DDGAMMA; "ddbeta", DDBETA; "gamma_dot", GAMMA_DOT; "beta_dot", BETA_DOT; "bias", BIAS ]

let outputs = Out.[
  "y", Y; "mean", MEAN; "variance", VARIANCE; "inverse_std", INVERSE_STD; "running_mean", RUNNING_MEAN;
  "running_variance", RUNNING_VARIANCE; "dx", DX; "dgamma", DGAMMA; "dbeta", DBETA; "dz", DZ; "grad_x", GRAD_X;
  "grad_gamma", GRAD_GAMMA; "grad_dy", GRAD_DY; "y_dot", Y_DOT; "mean_dot", MEAN_DOT; "variance_dot", VARIANCE_DOT;
  "weight", WEIGHT; "bias", BIAS ]

let formats = [ "f64", f64; "f32", f32; "f16", f16; "bf16", bf16 ]
let activations = [ "none", NoActivation; "relu", Relu; "add-relu", AddRelu ]
let conventions = [ "population", Population; "sample", Sample ]

let find what table name =
  match List.assoc_opt name table with Some v -> v | None -> failwith ("unknown " ^ what ^ " '" ^ name ^ "'")
