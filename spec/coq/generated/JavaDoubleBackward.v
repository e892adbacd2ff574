(** Written by GeneratedProofsTest from the Java text: double-backward is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem double_backward_inference_1 : forall epsilon x0 dy0 ddx0 gamma ddgamma ddbeta running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((inverse_std_1 * dy0) * ddgamma);
   (inverse_std_1 * (dy0 * ddx0));
   (((gamma * inverse_std_1) * ddx0) + ((ddgamma * ((x0 - running_mean) * inverse_std_1)) + ddbeta))]
  = inference_double_backward 1 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0]) (vec [dy0]) (vec [ddx0]).
Proof. equal. Qed.

Theorem double_backward_training_1 : forall epsilon x0 dy0 ddx0 gamma ddgamma ddbeta : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 1) * ((ddx0 * (dy0 * ((x0 - mean_1) * inverse_std_1))) + (dy0 * (ddx0 * ((x0 - mean_1) * inverse_std_1)))))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * ((ddx0 * (dy0 - (dy0 / 1))) - (((ddx0 * ((x0 - mean_1) * inverse_std_1)) * (dy0 * ((x0 - mean_1) * inverse_std_1))) / 1))))) - ((((ddgamma * dy0) - (((gamma * inverse_std_1) / 1) * ((ddx0 * (dy0 * ((x0 - mean_1) * inverse_std_1))) + (dy0 * (ddx0 * ((x0 - mean_1) * inverse_std_1)))))) * (x0 - mean_1)) * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 1) * (x0 - mean_1))) + (((0 - (inverse_std_1 * ((ddgamma * dy0) - (((gamma * inverse_std_1) / 1) * ((ddx0 * (dy0 * ((x0 - mean_1) * inverse_std_1))) + (dy0 * (ddx0 * ((x0 - mean_1) * inverse_std_1)))))))) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * ((ddx0 * (dy0 - (dy0 / 1))) - (((ddx0 * ((x0 - mean_1) * inverse_std_1)) * (dy0 * ((x0 - mean_1) * inverse_std_1))) / 1))))) - ((((ddgamma * dy0) - (((gamma * inverse_std_1) / 1) * ((ddx0 * (dy0 * ((x0 - mean_1) * inverse_std_1))) + (dy0 * (ddx0 * ((x0 - mean_1) * inverse_std_1)))))) * (x0 - mean_1)) * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * (x0 - mean_1)) / 1))) / 1));
   (inverse_std_1 * ((ddx0 * (dy0 - (dy0 / 1))) - (((ddx0 * ((x0 - mean_1) * inverse_std_1)) * (dy0 * ((x0 - mean_1) * inverse_std_1))) / 1)));
   (((gamma * inverse_std_1) * ((ddx0 - (ddx0 / 1)) - (((x0 - mean_1) * inverse_std_1) * ((ddx0 * ((x0 - mean_1) * inverse_std_1)) / 1)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 1 epsilon gamma ddgamma ddbeta (vec [x0]) (vec [dy0]) (vec [ddx0]).
Proof. equal. Qed.

Theorem double_backward_inference_2 : forall epsilon x0 x1 dy0 dy1 ddx0 ddx1 gamma ddgamma ddbeta running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ddx0) + (dy1 * ddx1) in
  [((inverse_std_1 * dy0) * ddgamma);
   ((inverse_std_1 * dy1) * ddgamma);
   (inverse_std_1 * sum_1);
   (((gamma * inverse_std_1) * ddx0) + ((ddgamma * ((x0 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx1) + ((ddgamma * ((x1 - running_mean) * inverse_std_1)) + ddbeta))]
  = inference_double_backward 2 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0; x1]) (vec [dy0; dy1]) (vec [ddx0; ddx1]).
Proof. equal. Qed.

Theorem double_backward_training_2 : forall epsilon x0 x1 dy0 dy1 ddx0 ddx1 gamma ddgamma ddbeta : R,
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
  = double_backward 2 epsilon gamma ddgamma ddbeta (vec [x0; x1]) (vec [dy0; dy1]) (vec [ddx0; ddx1]).
Proof. equal. Qed.

Theorem double_backward_inference_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 ddx0 ddx1 ddx2 gamma ddgamma ddbeta running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ddx0) + (dy1 * ddx1) + (dy2 * ddx2) in
  [((inverse_std_1 * dy0) * ddgamma);
   ((inverse_std_1 * dy1) * ddgamma);
   ((inverse_std_1 * dy2) * ddgamma);
   (inverse_std_1 * sum_1);
   (((gamma * inverse_std_1) * ddx0) + ((ddgamma * ((x0 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx1) + ((ddgamma * ((x1 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx2) + ((ddgamma * ((x2 - running_mean) * inverse_std_1)) + ddbeta))]
  = inference_double_backward 3 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]) (vec [ddx0; ddx1; ddx2]).
Proof. equal. Qed.

Theorem double_backward_training_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 ddx0 ddx1 ddx2 gamma ddgamma ddbeta : R,
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
  let sum_9 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) in
  let sum_10 := ddx0 + ddx1 + ddx2 in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 3) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 3))) / 3));
   (((((ddgamma * dy1) - (((gamma * inverse_std_1) / 3) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 3))) / 3));
   (((((ddgamma * dy2) - (((gamma * inverse_std_1) / 3) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x2 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 3))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 3))) / 3));
   (inverse_std_1 * (sum_6 - ((sum_3 * sum_4) / 3)));
   (((gamma * inverse_std_1) * ((ddx0 - (sum_10 / 3)) - (((x0 - mean_1) * inverse_std_1) * (sum_3 / 3)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx1 - (sum_10 / 3)) - (((x1 - mean_1) * inverse_std_1) * (sum_3 / 3)))) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx2 - (sum_10 / 3)) - (((x2 - mean_1) * inverse_std_1) * (sum_3 / 3)))) + ((ddgamma * ((x2 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 3 epsilon gamma ddgamma ddbeta (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]) (vec [ddx0; ddx1; ddx2]).
Proof. equal. Qed.

Theorem double_backward_inference_4 : forall epsilon x0 x1 x2 x3 dy0 dy1 dy2 dy3 ddx0 ddx1 ddx2 ddx3 gamma ddgamma ddbeta running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ddx0) + (dy1 * ddx1) + (dy2 * ddx2) + (dy3 * ddx3) in
  [((inverse_std_1 * dy0) * ddgamma);
   ((inverse_std_1 * dy1) * ddgamma);
   ((inverse_std_1 * dy2) * ddgamma);
   ((inverse_std_1 * dy3) * ddgamma);
   (inverse_std_1 * sum_1);
   (((gamma * inverse_std_1) * ddx0) + ((ddgamma * ((x0 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx1) + ((ddgamma * ((x1 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx2) + ((ddgamma * ((x2 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx3) + ((ddgamma * ((x3 - running_mean) * inverse_std_1)) + ddbeta))]
  = inference_double_backward 4 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0; x1; x2; x3]) (vec [dy0; dy1; dy2; dy3]) (vec [ddx0; ddx1; ddx2; ddx3]).
Proof. equal. Qed.

Theorem double_backward_training_4 : forall epsilon x0 x1 x2 x3 dy0 dy1 dy2 dy3 ddx0 ddx1 ddx2 ddx3 gamma ddgamma ddbeta : R,
  let sum_1 := x0 + x1 + x2 + x3 in
  let mean_1 := (sum_1 / 4) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) in
  let variance_1 := (sum_2 / 4) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (ddx0 * ((x0 - mean_1) * inverse_std_1)) + (ddx1 * ((x1 - mean_1) * inverse_std_1)) + (ddx2 * ((x2 - mean_1) * inverse_std_1)) + (ddx3 * ((x3 - mean_1) * inverse_std_1)) in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) + (dy3 * ((x3 - mean_1) * inverse_std_1)) in
  let sum_5 := dy0 + dy1 + dy2 + dy3 in
  let sum_6 := (ddx0 * (dy0 - (sum_5 / 4))) + (ddx1 * (dy1 - (sum_5 / 4))) + (ddx2 * (dy2 - (sum_5 / 4))) + (ddx3 * (dy3 - (sum_5 / 4))) in
  let sum_7 := (((ddgamma * dy0) - (((gamma * inverse_std_1) / 4) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * (x0 - mean_1)) + (((ddgamma * dy1) - (((gamma * inverse_std_1) / 4) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * (x1 - mean_1)) + (((ddgamma * dy2) - (((gamma * inverse_std_1) / 4) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * (x2 - mean_1)) + (((ddgamma * dy3) - (((gamma * inverse_std_1) / 4) * ((ddx3 * sum_4) + (dy3 * sum_3)))) * (x3 - mean_1)) in
  let sum_8 := ((ddgamma * dy0) - (((gamma * inverse_std_1) / 4) * ((ddx0 * sum_4) + (dy0 * sum_3)))) + ((ddgamma * dy1) - (((gamma * inverse_std_1) / 4) * ((ddx1 * sum_4) + (dy1 * sum_3)))) + ((ddgamma * dy2) - (((gamma * inverse_std_1) / 4) * ((ddx2 * sum_4) + (dy2 * sum_3)))) + ((ddgamma * dy3) - (((gamma * inverse_std_1) / 4) * ((ddx3 * sum_4) + (dy3 * sum_3)))) in
  let sum_9 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) + (x3 - mean_1) in
  let sum_10 := ddx0 + ddx1 + ddx2 + ddx3 in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 4) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 4))) / 4));
   (((((ddgamma * dy1) - (((gamma * inverse_std_1) / 4) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 4))) / 4));
   (((((ddgamma * dy2) - (((gamma * inverse_std_1) / 4) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x2 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 4))) / 4));
   (((((ddgamma * dy3) - (((gamma * inverse_std_1) / 4) * ((ddx3 * sum_4) + (dy3 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x3 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 4))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 4))) / 4));
   (inverse_std_1 * (sum_6 - ((sum_3 * sum_4) / 4)));
   (((gamma * inverse_std_1) * ((ddx0 - (sum_10 / 4)) - (((x0 - mean_1) * inverse_std_1) * (sum_3 / 4)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx1 - (sum_10 / 4)) - (((x1 - mean_1) * inverse_std_1) * (sum_3 / 4)))) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx2 - (sum_10 / 4)) - (((x2 - mean_1) * inverse_std_1) * (sum_3 / 4)))) + ((ddgamma * ((x2 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx3 - (sum_10 / 4)) - (((x3 - mean_1) * inverse_std_1) * (sum_3 / 4)))) + ((ddgamma * ((x3 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 4 epsilon gamma ddgamma ddbeta (vec [x0; x1; x2; x3]) (vec [dy0; dy1; dy2; dy3]) (vec [ddx0; ddx1; ddx2; ddx3]).
Proof. equal. Qed.

Theorem double_backward_inference_5 : forall epsilon x0 x1 x2 x3 x4 dy0 dy1 dy2 dy3 dy4 ddx0 ddx1 ddx2 ddx3 ddx4 gamma ddgamma ddbeta running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ddx0) + (dy1 * ddx1) + (dy2 * ddx2) + (dy3 * ddx3) + (dy4 * ddx4) in
  [((inverse_std_1 * dy0) * ddgamma);
   ((inverse_std_1 * dy1) * ddgamma);
   ((inverse_std_1 * dy2) * ddgamma);
   ((inverse_std_1 * dy3) * ddgamma);
   ((inverse_std_1 * dy4) * ddgamma);
   (inverse_std_1 * sum_1);
   (((gamma * inverse_std_1) * ddx0) + ((ddgamma * ((x0 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx1) + ((ddgamma * ((x1 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx2) + ((ddgamma * ((x2 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx3) + ((ddgamma * ((x3 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx4) + ((ddgamma * ((x4 - running_mean) * inverse_std_1)) + ddbeta))]
  = inference_double_backward 5 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0; x1; x2; x3; x4]) (vec [dy0; dy1; dy2; dy3; dy4]) (vec [ddx0; ddx1; ddx2; ddx3; ddx4]).
Proof. equal. Qed.

Theorem double_backward_training_5 : forall epsilon x0 x1 x2 x3 x4 dy0 dy1 dy2 dy3 dy4 ddx0 ddx1 ddx2 ddx3 ddx4 gamma ddgamma ddbeta : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 in
  let mean_1 := (sum_1 / 5) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) in
  let variance_1 := (sum_2 / 5) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (ddx0 * ((x0 - mean_1) * inverse_std_1)) + (ddx1 * ((x1 - mean_1) * inverse_std_1)) + (ddx2 * ((x2 - mean_1) * inverse_std_1)) + (ddx3 * ((x3 - mean_1) * inverse_std_1)) + (ddx4 * ((x4 - mean_1) * inverse_std_1)) in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) + (dy3 * ((x3 - mean_1) * inverse_std_1)) + (dy4 * ((x4 - mean_1) * inverse_std_1)) in
  let sum_5 := dy0 + dy1 + dy2 + dy3 + dy4 in
  let sum_6 := (ddx0 * (dy0 - (sum_5 / 5))) + (ddx1 * (dy1 - (sum_5 / 5))) + (ddx2 * (dy2 - (sum_5 / 5))) + (ddx3 * (dy3 - (sum_5 / 5))) + (ddx4 * (dy4 - (sum_5 / 5))) in
  let sum_7 := (((ddgamma * dy0) - (((gamma * inverse_std_1) / 5) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * (x0 - mean_1)) + (((ddgamma * dy1) - (((gamma * inverse_std_1) / 5) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * (x1 - mean_1)) + (((ddgamma * dy2) - (((gamma * inverse_std_1) / 5) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * (x2 - mean_1)) + (((ddgamma * dy3) - (((gamma * inverse_std_1) / 5) * ((ddx3 * sum_4) + (dy3 * sum_3)))) * (x3 - mean_1)) + (((ddgamma * dy4) - (((gamma * inverse_std_1) / 5) * ((ddx4 * sum_4) + (dy4 * sum_3)))) * (x4 - mean_1)) in
  let sum_8 := ((ddgamma * dy0) - (((gamma * inverse_std_1) / 5) * ((ddx0 * sum_4) + (dy0 * sum_3)))) + ((ddgamma * dy1) - (((gamma * inverse_std_1) / 5) * ((ddx1 * sum_4) + (dy1 * sum_3)))) + ((ddgamma * dy2) - (((gamma * inverse_std_1) / 5) * ((ddx2 * sum_4) + (dy2 * sum_3)))) + ((ddgamma * dy3) - (((gamma * inverse_std_1) / 5) * ((ddx3 * sum_4) + (dy3 * sum_3)))) + ((ddgamma * dy4) - (((gamma * inverse_std_1) / 5) * ((ddx4 * sum_4) + (dy4 * sum_3)))) in
  let sum_9 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) + (x3 - mean_1) + (x4 - mean_1) in
  let sum_10 := ddx0 + ddx1 + ddx2 + ddx3 + ddx4 in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 5) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 5))) / 5));
   (((((ddgamma * dy1) - (((gamma * inverse_std_1) / 5) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 5))) / 5));
   (((((ddgamma * dy2) - (((gamma * inverse_std_1) / 5) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x2 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 5))) / 5));
   (((((ddgamma * dy3) - (((gamma * inverse_std_1) / 5) * ((ddx3 * sum_4) + (dy3 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x3 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 5))) / 5));
   (((((ddgamma * dy4) - (((gamma * inverse_std_1) / 5) * ((ddx4 * sum_4) + (dy4 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x4 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 5))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 5))) / 5));
   (inverse_std_1 * (sum_6 - ((sum_3 * sum_4) / 5)));
   (((gamma * inverse_std_1) * ((ddx0 - (sum_10 / 5)) - (((x0 - mean_1) * inverse_std_1) * (sum_3 / 5)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx1 - (sum_10 / 5)) - (((x1 - mean_1) * inverse_std_1) * (sum_3 / 5)))) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx2 - (sum_10 / 5)) - (((x2 - mean_1) * inverse_std_1) * (sum_3 / 5)))) + ((ddgamma * ((x2 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx3 - (sum_10 / 5)) - (((x3 - mean_1) * inverse_std_1) * (sum_3 / 5)))) + ((ddgamma * ((x3 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx4 - (sum_10 / 5)) - (((x4 - mean_1) * inverse_std_1) * (sum_3 / 5)))) + ((ddgamma * ((x4 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 5 epsilon gamma ddgamma ddbeta (vec [x0; x1; x2; x3; x4]) (vec [dy0; dy1; dy2; dy3; dy4]) (vec [ddx0; ddx1; ddx2; ddx3; ddx4]).
Proof. equal. Qed.

Theorem double_backward_inference_6 : forall epsilon x0 x1 x2 x3 x4 x5 dy0 dy1 dy2 dy3 dy4 dy5 ddx0 ddx1 ddx2 ddx3 ddx4 ddx5 gamma ddgamma ddbeta running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  let sum_1 := (dy0 * ddx0) + (dy1 * ddx1) + (dy2 * ddx2) + (dy3 * ddx3) + (dy4 * ddx4) + (dy5 * ddx5) in
  [((inverse_std_1 * dy0) * ddgamma);
   ((inverse_std_1 * dy1) * ddgamma);
   ((inverse_std_1 * dy2) * ddgamma);
   ((inverse_std_1 * dy3) * ddgamma);
   ((inverse_std_1 * dy4) * ddgamma);
   ((inverse_std_1 * dy5) * ddgamma);
   (inverse_std_1 * sum_1);
   (((gamma * inverse_std_1) * ddx0) + ((ddgamma * ((x0 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx1) + ((ddgamma * ((x1 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx2) + ((ddgamma * ((x2 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx3) + ((ddgamma * ((x3 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx4) + ((ddgamma * ((x4 - running_mean) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ddx5) + ((ddgamma * ((x5 - running_mean) * inverse_std_1)) + ddbeta))]
  = inference_double_backward 6 epsilon gamma running_mean running_variance ddgamma ddbeta (vec [x0; x1; x2; x3; x4; x5]) (vec [dy0; dy1; dy2; dy3; dy4; dy5]) (vec [ddx0; ddx1; ddx2; ddx3; ddx4; ddx5]).
Proof. equal. Qed.

Theorem double_backward_training_6 : forall epsilon x0 x1 x2 x3 x4 x5 dy0 dy1 dy2 dy3 dy4 dy5 ddx0 ddx1 ddx2 ddx3 ddx4 ddx5 gamma ddgamma ddbeta : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 + x5 in
  let mean_1 := (sum_1 / 6) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) + ((x5 - mean_1) * (x5 - mean_1)) in
  let variance_1 := (sum_2 / 6) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := (ddx0 * ((x0 - mean_1) * inverse_std_1)) + (ddx1 * ((x1 - mean_1) * inverse_std_1)) + (ddx2 * ((x2 - mean_1) * inverse_std_1)) + (ddx3 * ((x3 - mean_1) * inverse_std_1)) + (ddx4 * ((x4 - mean_1) * inverse_std_1)) + (ddx5 * ((x5 - mean_1) * inverse_std_1)) in
  let sum_4 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) + (dy3 * ((x3 - mean_1) * inverse_std_1)) + (dy4 * ((x4 - mean_1) * inverse_std_1)) + (dy5 * ((x5 - mean_1) * inverse_std_1)) in
  let sum_5 := dy0 + dy1 + dy2 + dy3 + dy4 + dy5 in
  let sum_6 := (ddx0 * (dy0 - (sum_5 / 6))) + (ddx1 * (dy1 - (sum_5 / 6))) + (ddx2 * (dy2 - (sum_5 / 6))) + (ddx3 * (dy3 - (sum_5 / 6))) + (ddx4 * (dy4 - (sum_5 / 6))) + (ddx5 * (dy5 - (sum_5 / 6))) in
  let sum_7 := (((ddgamma * dy0) - (((gamma * inverse_std_1) / 6) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * (x0 - mean_1)) + (((ddgamma * dy1) - (((gamma * inverse_std_1) / 6) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * (x1 - mean_1)) + (((ddgamma * dy2) - (((gamma * inverse_std_1) / 6) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * (x2 - mean_1)) + (((ddgamma * dy3) - (((gamma * inverse_std_1) / 6) * ((ddx3 * sum_4) + (dy3 * sum_3)))) * (x3 - mean_1)) + (((ddgamma * dy4) - (((gamma * inverse_std_1) / 6) * ((ddx4 * sum_4) + (dy4 * sum_3)))) * (x4 - mean_1)) + (((ddgamma * dy5) - (((gamma * inverse_std_1) / 6) * ((ddx5 * sum_4) + (dy5 * sum_3)))) * (x5 - mean_1)) in
  let sum_8 := ((ddgamma * dy0) - (((gamma * inverse_std_1) / 6) * ((ddx0 * sum_4) + (dy0 * sum_3)))) + ((ddgamma * dy1) - (((gamma * inverse_std_1) / 6) * ((ddx1 * sum_4) + (dy1 * sum_3)))) + ((ddgamma * dy2) - (((gamma * inverse_std_1) / 6) * ((ddx2 * sum_4) + (dy2 * sum_3)))) + ((ddgamma * dy3) - (((gamma * inverse_std_1) / 6) * ((ddx3 * sum_4) + (dy3 * sum_3)))) + ((ddgamma * dy4) - (((gamma * inverse_std_1) / 6) * ((ddx4 * sum_4) + (dy4 * sum_3)))) + ((ddgamma * dy5) - (((gamma * inverse_std_1) / 6) * ((ddx5 * sum_4) + (dy5 * sum_3)))) in
  let sum_9 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) + (x3 - mean_1) + (x4 - mean_1) + (x5 - mean_1) in
  let sum_10 := ddx0 + ddx1 + ddx2 + ddx3 + ddx4 + ddx5 in
  [(((((ddgamma * dy0) - (((gamma * inverse_std_1) / 6) * ((ddx0 * sum_4) + (dy0 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x0 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 6))) / 6));
   (((((ddgamma * dy1) - (((gamma * inverse_std_1) / 6) * ((ddx1 * sum_4) + (dy1 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x1 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 6))) / 6));
   (((((ddgamma * dy2) - (((gamma * inverse_std_1) / 6) * ((ddx2 * sum_4) + (dy2 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x2 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 6))) / 6));
   (((((ddgamma * dy3) - (((gamma * inverse_std_1) / 6) * ((ddx3 * sum_4) + (dy3 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x3 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 6))) / 6));
   (((((ddgamma * dy4) - (((gamma * inverse_std_1) / 6) * ((ddx4 * sum_4) + (dy4 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x4 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 6))) / 6));
   (((((ddgamma * dy5) - (((gamma * inverse_std_1) / 6) * ((ddx5 * sum_4) + (dy5 * sum_3)))) * inverse_std_1) + (((2 * ((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x5 - mean_1))) + (((0 - (inverse_std_1 * sum_8)) - (((0 - ((((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2) * (gamma * (sum_6 - ((sum_3 * sum_4) / 6))))) - (sum_7 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_9) / 6))) / 6));
   (inverse_std_1 * (sum_6 - ((sum_3 * sum_4) / 6)));
   (((gamma * inverse_std_1) * ((ddx0 - (sum_10 / 6)) - (((x0 - mean_1) * inverse_std_1) * (sum_3 / 6)))) + ((ddgamma * ((x0 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx1 - (sum_10 / 6)) - (((x1 - mean_1) * inverse_std_1) * (sum_3 / 6)))) + ((ddgamma * ((x1 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx2 - (sum_10 / 6)) - (((x2 - mean_1) * inverse_std_1) * (sum_3 / 6)))) + ((ddgamma * ((x2 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx3 - (sum_10 / 6)) - (((x3 - mean_1) * inverse_std_1) * (sum_3 / 6)))) + ((ddgamma * ((x3 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx4 - (sum_10 / 6)) - (((x4 - mean_1) * inverse_std_1) * (sum_3 / 6)))) + ((ddgamma * ((x4 - mean_1) * inverse_std_1)) + ddbeta));
   (((gamma * inverse_std_1) * ((ddx5 - (sum_10 / 6)) - (((x5 - mean_1) * inverse_std_1) * (sum_3 / 6)))) + ((ddgamma * ((x5 - mean_1) * inverse_std_1)) + ddbeta))]
  = double_backward 6 epsilon gamma ddgamma ddbeta (vec [x0; x1; x2; x3; x4; x5]) (vec [dy0; dy1; dy2; dy3; dy4; dy5]) (vec [ddx0; ddx1; ddx2; ddx3; ddx4; ddx5]).
Proof. equal. Qed.
