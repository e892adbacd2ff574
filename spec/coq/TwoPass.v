(** What the two-pass algorithm may compute: mean, variance, 1/√(variance + epsilon), y, dgamma, dbeta and dx, in the model
    of Arithmetic.v.

    Each definition says which results a run may have: any order of the sums, a quotient by m or a product with the
    rounded 1/m, the variance with or without the correction (Σd)²/m, products associated in any way, a reciprocal root
    that errs by 6 u more than a rounded root and quotient do. *)
From Coq Require Import Reals List ZArith.
From BN Require Import Sums BN Arithmetic Summation Products.
Local Open Scope R_scope.

Section Model.
Variables (prec emin : Z) (largest : R).
Notation rounds := (rounds prec emin largest).
Notation plus := (plus prec emin largest).
Notation minus := (minus prec emin largest).
Notation times := (times prec emin largest).
Notation divide := (divide prec emin largest).
Notation root := (root prec emin largest).
Notation adds := (adds prec emin largest).
Notation over := (over prec emin largest).
Notation triple := (triple prec emin largest).

(** the orders of summation that are looked at: all of them, or trees of some height *)
Variable tree : order -> Prop.

Definition sums (m : nat) (t : nat -> R) (s : R) : Prop := exists o, covers o m /\ tree o /\ adds t o s.

(** BN-1 *)
Definition computes_mean (m : nat) (x : nat -> R) (mu : R) : Prop :=
  exists s, sums m x s /\ over m s mu.

(** BN-2 *)
Definition computes_deviations (m : nat) (x : nat -> R) (mu : R) (d : nat -> R) : Prop :=
  forall i, (i < m)%nat -> minus (x i) mu (d i).
Definition computes_squares (m : nat) (d q : nat -> R) : Prop := forall i, (i < m)%nat -> times (d i) (d i) (q i).

Definition computes_variance (m : nat) (x : nat -> R) (mu v : R) : Prop :=
  exists d q s, computes_deviations m x mu d /\ computes_squares m d q /\ sums m q s /\
    (over m s v \/
     exists t t2 c n, sums m d t /\ times t t t2 /\ over m t2 c /\ minus s c n /\ over m n v).

(** BN-3 *)
Definition computes_inverse_std (eps v r : R) : Prop :=
  exists e w s q, rounds eps e /\ plus v e w /\ root w s /\ divide 1 s q /\ Rabs (r - q) <= 6 * u prec * Rabs q.

(** BN-4 and BN-5 *)
Definition computes_output (xi mu r gamma beta y : R) : Prop :=
  exists g b d p, rounds gamma g /\ rounds beta b /\ minus xi mu d /\ triple g d r p /\ plus p b y.

(** BN-16 *)
Definition computes_inference_dx (dyi r gamma w : R) : Prop := exists g, rounds gamma g /\ triple g dyi r w.

(** BN-15 and BN-17: Σ dy_i x̂_i, or r Σ dy_i (x_i - mu) *)
Definition computes_dgamma (m : nat) (x dy : nat -> R) (mu r w : R) : Prop :=
  exists d, computes_deviations m x mu d /\
    ((exists h t, (forall i, (i < m)%nat -> times (d i) r (h i) /\ times (dy i) (h i) (t i)) /\ sums m t w) \/
     (exists p s, (forall i, (i < m)%nat -> times (dy i) (d i) (p i)) /\ sums m p s /\ times s r w)).

(** BN-15 in closed form: gamma r (dy_i - Σdy/m - (x_i - mu) r Σ dy x̂/m), the three terms added in any order *)
Definition three (a b c : R) (j : nat) : R := match j with O => a | 1%nat => b | _ => c end.
Definition computes_dx (m : nat) (x dy : nat -> R) (mu r gamma : R) (i : nat) (w : R) : Prop :=
  exists g s k a b d p c, rounds gamma g /\ sums m dy s /\ computes_dgamma m x dy mu r k /\ over m s a /\ over m k b /\
    minus (x i) mu d /\ triple d r b p /\ (exists o, covers o 3 /\ adds (three (dy i) (- a) (- p)) o c) /\ triple g c r w.

(** BN-15 with gradients of the outputs mean and variance: dmean/m and (2 dvariance/m) (x_i - mu) added, in any order *)
Definition computes_dx_all (m : nat) (x dy : nat -> R) (mu r gamma dmean dvariance : R) (i : nat) (w : R) : Prop :=
  exists t, computes_dx m x dy mu r gamma i t /\
    (dmean = 0 /\ dvariance = 0 /\ w = t \/
     exists c e s a b d p, rounds dmean c /\ rounds dvariance e /\ times 2 e s /\ over m c a /\ over m s b /\ minus (x i) mu d /\
       times b d p /\ exists o, covers o 3 /\ adds (three t a p) o w).
End Model.
