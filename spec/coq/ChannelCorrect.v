(** The programs of Channel.v compute what BN.v defines.

    For each output a lemma [NAME_correct]: the real number of its i-th result is the definition's, for the values that
    the list of rationals stands for. *)
From Coq Require Import Reals Lra Lia ZArith List.
From BN Require Import Sums BN Forward Rational Exact Channel.
Import ListNotations.
Local Open Scope R_scope.

Definition root_value (r : root) : R := match r with Root v => / sqrt (value v) | Flat => 0 end.
Definition good (r : root) : Prop := match r with Root v => 0 < value v | Flat => True end.

Lemma result_correct p q r : real (result p q r) = value p + value q * root_value r.
Proof. destruct r; simpl; [reflexivity|rewrite real_of_rational; ring]. Qed.
Lemma result_proper p q r : good r -> proper (result p q r).
Proof. destruct r; simpl; [auto|intros; apply proper_of_rational]. Qed.

(** ** Lists *)

Lemma length_of_correct {A} (l : list A) : l <> [] -> IZR (Zpos (length_of l)) = INR (length l).
Proof.
  destruct l as [|a t]; [congruence|intros _]. simpl length_of. cbn [length].
  assert (G : forall n, Pos.to_nat (fold_left (fun n _ => Pos.succ n) t n) = (Pos.to_nat n + length t)%nat).
  { induction t as [|b t IH]; intros n; simpl; [lia|]. rewrite IH. lia. }
  rewrite <- positive_nat_Z, <- INR_IZR_INZ, G. reflexivity.
Qed.

Lemma length_of_same {A B} (l : list A) (r : list B) : length l = length r -> length_of l = length_of r.
Proof.
  destruct l as [|a t], r as [|b u]; simpl; intros E; try discriminate; [reflexivity|]. injection E as E.
  generalize 1%positive. revert u E. induction t; intros [|c u] E n; simpl in *; try discriminate; [reflexivity|auto].
Qed.

Lemma length_deviations mu l : length (deviations_from mu l) = length l.
Proof. apply map_length. Qed.

Lemma at_deviations mu l i : (i < length l)%nat -> at_ (deviations_from mu l) i = at_ l i - value mu.
Proof.
  intros H. unfold at_, deviations_from. rewrite (nth_map _ l zero) by auto. apply value_sub.
Qed.

Lemma at_map2 f l r i : length l = length r -> (i < length l)%nat ->
  at_ (map2 f l r) i = value (f (nth i l zero) (nth i r zero)).
Proof. intros E H. unfold at_. now rewrite (nth_map2 f l r zero zero). Qed.

Lemma average_correct l : l <> [] -> value (average l) = mean (length l) (at_ l).
Proof. intros H. unfold average, mean. now rewrite value_over, value_sum, length_of_correct. Qed.

Lemma dot_correct l r : length l = length r -> value (dot l r) = rsum (length l) (fun i => at_ l i * at_ r i).
Proof.
  intros H. unfold dot. rewrite (value_sum_map2 mul l r zero zero H). apply rsum_ext. intros. apply value_mul.
Qed.

Lemma nonempty_length {A} (l : list A) : l <> [] -> (0 < length l)%nat.
Proof. destruct l; [congruence|simpl; lia]. Qed.
Lemma length_nonempty {A} (l : list A) : (0 < length l)%nat -> l <> [].
Proof. destruct l; simpl; [lia|discriminate]. Qed.

Lemma variance_of_correct l : l <> [] -> value (variance_of l) = var (length l) (at_ l).
Proof.
  intros H. unfold variance_of, deviations.
  assert (L : length (map square (deviations_from (average l) l)) = length l)
    by now rewrite map_length, length_deviations.
  rewrite average_correct by (apply length_nonempty; rewrite L; now apply nonempty_length).
  rewrite L. unfold var, mean at 1. f_equal. apply rsum_ext. intros i Hi. unfold at_ at 1.
  rewrite (nth_map square _ zero) by now rewrite length_deviations. rewrite value_square.
  fold (at_ (deviations_from (average l) l) i). now rewrite at_deviations, average_correct.
Qed.

(** ** Statistics *)

Lemma sample_of_correct m v : (1 < m)%positive -> value (sample_of m v) = sample_variance (Pos.to_nat m) (value v).
Proof.
  intros H. unfold sample_of, sample_variance. rewrite value_over, value_mul, value_integer.
  rewrite !INR_IZR_INZ, positive_nat_Z. f_equal. rewrite <- minus_IZR. f_equal. lia.
Qed.

Lemma update_of_correct a old t : value (update_of a old t) = update (value a) (value old) (value t).
Proof. unfold update_of, update. now rewrite value_add, !value_mul, value_sub, value_one. Qed.

Lemma convention_of_correct c m v : (c = Sample -> 1 < m)%positive ->
  value (convention_of c m v) = match c with Population => value v | Sample => sample_variance (Pos.to_nat m) (value v) end.
Proof. intros H. destruct c; simpl; [reflexivity|]. apply sample_of_correct. auto. Qed.

(** ** With root given *)

Section Given.
Variables (r : root) (d : list rational).
Let R_ := root_value r.

Lemma output_of_correct gamma beta i : (i < length d)%nat ->
  real (nth i (output_of gamma beta r d) (of_rational zero)) = value gamma * (at_ d i * R_) + value beta.
Proof.
  intros H. unfold output_of. rewrite (nth_map _ d zero), result_correct, value_mul by auto.
  fold (at_ d i) R_. ring.
Qed.

Lemma scale_gradient_correct g : length g = length d ->
  real (scale_gradient r d g) = rsum (length d) (fun i => at_ g i * (at_ d i * R_)).
Proof.
  intros H. unfold scale_gradient. rewrite result_correct, value_zero, dot_correct, H by auto. fold R_.
  rewrite Rplus_0_l, <- rsum_scal_r. apply rsum_ext. intros. ring.
Qed.

Lemma scaled_correct b a i : (i < length a)%nat ->
  real (nth i (scaled b r a) (of_rational zero)) = at_ a i * value b * R_.
Proof.
  intros H. unfold scaled. rewrite (nth_map _ a zero), result_correct, value_mul, value_zero by auto.
  fold (at_ a i) R_. ring.
Qed.

Lemma inference_second_correct gamma ugamma ubeta u i : length d = length u -> (i < length d)%nat ->
  real (nth i (inference_second gamma ugamma ubeta r d u) (of_rational zero))
  = value gamma * R_ * at_ u i + (value ugamma * (at_ d i * R_) + value ubeta).
Proof.
  intros E H. unfold inference_second. rewrite (nth_map2 _ d u zero zero), result_correct, value_add, !value_mul by auto.
  fold (at_ d i) (at_ u i) R_. ring.
Qed.
End Given.

(** ** In training *)

Section Training.
Variables (l : list rational) (e : rational).
Hypothesis Hl : l <> [].
Let m := length l.
Let x := at_ l.
Let eps := value e.
Let d := deviations l.
Let v := add (variance_of l) e.
Hypothesis Hv : 0 < value v.
Let r := inverse_std eps (var m x).

Let m_pos : (0 < m)%nat. Proof. apply nonempty_length, Hl. Qed.
Let mR : 0 < INR m. Proof. apply lt_0_INR, m_pos. Qed.

Lemma radicand_correct : value v = var m x + eps.
Proof. unfold v. now rewrite value_add, variance_of_correct. Qed.

Lemma root_correct : root_value (Root v) = r.
Proof. simpl. rewrite radicand_correct. unfold r, inverse_std, std. field. apply Rgt_not_eq, sqrt_lt_R0. rewrite <- radicand_correct. exact Hv. Qed.

Lemma r_square : r * r = / value v.
Proof.
  rewrite <- root_correct. simpl. rewrite <- Rinv_mult. now rewrite sqrt_sqrt by lra.
Qed.

Lemma r_pos : 0 < r.
Proof. rewrite <- root_correct. simpl. now apply Rinv_0_lt_compat, sqrt_lt_R0. Qed.

Lemma sd_r : sd m eps x = / r.
Proof.
  rewrite <- root_correct. simpl. rewrite Rinv_inv. unfold sd, std. now rewrite <- radicand_correct.
Qed.

Lemma length_d : length d = m. Proof. apply length_deviations. Qed.
Lemma at_d i : (i < m)%nat -> at_ d i = x i - mean m x.
Proof. intros H. unfold d, deviations. rewrite at_deviations by exact H. now rewrite average_correct. Qed.
Lemma xhat_d i : (i < m)%nat -> xhat m eps x i = at_ d i * r.
Proof. intros H. rewrite at_d by auto. unfold xhat, normalized. fold (sd m eps x). rewrite sd_r. unfold Rdiv. now rewrite Rinv_inv. Qed.
Lemma m_d : IZR (Zpos (length_of d)) = INR m.
Proof. rewrite length_of_correct, length_d; [reflexivity|]. apply length_nonempty. rewrite length_d. exact m_pos. Qed.
Lemma over_mv_correct a : value (over_mv v d a) = value a / INR m * (r * r).
Proof. unfold over_mv. now rewrite value_mul, value_over, value_inverse, m_d, r_square. Qed.

Lemma training_output_correct gamma beta i : (i < m)%nat ->
  real (nth i (output_of gamma beta (Root v) d) (of_rational zero)) = bn m eps (value gamma) (value beta) x i.
Proof.
  intros H. rewrite output_of_correct, root_correct by now rewrite length_d.
  rewrite <- xhat_d by auto. reflexivity.
Qed.

Lemma inverse_std_correct : real (result zero one (Root v)) = r.
Proof. rewrite result_correct, root_correct, value_zero, value_one. ring. Qed.

Lemma dgamma_correct g : length g = m -> real (scale_gradient (Root v) d g) = dgamma m eps x (at_ g).
Proof.
  intros H. rewrite scale_gradient_correct, root_correct, length_d by now rewrite length_d.
  apply rsum_ext. intros i Hi. now rewrite xhat_d.
Qed.

Lemma length_centered s u : length u = m -> length (centered v d s u) = m.
Proof. intros H. unfold centered. rewrite length_map2 by (rewrite length_d; auto). apply length_d. Qed.

Lemma centered_correct s u i : length u = m -> (i < m)%nat ->
  at_ (centered v d s u) i = at_ u i - rsum m (at_ u) / INR m - at_ d i * (value s / INR m * (r * r)).
Proof.
  intros H Hi. unfold centered. rewrite at_map2 by (rewrite length_d; auto).
  rewrite !value_sub, value_mul, over_mv_correct, average_correct, H by (apply length_nonempty; rewrite H; exact m_pos).
  reflexivity.
Qed.

Lemma dot_d g : length g = m -> value (dot g d) * r = dgamma m eps x (at_ g).
Proof.
  intros H. rewrite dot_correct, H by (rewrite length_d; auto). rewrite <- rsum_scal_r.
  apply rsum_ext. intros i Hi. rewrite xhat_d by auto. ring.
Qed.

Lemma gradient_of_correct gamma dmean dvariance g i : length g = m -> (i < m)%nat ->
  real (nth i (gradient_of v d gamma dmean dvariance g) (of_rational zero))
  = dx_all m eps (value gamma) (value dmean) (value dvariance) x (at_ g) i.
Proof.
  intros H Hi. unfold gradient_of, twice.
  rewrite (nth_map2 _ d (centered v d (dot g d) g) zero zero) by (rewrite ?length_centered, length_d; auto).
  rewrite result_correct, root_correct, value_add, !value_mul, !value_over, value_mul, value_integer, m_d.
  fold (at_ (centered v d (dot g d) g) i) (at_ d i). rewrite centered_correct by auto.
  unfold dx_all, dx, dbeta. rewrite sd_r, xhat_d, <- dot_d, <- at_d by auto.
  pose proof r_pos. pose proof mR. field. lra.
Qed.

(** Double backward *)

Lemma projection_d u : length u = m -> projection m (mean m x) r x (at_ u) = value (dot u d) * r.
Proof.
  intros H. rewrite dot_d by auto. apply rsum_ext. intros i Hi. rewrite xhat_d, at_d by auto. reflexivity.
Qed.

Lemma pairing_of_correct g u : length g = m -> length u = m ->
  value (pairing_of v d g u) = pairing m (mean m x) r x (at_ g) (at_ u).
Proof.
  intros Hg Hu. unfold pairing_of, pairing. rewrite !projection_d by auto.
  rewrite value_sub, over_mv_correct, value_mul.
  assert (E : value (dot u (deviations g)) = rsum m (fun i => at_ u i * (at_ g i - rsum m (at_ g) / INR m))).
  { rewrite dot_correct, Hu by (unfold deviations; rewrite length_deviations; congruence).
    apply rsum_ext. intros i Hi. unfold deviations. rewrite at_deviations by now rewrite Hg.
    rewrite average_correct, Hg by (apply length_nonempty; rewrite Hg; exact m_pos). reflexivity. }
  rewrite E. pose proof mR. field. lra.
Qed.

Lemma second_gamma_correct g u : length g = m -> length u = m ->
  real (result zero (pairing_of v d g u) (Root v)) = second_gamma m (mean m x) r x (at_ g) (at_ u).
Proof.
  intros Hg Hu. rewrite result_correct, root_correct, value_zero, pairing_of_correct by auto. unfold second_gamma. ring.
Qed.

Lemma second_dy_of_correct gamma ugamma ubeta u i : length u = m -> (i < m)%nat ->
  real (nth i (second_dy_of v d gamma ugamma ubeta u) (of_rational zero))
  = second_dy m (mean m x) r (value gamma) (value ugamma) (value ubeta) x (at_ u) i.
Proof.
  intros H Hi. unfold second_dy_of.
  rewrite inference_second_correct by (rewrite ?length_centered, length_d; auto).
  rewrite root_correct, centered_correct by auto. unfold second_dy.
  rewrite projection_d, <- at_d by auto. pose proof mR. field. lra.
Qed.

Lemma length_second_xhat gamma ugamma g u : length g = m -> length u = m -> length (second_xhat_of v d gamma ugamma g u) = m.
Proof. intros Hg Hu. unfold second_xhat_of. rewrite length_map2; congruence. Qed.

Lemma second_xhat_correct gamma ugamma g u i : length g = m -> length u = m -> (i < m)%nat ->
  at_ (second_xhat_of v d gamma ugamma g u) i
  = second_xhat m (mean m x) r (value gamma) (value ugamma) x (at_ g) (at_ u) i.
Proof.
  intros Hg Hu Hi. unfold second_xhat_of. rewrite at_map2 by congruence.
  rewrite value_sub, !value_mul, over_mv_correct, value_add, !value_mul.
  fold (at_ g i) (at_ u i). unfold second_xhat. rewrite !projection_d by auto. pose proof mR. field. lra.
Qed.

Lemma second_x_of_correct gamma ugamma g u i : length g = m -> length u = m -> (i < m)%nat ->
  real (nth i (second_x_of v d gamma ugamma g u) (of_rational zero))
  = second_x m (mean m x) r (value gamma) (value ugamma) x (at_ g) (at_ u) i.
Proof.
  intros Hg Hu Hi. unfold second_x_of. set (h := second_xhat_of v d gamma ugamma g u).
  pose proof (length_second_xhat gamma ugamma g u Hg Hu) as Hh. fold h in Hh.
  rewrite (nth_map _ _ zero) by now rewrite length_centered.
  rewrite result_correct, root_correct, value_zero.
  match goal with |- context [value (nth i ?c zero)] => fold (at_ c i) end. rewrite centered_correct by auto.
  rewrite value_add, value_mul, pairing_of_correct by auto.
  unfold second_x, chain_with, grad_input, grad_mean, grad_variance.
  set (P := pairing m (mean m x) r x (at_ g) (at_ u)).
  set (H := second_xhat m (mean m x) r (value gamma) (value ugamma) x (at_ g) (at_ u)).
  assert (Hat : forall k, (k < m)%nat -> at_ h k = H k) by (intros k Hk; now apply second_xhat_correct).
  rewrite (rsum_ext m (at_ h) H), Hat by auto.
  assert (E : value (dot h d) = rsum m (fun k => H k * (x k - mean m x))).
  { rewrite dot_correct, Hh by (rewrite length_d; auto). apply rsum_ext. intros k Hk. now rewrite Hat, at_d. }
  rewrite E, rsum_centered, at_d by auto. pose proof mR. field. lra.
Qed.

(** Tangent *)

Lemma variance_dot_correct w : length w = m -> value (variance_dot_of d w) = var_dot m x (at_ w).
Proof.
  intros H. unfold variance_dot_of, var_dot. rewrite value_over, m_d. f_equal. unfold twice. rewrite value_mul, value_integer.
  f_equal. rewrite dot_correct, length_d by (rewrite length_d; unfold deviations; now rewrite length_deviations).
  apply rsum_ext. intros i Hi. rewrite at_d by auto. unfold deviations. rewrite at_deviations by now rewrite H.
  rewrite average_correct, H by (apply length_nonempty; rewrite H; exact m_pos). reflexivity.
Qed.

Lemma y_dot_correct gamma gamma' beta' w i : length w = m -> (i < m)%nat ->
  real (nth i (y_dot_of v d gamma gamma' beta' w) (of_rational zero))
  = y_dot m eps (value gamma) (value gamma') (value beta') x (at_ w) i.
Proof.
  intros H Hi. unfold y_dot_of.
  assert (Lw : length (deviations w) = m) by (unfold deviations; now rewrite length_deviations).
  rewrite (nth_map2 _ d (deviations w) zero zero) by (rewrite length_d; auto).
  rewrite result_correct, root_correct, value_add, !value_mul, value_sub, value_mul, value_over, value_mul, value_inverse,
    <- r_square, variance_dot_correct by auto.
  fold (at_ d i) (at_ (deviations w) i). unfold deviations at 1. rewrite at_deviations by now rewrite H.
  rewrite average_correct, H by (apply length_nonempty; rewrite H; exact m_pos).
  unfold y_dot, xhat_dot. rewrite xhat_d, <- at_d by auto. fold r. unfold mean_dot. field.
Qed.
End Training.
