(** Written by GeneratedProofsTest from the Java text: tangent is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem tangent_1 : forall epsilon x0 x_dot0 gamma beta gamma_dot beta_dot : R,
  let mean_1 := (x0 / 1) in
  let variance_1 := (((x0 - mean_1) * (x0 - mean_1)) / 1) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  [(((gamma * (((x_dot0 - (x_dot0 / 1)) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * ((x0 - mean_1) * (x_dot0 - (x_dot0 / 1)))) / 1)) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (x_dot0 / 1);
   ((2 * ((x0 - mean_1) * (x_dot0 - (x_dot0 / 1)))) / 1)]
  = tangent 1 epsilon gamma gamma_dot beta_dot (vec [x0]) (vec [x_dot0]).
Proof. equal. Qed.

Theorem tangent_2 : forall epsilon x0 x1 x_dot0 x_dot1 gamma beta gamma_dot beta_dot : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := x_dot0 + x_dot1 in
  let sum_4 := ((x0 - mean_1) * (x_dot0 - (sum_3 / 2))) + ((x1 - mean_1) * (x_dot1 - (sum_3 / 2))) in
  [(((gamma * (((x_dot0 - (sum_3 / 2)) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 2)) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot1 - (sum_3 / 2)) * inverse_std_1) - ((x1 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 2)) / 2)))) + (gamma_dot * ((x1 - mean_1) * inverse_std_1))) + beta_dot);
   (sum_3 / 2);
   ((2 * sum_4) / 2)]
  = tangent 2 epsilon gamma gamma_dot beta_dot (vec [x0; x1]) (vec [x_dot0; x_dot1]).
Proof. equal. Qed.

Theorem tangent_3 : forall epsilon x0 x1 x2 x_dot0 x_dot1 x_dot2 gamma beta gamma_dot beta_dot : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := x_dot0 + x_dot1 + x_dot2 in
  let sum_4 := ((x0 - mean_1) * (x_dot0 - (sum_3 / 3))) + ((x1 - mean_1) * (x_dot1 - (sum_3 / 3))) + ((x2 - mean_1) * (x_dot2 - (sum_3 / 3))) in
  [(((gamma * (((x_dot0 - (sum_3 / 3)) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 3)) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot1 - (sum_3 / 3)) * inverse_std_1) - ((x1 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 3)) / 2)))) + (gamma_dot * ((x1 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot2 - (sum_3 / 3)) * inverse_std_1) - ((x2 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 3)) / 2)))) + (gamma_dot * ((x2 - mean_1) * inverse_std_1))) + beta_dot);
   (sum_3 / 3);
   ((2 * sum_4) / 3)]
  = tangent 3 epsilon gamma gamma_dot beta_dot (vec [x0; x1; x2]) (vec [x_dot0; x_dot1; x_dot2]).
Proof. equal. Qed.

Theorem tangent_4 : forall epsilon x0 x1 x2 x3 x_dot0 x_dot1 x_dot2 x_dot3 gamma beta gamma_dot beta_dot : R,
  let sum_1 := x0 + x1 + x2 + x3 in
  let mean_1 := (sum_1 / 4) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) in
  let variance_1 := (sum_2 / 4) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := x_dot0 + x_dot1 + x_dot2 + x_dot3 in
  let sum_4 := ((x0 - mean_1) * (x_dot0 - (sum_3 / 4))) + ((x1 - mean_1) * (x_dot1 - (sum_3 / 4))) + ((x2 - mean_1) * (x_dot2 - (sum_3 / 4))) + ((x3 - mean_1) * (x_dot3 - (sum_3 / 4))) in
  [(((gamma * (((x_dot0 - (sum_3 / 4)) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 4)) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot1 - (sum_3 / 4)) * inverse_std_1) - ((x1 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 4)) / 2)))) + (gamma_dot * ((x1 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot2 - (sum_3 / 4)) * inverse_std_1) - ((x2 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 4)) / 2)))) + (gamma_dot * ((x2 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot3 - (sum_3 / 4)) * inverse_std_1) - ((x3 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 4)) / 2)))) + (gamma_dot * ((x3 - mean_1) * inverse_std_1))) + beta_dot);
   (sum_3 / 4);
   ((2 * sum_4) / 4)]
  = tangent 4 epsilon gamma gamma_dot beta_dot (vec [x0; x1; x2; x3]) (vec [x_dot0; x_dot1; x_dot2; x_dot3]).
Proof. equal. Qed.

Theorem tangent_5 : forall epsilon x0 x1 x2 x3 x4 x_dot0 x_dot1 x_dot2 x_dot3 x_dot4 gamma beta gamma_dot beta_dot : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 in
  let mean_1 := (sum_1 / 5) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) in
  let variance_1 := (sum_2 / 5) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := x_dot0 + x_dot1 + x_dot2 + x_dot3 + x_dot4 in
  let sum_4 := ((x0 - mean_1) * (x_dot0 - (sum_3 / 5))) + ((x1 - mean_1) * (x_dot1 - (sum_3 / 5))) + ((x2 - mean_1) * (x_dot2 - (sum_3 / 5))) + ((x3 - mean_1) * (x_dot3 - (sum_3 / 5))) + ((x4 - mean_1) * (x_dot4 - (sum_3 / 5))) in
  [(((gamma * (((x_dot0 - (sum_3 / 5)) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 5)) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot1 - (sum_3 / 5)) * inverse_std_1) - ((x1 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 5)) / 2)))) + (gamma_dot * ((x1 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot2 - (sum_3 / 5)) * inverse_std_1) - ((x2 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 5)) / 2)))) + (gamma_dot * ((x2 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot3 - (sum_3 / 5)) * inverse_std_1) - ((x3 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 5)) / 2)))) + (gamma_dot * ((x3 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot4 - (sum_3 / 5)) * inverse_std_1) - ((x4 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 5)) / 2)))) + (gamma_dot * ((x4 - mean_1) * inverse_std_1))) + beta_dot);
   (sum_3 / 5);
   ((2 * sum_4) / 5)]
  = tangent 5 epsilon gamma gamma_dot beta_dot (vec [x0; x1; x2; x3; x4]) (vec [x_dot0; x_dot1; x_dot2; x_dot3; x_dot4]).
Proof. equal. Qed.

Theorem tangent_6 : forall epsilon x0 x1 x2 x3 x4 x5 x_dot0 x_dot1 x_dot2 x_dot3 x_dot4 x_dot5 gamma beta gamma_dot beta_dot : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 + x5 in
  let mean_1 := (sum_1 / 6) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) + ((x5 - mean_1) * (x5 - mean_1)) in
  let variance_1 := (sum_2 / 6) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := x_dot0 + x_dot1 + x_dot2 + x_dot3 + x_dot4 + x_dot5 in
  let sum_4 := ((x0 - mean_1) * (x_dot0 - (sum_3 / 6))) + ((x1 - mean_1) * (x_dot1 - (sum_3 / 6))) + ((x2 - mean_1) * (x_dot2 - (sum_3 / 6))) + ((x3 - mean_1) * (x_dot3 - (sum_3 / 6))) + ((x4 - mean_1) * (x_dot4 - (sum_3 / 6))) + ((x5 - mean_1) * (x_dot5 - (sum_3 / 6))) in
  [(((gamma * (((x_dot0 - (sum_3 / 6)) * inverse_std_1) - ((x0 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 6)) / 2)))) + (gamma_dot * ((x0 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot1 - (sum_3 / 6)) * inverse_std_1) - ((x1 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 6)) / 2)))) + (gamma_dot * ((x1 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot2 - (sum_3 / 6)) * inverse_std_1) - ((x2 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 6)) / 2)))) + (gamma_dot * ((x2 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot3 - (sum_3 / 6)) * inverse_std_1) - ((x3 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 6)) / 2)))) + (gamma_dot * ((x3 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot4 - (sum_3 / 6)) * inverse_std_1) - ((x4 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 6)) / 2)))) + (gamma_dot * ((x4 - mean_1) * inverse_std_1))) + beta_dot);
   (((gamma * (((x_dot5 - (sum_3 / 6)) * inverse_std_1) - ((x5 - mean_1) * ((((inverse_std_1 * inverse_std_1) * inverse_std_1) * ((2 * sum_4) / 6)) / 2)))) + (gamma_dot * ((x5 - mean_1) * inverse_std_1))) + beta_dot);
   (sum_3 / 6);
   ((2 * sum_4) / 6)]
  = tangent 6 epsilon gamma gamma_dot beta_dot (vec [x0; x1; x2; x3; x4; x5]) (vec [x_dot0; x_dot1; x_dot2; x_dot3; x_dot4; x_dot5]).
Proof. equal. Qed.
