(** The errors that Published.v finds bound what every run may compute. Main result: [errors_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary.
From BN Require Import Sums BN Question Rational Rounding Channel ChannelCorrect Results InputsCorrect StateCorrect ResultsCorrect
  Arithmetic Summation Products TwoPass Upper Bounds MachineCorrect StatisticsCorrect RootCorrect OutputsCorrect GradientsCorrect
  InputGradientCorrect Published Runs.
Import ListNotations.
Local Open Scope R_scope.

Section Channel.
Variables (q : question) (fc : format) (c : nat).
Variable tree : order -> Prop.
Hypothesis Pc : (2 <= precision fc)%Z.
Hypothesis Mc : (precision fc < emax fc)%Z.
Notation prec := (precision fc).
Notation e0 := (emin fc).
Notation omega := (value (largest fc)).
Let m := count q.
Let one s := real_of (one_of q c s).
Let all s i := real_of (all_of q c s i).
Let eps := real_of (epsilon q).
Notation may := (may_compute q fc c tree).

(** the mean and variance of the batch, or those that are given *)
Definition exact_mean : R := match op q with TrainingForward | TrainingBackward => BN.mean m (all In.X) | _ => one In.RUNNING_MEAN end.
Definition exact_variance : R := match op q with TrainingForward | TrainingBackward => var m (all In.X) | _ => one In.RUNNING_VARIANCE end.
Definition exact_r : R := / sqrt (exact_variance + eps).

Lemma nonempty_batch a t : all_finite q c In.X = Some (a :: t) -> length (a :: t) = m /\ at_ (a :: t) = all In.X.
Proof. apply all_finite_correct. Qed.

Lemma statistics_bound_of_correct s mu v : statistics_bound_of q fc c = Some s -> run_statistics q fc c tree mu v ->
  0 <= value (em s) /\ near (value (em s)) mu exact_mean /\ value (least s) <= v <= value (most s).
Proof.
  unfold statistics_bound_of, run_statistics, exact_mean. intros H R.
  assert (T : forall l, all_finite q c In.X = Some l -> match l with a :: t => training_bound fc (a :: t) | [] => None end = Some s ->
    computes_mean prec e0 omega tree m (all In.X) mu -> computes_variance prec e0 omega tree m (all In.X) mu v ->
    0 <= value (em s) /\ near (value (em s)) mu (BN.mean m (all In.X)) /\ value (least s) <= v <= value (most s)).
  { intros [|a t] X B Rm Rv; [discriminate|]. destruct (nonempty_batch a t X) as [L A]. rewrite <- L, <- A in *.
    apply (training_bound_correct fc Pc Mc tree (a :: t) ltac:(discriminate) s mu v B Rm Rv). }
  assert (I : forall x y, scalar q c In.RUNNING_MEAN = Some x -> scalar q c In.RUNNING_VARIANCE = Some y -> inference_bound fc x y = Some s ->
    Arithmetic.rounds prec e0 omega (one In.RUNNING_MEAN) mu -> Arithmetic.rounds prec e0 omega (one In.RUNNING_VARIANCE) v ->
    0 <= value (em s) /\ near (value (em s)) mu (one In.RUNNING_MEAN) /\ value (least s) <= v <= value (most s)).
  { intros x y X Y B Rm Rv. apply scalar_correct in X, Y. fold (one In.RUNNING_MEAN) in X. fold (one In.RUNNING_VARIANCE) in Y. rewrite <- X in *. rewrite <- Y in Rv.
    exact (inference_bound_correct fc Pc x y s mu v B Rm Rv). }
  destruct (op q); try discriminate.
  1, 3: destruct (all_finite q c In.X) as [l|] eqn:X; [|discriminate]; destruct R; destruct l; [discriminate|]; eapply T; eauto.
  1, 2: destruct (scalar q c In.RUNNING_MEAN) as [x|] eqn:X; [|discriminate];
    destruct (scalar q c In.RUNNING_VARIANCE) as [y|] eqn:Y; [|discriminate]; destruct R; eapply I; eauto.
Qed.

Lemma variance_given_correct v s : variance_given q c = Some v -> statistics_bound_of q fc c = Some s -> value v = exact_variance.
Proof.
  unfold variance_given, statistics_bound_of, exact_variance. intros V S.
  destruct (op q); try discriminate; try (apply scalar_correct in V; exact V).
  all: destruct (all_finite q c In.X) as [[|a t]|] eqn:X; try discriminate; apply some_inj in V; subst v; exact (variance_all In.X a t X).
Qed.

Lemma channel_root_correct r mu v r' : channel_root q fc c = Some r -> run q fc c tree mu v r' ->
  0 < exact_variance + eps /\ root_within r r' exact_r.
Proof.
  unfold channel_root. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|discriminate].
  destruct (variance_given q c) as [w|] eqn:W; [|discriminate]. destruct (finite (epsilon q)) as [e|] eqn:E; [|discriminate].
  intros H (Rs & Rr). pose proof (variance_given_correct w s W S) as Vw. apply finite_correct in E.
  destruct (statistics_bound_of_correct s mu v S Rs) as (_ & _ & B). fold eps in E, Rr. rewrite <- E in Rr.
  destruct (root_bound_of_correct fc Pc Mc w e s r v r' H B Rr) as (P & R0 & N & L). rewrite Vw, E in *.
  split; [exact P|]. split; [exact R0|]. split; [exact N|]. unfold exact_r. rewrite Rabs_pos_eq; [exact L|].
  left. now apply Rinv_0_lt_compat, sqrt_lt_R0.
Qed.

Lemma deviations_given_correct d i : deviations_given q c = Some d -> (i < m)%nat -> (0 < m)%nat ->
  length d = m /\ value (nth i d zero) = all In.X i - exact_mean.
Proof.
  unfold deviations_given, exact_mean. destruct (all_finite q c In.X) as [l|] eqn:X; [|discriminate].
  destruct (all_finite_correct In.X l X) as [L A]. fold m in L. intros H Hi Hm.
  assert (Hl : l <> []) by (apply length_nonempty; lia).
  assert (T : Some (deviations l) = Some d -> length d = m /\ value (nth i d zero) = all In.X i - BN.mean m (all In.X)).
  { intros E. apply some_inj in E. subst d. split; [unfold deviations; now rewrite length_deviations|].
    change (value (nth i (deviations l) zero)) with (at_ (deviations l) i). unfold deviations. rewrite at_deviations by lia.
    rewrite average_correct, L, A by exact Hl. reflexivity. }
  assert (I : forall x, scalar q c In.RUNNING_MEAN = Some x -> Some (deviations_from x l) = Some d ->
    length d = m /\ value (nth i d zero) = all In.X i - one In.RUNNING_MEAN).
  { intros x Ex E. apply some_inj in E. subst d. apply scalar_correct in Ex. split; [now rewrite length_deviations|].
    change (value (nth i (deviations_from x l) zero)) with (at_ (deviations_from x l) i). rewrite at_deviations by lia. rewrite A, Ex. reflexivity. }
  destruct (op q); auto; destruct (scalar q c In.RUNNING_MEAN) as [x|] eqn:Ex; try discriminate; eauto.
Qed.

Lemma output_errors_correct i most e mu v r w : (i < m)%nat -> nth i (output_errors q fc c) (fun _ => None) most = Some e ->
  run q fc c tree mu v r -> computes_output prec e0 omega (all In.X i) mu r (one In.GAMMA) (one In.BETA) w ->
  let y := one In.GAMMA * (all In.X i - exact_mean) * exact_r + one In.BETA in
  Rabs y <= value most -> near (value e) w y.
Proof.
  intros Hi E R C y Y. unfold output_errors in E. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|destruct i; discriminate].
  destruct (channel_root q fc c) as [rt|] eqn:Rt; [|destruct i; discriminate]. destruct (deviations_given q c) as [d|] eqn:D; [|destruct i; discriminate].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; discriminate].
  destruct (scalar q c In.BETA) as [beta|] eqn:Be; [|destruct i; discriminate].
  destruct (deviations_given_correct d i D Hi ltac:(lia)) as [L Vd]. rewrite (nth_map _ d zero) in E by lia.
  apply scalar_correct in Ga, Be. fold (one In.GAMMA) in Ga. fold (one In.BETA) in Be.
  destruct (statistics_bound_of_correct s mu v S (proj1 R)) as (M0 & M & _). destruct (channel_root_correct rt mu v r Rt R) as [_ Rw].
  unfold y in *. rewrite <- Ga, <- Be in *.
  exact (output_error_of_correct fc Pc Mc gamma beta s rt (nth i d zero) most e (all In.X i) mu exact_mean r exact_r w E Vd M0 M Rw Y C).
Qed.

Lemma length_deviations_given d : deviations_given q c = Some d -> length d = m.
Proof.
  unfold deviations_given. destruct (all_finite q c In.X) as [l|] eqn:X; [|discriminate].
  destruct (all_finite_correct In.X l X) as [L _]. intros H.
  destruct (op q); try (apply some_inj in H; subst d; unfold deviations; now rewrite length_deviations);
    destruct (scalar q c In.RUNNING_MEAN); try discriminate; apply some_inj in H; subst d; now rewrite length_deviations.
Qed.

Lemma dgamma_error_correct e mu v r w : dgamma_error q fc c = Some e -> run q fc c tree mu v r ->
  computes_dgamma prec e0 omega tree m (all In.X) (all In.DY) mu r w ->
  near (value e) w (rsum m (fun i => all In.DY i * (all In.X i - exact_mean) * exact_r)).
Proof.
  unfold dgamma_error. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|discriminate].
  destruct (channel_root q fc c) as [rt|] eqn:Rt; [|discriminate]. destruct (deviations_given q c) as [d|] eqn:D; [|discriminate].
  destruct (all_finite q c In.DY) as [dy|] eqn:Y; [|discriminate]. intros H R C.
  destruct (all_finite_correct In.DY dy Y) as [L A]. fold m in L. fold (all In.DY) in A.
  destruct (statistics_bound_of_correct s mu v S (proj1 R)) as (M0 & M & _). destruct (channel_root_correct rt mu v r Rt R) as [_ Rw].
  pose proof (length_deviations_given d D) as Ld. rewrite <- A in C |- *. rewrite <- L in C |- *.
  apply (dgamma_error_of_correct fc Pc Mc dy d s rt (all In.X) exact_mean mu exact_r r tree); auto; [congruence|].
  intros i Hi. rewrite L in Hi. exact (proj2 (deviations_given_correct d i D Hi ltac:(lia))).
Qed.

Lemma dbeta_error_correct e w : dbeta_error q fc c = Some e -> sums prec e0 omega tree m (all In.DY) w ->
  near (value e) w (rsum m (all In.DY)).
Proof.
  unfold dbeta_error. destruct (all_finite q c In.DY) as [[|a t]|] eqn:Y; try discriminate. intros H S.
  destruct (all_finite_correct In.DY (a :: t) Y) as [L A]. fold m in L. fold (all In.DY) in A. rewrite <- A, <- L in *.
  exact (dbeta_error_of_correct fc Pc tree (a :: t) e w ltac:(discriminate) H S).
Qed.

Lemma inference_dx_errors_correct i most e mu v r w : (i < m)%nat -> nth i (inference_dx_errors q fc c) (fun _ => None) most = Some e ->
  run q fc c tree mu v r -> computes_inference_dx prec e0 omega (all In.DY i) r (one In.GAMMA) w ->
  near (value e) w (one In.GAMMA * all In.DY i * exact_r).
Proof.
  intros Hi E R C. unfold inference_dx_errors in E. destruct (channel_root q fc c) as [rt|] eqn:Rt; [|destruct i; discriminate].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; discriminate].
  destruct (all_finite q c In.DY) as [dy|] eqn:Y; [|destruct i; discriminate].
  destruct (all_finite_correct In.DY dy Y) as [L A]. fold m in L. fold (all In.DY) in A.
  rewrite (nth_map _ dy zero) in E by lia. apply scalar_correct in Ga. fold (one In.GAMMA) in Ga.
  destruct (channel_root_correct rt mu v r Rt R) as [_ Rw]. rewrite <- Ga, <- A in *.
  exact (inference_dx_error_of_correct fc Pc Mc gamma rt (nth i dy zero) e r exact_r w E Rw C).
Qed.

Lemma training_dx_errors_correct i most e mu v r w : op q = TrainingBackward -> (i < m)%nat ->
  nth i (training_dx_errors q fc c) (fun _ => None) most = Some e -> run q fc c tree mu v r ->
  computes_dx_all prec e0 omega tree m (all In.X) (all In.DY) mu r (one In.GAMMA) (one In.DMEAN) (one In.DVARIANCE) i w ->
  near (value e) w (dx_all m eps (one In.GAMMA) (one In.DMEAN) (one In.DVARIANCE) (all In.X) (all In.DY) i).
Proof.
  intros O Hi E R C. unfold training_dx_errors in E. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|destruct i; discriminate].
  destruct (channel_root q fc c) as [rt|] eqn:Rt; [|destruct i; discriminate]. destruct (variance_given q c) as [va|] eqn:V; [|destruct i; discriminate].
  destruct (finite (epsilon q)) as [ep|] eqn:Ep; [|destruct i; discriminate]. destruct (deviations_given q c) as [d|] eqn:D; [|destruct i; discriminate].
  destruct (scalar q c In.GAMMA) as [gamma|] eqn:Ga; [|destruct i; discriminate].
  destruct (scalar q c In.DMEAN) as [dmean|] eqn:Dm; [|destruct i; discriminate].
  destruct (scalar q c In.DVARIANCE) as [dvariance|] eqn:Dv; [|destruct i; discriminate].
  destruct (all_finite q c In.DY) as [dy|] eqn:Y; [|destruct i; discriminate].
  destruct (dx_errors_of fc gamma dmean dvariance (add va ep) dy d s rt) as [error|] eqn:Er; [|destruct i; discriminate].
  apply scalar_correct in Ga, Dm, Dv. fold (one In.GAMMA) in Ga. fold (one In.DMEAN) in Dm. fold (one In.DVARIANCE) in Dv.
  destruct (all_finite_correct In.DY dy Y) as [L A]. fold m in L. fold (all In.DY) in A. pose proof (length_deviations_given d D) as Ld.
  destruct (statistics_bound_of_correct s mu v S (proj1 R)) as (M0 & M & _). destruct (channel_root_correct rt mu v r Rt R) as [P Rw].
  pose proof (variance_given_correct va s V S) as Vv. apply finite_correct in Ep. fold eps in Ep.
  rewrite (nth_map2 (fun g d _ => error g d) dy d zero zero (fun _ => None) i) in E by congruence || lia.
  unfold exact_r, exact_mean, exact_variance in *. rewrite O in *. rewrite <- Ga, <- Dm, <- Dv, <- A in *. rewrite <- L in *.
  apply (dx_errors_of_correct fc Pc Mc gamma dmean dvariance (add va ep) dy d s rt (all In.X) mu r eps tree) with (error := error); auto.
  - intros j Hj. rewrite L in Hj. destruct (deviations_given_correct d j D Hj ltac:(lia)) as [_ Vj]. unfold exact_mean in Vj. rewrite O in Vj.
    rewrite L. exact Vj.
  - rewrite value_add. congruence.
  - rewrite value_add. rewrite Vv, Ep. exact P.
Qed.

Lemma running_variance_is_finite s : statistics_bound_of q fc c = Some s -> op q = InferenceForward \/ op q = InferenceBackward ->
  is_infinite (one_of q c In.RUNNING_VARIANCE) = false.
Proof.
  unfold statistics_bound_of, scalar. intros H [O|O]; rewrite O in H; destruct (one_of q c In.RUNNING_VARIANCE); try reflexivity;
    simpl in H; destruct (finite (one_of q c In.RUNNING_MEAN)); discriminate.
Qed.

(** what is computed lies within the error of what the specification says *)
Theorem errors_correct o i most e w : (i < values q o)%nat -> nth i (errors q fc c o) (fun _ => None) most = Some e ->
  may o i w -> Rabs (meaning q c o i) <= value most -> near (value e) w (meaning q c o i).
Proof.
  unfold values, errors. intros Hi E W Y. destruct (activated q) eqn:Ac; try (destruct i; discriminate).
  destruct (op q) eqn:O, o; try (destruct i; discriminate); cbn [is_data] in Hi; unfold may_compute in W; rewrite O in W;
    unfold meaning in Y |- *; rewrite O in Y |- *; fold m in Y |- *; unfold one_error in E; cbv zeta iota in Y |- *.
  - (* y in training *) destruct W as (mu & v & r & R & C).
    assert (Ey : after q c (training_output q c) i = one In.GAMMA * (all In.X i - exact_mean) * exact_r + one In.BETA).
    { unfold after. rewrite Ac. unfold training_output, bn, output, normalized, exact_r, exact_mean, exact_variance, std. rewrite O.
      unfold one, all, m, eps, Rdiv. ring. }
    rewrite Ey in *. exact (output_errors_correct i most e mu v r w Hi E R C Y).
  - destruct i as [|i]; [|lia]. destruct W as (v & Rs). simpl in E. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|discriminate].
    apply some_inj in E. subst e. destruct (statistics_bound_of_correct s w v S Rs) as (_ & M & _). unfold exact_mean in M. rewrite O in M. exact M.
  - destruct i as [|i]; [|lia]. destruct W as (mu & Rs). simpl in E. unfold variance_error in E.
    destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|discriminate]. destruct (variance_given q c) as [v|] eqn:V; [|discriminate].
    apply some_inj in E. subst e. destruct (statistics_bound_of_correct s mu w S Rs) as (_ & _ & B).
    pose proof (variance_given_correct v s V S) as Vv. unfold exact_variance in Vv. rewrite O in Vv.
    pose proof (shorten_le (larger (sub v (least s)) (sub (Bounds.most s) v))) as K.
    pose proof (larger_l (sub v (least s)) (sub (Bounds.most s) v)) as K1. pose proof (larger_r (sub v (least s)) (sub (Bounds.most s) v)) as K2.
    rewrite value_sub in K1, K2. unfold near. apply Rabs_le. fold all in Vv. change (BN.var m (fun i => real_of (all_of q c In.X i))) with (var m (all In.X)) in *. lra.
  - destruct i as [|i]; [|lia]. destruct W as (mu & v & R). simpl in E. destruct (channel_root q fc c) as [rt|] eqn:Rt; [|discriminate].
    apply some_inj in E. subst e. destruct (channel_root_correct rt mu v w Rt R) as (_ & _ & N & _).
    unfold training_r, inverse_std, std. fold m all eps. unfold exact_r, exact_variance in N. rewrite O in N. unfold Rdiv. rewrite Rmult_1_l. exact N.
  - (* y in inference *) destruct W as (mu & v & r & R & C). destruct (deviations_given q c) as [dd|] eqn:D.
    2: { unfold output_errors in E. rewrite D in E. destruct (statistics_bound_of q fc c), (channel_root q fc c); destruct i; discriminate. }
    assert (Fl : is_infinite (one_of q c In.RUNNING_VARIANCE) = false).
    { unfold output_errors in E. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|destruct i; discriminate].
      exact (running_variance_is_finite s S (or_introl O)). }
    assert (Ey : after q c (inference_output q c) i = one In.GAMMA * (all In.X i - exact_mean) * exact_r + one In.BETA).
    { unfold after. rewrite Ac. unfold inference_output. rewrite Fl. unfold output, normalized, exact_r, exact_mean, exact_variance, std. rewrite O.
      unfold one, all, eps, Rdiv. ring. }
    rewrite Ey in *. exact (output_errors_correct i most e mu v r w Hi E R C Y).
  - (* dx in training *) destruct W as (mu & v & r & R & C). pose proof (training_dx_errors_correct i most e mu v r w O Hi E R C) as N.
    unfold before. rewrite Ac. exact N.
  - (* dgamma in training *) destruct i as [|i]; [|lia]. simpl in E. destruct W as (mu & v & r & R & C).
    assert (Eg : BN.dgamma m eps (all In.X) (before q c (training_output q c))
      = rsum m (fun i => all In.DY i * (all In.X i - exact_mean) * exact_r)).
    { unfold BN.dgamma, before. rewrite Ac. apply rsum_ext. intros k _. unfold xhat, normalized, std, exact_r, exact_mean, exact_variance.
      rewrite O. unfold all, m, eps, Rdiv. ring. }
    change (near (value e) w (BN.dgamma m eps (all In.X) (before q c (training_output q c)))). rewrite Eg. exact (dgamma_error_correct e mu v r w E R C).
  - (* dbeta in training *) destruct i as [|i]; [|lia]. simpl in E. unfold BN.dbeta, before. rewrite Ac. exact (dbeta_error_correct e w E W).
  - (* dx in inference *) destruct W as (mu & v & r & R & C).
    assert (Fl : is_infinite (one_of q c In.RUNNING_VARIANCE) = false).
    { unfold inference_dx_errors, channel_root in E. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|destruct i; discriminate].
      exact (running_variance_is_finite s S (or_intror O)). }
    assert (Ed : one In.GAMMA * inference_r q c * before q c (inference_output q c) i = one In.GAMMA * all In.DY i * exact_r).
    { unfold inference_r, before. rewrite Fl, Ac. unfold inverse_std, std, exact_r, exact_variance. rewrite O. unfold one, all, eps, Rdiv. ring. }
    change (near (value e) w (one In.GAMMA * inference_r q c * before q c (inference_output q c) i)). rewrite Ed. exact (inference_dx_errors_correct i most e mu v r w Hi E R C).
  - (* dgamma in inference *) destruct i as [|i]; [|lia]. simpl in E. destruct W as (mu & v & r & R & C).
    assert (Fl : is_infinite (one_of q c In.RUNNING_VARIANCE) = false).
    { unfold dgamma_error in E. destruct (statistics_bound_of q fc c) as [s|] eqn:S; [|discriminate].
      exact (running_variance_is_finite s S (or_intror O)). }
    assert (Eg : rsum m (fun k => before q c (inference_output q c) k * ((all In.X k - one In.RUNNING_MEAN) * inference_r q c))
      = rsum m (fun i => all In.DY i * (all In.X i - exact_mean) * exact_r)).
    { apply rsum_ext. intros k _. unfold inference_r, before. rewrite Fl, Ac. unfold inverse_std, std, exact_r, exact_mean, exact_variance.
      rewrite O. unfold one, all, eps, Rdiv. ring. }
    change (near (value e) w (rsum m (fun k => before q c (inference_output q c) k * ((all In.X k - one In.RUNNING_MEAN) * inference_r q c)))).
    rewrite Eg. exact (dgamma_error_correct e mu v r w E R C).
  - (* dbeta in inference *) destruct i as [|i]; [|lia]. simpl in E. unfold BN.dbeta, before. rewrite Ac. exact (dbeta_error_correct e w E W).
Qed.
End Channel.
