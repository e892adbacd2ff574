(** The specification of batch normalization over the real numbers, BN-1 to BN-23, for one channel.

    Ioffe and Szegedy, "Batch Normalization", 2015. A channel is x_0 … x_(m-1), written as x : nat -> R of which
    only the first m values count. Statistics and their reciprocal root are arguments where an equation takes them
    as given, so that training and inference share the equations. This file has definitions only. *)
From Coq Require Import Reals List.
From BN Require Import Sums.
Local Open Scope R_scope.

(** ** Forward *)

(** BN-1: mean = Σ x_i / m *)
Definition mean (m : nat) (x : nat -> R) : R := rsum m x / INR m.

(** BN-2: variance = Σ (x_i - mean)² / m *)
Definition var (m : nat) (x : nat -> R) : R := rsum m (fun i => (x i - mean m x)^2) / INR m.

(** BN-3: √(variance + epsilon), and r = 1/√(variance + epsilon) *)
Definition std (eps v : R) : R := sqrt (v + eps).
Definition inverse_std (eps v : R) : R := 1 / std eps v.

(** BN-4: x̂_i = (x_i - mean)/√(variance + epsilon) *)
Definition normalized (eps mu v : R) (x : nat -> R) (i : nat) : R := (x i - mu) / std eps v.

(** BN-5; with the running statistics BN-10: y_i = gamma x̂_i + beta *)
Definition output (eps gamma beta mu v : R) (x : nat -> R) (i : nat) : R := gamma * normalized eps mu v x i + beta.

(** In training the statistics are those of the channel. *)
Definition sd (m : nat) (eps : R) (x : nat -> R) : R := std eps (var m x).
Definition xhat (m : nat) (eps : R) (x : nat -> R) (i : nat) : R := normalized eps (mean m x) (var m x) x i.
Definition bn (m : nat) (eps gamma beta : R) (x : nat -> R) (i : nat) : R :=
  output eps gamma beta (mean m x) (var m x) x i.

(** ** Running statistics *)

Inductive convention := Population | Sample.

(** BN-6: new = (1-a) old + a t, a the weight of the new batch; t the mean *)
Definition update (a old t : R) : R := (1 - a) * old + a * t.

(** BN-7: t = c variance; c = 1, or m/(m-1) for the sample variance *)
Definition sample_variance (m : nat) (v : R) : R := INR m * v / (INR m - 1).
Definition running_variance (c : convention) (m : nat) (a old v : R) : R :=
  update a old (match c with Population => v | Sample => sample_variance m v end).

(** BN-8: the k-th batch weighs 1/k, k from 1 *)
Definition cumulative_weight (k : nat) : R := 1 / INR k.
Fixpoint cumulative (t : nat -> R) (k : nat) : R :=
  match k with O => 0 | S j => update (cumulative_weight k) (cumulative t j) (t j) end.

(** BN-9, Algorithm 2: averages over K batches; batch b is x b and has (size b) values *)
Definition population_mean (K : nat) (size : nat -> nat) (x : nat -> nat -> R) : R :=
  mean K (fun b => mean (size b) (x b)).
Definition population_variance (K : nat) (size : nat -> nat) (x : nat -> nat -> R) : R :=
  mean K (fun b => sample_variance (size b) (var (size b) (x b))).

(** BN-11: the layer before takes s = gamma r and beta - s mean into itself *)
Definition folded_scale (gamma r : R) : R := gamma * r.
Definition folded_weight (s : R) (w : nat -> R) (i : nat) : R := s * w i.
Definition folded_bias (s b mu beta : R) : R := s * (b - mu) + beta.

(** ** Backward: g is the gradient for y *)

(** BN-12: ∂ℓ/∂x̂_i *)
Definition grad_xhat (gamma : R) (g : nat -> R) (i : nat) : R := g i * gamma.

(** BN-13: ∂ℓ/∂σ²; h = ∂ℓ/∂x̂, dvar the gradient of the output variance *)
Definition grad_variance (m : nat) (mu r dvar : R) (x h : nat -> R) : R :=
  dvar - rsum m (fun i => h i * (x i - mu)) * (r^3 / 2).

(** BN-14: ∂ℓ/∂μ; s2 = ∂ℓ/∂σ², dmean the gradient of the output mean *)
Definition grad_mean (m : nat) (mu r dmean s2 : R) (x h : nat -> R) : R :=
  dmean - r * rsum m h - s2 * (2 * rsum m (fun i => x i - mu) / INR m).

(** BN-15: ∂ℓ/∂x_i; s1 = ∂ℓ/∂μ *)
Definition grad_input (m : nat) (mu r s1 s2 : R) (x h : nat -> R) (i : nat) : R :=
  h i * r + s2 * (2 * (x i - mu)) / INR m + s1 / INR m.

(** BN-12 to BN-15, the paper's chain in training *)
Definition chain_with (m : nat) (mu r dmean dvar : R) (x h : nat -> R) (i : nat) : R :=
  let s2 := grad_variance m mu r dvar x h in
  grad_input m mu r (grad_mean m mu r dmean s2 x h) s2 x h i.
Definition chain (m : nat) (eps gamma dmean dvar : R) (x g : nat -> R) (i : nat) : R :=
  chain_with m (mean m x) (inverse_std eps (var m x)) dmean dvar x (grad_xhat gamma g) i.

(** BN-15, in inference BN-17: dgamma = Σ dy_i x̂_i. BN-15, BN-18: dbeta = Σ dy_i *)
Definition grad_scale (m : nat) (eps mu v : R) (x g : nat -> R) : R := rsum m (fun i => g i * normalized eps mu v x i).
Definition dgamma (m : nat) (eps : R) (x g : nat -> R) : R := rsum m (fun i => g i * xhat m eps x i).
Definition dbeta (m : nat) (g : nat -> R) : R := rsum m g.

(** The closed form of the chain without, and with gradients of the outputs mean and variance *)
Definition dx (m : nat) (eps gamma : R) (x g : nat -> R) (j : nat) : R :=
  gamma / (INR m * sd m eps x) *
  (INR m * g j - dbeta m g - xhat m eps x j * dgamma m eps x g).
Definition dx_all (m : nat) (eps gamma dmean dvar : R) (x g : nat -> R) (j : nat) : R :=
  dx m eps gamma x g j + dmean / INR m + 2 * dvar * (x j - mean m x) / INR m.

(** BN-16: in inference dx_i = gamma r dy_i *)
Definition inference_dx (eps gamma v : R) (g : nat -> R) (i : nat) : R := gamma * inverse_std eps v * g i.

(** ** Double backward: the gradients of ℓ = Σ dx_i u_i + dgamma ugamma + dbeta ubeta *)

(** Σ u_i x̂_i and P = Σ u_i (g_i - Σg/m) - Σ u_i x̂_i Σ g_i x̂_i / m *)
Definition projection (m : nat) (mu r : R) (x u : nat -> R) : R := rsum m (fun i => u i * ((x i - mu) * r)).
Definition pairing (m : nat) (mu r : R) (x g u : nat -> R) : R :=
  rsum m (fun i => u i * (g i - rsum m g / INR m)) - projection m mu r x u * projection m mu r x g / INR m.

(** BN-19: ∂ℓ/∂x̂_i = ugamma g_i - gamma r (u_i Σ g x̂ + g_i Σ u x̂)/m; then BN-13 to 15 with -½ r³ gamma P for σ² *)
Definition second_xhat (m : nat) (mu r gamma ugamma : R) (x g u : nat -> R) (i : nat) : R :=
  ugamma * g i - gamma * r / INR m * (u i * projection m mu r x g + g i * projection m mu r x u).
Definition second_x (m : nat) (mu r gamma ugamma : R) (x g u : nat -> R) (i : nat) : R :=
  chain_with m mu r 0 (0 - r^3 / 2 * (gamma * pairing m mu r x g u)) x (second_xhat m mu r gamma ugamma x g u) i.

(** BN-20: grad_gamma = r P *)
Definition second_gamma (m : nat) (mu r : R) (x g u : nat -> R) : R := r * pairing m mu r x g u.

(** BN-21: grad_dy_i = gamma r (u_i - Σu/m - x̂_i Σ u x̂ / m) + ugamma x̂_i + ubeta *)
Definition second_dy (m : nat) (mu r gamma ugamma ubeta : R) (x u : nat -> R) (i : nat) : R :=
  gamma * r * (u i - rsum m u / INR m - (x i - mu) * r * (projection m mu r x u / INR m))
  + (ugamma * ((x i - mu) * r) + ubeta).

(** BN-19 to 21 in inference *)
Definition inference_second_x (r ugamma : R) (g : nat -> R) (i : nat) : R := r * g i * ugamma.
Definition inference_second_gamma (m : nat) (r : R) (g u : nat -> R) : R := r * rsum m (fun i => g i * u i).
Definition inference_second_dy (mu r gamma ugamma ubeta : R) (x u : nat -> R) (i : nat) : R :=
  gamma * r * u i + (ugamma * ((x i - mu) * r) + ubeta).

(** ** Tangents, BN-22: derivatives along v = ẋ *)

Definition mean_dot (m : nat) (v : nat -> R) : R := mean m v.
Definition var_dot (m : nat) (x v : nat -> R) : R :=
  2 * rsum m (fun i => (x i - mean m x) * (v i - mean_dot m v)) / INR m.
Definition xhat_dot (m : nat) (eps : R) (x v : nat -> R) (i : nat) : R :=
  let r := inverse_std eps (var m x) in
  (v i - mean_dot m v) * r - (x i - mean m x) * (r^3 * var_dot m x v / 2).
Definition y_dot (m : nat) (eps gamma gamma' beta' : R) (x v : nat -> R) (i : nat) : R :=
  gamma * xhat_dot m eps x v i + gamma' * xhat m eps x i + beta'.

(** ** Parts of a batch, BN-23: count, mean and M = Σ (x_i - mean)², and what two parts make together *)

Record part := Part { p_count : nat; p_mean : R; p_m2 : R }.
Definition part_of (m : nat) (x : nat -> R) : part := Part m (mean m x) (INR m * var m x).
Definition merge (a b : part) : part :=
  let n := (p_count a + p_count b)%nat in
  let d := p_mean b - p_mean a in
  Part n (p_mean a + d * (INR (p_count b) / INR n))
    (p_m2 a + p_m2 b + d^2 * (INR (p_count a) * INR (p_count b) / INR n)).
