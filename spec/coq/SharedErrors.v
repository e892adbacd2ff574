(** What the errors of a channel's computed mean and r do to the dx of training. Main results: [dx_shared], [dx_terms].

    All terms of dx share the two errors, so that they act on dx as a whole. *)
From Coq Require Import Reals Lra Lia ZArith List.
From BN Require Import Sums BN Products.
Local Open Scope R_scope.

(** The errors em of the mean and er of r move d = x_i - M, S = Σ dy (x - M) r and so on; rr is r², rs at least |r|, r1 at
    least |r + er|. *)
Definition slope (d S rr n : R) : R := d * S * rr / n.
Definition slope_size (d S n : R) : R := Rabs (d * S) / n.
Definition mean_effect (em d D S n : R) : R := (em * Rabs (S + d * D) + em^2 * Rabs D) / n.

(** What they do to dx; b is 2 dvariance/m, effect at least |gamma (r + f)³ (S + d D)/n - b| for the f that r errs by. *)
Definition shared_error (gamma rr rs er r1 effect em dyi d D S n : R) : R :=
  Rabs gamma * (er * (Rabs (dyi - D / n - 3 * slope d S rr n) + (3 * rs * er + er^2) * slope_size d S n))
    + (em * effect + Rabs gamma * (r1^3 * (em^2 * Rabs D / n))).
(** and what is multiplied by gamma r *)
Definition terms_size (rr rs r1 er em dyi d D S n : R) : R :=
  Rabs (dyi - D / n - slope d S rr n) + ((2 * rs * er + er^2) * slope_size d S n + r1^2 * mean_effect em d D S n).

Section Shared.
Variables (r r' rs r1 er mu M em dyi x D S n : R).
Hypothesis Hn : 0 < n.
Hypothesis Hm : near em mu M.
Hypothesis Hr : near er r' r.
Hypothesis Hs : Rabs r <= rs.
Hypothesis H1 : Rabs r' <= r1.
Let e := mu - M.
Let f := r' - r.
Let d := x - M.

(** the effects of f, with a = 3 or 2, and of e *)
Lemma root_effect a : 0 <= a -> Rabs ((a * r * f + f^2) * (d * S / n)) <= (a * rs * er + er^2) * slope_size d S n.
Proof.
  intros A. unfold slope_size. assert (F : Rabs f <= er) by exact Hr. pose proof (Rabs_pos f). pose proof (Rabs_pos r).
  assert (Ni : 0 < / n) by now apply Rinv_0_lt_compat.
  rewrite Rabs_mult. replace (Rabs (d * S / n)) with (Rabs (d * S) / n) by (unfold Rdiv; now rewrite (Rabs_mult (d * S)), (Rabs_pos_eq (/ n)) by lra).
  apply Rmult_le_compat_r; [unfold Rdiv; apply Rmult_le_pos; [apply Rabs_pos|lra]|].
  eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat.
  - rewrite !Rabs_mult, (Rabs_pos_eq a) by exact A. apply Rmult_le_compat; try lra; [apply Rmult_le_pos; lra|apply Rmult_le_compat_l; lra].
  - rewrite <- RPow_abs. apply pow_incr. lra.
Qed.
Lemma mean_moves k : Rabs (r'^k * ((e * (S + d * D) + - (e^2 * D)) / n)) <= r1^k * mean_effect em d D S n.
Proof.
  unfold mean_effect. assert (E : Rabs e <= em) by exact Hm. pose proof (Rabs_pos e). pose proof (Rabs_pos r').
  assert (Ni : 0 < / n) by now apply Rinv_0_lt_compat.
  rewrite Rabs_mult, <- RPow_abs. apply Rmult_le_compat; [apply pow_le; lra|apply Rabs_pos|apply pow_incr; lra|].
  unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ n)) by lra. apply Rmult_le_compat_r; [lra|].
  eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp, !Rabs_mult, <- RPow_abs.
  apply Rplus_le_compat; apply Rmult_le_compat_r; try apply Rabs_pos; [exact E|]. apply pow_incr. lra.
Qed.

Lemma dx_shared gamma b effect : Rabs (gamma * r'^3 * ((S + d * D) / n) - b) <= effect ->
  near (shared_error gamma (r^2) rs er r1 effect em dyi d D S n)
    (gamma * (dyi - D / n - (x - mu) * r' * ((S - e * D) * r' / n)) * r' + b * (x - mu))
    (gamma * (dyi - D / n - d * r * (S * r / n)) * r + b * d).
Proof.
  intros Ef. assert (F : Rabs f <= er) by exact Hr. assert (E : Rabs e <= em) by exact Hm. assert (Ni : 0 < / n) by now apply Rinv_0_lt_compat.
  pose proof (Rabs_pos f). pose proof (Rabs_pos e). pose proof (Rabs_pos r').
  unfold near, shared_error. set (q := dyi - D / n - 3 * slope d S (r^2) n).
  replace (gamma * (dyi - D / n - (x - mu) * r' * ((S - e * D) * r' / n)) * r' + b * (x - mu)
      - (gamma * (dyi - D / n - d * r * (S * r / n)) * r + b * d))
    with (gamma * (f * (q + - ((3 * r * f + f^2) * (d * S / n))))
      + (e * (gamma * r'^3 * ((S + d * D) / n) - b) + - (gamma * (r'^3 * (e^2 * D / n)))))
    by (unfold q, slope, d, e, f; field; lra).
  eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat.
  - rewrite Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos|].
    rewrite Rabs_mult. apply Rmult_le_compat; try apply Rabs_pos; [exact F|].
    eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l. rewrite Rabs_Ropp. apply root_effect. lra.
  - eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat.
    + rewrite Rabs_mult. apply Rmult_le_compat; try apply Rabs_pos; [exact E|exact Ef].
    + rewrite Rabs_Ropp, Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos|].
      rewrite Rabs_mult, <- RPow_abs. apply Rmult_le_compat; [apply pow_le; lra|apply Rabs_pos|apply pow_incr; lra|].
      unfold Rdiv. rewrite !Rabs_mult, <- RPow_abs, (Rabs_pos_eq (/ n)) by lra. apply Rmult_le_compat_r; [lra|].
      apply Rmult_le_compat_r; [apply Rabs_pos|]. apply pow_incr. lra.
Qed.

Lemma cube_le a b : a <= b -> a^3 <= b^3.
Proof. intros L. pose proof (Rle_0_sqr (a + b)). pose proof (Rle_0_sqr a). pose proof (Rle_0_sqr b). unfold Rsqr in *.
  assert (0 <= (b - a) * (a * a + a * b + b * b)) by (apply Rmult_le_pos; lra). lra. Qed.
(** two bounds of the effect; the second allows that a r³ and b cancel *)
Lemma effect_apart a b : Rabs (a * r'^3 - b) <= Rabs a * r1^3 + Rabs b.
Proof.
  unfold Rminus. eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp, Rabs_mult, <- RPow_abs. apply Rplus_le_compat_r.
  apply Rmult_le_compat_l; [apply Rabs_pos|]. apply pow_incr. split; [apply Rabs_pos|exact H1].
Qed.
Lemma effect_together a b l : l <= r - er -> Rabs (a * r'^3 - b) <= Rabs (a * r1^3 - b) + Rabs a * (r1^3 - l^3).
Proof.
  intros L. assert (F : Rabs (r' - r) <= er) by exact Hr. pose proof (Rle_abs (r - r')) as K. rewrite Rabs_minus_sym in K.
  pose proof (Rle_abs r').
  pose proof (cube_le l r' ltac:(lra)). pose proof (cube_le r' r1 ltac:(lra)).
  replace (a * r'^3 - b) with ((a * r1^3 - b) + - (a * (r1^3 - r'^3))) by ring. eapply Rle_trans; [apply Rabs_triang|].
  rewrite Rabs_Ropp, (Rabs_mult a), (Rabs_pos_eq (r1^3 - r'^3)) by lra. apply Rplus_le_compat_l, Rmult_le_compat_l; [apply Rabs_pos|lra].
Qed.

Lemma dx_terms : Rabs (dyi - D / n - (x - mu) * r' * ((S - e * D) * r' / n)) <= terms_size (r^2) rs r1 er em dyi d D S n.
Proof.
  unfold terms_size.
  replace (dyi - D / n - (x - mu) * r' * ((S - e * D) * r' / n))
    with (dyi - D / n - slope d S (r^2) n + (- ((2 * r * f + f^2) * (d * S / n)) + r'^2 * ((e * (S + d * D) + - (e^2 * D)) / n)))
    by (unfold slope, d, e, f; field; lra).
  eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l. eapply Rle_trans; [apply Rabs_triang|].
  apply Rplus_le_compat; [rewrite Rabs_Ropp; apply root_effect; lra|apply mean_moves].
Qed.

(** Σ dy x̂ of this mean and r *)
Lemma projection_size : Rabs ((S - e * D) * r') <= (Rabs S + em * Rabs D) * r1.
Proof.
  assert (E : Rabs e <= em) by exact Hm. rewrite Rabs_mult. apply Rmult_le_compat; try apply Rabs_pos; [|exact H1].
  replace (S - e * D) with (S + - (e * D)) by ring. eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l.
  rewrite Rabs_Ropp, Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos|exact E].
Qed.
End Shared.

(** ** The definition by r and the sums of dy and dy (x - mean) *)

Lemma projection_by_mean m x dy mu r M : rsum m (fun j => dy j * (x j - mu) * r) = (rsum m (fun j => dy j * (x j - M)) - (mu - M) * rsum m dy) * r.
Proof. rewrite <- rsum_scal_l, <- rsum_minus, <- rsum_scal_r. apply rsum_ext. intros. ring. Qed.
Lemma square_of_root m eps x : 0 < var m x + eps -> (/ sd m eps x)^2 = / (var m x + eps).
Proof. intros V. unfold sd, std. rewrite pow_inv, pow2_sqrt by lra. reflexivity. Qed.
Lemma dx_by_root m eps gamma x dy i : 0 < var m x + eps -> 1 <= INR m -> let r := / sd m eps x in
  dx m eps gamma x dy i = gamma * (dy i - rsum m dy / INR m
    - (x i - mean m x) * r * (rsum m (fun j => dy j * (x j - mean m x)) * r / INR m)) * r.
Proof.
  intros V M r. set (S := rsum m (fun j => dy j * (x j - mean m x))). assert (Sd : 0 < sd m eps x) by now apply sqrt_lt_R0.
  unfold dx, dbeta. assert (Dg : dgamma m eps x dy = S * r).
  { unfold dgamma, S. rewrite <- rsum_scal_r. apply rsum_ext. intros. unfold xhat, normalized, r, sd, Rdiv. ring. }
  rewrite Dg. unfold xhat, normalized. fold (sd m eps x). unfold r. field. lra.
Qed.
