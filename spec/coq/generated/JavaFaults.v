(** Written by GeneratedProofsTest from the Java text: faults are not what the specification says. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem population_in_state_in_training_forward_sample_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
  = training_forward_state Sample 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem sample_in_state_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem population_uncorrected_in_population_2 : ~ (forall x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  [(mean_1 / 1);
   (variance_1 / 1)]
  = population [[x0; x1]]).
Proof. intros H. different (H (5/2) (-1/2)). Qed.

Theorem bessel_with_epsilon_in_training_forward_sample_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   (((1 - momentum) * running_variance) + (momentum * ((2 * variance_1) / (1 + epsilon))))]
  = training_forward_state Sample 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem sample_normalises_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (((2 * variance_1) / 1) + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem sample_in_backward_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (((2 * variance_1) / 1) + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem momentum_lost_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   (((1 - 1) * running_mean) + (1 * mean_1));
   (((1 - 1) * running_variance) + (1 * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem epsilon_outside_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / ((sqrt variance_1) + epsilon)) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem epsilon_maximum_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (Rmax variance_1 epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem variance_without_root_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (variance_1 + epsilon)) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem epsilon_missing_in_inference_in_inference_forward_2 : ~ (forall epsilon x0 x1 running_mean running_variance gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + 0))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta)]
  = inference_forward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 2 (9/64) (-2) (-3)). Qed.

Theorem epsilon_stored_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   (((1 - momentum) * running_variance) + (momentum * (variance_1 + epsilon)))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem remainder_dropped_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let mean_1 := (0 / 2) in
  let inverse_std_1 := (1 / (sqrt (mean_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   mean_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem mean_of_means_in_training_forward_3 : ~ (forall epsilon x0 x1 x2 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (((sum_1 / 2) + (x2 / 1)) / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x2 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 3 epsilon 1 0 (vec [x0; x1; x2])).
Proof. intros H. different (H (7/4) (5/2) (5/2) (-2)). Qed.

Theorem state_in_half_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   (((1 - momentum) * epsilon) + (momentum * mean_1));
   (((1 - momentum) * epsilon) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem instance_statistics_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem batch_in_inference_in_inference_forward_2 : ~ (forall epsilon x0 x1 running_mean running_variance gamma beta : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta)]
  = inference_forward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 2 (9/64) (-2) (-3)). Qed.

Theorem running_in_training_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem updated_state_normalises_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt ((((1 - momentum) * running_variance) + (momentum * variance_1)) + epsilon))) in
  [((gamma * ((x0 - (((1 - momentum) * running_mean) + (momentum * mean_1))) * inverse_std_1)) + beta);
   ((gamma * ((x1 - (((1 - momentum) * running_mean) + (momentum * mean_1))) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem state_not_updated_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   running_mean;
   running_variance]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem state_updated_twice_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   (((1 - momentum) * (((1 - momentum) * running_mean) + (momentum * mean_1))) + (momentum * mean_1));
   (((1 - momentum) * (((1 - momentum) * running_variance) + (momentum * variance_1))) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem state_aliased_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt ((((1 - momentum) * running_variance) + (momentum * variance_1)) + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem mean_in_running_variance_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   (((1 - momentum) * running_variance) + (momentum * mean_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem std_for_inverse_std_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   (1 / inverse_std_1)]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem variance_for_inverse_std_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   variance_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem sample_for_variance_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   ((2 * variance_1) / 1);
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem inverse_std_for_variance_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   inverse_std_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem inverse_std_as_variance_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * (1 / (sqrt (inverse_std_1 + epsilon))))) + (dy1 * ((x1 - mean_1) * (1 / (sqrt (inverse_std_1 + epsilon))))) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * (1 / (sqrt (inverse_std_1 + epsilon)))) + (((2 * (dvariance - (sum_3 * ((((1 / (sqrt (inverse_std_1 + epsilon))) * (1 / (sqrt (inverse_std_1 + epsilon)))) * (1 / (sqrt (inverse_std_1 + epsilon)))) / 2)))) / 2) * (x0 - mean_1))) + (((dmean - ((1 / (sqrt (inverse_std_1 + epsilon))) * sum_4)) - ((dvariance - (sum_3 * ((((1 / (sqrt (inverse_std_1 + epsilon))) * (1 / (sqrt (inverse_std_1 + epsilon)))) * (1 / (sqrt (inverse_std_1 + epsilon)))) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * (1 / (sqrt (inverse_std_1 + epsilon)))) + (((2 * (dvariance - (sum_3 * ((((1 / (sqrt (inverse_std_1 + epsilon))) * (1 / (sqrt (inverse_std_1 + epsilon)))) * (1 / (sqrt (inverse_std_1 + epsilon)))) / 2)))) / 2) * (x1 - mean_1))) + (((dmean - ((1 / (sqrt (inverse_std_1 + epsilon))) * sum_4)) - ((dvariance - (sum_3 * ((((1 / (sqrt (inverse_std_1 + epsilon))) * (1 / (sqrt (inverse_std_1 + epsilon)))) * (1 / (sqrt (inverse_std_1 + epsilon)))) / 2))) * ((2 * sum_5) / 2))) / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem state_as_std_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
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
   ((((1 - momentum) * (sqrt running_variance)) + (momentum * (sqrt variance_1))) * (((1 - momentum) * (sqrt running_variance)) + (momentum * (sqrt variance_1))))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem no_statistics_gradient_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem no_mean_gradient_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (0 / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (0 / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem no_variance_gradient_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * 0) / 2) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - (0 * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * 0) / 2) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - (0 * ((2 * sum_5) / 2))) / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem variance_gradient_doubled_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) + (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))))) / 2) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - (((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) + (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) + (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))))) / 2) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - (((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) + (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) * ((2 * sum_5) / 2))) / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem variance_gradient_reversed_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (0 - (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))))) / 2) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((0 - (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (0 - (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))))) / 2) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((0 - (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) * ((2 * sum_5) / 2))) / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem mean_gradient_by_bessel_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (((2 * ((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2)))) / 1) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (((2 * ((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2)))) / 1) / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem gamma_missing_in_dx_in_inference_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 in
  [((1 * inverse_std_1) * dy0);
   ((1 * inverse_std_1) * dy1);
   sum_1;
   sum_2]
  = inference_backward 2 epsilon gamma running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 2 (9/64) (-2)). Qed.

Theorem training_gradient_in_inference_in_inference_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 in
  let sum_3 := ((dy0 * gamma) * (x0 - running_mean)) + ((dy1 * gamma) * (x1 - running_mean)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - running_mean) + (x1 - running_mean) in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - running_mean))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - running_mean))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   sum_1;
   sum_2]
  = inference_backward 2 epsilon gamma running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 2 (9/64) (-2)). Qed.

Theorem batch_in_inference_backward_in_inference_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_4 := dy0 + dy1 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   sum_3;
   sum_4]
  = inference_backward 2 epsilon gamma running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 2 (9/64) (-2)). Qed.

Theorem double_backward_trains_in_double_backward_inference_2 : ~ (forall epsilon x0 x1 dy0 dy1 ddx0 ddx1 gamma ddgamma ddbeta running_mean running_variance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (ddx0 * ((x0 - mean_1) * inverse_std_1)) + (ddx1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_5 := dy0 + dy1 in
  let sum_6 := (ddx0 * (dy0 - (sum_5 / 2))) + (ddx1 * (dy1 - (sum_5 / 2))) in
  let sum_7 := (((ddgamma * dy0) - (((gamma * inverse_std_1) / 2) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * (x0 - mean_1)) + (((ddgamma * dy1) - (((gamma * inverse_std_1) / 2) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * (x1 - mean_1)) in
  let sum_8 := ((ddgamma * dy0) - (((gamma * inverse_std_1) / 2) * ((ddx0 * sum_4) + (dy0 * sum_3)))) + ((ddgamma * dy1) - (((gamma * inverse_std_1) / 2) * ((ddx1 * sum_4) + (dy1 * sum_3)))) in
  let sum_9 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_10 := ddx0 + ddx1 in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 2) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 2))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 2))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 2))) / 2));
   (((((ddgamma * dy1) - (((gamma * inverse_std_1) / 2) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 2))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 2))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 2))) / 2));
   (inverse_std_1 * (sum_6 - ((sum_3 * sum_4) / 2)));
   (((gamma * inverse_std_1) * ((ddx0 - (sum_10 / 2)) - (((x0 - mean_1) * inverse_std_1) * (sum_3 / 2)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx1 - (sum_10 / 2)) - (((x1 - mean_1) * inverse_std_1) * (sum_3 / 2)))) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta))]
  = inference_double_backward 2 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0; x1]) (vec [dy0; dy1]) (vec [ddx0; ddx1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 1 3 (-2) 11 11 2 (9/64)). Qed.

Theorem dgamma_without_r_in_inference_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * (x0 - running_mean)) + (dy1 * (x1 - running_mean)) in
  let sum_2 := dy0 + dy1 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   sum_1;
   sum_2]
  = inference_backward 2 epsilon gamma running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 2 (9/64) (-2)). Qed.

Theorem dgamma_divided_by_r_in_inference_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * (x0 - running_mean)) + (dy1 * (x1 - running_mean)) in
  let sum_2 := dy0 + dy1 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   (sum_1 / inverse_std_1);
   sum_2]
  = inference_backward 2 epsilon gamma running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 2 (9/64) (-2)). Qed.

Theorem second_statistics_constant_in_double_backward_training_2 : ~ (forall epsilon x0 x1 dy0 dy1 ddx0 ddx1 gamma ddgamma ddbeta : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (dy0 * ddx0) + (dy1 * ddx1) in
  [((inverse_std_1 * dy0) * ddgamma);
   ((inverse_std_1 * dy1) * ddgamma);
   (inverse_std_1 * sum_3);
   (((gamma * inverse_std_1) * ddx0) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx1) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 2 epsilon gamma ddgamma ddbeta (vec [x0; x1]) (vec [dy0; dy1]) (vec [ddx0; ddx1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 1 3 (-2) 11 11). Qed.

Theorem second_scale_path_lost_in_double_backward_training_2 : ~ (forall epsilon x0 x1 dy0 dy1 ddx0 ddx1 gamma ddgamma ddbeta : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (ddx0 * ((x0 - mean_1) * inverse_std_1)) + (ddx1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_5 := dy0 + dy1 in
  let sum_6 := (ddx0 * (dy0 - (sum_5 / 2))) + (ddx1 * (dy1 - (sum_5 / 2))) in
  let sum_7 := (((ddgamma * dy0) - (((gamma * inverse_std_1) / 2) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * (x0 - mean_1)) + (((ddgamma * dy1) - (((gamma * inverse_std_1) / 2) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * (x1 - mean_1)) in
  let sum_8 := ((ddgamma * dy0) - (((gamma * inverse_std_1) / 2) * ((ddx0 * sum_4) + (dy0 * sum_3)))) + ((ddgamma * dy1) - (((gamma * inverse_std_1) / 2) * ((ddx1 * sum_4) + (dy1 * sum_3)))) in
  let sum_9 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_10 := ddx0 + ddx1 in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 2) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * 0))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * 0))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 2))) / 2));
   (((((ddgamma * dy1) - (((gamma * inverse_std_1) / 2) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * 0))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * 0))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 2))) / 2));
   (inverse_std_1 * (sum_6 - ((sum_3 * sum_4) / 2)));
   (((gamma * inverse_std_1) * ((ddx0 - (sum_10 / 2)) - (((x0 - mean_1) * inverse_std_1) * (sum_3 / 2)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx1 - (sum_10 / 2)) - (((x1 - mean_1) * inverse_std_1) * (sum_3 / 2)))) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 2 epsilon gamma ddgamma ddbeta (vec [x0; x1]) (vec [dy0; dy1]) (vec [ddx0; ddx1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 1 3 (-2) 11 11). Qed.

Theorem second_upstream_lost_in_double_backward_inference_2 : ~ (forall epsilon x0 x1 dy0 dy1 ddx0 ddx1 gamma ddgamma ddbeta running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ddx0) + (dy1 * ddx1) in
  [((inverse_std_1 * dy0) * 0);
   ((inverse_std_1 * dy1) * 0);
   (inverse_std_1 * sum_1);
   (((gamma * inverse_std_1) * ddx0) + ((0 * ((x0 - running_mean) * inverse_std_1)) + 0));
   (((gamma * inverse_std_1) * ddx1) + ((0 * ((x1 - running_mean) * inverse_std_1)) + 0))]
  = inference_double_backward 2 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0; x1]) (vec [dy0; dy1]) (vec [ddx0; ddx1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 1 3 (-2) 11 11 2 (9/64)). Qed.

Theorem tangent_statistics_constant_in_tangent_2 : ~ (forall epsilon x0 x1 x_dot0 x_dot1 gamma beta gamma_dot beta_dot : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := x_dot0 + x_dot1 in
  let sum_4 := ((x0 - mean_1) * (x_dot0 - (sum_3 / 2))) + ((x1 - mean_1) * (x_dot1 - (sum_3 / 2))) in
  [(((gamma * (((x_dot0 - 0) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * 0) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot1 - 0) * inverse_std_1) - ((x1 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * 0) / 2)))) + (gamma_dot * ((x1 - mean_1) * inverse_std_1))) + beta_dot);
   (sum_3 / 2);
   ((2 * sum_4) / 2)]
  = tangent 2 epsilon gamma gamma_dot beta_dot (vec [x0; x1]) (vec [x_dot0; x_dot1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) (-3) 11 11). Qed.

Theorem absent_gamma_zero_in_training_forward_2 : ~ (forall epsilon x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((0 * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((0 * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1]
  = training_forward 2 epsilon 1 0 (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2)). Qed.

Theorem gamma_fixed_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((1 * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((1 * ((x1 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem beta_ignored_in_training_forward_population_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + 0);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + 0);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem activation_dropped_in_inference_forward_activated_2 : ~ (forall epsilon x0 x1 running_mean running_variance gamma beta z0 z1 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0);
   (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1)]
  = activated_forward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1]) (vec [z0; z1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 2 (9/64) (-2) (-3) 1 3). Qed.

Theorem activated_before_sum_in_inference_forward_activated_2 : ~ (forall epsilon x0 x1 running_mean running_variance gamma beta z0 z1 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((relu ((gamma * ((x0 - running_mean) * inverse_std_1)) + beta)) + z0);
   ((relu ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta)) + z1)]
  = activated_forward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1]) (vec [z0; z1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 2 (9/64) (-2) (-3) 1 3). Qed.

Theorem activation_gradient_dropped_in_inference_backward_activated_2 : ~ (forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma beta z0 z1 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   sum_1;
   sum_2;
   dy0;
   dy1]
  = activated_backward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1]) (vec [z0; z1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 2 (9/64) (-2) (-3) 1 3). Qed.

Theorem shards_apart_in_synchronised_forward_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let mean_2 := (x1 / 1) in
  let variance_2 := (((x1 - mean_2) * (x1 - mean_2)) / 1) in
  let inverse_std_2 := (1 / (sqrt (variance_2 + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_2) * inverse_std_2)) + beta);
   mean_1;
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * ((2 * variance_1) / 1)))]
  = training_forward_state Sample 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem mean_of_shard_means_in_synchronised_forward_3 : ~ (forall epsilon x0 x1 x2 gamma beta running_mean running_variance momentum : R,
  let mean_1 := (x0 / 1) in
  let sum_1 := x1 + x2 in
  let mean_2 := (sum_1 / 2) in
  let sum_2 := mean_1 + mean_2 in
  let sum_3 := ((x0 - (sum_2 / 2)) * (x0 - (sum_2 / 2))) + ((x1 - (sum_2 / 2)) * (x1 - (sum_2 / 2))) + ((x2 - (sum_2 / 2)) * (x2 - (sum_2 / 2))) in
  let variance_1 := (sum_3 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [((gamma * ((x0 - (sum_2 / 2)) * inverse_std_1)) + beta);
   ((gamma * ((x1 - (sum_2 / 2)) * inverse_std_1)) + beta);
   ((gamma * ((x2 - (sum_2 / 2)) * inverse_std_1)) + beta);
   (sum_2 / 2);
   variance_1;
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * (sum_2 / 2)));
   (((1 - momentum) * running_variance) + (momentum * ((3 * variance_1) / 2)))]
  = training_forward_state Sample 3 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1; x2])).
Proof. intros H. different (H (7/4) (5/2) (5/2) (-2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem shard_variances_averaged_in_synchronised_forward_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance momentum : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let mean_2 := (x0 / 1) in
  let variance_1 := (((x0 - mean_2) * (x0 - mean_2)) / 1) in
  let mean_3 := (x1 / 1) in
  let variance_2 := (((x1 - mean_3) * (x1 - mean_3)) / 1) in
  let sum_2 := variance_1 + variance_2 in
  let inverse_std_1 := (1 / (sqrt ((sum_2 / 2) + epsilon))) in
  [((gamma * ((x0 - mean_1) * inverse_std_1)) + beta);
   ((gamma * ((x1 - mean_1) * inverse_std_1)) + beta);
   mean_1;
   (sum_2 / 2);
   inverse_std_1;
   (((1 - momentum) * running_mean) + (momentum * mean_1));
   (((1 - momentum) * running_variance) + (momentum * ((2 * (sum_2 / 2)) / 1)))]
  = training_forward_state Sample 2 epsilon gamma beta momentum running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64) (23/135)). Qed.

Theorem shard_gradient_means_in_synchronised_backward_3 : ~ (forall epsilon x0 x1 x2 dy0 dy1 dy2 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) + ((dy2 * gamma) * (x2 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) + (dy2 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 + dy2 in
  let sum_8 := dy1 + dy2 in
  let sum_9 := (dy0 / 1) + (sum_8 / 2) in
  let sum_10 := (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) in
  let sum_11 := ((dy0 * ((x0 - mean_1) * inverse_std_1)) / 1) + (sum_10 / 2) in
  [((((gamma * inverse_std_1) * ((dy0 - (sum_9 / 2)) - (((x0 - mean_1) * inverse_std_1) * (sum_11 / 2)))) + (dmean / 3)) + (((2 * dvariance) / 3) * (x0 - mean_1)));
   ((((gamma * inverse_std_1) * ((dy1 - (sum_9 / 2)) - (((x1 - mean_1) * inverse_std_1) * (sum_11 / 2)))) + (dmean / 3)) + (((2 * dvariance) / 3) * (x1 - mean_1)));
   ((((gamma * inverse_std_1) * ((dy2 - (sum_9 / 2)) - (((x2 - mean_1) * inverse_std_1) * (sum_11 / 2)))) + (dmean / 3)) + (((2 * dvariance) / 3) * (x2 - mean_1)));
   sum_6;
   sum_7]
  = training_backward 3 epsilon gamma dmean dvariance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2])).
Proof. intros H. different (H (7/4) (5/2) (5/2) (-2) 1 3 8 (-2) 5 7). Qed.

Theorem shard_gradients_twice_in_synchronised_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((2 * sum_6) / 1);
   ((2 * sum_7) / 1)]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem shard_gradients_divided_in_synchronised_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((1 * sum_6) / 2);
   ((1 * sum_7) / 2)]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem folded_bias_unscaled_in_fold_2 : ~ (forall epsilon weight0 weight1 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   ((gamma * inverse_std_1) * weight1);
   (bias + (((gamma * inverse_std_1) * (0 - running_mean)) + beta))]
  = fold 2 epsilon gamma beta running_mean running_variance bias (vec [weight0; weight1])).
Proof. intros H. different (H (7/4) 1 3 2 (9/64) 11 (-2) (-3)). Qed.

Theorem folded_bias_dropped_in_fold_2 : ~ (forall epsilon weight0 weight1 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   ((gamma * inverse_std_1) * weight1);
   (((gamma * inverse_std_1) * (0 - running_mean)) + beta)]
  = fold 2 epsilon gamma beta running_mean running_variance bias (vec [weight0; weight1])).
Proof. intros H. different (H (7/4) 1 3 2 (9/64) 11 (-2) (-3)). Qed.

Theorem statistics_gradient_lost_in_training_backward_2 : ~ (forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 2) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_4)) - ((0 - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 2))) / 2));
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) 1 3 (-2) 5 7). Qed.

Theorem average_lags_in_training_forward_average_2 : ~ (forall epsilon x0 x1 gamma beta running_mean running_variance : R,
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
   (((1 - (1 / 4)) * running_mean) + ((1 / 4) * mean_1));
   (((1 - (1 / 4)) * running_variance) + ((1 / 4) * variance_1))]
  = training_forward_state Population 2 epsilon gamma beta (cumulative_weight 3) running_mean running_variance (vec [x0; x1])).
Proof. intros H. different (H (7/4) (5/2) (-1/2) (-2) (-3) 2 (9/64)). Qed.

Theorem population_by_size_in_population_5 : ~ (forall x0 x1 x2 x3 x4 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let sum_3 := x2 + x3 + x4 in
  let mean_2 := (sum_3 / 3) in
  let sum_4 := ((x2 - mean_2) * (x2 - mean_2)) + ((x3 - mean_2) * (x3 - mean_2)) + ((x4 - mean_2) * (x4 - mean_2)) in
  let variance_2 := (sum_4 / 3) in
  let sum_5 := (2 * mean_1) + (3 * mean_2) in
  let sum_6 := (2 * ((2 * variance_1) / 1)) + (3 * ((3 * variance_2) / 2)) in
  [(sum_5 / 5);
   (sum_6 / 5)]
  = population [[x0; x1]; [x2; x3; x4]]).
Proof. intros H. different (H (5/2) (5/2) (-2) 0 1). Qed.
