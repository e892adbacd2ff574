(** Written by GeneratedProofsTest from the Java text: inference-forward is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem inference_forward_1 : forall epsilon x0 running_mean running_variance gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta)]
  = inference_forward 1 epsilon gamma beta running_mean running_variance (vec [x0]).
Proof. equal. Qed.

Theorem inference_forward_plain_1 : forall epsilon x0 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * ((x0 - running_mean) * inverse_std_1)) + 0)]
  = inference_forward 1 epsilon 1 0 running_mean running_variance (vec [x0]).
Proof. equal. Qed.

Theorem inference_forward_activated_1 : forall epsilon x0 running_mean running_variance gamma beta z0 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(relu (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0))]
  = activated_forward 1 epsilon gamma beta running_mean running_variance (vec [x0]) (vec [z0]).
Proof. gated. Qed.

Theorem inference_forward_2 : forall epsilon x0 x1 running_mean running_variance gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta)]
  = inference_forward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1]).
Proof. equal. Qed.

Theorem inference_forward_plain_2 : forall epsilon x0 x1 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * ((x0 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x1 - running_mean) * inverse_std_1)) + 0)]
  = inference_forward 2 epsilon 1 0 running_mean running_variance (vec [x0; x1]).
Proof. equal. Qed.

Theorem inference_forward_activated_2 : forall epsilon x0 x1 running_mean running_variance gamma beta z0 z1 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(relu (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0));
   (relu (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1))]
  = activated_forward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1]) (vec [z0; z1]).
Proof. gated. Qed.

Theorem inference_forward_3 : forall epsilon x0 x1 x2 running_mean running_variance gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x2 - running_mean) * inverse_std_1)) + beta)]
  = inference_forward 3 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2]).
Proof. equal. Qed.

Theorem inference_forward_plain_3 : forall epsilon x0 x1 x2 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * ((x0 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x1 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x2 - running_mean) * inverse_std_1)) + 0)]
  = inference_forward 3 epsilon 1 0 running_mean running_variance (vec [x0; x1; x2]).
Proof. equal. Qed.

Theorem inference_forward_activated_3 : forall epsilon x0 x1 x2 running_mean running_variance gamma beta z0 z1 z2 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(relu (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0));
   (relu (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1));
   (relu (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2))]
  = activated_forward 3 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2]) (vec [z0; z1; z2]).
Proof. gated. Qed.

Theorem inference_forward_4 : forall epsilon x0 x1 x2 x3 running_mean running_variance gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x2 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x3 - running_mean) * inverse_std_1)) + beta)]
  = inference_forward 4 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3]).
Proof. equal. Qed.

Theorem inference_forward_plain_4 : forall epsilon x0 x1 x2 x3 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * ((x0 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x1 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x2 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x3 - running_mean) * inverse_std_1)) + 0)]
  = inference_forward 4 epsilon 1 0 running_mean running_variance (vec [x0; x1; x2; x3]).
Proof. equal. Qed.

Theorem inference_forward_activated_4 : forall epsilon x0 x1 x2 x3 running_mean running_variance gamma beta z0 z1 z2 z3 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(relu (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0));
   (relu (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1));
   (relu (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2));
   (relu (((gamma * ((x3 - running_mean) * inverse_std_1)) + beta) + z3))]
  = activated_forward 4 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3]) (vec [z0; z1; z2; z3]).
Proof. gated. Qed.

Theorem inference_forward_5 : forall epsilon x0 x1 x2 x3 x4 running_mean running_variance gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x2 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x3 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x4 - running_mean) * inverse_std_1)) + beta)]
  = inference_forward 5 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3; x4]).
Proof. equal. Qed.

Theorem inference_forward_plain_5 : forall epsilon x0 x1 x2 x3 x4 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * ((x0 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x1 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x2 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x3 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x4 - running_mean) * inverse_std_1)) + 0)]
  = inference_forward 5 epsilon 1 0 running_mean running_variance (vec [x0; x1; x2; x3; x4]).
Proof. equal. Qed.

Theorem inference_forward_activated_5 : forall epsilon x0 x1 x2 x3 x4 running_mean running_variance gamma beta z0 z1 z2 z3 z4 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(relu (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0));
   (relu (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1));
   (relu (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2));
   (relu (((gamma * ((x3 - running_mean) * inverse_std_1)) + beta) + z3));
   (relu (((gamma * ((x4 - running_mean) * inverse_std_1)) + beta) + z4))]
  = activated_forward 5 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3; x4]) (vec [z0; z1; z2; z3; z4]).
Proof. gated. Qed.

Theorem inference_forward_6 : forall epsilon x0 x1 x2 x3 x4 x5 running_mean running_variance gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * ((x0 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x1 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x2 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x3 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x4 - running_mean) * inverse_std_1)) + beta);
   ((gamma * ((x5 - running_mean) * inverse_std_1)) + beta)]
  = inference_forward 6 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]).
Proof. equal. Qed.

Theorem inference_forward_plain_6 : forall epsilon x0 x1 x2 x3 x4 x5 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * ((x0 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x1 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x2 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x3 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x4 - running_mean) * inverse_std_1)) + 0);
   ((1 * ((x5 - running_mean) * inverse_std_1)) + 0)]
  = inference_forward 6 epsilon 1 0 running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]).
Proof. equal. Qed.

Theorem inference_forward_activated_6 : forall epsilon x0 x1 x2 x3 x4 x5 running_mean running_variance gamma beta z0 z1 z2 z3 z4 z5 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [(relu (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0));
   (relu (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1));
   (relu (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2));
   (relu (((gamma * ((x3 - running_mean) * inverse_std_1)) + beta) + z3));
   (relu (((gamma * ((x4 - running_mean) * inverse_std_1)) + beta) + z4));
   (relu (((gamma * ((x5 - running_mean) * inverse_std_1)) + beta) + z5))]
  = activated_forward 6 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]) (vec [z0; z1; z2; z3; z4; z5]).
Proof. gated. Qed.
