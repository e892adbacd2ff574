(** Written by GeneratedProofsTest from the Java text: training-forward is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem training_forward_1 : forall epsilon x0 : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 1 epsilon 1 0 (vec [x0]).
Proof. equal. Qed.

Theorem training_forward_population_1 : forall epsilon x0 gamma beta running_mean running_variance momentum : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 1 epsilon gamma beta momentum running_mean running_variance (vec [x0]).
Proof. equal. Qed.

Theorem training_forward_average_1 : forall epsilon x0 gamma beta running_mean running_variance : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - (1 / 3)) * running_mean) + ((1 / 3) * mean_1));
   (((1 - (1 / 3)) * running_variance) + ((1 / 3) * variance_1))]
  = training_forward_state Population 1 epsilon gamma beta (cumulative_weight 3) running_mean running_variance (vec [x0]).
Proof. equal. Qed.

Theorem training_forward_sample_1 : forall epsilon x0 gamma beta running_mean running_variance momentum : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1))]
  = training_forward_mean 1 epsilon gamma beta momentum running_mean (vec [x0]).
Proof. equal. Qed.

Theorem training_forward_2 : forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1]).
Proof. equal. Qed.

Theorem training_forward_population_2 : forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1]).
Proof. equal. Qed.

Theorem training_forward_average_2 : forall epsilon x0 x1 gamma beta running_mean running_variance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - (1 / 3)) * running_mean) + ((1 / 3) * mean_1));
   (((1 - (1 / 3)) * running_variance) + ((1 / 3) * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta (cumulative_weight 3) running_mean running_variance (vec [x0; x1]).
Proof. equal. Qed.

Theorem training_forward_sample_2 : forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * ((2 * variance_1) / 1)))]
  = training_forward_state Sample 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1]).
Proof. equal. Qed.

Theorem training_forward_3 : forall epsilon x0 x1 x2 : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
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
Proof. equal. Qed.

Theorem training_forward_population_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum : R,
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
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. equal. Qed.

Theorem training_forward_average_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance : R,
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
   (((1 - (1 / 3)) * running_mean) + ((1 / 3) * mean_1));
   (((1 - (1 / 3)) * running_variance) + ((1 / 3) * variance_1))]
  = training_forward_state Population 3 epsilon gamma beta (cumulative_weight 3) running_mean running_variance (vec [x0; x1; x2]).
Proof. equal. Qed.

Theorem training_forward_sample_3 : forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum : R,
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
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * ((3 * variance_1) / 2)))]
  = training_forward_state Sample 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2]).
Proof. equal. Qed.

Theorem training_forward_4 : forall epsilon x0 x1 x2 x3 : R,
  let sum_1 := x0 + x1 + x2 + x3 in
  let mean_1 := (sum_1 / 4) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) in
  let variance_1 := (sum_2 / 4) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x3 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 4 epsilon 1 0 (vec [x0; x1; x2; x3]).
Proof. equal. Qed.

Theorem training_forward_population_4 : forall epsilon x0 x1 x2 x3 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 + x2 + x3 in
  let mean_1 := (sum_1 / 4) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) in
  let variance_1 := (sum_2 / 4) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 4 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2; x3]).
Proof. equal. Qed.

Theorem training_forward_average_4 : forall epsilon x0 x1 x2 x3 gamma beta running_mean running_variance : R,
  let sum_1 := x0 + x1 + x2 + x3 in
  let mean_1 := (sum_1 / 4) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) in
  let variance_1 := (sum_2 / 4) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - (1 / 3)) * running_mean) + ((1 / 3) * mean_1));
   (((1 - (1 / 3)) * running_variance) + ((1 / 3) * variance_1))]
  = training_forward_state Population 4 epsilon gamma beta (cumulative_weight 3) running_mean running_variance (vec [x0; x1; x2; x3]).
Proof. equal. Qed.

Theorem training_forward_sample_4 : forall epsilon x0 x1 x2 x3 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 + x2 + x3 in
  let mean_1 := (sum_1 / 4) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) in
  let variance_1 := (sum_2 / 4) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * ((4 * variance_1) / 3)))]
  = training_forward_state Sample 4 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2; x3]).
Proof. equal. Qed.

Theorem training_forward_5 : forall epsilon x0 x1 x2 x3 x4 : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 in
  let mean_1 := (sum_1 / 5) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) in
  let variance_1 := (sum_2 / 5) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x3 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x4 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 5 epsilon 1 0 (vec [x0; x1; x2; x3; x4]).
Proof. equal. Qed.

Theorem training_forward_population_5 : forall epsilon x0 x1 x2 x3 x4 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 in
  let mean_1 := (sum_1 / 5) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) in
  let variance_1 := (sum_2 / 5) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x4 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 5 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2; x3; x4]).
Proof. equal. Qed.

Theorem training_forward_average_5 : forall epsilon x0 x1 x2 x3 x4 gamma beta running_mean running_variance : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 in
  let mean_1 := (sum_1 / 5) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) in
  let variance_1 := (sum_2 / 5) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x4 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - (1 / 3)) * running_mean) + ((1 / 3) * mean_1));
   (((1 - (1 / 3)) * running_variance) + ((1 / 3) * variance_1))]
  = training_forward_state Population 5 epsilon gamma beta (cumulative_weight 3) running_mean running_variance (vec [x0; x1; x2; x3; x4]).
Proof. equal. Qed.

Theorem training_forward_sample_5 : forall epsilon x0 x1 x2 x3 x4 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 in
  let mean_1 := (sum_1 / 5) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) in
  let variance_1 := (sum_2 / 5) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x4 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * ((5 * variance_1) / 4)))]
  = training_forward_state Sample 5 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2; x3; x4]).
Proof. equal. Qed.

Theorem training_forward_6 : forall epsilon x0 x1 x2 x3 x4 x5 : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 + x5 in
  let mean_1 := (sum_1 / 6) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) + ((x5 - mean_1) * (x5 - mean_1)) in
  let variance_1 := (sum_2 / 6) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x3 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x4 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x5 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 6 epsilon 1 0 (vec [x0; x1; x2; x3; x4; x5]).
Proof. equal. Qed.

Theorem training_forward_population_6 : forall epsilon x0 x1 x2 x3 x4 x5 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 + x5 in
  let mean_1 := (sum_1 / 6) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) + ((x5 - mean_1) * (x5 - mean_1)) in
  let variance_1 := (sum_2 / 6) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x4 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x5 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 6 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]).
Proof. equal. Qed.

Theorem training_forward_average_6 : forall epsilon x0 x1 x2 x3 x4 x5 gamma beta running_mean running_variance : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 + x5 in
  let mean_1 := (sum_1 / 6) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) + ((x5 - mean_1) * (x5 - mean_1)) in
  let variance_1 := (sum_2 / 6) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x4 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x5 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - (1 / 3)) * running_mean) + ((1 / 3) * mean_1));
   (((1 - (1 / 3)) * running_variance) + ((1 / 3) * variance_1))]
  = training_forward_state Population 6 epsilon gamma beta (cumulative_weight 3) running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]).
Proof. equal. Qed.

Theorem training_forward_sample_6 : forall epsilon x0 x1 x2 x3 x4 x5 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 + x5 in
  let mean_1 := (sum_1 / 6) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) + ((x5 - mean_1) * (x5 - mean_1)) in
  let variance_1 := (sum_2 / 6) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x2 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x3 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x4 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x5 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * ((6 * variance_1) / 5)))]
  = training_forward_state Sample 6 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]).
Proof. equal. Qed.
