(** Written by GeneratedProofsTest from the Java text: synchronised-backward is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem synchronised_backward_2 : forall epsilon x0 x1 dy0 dy1 gamma dmean dvariance : R,
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
   sum_6;
   sum_7]
  = training_backward 2 epsilon gamma dmean dvariance (vec [x0; x1]) (vec [dy0; dy1]).
Proof. equal. Qed.

Theorem synchronised_backward_3 : forall epsilon x0 x1 x2 dy0 dy1 dy2 gamma dmean dvariance : R,
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
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   ((((dy2 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 3) * (x2 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 3))) / 3));
   sum_6;
   sum_7]
  = training_backward 3 epsilon gamma dmean dvariance (vec [x0; x1; x2]) (vec [dy0; dy1; dy2]).
Proof. equal. Qed.

Theorem synchronised_backward_4 : forall epsilon x0 x1 x2 x3 dy0 dy1 dy2 dy3 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 + x2 + x3 in
  let mean_1 := (sum_1 / 4) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) in
  let variance_1 := (sum_2 / 4) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) + ((dy2 * gamma) * (x2 - mean_1)) + ((dy3 * gamma) * (x3 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) + (dy2 * gamma) + (dy3 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) + (x3 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) + (dy3 * ((x3 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 + dy2 + dy3 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 4))) / 4));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 4))) / 4));
   ((((dy2 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x2 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 4))) / 4));
   ((((dy3 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 4) * (x3 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 4))) / 4));
   sum_6;
   sum_7]
  = training_backward 4 epsilon gamma dmean dvariance (vec [x0; x1; x2; x3]) (vec [dy0; dy1; dy2; dy3]).
Proof. equal. Qed.

Theorem synchronised_backward_5 : forall epsilon x0 x1 x2 x3 x4 dy0 dy1 dy2 dy3 dy4 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 in
  let mean_1 := (sum_1 / 5) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) in
  let variance_1 := (sum_2 / 5) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) + ((dy2 * gamma) * (x2 - mean_1)) + ((dy3 * gamma) * (x3 - mean_1)) + ((dy4 * gamma) * (x4 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) + (dy2 * gamma) + (dy3 * gamma) + (dy4 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) + (x3 - mean_1) + (x4 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) + (dy3 * ((x3 - mean_1) * inverse_std_1)) + (dy4 * ((x4 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 + dy2 + dy3 + dy4 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 5))) / 5));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 5))) / 5));
   ((((dy2 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x2 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 5))) / 5));
   ((((dy3 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x3 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 5))) / 5));
   ((((dy4 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 5) * (x4 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 5))) / 5));
   sum_6;
   sum_7]
  = training_backward 5 epsilon gamma dmean dvariance (vec [x0; x1; x2; x3; x4]) (vec [dy0; dy1; dy2; dy3; dy4]).
Proof. equal. Qed.

Theorem synchronised_backward_6 : forall epsilon x0 x1 x2 x3 x4 x5 dy0 dy1 dy2 dy3 dy4 dy5 gamma dmean dvariance : R,
  let sum_1 := x0 + x1 + x2 + x3 + x4 + x5 in
  let mean_1 := (sum_1 / 6) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) + ((x3 - mean_1) * (x3 - mean_1)) + ((x4 - mean_1) * (x4 - mean_1)) + ((x5 - mean_1) * (x5 - mean_1)) in
  let variance_1 := (sum_2 / 6) in
  let inverse_std_1 := (1 / (sqrt (variance_1 + epsilon))) in
  let sum_3 := ((dy0 * gamma) * (x0 - mean_1)) + ((dy1 * gamma) * (x1 - mean_1)) + ((dy2 * gamma) * (x2 - mean_1)) + ((dy3 * gamma) * (x3 - mean_1)) + ((dy4 * gamma) * (x4 - mean_1)) + ((dy5 * gamma) * (x5 - mean_1)) in
  let sum_4 := (dy0 * gamma) + (dy1 * gamma) + (dy2 * gamma) + (dy3 * gamma) + (dy4 * gamma) + (dy5 * gamma) in
  let sum_5 := (x0 - mean_1) + (x1 - mean_1) + (x2 - mean_1) + (x3 - mean_1) + (x4 - mean_1) + (x5 - mean_1) in
  let sum_6 := (dy0 * ((x0 - mean_1) * inverse_std_1)) + (dy1 * ((x1 - mean_1) * inverse_std_1)) + (dy2 * ((x2 - mean_1) * inverse_std_1)) + (dy3 * ((x3 - mean_1) * inverse_std_1)) + (dy4 * ((x4 - mean_1) * inverse_std_1)) + (dy5 * ((x5 - mean_1) * inverse_std_1)) in
  let sum_7 := dy0 + dy1 + dy2 + dy3 + dy4 + dy5 in
  [((((dy0 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x0 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 6))) / 6));
   ((((dy1 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x1 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 6))) / 6));
   ((((dy2 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x2 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 6))) / 6));
   ((((dy3 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x3 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 6))) / 6));
   ((((dy4 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x4 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 6))) / 6));
   ((((dy5 * gamma) * inverse_std_1) + (((2 * (dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2)))) / 6) * (x5 - mean_1))) + (((dmean - (inverse_std_1 * sum_4)) - ((dvariance - (sum_3 * (((inverse_std_1 * inverse_std_1) * inverse_std_1) / 2))) * ((2 * sum_5) / 6))) / 6));
   sum_6;
   sum_7]
  = training_backward 6 epsilon gamma dmean dvariance (vec [x0; x1; x2; x3; x4; x5]) (vec [dy0; dy1; dy2; dy3; dy4; dy5]).
Proof. equal. Qed.
