(** Written by GeneratedProofsTest from the Java text: population is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem population_2 : forall x0 x1 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  [(mean_1 / 1);
   (((2 * variance_1) / 1) / 1)]
  = population [[x0; x1]].
Proof. equal. Qed.

Theorem population_3 : forall x0 x1 x2 : R,
  let sum_1 := x0 + x1 + x2 in
  let mean_1 := (sum_1 / 3) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) + ((x2 - mean_1) * (x2 - mean_1)) in
  let variance_1 := (sum_2 / 3) in
  [(mean_1 / 1);
   (((3 * variance_1) / 2) / 1)]
  = population [[x0; x1; x2]].
Proof. equal. Qed.

Theorem population_4 : forall x0 x1 x2 x3 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let sum_3 := x2 + x3 in
  let mean_2 := (sum_3 / 2) in
  let sum_4 := ((x2 - mean_2) * (x2 - mean_2)) + ((x3 - mean_2) * (x3 - mean_2)) in
  let variance_2 := (sum_4 / 2) in
  let sum_5 := mean_1 + mean_2 in
  let sum_6 := ((2 * variance_1) / 1) + ((2 * variance_2) / 1) in
  [(sum_5 / 2);
   (sum_6 / 2)]
  = population [[x0; x1]; [x2; x3]].
Proof. equal. Qed.

Theorem population_5 : forall x0 x1 x2 x3 x4 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let sum_3 := x2 + x3 + x4 in
  let mean_2 := (sum_3 / 3) in
  let sum_4 := ((x2 - mean_2) * (x2 - mean_2)) + ((x3 - mean_2) * (x3 - mean_2)) + ((x4 - mean_2) * (x4 - mean_2)) in
  let variance_2 := (sum_4 / 3) in
  let sum_5 := mean_1 + mean_2 in
  let sum_6 := ((2 * variance_1) / 1) + ((3 * variance_2) / 2) in
  [(sum_5 / 2);
   (sum_6 / 2)]
  = population [[x0; x1]; [x2; x3; x4]].
Proof. equal. Qed.

Theorem population_6 : forall x0 x1 x2 x3 x4 x5 : R,
  let sum_1 := x0 + x1 in
  let mean_1 := (sum_1 / 2) in
  let sum_2 := ((x0 - mean_1) * (x0 - mean_1)) + ((x1 - mean_1) * (x1 - mean_1)) in
  let variance_1 := (sum_2 / 2) in
  let sum_3 := x2 + x3 + x4 + x5 in
  let mean_2 := (sum_3 / 4) in
  let sum_4 := ((x2 - mean_2) * (x2 - mean_2)) + ((x3 - mean_2) * (x3 - mean_2)) + ((x4 - mean_2) * (x4 - mean_2)) + ((x5 - mean_2) * (x5 - mean_2)) in
  let variance_2 := (sum_4 / 4) in
  let sum_5 := mean_1 + mean_2 in
  let sum_6 := ((2 * variance_1) / 1) + ((4 * variance_2) / 3) in
  [(sum_5 / 2);
   (sum_6 / 2)]
  = population [[x0; x1]; [x2; x3; x4; x5]].
Proof. equal. Qed.
