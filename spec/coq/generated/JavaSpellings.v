(** Written by GeneratedProofsTest from the Java text: other spellings of the equations are the specification's too. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem mean_shifted_training_forward_3 : forall epsilon x0 x1 x2 shift : R,
  let sum_1 := (x0 - shift) + (x1 - shift) + (x2 - shift) in
  let mean_1 := (shift + (sum_1 / 3)) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem mean_shifted_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := (x0 - shift) + (x1 - shift) + (x2 - shift) in
  let mean_1 := (shift + (sum_1 / 3)) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem variance_corrected_training_forward_3 : forall epsilon x0 x1 x2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) in
  let sum_3 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := ((sum_3 - ((sum_2 * sum_2) / 3)) / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem variance_corrected_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) in
  let sum_3 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := ((sum_3 - ((sum_2 * sum_2) / 3)) / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem variance_shifted_training_forward_3 : forall epsilon x0 x1 x2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - shift) * (x0 - shift)) + ((x1 - shift) * (x1 - shift)) + ((x2 - shift) * (x2 - shift)) in
  let sum_3 := (x0 - shift) + (x1 - shift) + (x2 - shift) in
  let variance_1 := ((sum_2 / 3) - ((sum_3 / 3) * (sum_3 / 3))) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem variance_shifted_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - shift) * (x0 - shift)) + ((x1 - shift) * (x1 - shift)) + ((x2 - shift) * (x2 - shift)) in
  let sum_3 := (x0 - shift) + (x1 - shift) + (x2 - shift) in
  let variance_1 := ((sum_2 / 3) - ((sum_3 / 3) * (sum_3 / 3))) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem variance_one_pass_training_forward_3 : forall epsilon x0 x1 x2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := (x0 * x0) + (x1 * x1) + (x2 * x2) in
  let variance_1 := ((sum_2 / 3) - (mean_1 * mean_1)) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem variance_one_pass_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := (x0 * x0) + (x1 * x1) + (x2 * x2) in
  let variance_1 := ((sum_2 / 3) - (mean_1 * mean_1)) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_scale_first_training_forward_3 : forall epsilon x0 x1 x2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((1 * inverse_std_1) * (x0 - mean_1)) + 0);
   (((1 * inverse_std_1) * (x1 - mean_1)) + 0);
   (((1 * inverse_std_1) * (x2 - mean_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_scale_first_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((gamma * inverse_std_1) * (x0 - mean_1)) + beta);
   (((gamma * inverse_std_1) * (x1 - mean_1)) + beta);
   (((gamma * inverse_std_1) * (x2 - mean_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_scale_first_inference_forward_plain_3 : forall epsilon x0 x1 x2 running_mean running_variance shift : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(((1 * inverse_std_1) * (x0 - running_mean)) + 0);
   (((1 * inverse_std_1) * (x1 - running_mean)) + 0);
   (((1 * inverse_std_1) * (x2 - running_mean)) + 0)]
  = inference_forward 3 epsilon 1 0 running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_scale_first_inference_backward_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 running_mean running_variance gamma shift : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) + (dy2 * ((x2 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 + dy2 in
  [(gamma * (inverse_std_1 * dy0));
   (gamma * (inverse_std_1 * dy1));
   (gamma * (inverse_std_1 * dy2));
   sum_1;
   sum_2]
  = inference_backward 3 epsilon gamma running_mean running_variance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem output_gamma_first_training_forward_3 : forall epsilon x0 x1 x2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((1 * (x0 - mean_1)) * inverse_std_1) + 0);
   (((1 * (x1 - mean_1)) * inverse_std_1) + 0);
   (((1 * (x2 - mean_1)) * inverse_std_1) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_gamma_first_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((gamma * (x0 - mean_1)) * inverse_std_1) + beta);
   (((gamma * (x1 - mean_1)) * inverse_std_1) + beta);
   (((gamma * (x2 - mean_1)) * inverse_std_1) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_gamma_first_inference_forward_plain_3 : forall epsilon x0 x1 x2 running_mean running_variance shift : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(((1 * (x0 - running_mean)) * inverse_std_1) + 0);
   (((1 * (x1 - running_mean)) * inverse_std_1) + 0);
   (((1 * (x2 - running_mean)) * inverse_std_1) + 0)]
  = inference_forward 3 epsilon 1 0 running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_gamma_first_inference_backward_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 running_mean running_variance gamma shift : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) + (dy2 * ((x2 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 + dy2 in
  [((gamma * dy0) * inverse_std_1);
   ((gamma * dy1) * inverse_std_1);
   ((gamma * dy2) * inverse_std_1);
   sum_1;
   sum_2]
  = inference_backward 3 epsilon gamma running_mean running_variance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem output_rearranged_training_forward_3 : forall epsilon x0 x1 x2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((1 * inverse_std_1) * x0) + (0 - (mean_1 * (1 * inverse_std_1))));
   (((1 * inverse_std_1) * x1) + (0 - (mean_1 * (1 * inverse_std_1))));
   (((1 * inverse_std_1) * x2) + (0 - (mean_1 * (1 * inverse_std_1))));
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_rearranged_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((gamma * inverse_std_1) * x0) + (beta - (mean_1 * (gamma * inverse_std_1))));
   (((gamma * inverse_std_1) * x1) + (beta - (mean_1 * (gamma * inverse_std_1))));
   (((gamma * inverse_std_1) * x2) + (beta - (mean_1 * (gamma * inverse_std_1))));
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem output_rearranged_inference_forward_plain_3 : forall epsilon x0 x1 x2 running_mean running_variance shift : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(((1 * inverse_std_1) * x0) + (0 - (running_mean * (1 * inverse_std_1))));
   (((1 * inverse_std_1) * x1) + (0 - (running_mean * (1 * inverse_std_1))));
   (((1 * inverse_std_1) * x2) + (0 - (running_mean * (1 * inverse_std_1))))]
  = inference_forward 3 epsilon 1 0 running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem update_increment_training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (running_mean + (momentum * (mean_1 - running_mean)));
   (running_variance + (momentum * (variance_1 - running_variance)))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. expanded. Qed.

Theorem dx_closed_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := dy0 + dy1 + dy2 in
  let sum_4 := (dy0 * (x0 - mean_1)) + (dy1 * (x1 - mean_1)) + (dy2 * (x2 - mean_1)) in
  let sum_5 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  [((((1 * inverse_std_1) * ((dy0 - (sum_3 / 3)) - ((x0 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3)))) + (0 / 3)) + (((2 * 0) / 3) * (x0 - mean_1)));
   ((((1 * inverse_std_1) * ((dy1 - (sum_3 / 3)) - ((x1 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3)))) + (0 / 3)) + (((2 * 0) / 3) * (x1 - mean_1)));
   ((((1 * inverse_std_1) * ((dy2 - (sum_3 / 3)) - ((x2 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3)))) + (0 / 3)) + (((2 * 0) / 3) * (x2 - mean_1)));
   sum_5;
   sum_3]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dx_closed_double_backward_training_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 ddx0 ddx1 ddx2 gamma ddgamma ddbeta shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := dy0 + dy1 + dy2 in
  let sum_4 := (dy0 * (x0 - mean_1)) + (dy1 * (x1 - mean_1)) + (dy2 * (x2 - mean_1)) in
  let sum_5 := ddx0 + ddx1 + ddx2 in
  let sum_6 := (ddx0 * (x0 - mean_1)) + (ddx1 * (x1 - mean_1)) + (ddx2 * (x2 - mean_1)) in
  let sum_7 := (ddx0 * (inverse_std_1 * ((dy0 - (sum_3 / 3)) - ((x0 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3))))) + (ddx1 * (inverse_std_1 * ((dy1 - (sum_3 / 3)) - ((x1 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3))))) + (ddx2 * (inverse_std_1 * ((dy2 - (sum_3 / 3)) - ((x2 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3))))) in
  let sum_8 := (dy0 * ddx0) + (dy1 * ddx1) + (dy2 * ddx2) in
  [(((((gamma * inverse_std_1) * (inverse_std_1 * inverse_std_1)) / 3) * ((((((sum_3 * sum_5) / 3) - sum_8) + ((3 * ((sum_4 * sum_6) * (inverse_std_1 * inverse_std_1))) / 3)) * (x0 - mean_1)) - (((ddx0 - (sum_5 / 3)) * sum_4) + ((dy0 - (sum_3 / 3)) * sum_6)))) + ((ddgamma * inverse_std_1) * ((dy0 - (sum_3 / 3)) - ((x0 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3)))));
   (((((gamma * inverse_std_1) * (inverse_std_1 * inverse_std_1)) / 3) * ((((((sum_3 * sum_5) / 3) - sum_8) + ((3 * ((sum_4 * sum_6) * (inverse_std_1 * inverse_std_1))) / 3)) * (x1 - mean_1)) - (((ddx1 - (sum_5 / 3)) * sum_4) + ((dy1 - (sum_3 / 3)) * sum_6)))) + ((ddgamma * inverse_std_1) * ((dy1 - (sum_3 / 3)) - ((x1 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3)))));
   (((((gamma * inverse_std_1) * (inverse_std_1 * inverse_std_1)) / 3) * ((((((sum_3 * sum_5) / 3) - sum_8) + ((3 * ((sum_4 * sum_6) * (inverse_std_1 * inverse_std_1))) / 3)) * (x2 - mean_1)) - (((ddx2 - (sum_5 / 3)) * sum_4) + ((dy2 - (sum_3 / 3)) * sum_6)))) + ((ddgamma * inverse_std_1) * ((dy2 - (sum_3 / 3)) - ((x2 - mean_1) * ((sum_4 * (inverse_std_1 * inverse_std_1)) / 3)))));
   sum_7;
   ((((gamma * inverse_std_1) * ((ddx0 - (sum_5 / 3)) - ((x0 - mean_1) * ((sum_6 * (inverse_std_1 * inverse_std_1)) / 3)))) + ((ddgamma * inverse_std_1) * (x0 - mean_1))) + ddbeta);
   ((((gamma * inverse_std_1) * ((ddx1 - (sum_5 / 3)) - ((x1 - mean_1) * ((sum_6 * (inverse_std_1 * inverse_std_1)) / 3)))) + ((ddgamma * inverse_std_1) * (x1 - mean_1))) + ddbeta);
   ((((gamma * inverse_std_1) * ((ddx2 - (sum_5 / 3)) - ((x2 - mean_1) * ((sum_6 * (inverse_std_1 * inverse_std_1)) / 3)))) + ((ddgamma * inverse_std_1) * (x2 - mean_1))) + ddbeta)]
  = double_backward 3 epsilon gamma ddgamma ddbeta (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]) (vec [ddx0; ddx1; ddx2]).
Proof. expanded. Qed.

Theorem dx_closed_tangent_3 : forall epsilon x0 x1 x2 x_dot0 x_dot1 x_dot2 gamma beta gamma_dot beta_dot shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := x_dot0 + x_dot1 + x_dot2 in
  let sum_4 := ((x0 - mean_1) * x_dot0) + ((x1 - mean_1) * x_dot1) + ((x2 - mean_1) * x_dot2) in
  [(((gamma * (((x_dot0 - (sum_3 / 3)) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 3)) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot1 - (sum_3 / 3)) * inverse_std_1) - ((x1 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 3)) / 2)))) + (gamma_dot * ((x1 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot2 - (sum_3 / 3)) * inverse_std_1) - ((x2 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 3)) / 2)))) + (gamma_dot * ((x2 - mean_1) * inverse_std_1))) + beta_dot);
   (sum_3 / 3);
   ((2 * sum_4) / 3)]
  = tangent 3 epsilon gamma gamma_dot beta_dot (vec [x0; x1; x2]) (vec [x_dot0; x_dot1; x_dot2]).
Proof. expanded. Qed.

Theorem dx_normalized_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := dy0 + dy1 + dy2 in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  [((((1 * inverse_std_1) * (dy0 - ((sum_3 + (((x0 - mean_1) * inverse_std_1) * sum_4)) / 3))) + (0 / 3)) + (((2 * 0) / 3) * (x0 - mean_1)));
   ((((1 * inverse_std_1) * (dy1 - ((sum_3 + (((x1 - mean_1) * inverse_std_1) * sum_4)) / 3))) + (0 / 3)) + (((2 * 0) / 3) * (x1 - mean_1)));
   ((((1 * inverse_std_1) * (dy2 - ((sum_3 + (((x2 - mean_1) * inverse_std_1) * sum_4)) / 3))) + (0 / 3)) + (((2 * 0) / 3) * (x2 - mean_1)));
   sum_4;
   sum_3]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dx_counted_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := dy0 + dy1 + dy2 in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  [(((((1 * inverse_std_1) / 3) * (((3 * dy0) - sum_3) - (((x0 - mean_1) * inverse_std_1) * sum_4))) + (0 / 3)) + (((2 * 0) / 3) * (x0 - mean_1)));
   (((((1 * inverse_std_1) / 3) * (((3 * dy1) - sum_3) - (((x1 - mean_1) * inverse_std_1) * sum_4))) + (0 / 3)) + (((2 * 0) / 3) * (x1 - mean_1)));
   (((((1 * inverse_std_1) / 3) * (((3 * dy2) - sum_3) - (((x2 - mean_1) * inverse_std_1) * sum_4))) + (0 / 3)) + (((2 * 0) / 3) * (x2 - mean_1)));
   sum_4;
   sum_3]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dx_coefficients_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (dy0 * (x0 - mean_1)) + (dy1 * (x1 - mean_1)) + (dy2 * (x2 - mean_1)) in
  let sum_4 := dy0 + dy1 + dy2 in
  let sum_5 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  [((((1 * inverse_std_1) * dy0) + ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * (x0 - mean_1))) + ((0 / 3) - ((1 * inverse_std_1) * (sum_4 / 3))));
   ((((1 * inverse_std_1) * dy1) + ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * (x1 - mean_1))) + ((0 / 3) - ((1 * inverse_std_1) * (sum_4 / 3))));
   ((((1 * inverse_std_1) * dy2) + ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * (x2 - mean_1))) + ((0 / 3) - ((1 * inverse_std_1) * (sum_4 / 3))));
   sum_5;
   sum_4]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dx_affine_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (dy0 * (x0 - mean_1)) + (dy1 * (x1 - mean_1)) + (dy2 * (x2 - mean_1)) in
  let sum_4 := dy0 + dy1 + dy2 in
  let sum_5 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  [((((1 * inverse_std_1) * dy0) + ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * x0)) + (((0 / 3) - ((1 * inverse_std_1) * (sum_4 / 3))) - ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * mean_1)));
   ((((1 * inverse_std_1) * dy1) + ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * x1)) + (((0 / 3) - ((1 * inverse_std_1) * (sum_4 / 3))) - ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * mean_1)));
   ((((1 * inverse_std_1) * dy2) + ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * x2)) + (((0 / 3) - ((1 * inverse_std_1) * (sum_4 / 3))) - ((((2 * 0) / 3) - (((1 * inverse_std_1) * (inverse_std_1 * inverse_std_1)) * (sum_3 / 3))) * mean_1)));
   sum_5;
   sum_4]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dgamma_factored_inference_backward_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 running_mean running_variance gamma shift : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * (x0 - running_mean)) + (dy1 * (x1 - running_mean)) + (dy2 * (x2 - running_mean)) in
  let sum_2 := dy0 + dy1 + dy2 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   ((gamma * inverse_std_1) * dy2);
   (inverse_std_1 * sum_1);
   sum_2]
  = inference_backward 3 epsilon gamma running_mean running_variance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dgamma_factored_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * 1) * (x0 - mean_1)) + ((dy1 * 1) * (x1 - mean_1)) + ((dy2 * 1) * (x2 - mean_1)) in
  let sum_4 := (dy0 * 1) + (dy1 * 1) + (dy2 * 1) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) in
  let sum_6 := (dy0 * (x0 - mean_1)) + (dy1 * (x1 - mean_1)) + (dy2 * (x2 - mean_1)) in
  let sum_7 := dy0 + dy1 + dy2 in
  [((((dy0 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   ((((dy1 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   ((((dy2 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x2 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   (inverse_std_1 * sum_6);
   sum_7]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dgamma_expanded_inference_backward_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 running_mean running_variance gamma shift : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * x0) + (dy1 * x1) + (dy2 * x2) in
  let sum_2 := dy0 + dy1 + dy2 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   ((gamma * inverse_std_1) * dy2);
   (inverse_std_1 * (sum_1 - (running_mean * sum_2)));
   sum_2]
  = inference_backward 3 epsilon gamma running_mean running_variance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem dgamma_expanded_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * 1) * (x0 - mean_1)) + ((dy1 * 1) * (x1 - mean_1)) + ((dy2 * 1) * (x2 - mean_1)) in
  let sum_4 := (dy0 * 1) + (dy1 * 1) + (dy2 * 1) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) in
  let sum_6 := (dy0 * x0) + (dy1 * x1) + (dy2 * x2) in
  let sum_7 := dy0 + dy1 + dy2 in
  [((((dy0 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   ((((dy1 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   ((((dy2 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x2 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   (inverse_std_1 * (sum_6 - (mean_1 * sum_7)));
   sum_7]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem equivalent_change_training_backward_plain_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * 1) * (x0 - mean_1)) + ((dy1 * 1) * (x1 - mean_1)) + ((dy2 * 1) * (x2 - mean_1)) in
  let sum_4 := (dy0 * 1) + (dy1 * 1) + (dy2 * 1) in
  let sum_5 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  let sum_6 := dy0 + dy1 + dy2 in
  [((((dy0 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x0 - mean_1))) + ((0 - (inverse_std_1 * sum_4)) / 3));
   ((((dy1 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x1 - mean_1))) + ((0 - (inverse_std_1 * sum_4)) / 3));
   ((((dy2 * 1) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x2 - mean_1))) + ((0 - (inverse_std_1 * sum_4)) / 3));
   sum_5;
   sum_6]
  = training_backward 3 epsilon 1 0 0 (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. expanded. Qed.

Theorem equivalent_change_double_backward_training_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 ddx0 ddx1 ddx2 gamma ddgamma ddbeta shift : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (ddx0 * ((x0 - mean_1) * inverse_std_1)) + (ddx1 * ((x1 - mean_1) * inverse_std_1)) + (ddx2 * ((x2 - mean_1) * inverse_std_1)) in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  let sum_5 := dy0 + dy1 + dy2 in
  let sum_6 := (ddx0 * (dy0 - (sum_5 / 3))) + (ddx1 * (dy1 - (sum_5 / 3))) + (ddx2 * (dy2 - (sum_5 / 3))) in
  let sum_7 := (((ddgamma * dy0) - (((gamma * inverse_std_1) / 3) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * (x0 - mean_1)) + (((ddgamma * dy1) - (((gamma * inverse_std_1) / 3) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * (x1 - mean_1)) + (((ddgamma * dy2) - (((gamma * inverse_std_1) / 3) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * (x2 - mean_1)) in
  let sum_8 := ((ddgamma * dy0) - (((gamma * inverse_std_1) / 3) * ((ddx0 * sum_4) + (dy0 * sum_3)))) + ((ddgamma * dy1) - (((gamma * inverse_std_1) / 3) * ((ddx1 * sum_4) + (dy1 * sum_3)))) + ((ddgamma * dy2) - (((gamma * inverse_std_1) / 3) * ((ddx2 * sum_4) + (dy2 * sum_3)))) in
  let sum_9 := ddx0 + ddx1 + ddx2 in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 3) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x0 - mean_1))) + ((0 - (inverse_std_1 * sum_8)) / 3));
   (((((ddgamma * dy1) - (((gamma * inverse_std_1) / 3) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x1 - mean_1))) + ((0 - (inverse_std_1 * sum_8)) / 3));
   (((((ddgamma * dy2) - (((gamma * inverse_std_1) / 3) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x2 - mean_1))) + ((0 - (inverse_std_1 * sum_8)) / 3));
   (inverse_std_1 * (sum_6 - ((sum_3 * sum_4) / 3)));
   (((gamma * inverse_std_1) * ((ddx0 - (sum_9 / 3)) - (((x0 - mean_1) * inverse_std_1) * (sum_3 / 3)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx1 - (sum_9 / 3)) - (((x1 - mean_1) * inverse_std_1) * (sum_3 / 3)))) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx2 - (sum_9 / 3)) - (((x2 - mean_1) * inverse_std_1) * (sum_3 / 3)))) + ((ddgamma * ((x2 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 3 epsilon gamma ddgamma ddbeta (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]) (vec [ddx0; ddx1; ddx2]).
Proof. expanded. Qed.
