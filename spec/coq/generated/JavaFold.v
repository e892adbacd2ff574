(** Written by GeneratedProofsTest from the Java text: fold is that of the specification. *)
From BN Require Import Terms.
Local Open Scope R_scope.

Theorem fold_1 : forall epsilon weight0 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   (((gamma * inverse_std_1) * (bias - running_mean)) + beta)]
  = fold 1 epsilon gamma beta running_mean running_variance bias (vec [weight0]).
Proof. equal. Qed.

Theorem fold_plain_1 : forall epsilon weight0 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * inverse_std_1) * weight0);
   (((1 * inverse_std_1) * (0 - running_mean)) + 0)]
  = fold 1 epsilon 1 0 running_mean running_variance 0 (vec [weight0]).
Proof. equal. Qed.

Theorem fold_2 : forall epsilon weight0 weight1 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   ((gamma * inverse_std_1) * weight1);
   (((gamma * inverse_std_1) * (bias - running_mean)) + beta)]
  = fold 2 epsilon gamma beta running_mean running_variance bias (vec [weight0; weight1]).
Proof. equal. Qed.

Theorem fold_plain_2 : forall epsilon weight0 weight1 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * inverse_std_1) * weight0);
   ((1 * inverse_std_1) * weight1);
   (((1 * inverse_std_1) * (0 - running_mean)) + 0)]
  = fold 2 epsilon 1 0 running_mean running_variance 0 (vec [weight0; weight1]).
Proof. equal. Qed.

Theorem fold_3 : forall epsilon weight0 weight1 weight2 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   ((gamma * inverse_std_1) * weight1);
   ((gamma * inverse_std_1) * weight2);
   (((gamma * inverse_std_1) * (bias - running_mean)) + beta)]
  = fold 3 epsilon gamma beta running_mean running_variance bias (vec [weight0; weight1; weight2]).
Proof. equal. Qed.

Theorem fold_plain_3 : forall epsilon weight0 weight1 weight2 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * inverse_std_1) * weight0);
   ((1 * inverse_std_1) * weight1);
   ((1 * inverse_std_1) * weight2);
   (((1 * inverse_std_1) * (0 - running_mean)) + 0)]
  = fold 3 epsilon 1 0 running_mean running_variance 0 (vec [weight0; weight1; weight2]).
Proof. equal. Qed.

Theorem fold_4 : forall epsilon weight0 weight1 weight2 weight3 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   ((gamma * inverse_std_1) * weight1);
   ((gamma * inverse_std_1) * weight2);
   ((gamma * inverse_std_1) * weight3);
   (((gamma * inverse_std_1) * (bias - running_mean)) + beta)]
  = fold 4 epsilon gamma beta running_mean running_variance bias (vec [weight0; weight1; weight2; weight3]).
Proof. equal. Qed.

Theorem fold_plain_4 : forall epsilon weight0 weight1 weight2 weight3 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * inverse_std_1) * weight0);
   ((1 * inverse_std_1) * weight1);
   ((1 * inverse_std_1) * weight2);
   ((1 * inverse_std_1) * weight3);
   (((1 * inverse_std_1) * (0 - running_mean)) + 0)]
  = fold 4 epsilon 1 0 running_mean running_variance 0 (vec [weight0; weight1; weight2; weight3]).
Proof. equal. Qed.

Theorem fold_5 : forall epsilon weight0 weight1 weight2 weight3 weight4 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   ((gamma * inverse_std_1) * weight1);
   ((gamma * inverse_std_1) * weight2);
   ((gamma * inverse_std_1) * weight3);
   ((gamma * inverse_std_1) * weight4);
   (((gamma * inverse_std_1) * (bias - running_mean)) + beta)]
  = fold 5 epsilon gamma beta running_mean running_variance bias (vec [weight0; weight1; weight2; weight3; weight4]).
Proof. equal. Qed.

Theorem fold_plain_5 : forall epsilon weight0 weight1 weight2 weight3 weight4 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * inverse_std_1) * weight0);
   ((1 * inverse_std_1) * weight1);
   ((1 * inverse_std_1) * weight2);
   ((1 * inverse_std_1) * weight3);
   ((1 * inverse_std_1) * weight4);
   (((1 * inverse_std_1) * (0 - running_mean)) + 0)]
  = fold 5 epsilon 1 0 running_mean running_variance 0 (vec [weight0; weight1; weight2; weight3; weight4]).
Proof. equal. Qed.

Theorem fold_6 : forall epsilon weight0 weight1 weight2 weight3 weight4 weight5 running_mean running_variance bias gamma beta : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((gamma * inverse_std_1) * weight0);
   ((gamma * inverse_std_1) * weight1);
   ((gamma * inverse_std_1) * weight2);
   ((gamma * inverse_std_1) * weight3);
   ((gamma * inverse_std_1) * weight4);
   ((gamma * inverse_std_1) * weight5);
   (((gamma * inverse_std_1) * (bias - running_mean)) + beta)]
  = fold 6 epsilon gamma beta running_mean running_variance bias (vec [weight0; weight1; weight2; weight3; weight4; weight5]).
Proof. equal. Qed.

Theorem fold_plain_6 : forall epsilon weight0 weight1 weight2 weight3 weight4 weight5 running_mean running_variance : R,
  let inverse_std_1 := (1 / (sqrt (running_variance + epsilon))) in
  [((1 * inverse_std_1) * weight0);
   ((1 * inverse_std_1) * weight1);
   ((1 * inverse_std_1) * weight2);
   ((1 * inverse_std_1) * weight3);
   ((1 * inverse_std_1) * weight4);
   ((1 * inverse_std_1) * weight5);
   (((1 * inverse_std_1) * (0 - running_mean)) + 0)]
  = fold 6 epsilon 1 0 running_mean running_variance 0 (vec [weight0; weight1; weight2; weight3; weight4; weight5]).
Proof. equal. Qed.
