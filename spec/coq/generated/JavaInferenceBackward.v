(** Written by GeneratedProofsTest from the Java text: inference-backward is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem inference_backward_1 : forall epsilon x0 dy0 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * dy0);
   (dy0 * ((x0 - running_mean) * inverse_std_1));
   dy0]
  = inference_backward 1 epsilon gamma running_mean running_variance (vec [x0]) (vec [dy0]).
Proof. equal. Qed.

Theorem inference_backward_activated_1 : forall epsilon x0 dy0 running_mean running_variance gamma beta z0 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let gate_1 := if Rlt_bool 0 (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0) then dy0 else 0 in
  [((gamma * inverse_std_1) * gate_1);
   (gate_1 * ((x0 - running_mean) * inverse_std_1));
   gate_1;
   gate_1]
  = activated_backward 1 epsilon gamma beta running_mean running_variance (vec [x0]) (vec [dy0]) (vec [z0]).
Proof. gated. Qed.

Theorem inference_backward_2 : forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   sum_1;
   sum_2]
  = inference_backward 2 epsilon gamma running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1]).
Proof. equal. Qed.

Theorem inference_backward_activated_2 : forall epsilon x0 x1 dy0 dy1 running_mean running_variance gamma beta z0 z1 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let gate_1 := if Rlt_bool 0 (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0) then dy0 else 0 in
  let gate_2 := if Rlt_bool 0 (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1) then dy1 else 0 in
  let sum_1 := (gate_1 * ((x0 - running_mean) * inverse_std_1)) + (gate_2 * ((x1 - running_mean) * inverse_std_1)) in
  let sum_2 := gate_1 + gate_2 in
  [((gamma * inverse_std_1) * gate_1);
   ((gamma * inverse_std_1) * gate_2);
   sum_1;
   sum_2;
   gate_1;
   gate_2]
  = activated_backward 2 epsilon gamma beta running_mean running_variance (vec [x0; x1]) (vec [dy0; dy1]) (vec [z0; z1]).
Proof. gated. Qed.

Theorem inference_backward_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) + (dy2 * ((x2 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 + dy2 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   ((gamma * inverse_std_1) * dy2);
   sum_1;
   sum_2]
  = inference_backward 3 epsilon gamma running_mean running_variance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. equal. Qed.

Theorem inference_backward_activated_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 running_mean running_variance gamma beta z0 z1 z2 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let gate_1 := if Rlt_bool 0 (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0) then dy0 else 0 in
  let gate_2 := if Rlt_bool 0 (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1) then dy1 else 0 in
  let gate_3 := if Rlt_bool 0 (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2) then dy2 else 0 in
  let sum_1 := (gate_1 * ((x0 - running_mean) * inverse_std_1)) + (gate_2 * ((x1 - running_mean) * inverse_std_1)) + (gate_3 * ((x2 - running_mean) * inverse_std_1)) in
  let sum_2 := gate_1 + gate_2 + gate_3 in
  [((gamma * inverse_std_1) * gate_1);
   ((gamma * inverse_std_1) * gate_2);
   ((gamma * inverse_std_1) * gate_3);
   sum_1;
   sum_2;
   gate_1;
   gate_2;
   gate_3]
  = activated_backward 3 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]) (vec [z0; z1; z2]).
Proof. gated. Qed.

Theorem inference_backward_4 : forall epsilon x0 x1 x2 x3 dy0 dy1 dy2 dy3 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) + (dy2 * ((x2 - running_mean) * inverse_std_1)) + (dy3 * ((x3 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 + dy2 + dy3 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   ((gamma * inverse_std_1) * dy2);
   ((gamma * inverse_std_1) * dy3);
   sum_1;
   sum_2]
  = inference_backward 4 epsilon gamma running_mean running_variance (vec [x0; x1; x2; x3]) (vec [dy0; dy1; dy2; dy3]).
Proof. equal. Qed.

Theorem inference_backward_activated_4 : forall epsilon x0 x1 x2 x3 dy0 dy1 dy2 dy3 running_mean running_variance gamma beta z0 z1 z2 z3 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let gate_1 := if Rlt_bool 0 (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0) then dy0 else 0 in
  let gate_2 := if Rlt_bool 0 (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1) then dy1 else 0 in
  let gate_3 := if Rlt_bool 0 (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2) then dy2 else 0 in
  let gate_4 := if Rlt_bool 0 (((gamma * ((x3 - running_mean) * inverse_std_1)) + beta) + z3) then dy3 else 0 in
  let sum_1 := (gate_1 * ((x0 - running_mean) * inverse_std_1)) + (gate_2 * ((x1 - running_mean) * inverse_std_1)) + (gate_3 * ((x2 - running_mean) * inverse_std_1)) + (gate_4 * ((x3 - running_mean) * inverse_std_1)) in
  let sum_2 := gate_1 + gate_2 + gate_3 + gate_4 in
  [((gamma * inverse_std_1) * gate_1);
   ((gamma * inverse_std_1) * gate_2);
   ((gamma * inverse_std_1) * gate_3);
   ((gamma * inverse_std_1) * gate_4);
   sum_1;
   sum_2;
   gate_1;
   gate_2;
   gate_3;
   gate_4]
  = activated_backward 4 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3]) (vec [dy0; dy1; dy2; dy3]) (vec [z0; z1; z2; z3]).
Proof. gated. Qed.

Theorem inference_backward_5 : forall epsilon x0 x1 x2 x3 x4 dy0 dy1 dy2 dy3 dy4 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) + (dy2 * ((x2 - running_mean) * inverse_std_1)) + (dy3 * ((x3 - running_mean) * inverse_std_1)) + (dy4 * ((x4 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 + dy2 + dy3 + dy4 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   ((gamma * inverse_std_1) * dy2);
   ((gamma * inverse_std_1) * dy3);
   ((gamma * inverse_std_1) * dy4);
   sum_1;
   sum_2]
  = inference_backward 5 epsilon gamma running_mean running_variance (vec [x0; x1; x2; x3; x4]) (vec [dy0; dy1; dy2; dy3; dy4]).
Proof. equal. Qed.

Theorem inference_backward_activated_5 : forall epsilon x0 x1 x2 x3 x4 dy0 dy1 dy2 dy3 dy4 running_mean running_variance gamma beta z0 z1 z2 z3 z4 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let gate_1 := if Rlt_bool 0 (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0) then dy0 else 0 in
  let gate_2 := if Rlt_bool 0 (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1) then dy1 else 0 in
  let gate_3 := if Rlt_bool 0 (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2) then dy2 else 0 in
  let gate_4 := if Rlt_bool 0 (((gamma * ((x3 - running_mean) * inverse_std_1)) + beta) + z3) then dy3 else 0 in
  let gate_5 := if Rlt_bool 0 (((gamma * ((x4 - running_mean) * inverse_std_1)) + beta) + z4) then dy4 else 0 in
  let sum_1 := (gate_1 * ((x0 - running_mean) * inverse_std_1)) + (gate_2 * ((x1 - running_mean) * inverse_std_1)) + (gate_3 * ((x2 - running_mean) * inverse_std_1)) + (gate_4 * ((x3 - running_mean) * inverse_std_1)) + (gate_5 * ((x4 - running_mean) * inverse_std_1)) in
  let sum_2 := gate_1 + gate_2 + gate_3 + gate_4 + gate_5 in
  [((gamma * inverse_std_1) * gate_1);
   ((gamma * inverse_std_1) * gate_2);
   ((gamma * inverse_std_1) * gate_3);
   ((gamma * inverse_std_1) * gate_4);
   ((gamma * inverse_std_1) * gate_5);
   sum_1;
   sum_2;
   gate_1;
   gate_2;
   gate_3;
   gate_4;
   gate_5]
  = activated_backward 5 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3; x4]) (vec [dy0; dy1; dy2; dy3; dy4]) (vec [z0; z1; z2; z3; z4]).
Proof. gated. Qed.

Theorem inference_backward_6 : forall epsilon x0 x1 x2 x3 x4 x5 dy0 dy1 dy2 dy3 dy4 dy5 running_mean running_variance gamma : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ((x0 - running_mean) * inverse_std_1)) + (dy1 * ((x1 - running_mean) * inverse_std_1)) + (dy2 * ((x2 - running_mean) * inverse_std_1)) + (dy3 * ((x3 - running_mean) * inverse_std_1)) + (dy4 * ((x4 - running_mean) * inverse_std_1)) + (dy5 * ((x5 - running_mean) * inverse_std_1)) in
  let sum_2 := dy0 + dy1 + dy2 + dy3 + dy4 + dy5 in
  [((gamma * inverse_std_1) * dy0);
   ((gamma * inverse_std_1) * dy1);
   ((gamma * inverse_std_1) * dy2);
   ((gamma * inverse_std_1) * dy3);
   ((gamma * inverse_std_1) * dy4);
   ((gamma * inverse_std_1) * dy5);
   sum_1;
   sum_2]
  = inference_backward 6 epsilon gamma running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]) (vec [dy0; dy1; dy2; dy3; dy4; dy5]).
Proof. equal. Qed.

Theorem inference_backward_activated_6 : forall epsilon x0 x1 x2 x3 x4 x5 dy0 dy1 dy2 dy3 dy4 dy5 running_mean running_variance gamma beta z0 z1 z2 z3 z4 z5 : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let gate_1 := if Rlt_bool 0 (((gamma * ((x0 - running_mean) * inverse_std_1)) + beta) + z0) then dy0 else 0 in
  let gate_2 := if Rlt_bool 0 (((gamma * ((x1 - running_mean) * inverse_std_1)) + beta) + z1) then dy1 else 0 in
  let gate_3 := if Rlt_bool 0 (((gamma * ((x2 - running_mean) * inverse_std_1)) + beta) + z2) then dy2 else 0 in
  let gate_4 := if Rlt_bool 0 (((gamma * ((x3 - running_mean) * inverse_std_1)) + beta) + z3) then dy3 else 0 in
  let gate_5 := if Rlt_bool 0 (((gamma * ((x4 - running_mean) * inverse_std_1)) + beta) + z4) then dy4 else 0 in
  let gate_6 := if Rlt_bool 0 (((gamma * ((x5 - running_mean) * inverse_std_1)) + beta) + z5) then dy5 else 0 in
  let sum_1 := (gate_1 * ((x0 - running_mean) * inverse_std_1)) + (gate_2 * ((x1 - running_mean) * inverse_std_1)) + (gate_3 * ((x2 - running_mean) * inverse_std_1)) + (gate_4 * ((x3 - running_mean) * inverse_std_1)) + (gate_5 * ((x4 - running_mean) * inverse_std_1)) + (gate_6 * ((x5 - running_mean) * inverse_std_1)) in
  let sum_2 := gate_1 + gate_2 + gate_3 + gate_4 + gate_5 + gate_6 in
  [((gamma * inverse_std_1) * gate_1);
   ((gamma * inverse_std_1) * gate_2);
   ((gamma * inverse_std_1) * gate_3);
   ((gamma * inverse_std_1) * gate_4);
   ((gamma * inverse_std_1) * gate_5);
   ((gamma * inverse_std_1) * gate_6);
   sum_1;
   sum_2;
   gate_1;
   gate_2;
   gate_3;
   gate_4;
   gate_5;
   gate_6]
  = activated_backward 6 epsilon gamma beta running_mean running_variance (vec [x0; x1; x2; x3; x4; x5]) (vec [dy0; dy1; dy2; dy3; dy4; dy5]) (vec [z0; z1; z2; z3; z4; z5]).
Proof. gated. Qed.
