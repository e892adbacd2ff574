(** BN-6 to BN-9: running statistics, cumulative average, and Algorithm 2.

    Main results: update_increment, update_fixed, update_between, running_closed (what is left of the first state after k
    batches), cumulative_is_mean, sample_variance_unbiased (Algorithm 2's m/(m-1)), draws_unbiased (for values drawn from a
    finite population). *)
From Coq Require Import Reals Lra Lia Arith.
From BN Require Import Sums BN Forward.
Local Open Scope R_scope.

(** The other spelling: old + a (t - old) *)
Theorem update_increment a old t : update a old t = old + a * (t - old).
Proof. unfold update. ring. Qed.

Theorem update_fixed a t : update a t t = t.
Proof. unfold update. ring. Qed.

Theorem update_extremes old t : update 0 old t = old /\ update 1 old t = t.
Proof. unfold update. split; ring. Qed.

(** With 0 ≤ a ≤ 1 the new state lies between the old one and the batch; so a running variance is never negative. *)
Theorem update_between a old t lo hi : 0 <= a <= 1 -> lo <= old <= hi -> lo <= t <= hi -> lo <= update a old t <= hi.
Proof. intros Ha Ho Ht. rewrite update_increment. nra. Qed.

Theorem sample_variance_nonneg m v : (1 < m)%nat -> 0 <= v -> 0 <= sample_variance m v.
Proof.
  intros Hm Hv. apply lt_INR in Hm. simpl in Hm. unfold sample_variance.
  apply Rmult_le_pos; [nra|]. left. apply Rinv_0_lt_compat. lra.
Qed.

(** k batches with statistics t *)
Fixpoint running (a s0 : R) (t : nat -> R) (k : nat) : R :=
  match k with O => s0 | S j => update a (running a s0 t j) (t j) end.

Theorem running_closed a s0 t k :
  running a s0 t k = (1 - a)^k * s0 + a * rsum k (fun j => (1 - a)^(k - 1 - j) * t j).
Proof.
  induction k as [|k IH]; [simpl; ring|].
  cbn [running rsum]. rewrite IH. unfold update.
  rewrite (rsum_ext k (fun j => (1 - a)^(S k - 1 - j) * t j) (fun j => (1 - a) * ((1 - a)^(k - 1 - j) * t j))).
  - rewrite rsum_scal_l. replace (S k - 1 - k)%nat with 0%nat by lia. simpl. ring.
  - intros j Hj. replace (S k - 1 - j)%nat with (S (k - 1 - j)) by lia. simpl. ring.
Qed.

(** BN-8: the cumulative average of k batches is their arithmetic mean, whatever the state was before. *)
Theorem cumulative_is_mean t k : (0 < k)%nat -> cumulative t k = mean k t.
Proof.
  induction k as [|k IH]; intros Hk; [lia|].
  pose proof (INRm_neq (S k) Hk) as HS.
  cbn [cumulative]. unfold update, cumulative_weight, mean. cbn [rsum].
  destruct k as [|k]; [simpl; field|].
  rewrite IH by lia. pose proof (INRm_neq (S k) ltac:(lia)) as Hk'. rewrite S_INR in HS.
  unfold mean. rewrite (S_INR (S k)). field. auto.
Qed.

Theorem cumulative_forgets t s0 : update (cumulative_weight 1) s0 (t 0%nat) = cumulative t 1.
Proof. unfold cumulative, update, cumulative_weight. simpl. field. Qed.

(** Algorithm 2's correction. E is an expectation: linear, over functions of a batch x; the values of a batch have mean mu
    and variance s2 and are uncorrelated. Then m/(m-1) variance has expectation s2. *)
Section Unbiased.
Variable m : nat.
Hypothesis Hm : (1 < m)%nat.
Variable E : ((nat -> R) -> R) -> R.
Hypothesis E_ext : forall F G, (forall x, F x = G x) -> E F = E G.
Hypothesis E_plus : forall F G, E (fun x => F x + G x) = E F + E G.
Hypothesis E_scal : forall c F, E (fun x => c * F x) = c * E F.
Variables mu s2 : R.
Hypothesis E_square : forall i, (i < m)%nat -> E (fun x => x i * x i) = mu^2 + s2.
Hypothesis E_product : forall i j, (i < m)%nat -> (j < m)%nat -> i <> j -> E (fun x => x i * x j) = mu^2.

Lemma E_zero : E (fun _ => 0) = 0.
Proof. rewrite (E_ext _ (fun x => 0 * (fun _ => 0) x)) by (intros; ring). rewrite E_scal. ring. Qed.

Lemma E_rsum n (F : nat -> (nat -> R) -> R) : E (fun x => rsum n (fun i => F i x)) = rsum n (fun i => E (F i)).
Proof. induction n as [|n IH]; [exact E_zero|]. cbn [rsum]. rewrite E_plus, IH. reflexivity. Qed.

Lemma E_square_of_sum : E (fun x => rsum m x * rsum m x) = INR m * INR m * mu^2 + INR m * s2.
Proof.
  rewrite (E_ext _ (fun x => rsum m (fun i => rsum m (fun j => x i * x j))))
    by (intros; rewrite <- rsum_scal_r; apply rsum_ext; intros; now rewrite rsum_scal_l).
  rewrite E_rsum. rewrite (rsum_ext m _ (fun i => INR m * mu^2 + s2)).
  - rewrite rsum_const. ring.
  - intros i Hi. rewrite E_rsum.
    rewrite (rsum_ext m _ (fun j => mu^2 + s2 * delta i j)).
    + rewrite rsum_plus, rsum_const, (rsum_delta m i (fun _ => s2)) by exact Hi. ring.
    + intros j Hj. unfold delta. destruct (Nat.eqb_spec j i) as [->|N].
      * rewrite E_square by exact Hi. ring.
      * rewrite E_product by auto. ring.
Qed.

Theorem sample_variance_unbiased : E (fun x => sample_variance m (var m x)) = s2.
Proof.
  assert (Hm0 : (0 < m)%nat) by lia. pose proof (INRm_pos m Hm0) as HM.
  assert (H1 : INR m - 1 <> 0) by (apply lt_INR in Hm; simpl in Hm; lra).
  rewrite (E_ext _ (fun x => / (INR m - 1) * (rsum m (fun i => x i * x i) + (- / INR m) * (rsum m x * rsum m x)))).
  2:{ intros x. unfold sample_variance. rewrite var_moment by exact Hm0.
      rewrite (rsum_ext m (fun i => x i ^ 2) (fun i => x i * x i)) by (intros; ring).
      unfold mean. field. lra. }
  rewrite E_scal, E_plus, E_scal, E_square_of_sum, E_rsum.
  rewrite (rsum_ext m _ (fun _ => mu^2 + s2)) by (intros; now apply E_square).
  rewrite rsum_const. field. lra.
Qed.
End Unbiased.

(** Such expectations exist: k values drawn one after the other from z_0 … z_(N-1), each equally likely. *)
Fixpoint draws (N : nat) (z : nat -> R) (k : nat) (F : (nat -> R) -> R) : R :=
  match k with
  | O => F (fun _ => 0)
  | S j => draws N z j (fun x => mean N (fun a => F (fun i => if Nat.eqb i j then z a else x i)))
  end.

Section Draws.
Variable N : nat.
Hypothesis HN : (0 < N)%nat.
Variable z : nat -> R.

Lemma draws_ext k : forall F G, (forall x, F x = G x) -> draws N z k F = draws N z k G.
Proof.
  induction k as [|k IH]; intros F G H; simpl; [apply H|]. apply IH. intros x. apply mean_ext. intros; apply H.
Qed.

Lemma draws_plus k : forall F G, draws N z k (fun x => F x + G x) = draws N z k F + draws N z k G.
Proof.
  induction k as [|k IH]; intros F G; simpl; [reflexivity|]. rewrite <- IH. apply draws_ext. intros x. now rewrite mean_plus.
Qed.

Lemma draws_scal k : forall c F, draws N z k (fun x => c * F x) = c * draws N z k F.
Proof.
  induction k as [|k IH]; intros c F; simpl; [reflexivity|]. rewrite <- IH. apply draws_ext. intros x. now rewrite mean_scal.
Qed.

Lemma draws_const k : forall c, draws N z k (fun _ => c) = c.
Proof.
  induction k as [|k IH]; intros c; simpl; [reflexivity|].
  transitivity (draws N z k (fun _ => c)); [|apply IH]. apply draws_ext. intros x. now rewrite mean_const.
Qed.

Lemma draws_one k : forall h i, (i < k)%nat -> draws N z k (fun x => h (x i)) = mean N (fun a => h (z a)).
Proof.
  induction k as [|k IH]; intros h i Hi; [lia|]. simpl.
  destruct (Nat.eqb_spec i k) as [->|Ne]; [apply draws_const|].
  rewrite <- (IH h i) by lia. apply draws_ext. intros x. now rewrite mean_const.
Qed.

Lemma draws_two k : forall i j, (i < k)%nat -> (j < k)%nat -> i <> j ->
  draws N z k (fun x => x i * x j) = (mean N z)^2.
Proof.
  induction k as [|k IH]; intros i j Hi Hj Hij; [lia|]. cbn [draws].
  destruct (Nat.eqb_spec i k) as [Ei|Ei]; destruct (Nat.eqb_spec j k) as [Ej|Ej].
  - lia.
  - rewrite (draws_ext k _ (fun x => mean N z * x j)).
    + rewrite draws_scal, (draws_one k (fun a => a)) by lia. transitivity (mean N z * mean N z); [reflexivity|ring].
    + intros x. rewrite (mean_ext N _ (fun a => x j * z a)) by (intros; ring). rewrite mean_scal by exact HN. ring.
  - rewrite (draws_ext k _ (fun x => mean N z * x i)).
    + rewrite draws_scal, (draws_one k (fun a => a)) by lia. transitivity (mean N z * mean N z); [reflexivity|ring].
    + intros x. rewrite mean_scal by exact HN. ring.
  - rewrite <- (IH i j) by lia. apply draws_ext. intros x. now rewrite mean_const.
Qed.

Theorem draws_unbiased m : (1 < m)%nat -> draws N z m (fun x => sample_variance m (var m x)) = var N z.
Proof.
  intros Hm. apply (sample_variance_unbiased m Hm (draws N z m) (draws_ext m) (draws_plus m) (draws_scal m) (mean N z)).
  - intros i Hi. rewrite (draws_one m (fun a => a * a)) by exact Hi.
    rewrite var_moment by exact HN. unfold mean at 1.
    rewrite (rsum_ext N (fun i => z i ^ 2) (fun a => z a * z a)) by (intros; ring). ring.
  - intros i j Hi Hj. now apply draws_two.
Qed.
End Draws.
