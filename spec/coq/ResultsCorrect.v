(** The programs of Results.v compute the specification.

    Main result: [results_correct]: wherever a result is there, it is the real number that [meaning] says. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Sums BN Forward Question Rational Exact Channel ChannelCorrect Results InputsCorrect StateCorrect.
Import ListNotations.
Local Open Scope R_scope.

Section Channel.
Variables (q : question) (c : nat).
Notation m := (count q).
Let one s := real_of (one_of q c s).
Let all s i := real_of (all_of q c s i).

Lemma inverse_std_right : right_at (option_map (fun t => result zero Rational.one (Root (radicand_of t))) (statistics q c)) (training_r q c).
Proof.
  destruct (statistics q c) as [t|] eqn:T; [|exact I]. destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P).
  cbn [option_map radicand_of]. split; [exact P|]. rewrite (inverse_std_correct l e H P). now apply (root_is_training_r q c).
Qed.

Lemma training_dx_right i : (i < m)%nat -> right_at (nth i (training_dx q c) None)
  (dx_all m (real_of (epsilon q)) (one In.GAMMA) (one In.DMEAN) (one In.DVARIANCE) (all In.X) (before q c (training_output q c)) i).
Proof.
  intros Hi. unfold training_dx. destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
  destruct (sequence (gradients q c)) as [g|] eqn:G; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (scalar q c In.DMEAN) as [dm|] eqn:Dm; [|destruct i; exact I].
  destruct (scalar q c In.DVARIANCE) as [dv|] eqn:Dv; [|destruct i; exact I].
  destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
  destruct (gradients_correct g G) as [Lg Ag]. apply right_nth.
  - apply Forall_map2. intros. now apply result_proper.
  - intros _. rewrite (gradient_of_correct l e H P) by congruence.
    now rewrite L, A, E, Ag, (scalar_correct _ _ Ga), (scalar_correct _ _ Dm), (scalar_correct _ _ Dv).
Qed.

Lemma training_dgamma_right : right_at (or_empty q (training_dgamma q c))
  (dgamma m (real_of (epsilon q)) (all In.X) (before q c (training_output q c))).
Proof.
  unfold or_empty. fold m. destruct (Nat.eqb_spec m 0) as [M|M].
  - split; [apply proper_of_rational|]. rewrite real_of_rational, value_zero, M. reflexivity.
  - unfold training_dgamma. destruct (statistics q c) as [t|] eqn:T; [|exact I].
    destruct (sequence (gradients q c)) as [g|] eqn:G; [|exact I].
    destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
    destruct (gradients_correct g G) as [Lg Ag]. split; [now apply result_proper|].
    rewrite (dgamma_correct l e H P) by congruence. now rewrite L, A, E, Ag.
Qed.

Lemma sum_right l g y : length l = m -> at_ l = g -> y = dbeta m g -> value (sum l) = y.
Proof. intros L <- ->. now rewrite value_sum, L. Qed.

Lemma inference_dx_right i : (i < m)%nat -> right_at (nth i (inference_dx q c) None)
  (one In.GAMMA * inference_r q c * before q c (inference_output q c) i).
Proof.
  intros Hi. unfold inference_dx. destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (inference_root_correct r T) as [Gr Rr].
  rewrite nth_option_map. apply right_option_map. intros g G. split; [now apply result_proper|].
  unfold inference_gradients in G.
  apply (before_correct _ _ inference_outputs_correct i g Hi) in G.
  rewrite result_correct, value_mul, value_zero, Rr, G, (scalar_correct _ _ Ga). unfold one. ring.
Qed.

Lemma inference_dgamma_right : right_at (or_empty q (inference_dgamma q c))
  (rsum m (fun k => before q c (inference_output q c) k * ((all In.X k - one In.RUNNING_MEAN) * inference_r q c))).
Proof.
  unfold or_empty. fold m. destruct (Nat.eqb_spec m 0) as [M|M].
  - split; [apply proper_of_rational|]. rewrite real_of_rational, value_zero, M. reflexivity.
  - unfold inference_dgamma. destruct (inference_root q c) as [r|] eqn:T; [|exact I].
    destruct (sequence (inference_gradients q c)) as [g|] eqn:G; [|exact I].
    destruct (scalar q c In.RUNNING_MEAN) as [mu|] eqn:Mu; [|exact I].
    destruct (all_finite q c In.X) as [l|] eqn:X; [|exact I].
    destruct (inference_root_correct r T) as [Gr Rr]. destruct (inference_gradients_correct g G) as [Lg Ag].
    destruct (all_finite_correct _ _ X) as [L A]. split; [now apply result_proper|].
    rewrite scale_gradient_correct by (rewrite length_deviations; congruence).
    rewrite length_deviations, L, Ag, Rr. apply rsum_ext. intros k Hk.
    rewrite at_deviations, A, (scalar_correct _ _ Mu) by congruence. reflexivity.
Qed.

Lemma grad_x_right i : (i < m)%nat -> right_at (nth i (grad_x q c) None)
  (if has q In.RUNNING_MEAN then inference_second_x (inference_r q c) (one In.DDGAMMA) (all In.DY) i
   else second_x m (mean m (all In.X)) (training_r q c) (one In.GAMMA) (one In.DDGAMMA) (all In.X) (all In.DY) (all In.DDX) i).
Proof.
  intros Hi. unfold grad_x, infers. destruct (has q In.RUNNING_MEAN).
  - destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
    destruct (scalar q c In.DDGAMMA) as [u|] eqn:U; [|destruct i; exact I].
    destruct (inference_root_correct r T) as [Gr Rr].
    rewrite nth_option_map, nth_column by auto. apply right_option_map. intros g G. split; [now apply result_proper|].
    rewrite result_correct, value_mul, value_zero, Rr, (scalar_correct _ _ U), (finite_correct _ _ G).
    unfold inference_second_x, one, all. ring.
  - destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
    destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
    destruct (scalar q c In.DDGAMMA) as [ug|] eqn:Ug; [|destruct i; exact I].
    destruct (all_finite q c In.DY) as [g|] eqn:G; [|destruct i; exact I].
    destruct (all_finite q c In.DDX) as [u|] eqn:U; [|destruct i; exact I].
    destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
    destruct (all_finite_correct _ _ G) as [Lg Ag]. destruct (all_finite_correct _ _ U) as [Lu Au].
    apply right_nth.
    + apply Forall_map_all. intros. now apply result_proper.
    + intros _. rewrite (second_x_of_correct l e H P) by congruence. rewrite (root_is_training_r q c) by auto.
      now rewrite L, A, Ag, Au, (scalar_correct _ _ Ga), (scalar_correct _ _ Ug).
Qed.

Lemma grad_gamma_right : right_at (or_empty q (grad_gamma q c))
  (if has q In.RUNNING_MEAN then inference_second_gamma m (inference_r q c) (all In.DY) (all In.DDX)
   else second_gamma m (mean m (all In.X)) (training_r q c) (all In.X) (all In.DY) (all In.DDX)).
Proof.
  unfold or_empty. fold m. destruct (Nat.eqb_spec m 0) as [M|M].
  - split; [apply proper_of_rational|]. rewrite real_of_rational, value_zero, M.
    unfold inference_second_gamma, second_gamma, pairing, projection. simpl rsum.
    destruct (has q In.RUNNING_MEAN); unfold Rdiv; ring.
  - unfold grad_gamma, infers. destruct (has q In.RUNNING_MEAN).
    + destruct (inference_root q c) as [r|] eqn:T; [|exact I].
      destruct (all_finite q c In.DY) as [g|] eqn:G; [|exact I].
      destruct (all_finite q c In.DDX) as [u|] eqn:U; [|exact I].
      destruct (inference_root_correct r T) as [Gr Rr].
      destruct (all_finite_correct _ _ G) as [Lg Ag]. destruct (all_finite_correct _ _ U) as [Lu Au].
      split; [now apply result_proper|]. rewrite result_correct, value_zero, dot_correct, Lg, Ag, Au, Rr by congruence.
      unfold inference_second_gamma. unfold all. ring.
    + destruct (statistics q c) as [t|] eqn:T; [|exact I].
      destruct (all_finite q c In.DY) as [g|] eqn:G; [|exact I].
      destruct (all_finite q c In.DDX) as [u|] eqn:U; [|exact I].
      destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
      destruct (all_finite_correct _ _ G) as [Lg Ag]. destruct (all_finite_correct _ _ U) as [Lu Au].
      split; [now apply result_proper|]. rewrite (second_gamma_correct l e H P) by congruence.
      rewrite (root_is_training_r q c) by auto. now rewrite L, A, Ag, Au.
Qed.

Lemma grad_dy_right i : (i < m)%nat -> right_at (nth i (grad_dy q c) None)
  (if has q In.RUNNING_MEAN
   then inference_second_dy (one In.RUNNING_MEAN) (inference_r q c) (one In.GAMMA) (one In.DDGAMMA) (one In.DDBETA) (all In.X) (all In.DDX) i
   else second_dy m (mean m (all In.X)) (training_r q c) (one In.GAMMA) (one In.DDGAMMA) (one In.DDBETA) (all In.X) (all In.DDX) i).
Proof.
  intros Hi. unfold grad_dy, infers.
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (scalar q c In.DDGAMMA) as [ug|] eqn:Ug; [|destruct i; exact I].
  destruct (scalar q c In.DDBETA) as [ub|] eqn:Ub; [|destruct i; exact I].
  destruct (has q In.RUNNING_MEAN).
  - destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
    destruct (scalar q c In.RUNNING_MEAN) as [mu|] eqn:Mu; [|destruct i; exact I].
    destruct (inference_root_correct r T) as [Gr Rr].
    match goal with |- right_at ?w _ => destruct w as [z|] eqn:E; [|exact I] end.
    apply nth_lift in E. destruct E as (a & u & Ea & Eu & ->). rewrite nth_column in Ea, Eu by auto.
    split; [now apply result_proper|].
    rewrite result_correct, value_add, !value_mul, value_sub, Rr, (scalar_correct _ _ Ga), (scalar_correct _ _ Ug),
      (scalar_correct _ _ Ub), (scalar_correct _ _ Mu), (finite_correct _ _ Ea), (finite_correct _ _ Eu).
    unfold inference_second_dy, one, all. ring.
  - destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
    destruct (all_finite q c In.DDX) as [u|] eqn:U; [|destruct i; exact I].
    destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
    destruct (all_finite_correct _ _ U) as [Lu Au]. apply right_nth.
    + apply Forall_map2. intros. now apply result_proper.
    + intros _. rewrite (second_dy_of_correct l e H P) by congruence. rewrite (root_is_training_r q c) by auto.
      now rewrite L, A, Au, (scalar_correct _ _ Ga), (scalar_correct _ _ Ug), (scalar_correct _ _ Ub).
Qed.

Lemma y_dots_right i : (i < m)%nat -> right_at (nth i (y_dots q c) None)
  (y_dot m (real_of (epsilon q)) (one In.GAMMA) (one In.GAMMA_DOT) (one In.BETA_DOT) (all In.X) (all In.X_DOT) i).
Proof.
  intros Hi. unfold y_dots. destruct (statistics q c) as [t|] eqn:T; [|destruct i; exact I].
  destruct (all_finite q c In.X_DOT) as [w|] eqn:W; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA_DOT) as [g|] eqn:G; [|destruct i; exact I].
  destruct (scalar q c In.BETA_DOT) as [b|] eqn:B; [|destruct i; exact I].
  destruct (statistics_correct t T) as (l & e & -> & H & L & A & E & P). cbn [xs ds radicand_of].
  destruct (all_finite_correct _ _ W) as [Lw Aw]. apply right_nth.
  - apply Forall_map2. intros. now apply result_proper.
  - intros _. rewrite (y_dot_correct l e H P) by congruence.
    now rewrite L, A, E, Aw, (scalar_correct _ _ Ga), (scalar_correct _ _ G), (scalar_correct _ _ B).
Qed.

Lemma variance_dot_right : right_at (option_map of_rational (match all_finite q c In.X, all_finite q c In.X_DOT with
    | Some (a :: t), Some w => Some (variance_dot_of (deviations (a :: t)) w) | _, _ => None end))
  (var_dot m (all In.X) (all In.X_DOT)).
Proof.
  apply right_rational. intros p. destruct (all_finite q c In.X) as [[|a t]|] eqn:X; try discriminate.
  destruct (all_finite q c In.X_DOT) as [w|] eqn:W; [|discriminate]. intros [= <-].
  destruct (all_finite_correct _ _ X) as [L A]. destruct (all_finite_correct _ _ W) as [Lw Aw].
  rewrite variance_dot_correct by (discriminate || congruence). now rewrite L, A, Aw.
Qed.

Lemma folded_weights_right i : (i < m)%nat -> right_at (nth i (folded_weights q c) None)
  (folded_weight (folded_scale (one In.GAMMA) (inference_r q c)) (all In.WEIGHT) i).
Proof.
  intros Hi. unfold folded_weights. destruct (inference_root q c) as [r|] eqn:T; [|destruct i; exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; exact I].
  destruct (inference_root_correct r T) as [Gr Rr].
  rewrite nth_option_map, nth_column by auto. apply right_option_map. intros w W. split; [now apply result_proper|].
  rewrite result_correct, value_mul, value_zero, Rr, (scalar_correct _ _ Ga), (finite_correct _ _ W).
  unfold folded_weight, folded_scale, one, all. ring.
Qed.

Lemma folded_biases_right : right_at (folded_biases q c)
  (folded_bias (folded_scale (one In.GAMMA) (inference_r q c)) (one In.BIAS) (one In.RUNNING_MEAN) (one In.BETA)).
Proof.
  unfold folded_biases. destruct (inference_root q c) as [r|] eqn:T; [|exact I].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|exact I].
  destruct (scalar q c In.BIAS) as [b|] eqn:B; [|exact I].
  destruct (scalar q c In.RUNNING_MEAN) as [mu|] eqn:Mu; [|exact I].
  destruct (scalar q c In.BETA) as [be|] eqn:Be; [|exact I].
  destruct (inference_root_correct r T) as [Gr Rr]. split; [now apply result_proper|].
  rewrite result_correct, value_mul, value_sub, Rr, (scalar_correct _ _ Ga), (scalar_correct _ _ B),
    (scalar_correct _ _ Mu), (scalar_correct _ _ Be).
  unfold folded_bias, folded_scale, one. ring.
Qed.

(** Wherever a result is there, it is what the specification says. *)
Theorem results_correct o i : (i < values q o)%nat -> right_at (nth i (results q c o) None) (meaning q c o i).
Proof.
  unfold values, results, meaning. intros Hi.
  destruct (op q), o; simpl is_data in Hi; try (destruct i; exact I); cbv iota in Hi; fold m in Hi |- *;
    try (replace i with 0%nat by lia; unfold single, rational_only; simpl nth).
  - apply after_correct; auto using training_outputs_correct, length_training_outputs.
  - apply right_rational. intros p. destruct (all_finite q c In.X) as [[|a t]|] eqn:X; try discriminate.
    intros [= <-]. now apply average_all.
  - apply right_rational. intros p. destruct (all_finite q c In.X) as [[|a t]|] eqn:X; try discriminate.
    intros [= <-]. now apply variance_all.
  - apply inverse_std_right.
  - apply right_rational, new_mean_correct.
  - apply right_rational, new_variance_correct.
  - apply after_correct; auto using inference_outputs_correct, length_inference_outputs.
  - now apply training_dx_right.
  - apply training_dgamma_right.
  - apply right_rational. intros p. destruct (sequence (gradients q c)) as [g|] eqn:G; [|discriminate]. intros [= <-].
    destruct (gradients_correct g G) as [L A]. now apply (sum_right g _ _ L A).
  - rewrite nth_option_map. apply right_rational. intros g G.
    now apply (before_correct _ _ training_outputs_correct i g Hi) in G.
  - now apply inference_dx_right.
  - apply inference_dgamma_right.
  - apply right_rational. intros p. destruct (sequence (inference_gradients q c)) as [g|] eqn:G; [|discriminate]. intros [= <-].
    destruct (inference_gradients_correct g G) as [L A]. now apply (sum_right g _ _ L A).
  - rewrite nth_option_map. apply right_rational. intros g G.
    now apply (before_correct _ _ inference_outputs_correct i g Hi) in G.
  - now apply grad_x_right.
  - apply grad_gamma_right.
  - now apply grad_dy_right.
  - now apply y_dots_right.
  - apply right_rational. intros p. destruct (all_finite q c In.X_DOT) as [[|a t]|] eqn:X; try discriminate.
    intros [= <-]. now apply average_all.
  - apply variance_dot_right.
  - now apply folded_weights_right.
  - apply folded_biases_right.
  - apply right_rational. intros p Hp. now apply (over_batches_correct _ _ p Hp (average_fits q)).
  - apply right_rational. intros p Hp.
    now apply (over_batches_correct _ (fun n g => sample_variance n (var n g)) p Hp (sample_fits q)).
Qed.
End Channel.
