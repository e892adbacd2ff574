(** The exact results of one channel, as programs over rational numbers: p + q r for each output, with r = 1/√v.

    Sums are taken over lists, once a channel; r² is the rational 1/v, so that each result needs r once. The closed forms
    are those that ChannelCorrect.v proves equal to the specification. *)
From Coq Require Import ZArith List.
From BN Require Import Rational Exact BN.
Import ListNotations.

(** r: 1/√v, or 0 where an infinite running variance makes it so *)
Inductive root := Root (v : rational) | Flat.

(** p + q r *)
Definition result (p q : rational) (r : root) : exact :=
  match r with Root v => Exact p q v | Flat => of_rational p end.

(** ** Statistics *)

Definition length_of {A} (l : list A) : positive :=
  match l with [] => 1%positive | _ :: t => fold_left (fun n _ => Pos.succ n) t 1%positive end.
Definition average (l : list rational) : rational := over (sum l) (length_of l).
Definition dot (l r : list rational) : rational := sum (map2 mul l r).

Definition deviations_from (mu : rational) (l : list rational) : list rational := map (fun a => sub a mu) l.
Definition deviations (l : list rational) : list rational := deviations_from (average l) l.
Definition variance_of (l : list rational) : rational := average (map square (deviations l)).

Definition twice (a : rational) : rational := mul (integer 2) a.
(** m/(m-1) v; m > 1 *)
Definition sample_of (m : positive) (v : rational) : rational := over (mul (integer (Zpos m)) v) (Pos.pred m).
Definition update_of (a old t : rational) : rational := add (mul (sub one a) old) (mul a t).
Definition convention_of (c : convention) (m : positive) (v : rational) : rational :=
  match c with Population => v | Sample => sample_of m v end.

(** ** With statistics and root given: deviations d *)

(** gamma d_i r + beta *)
Definition output_of (gamma beta : rational) (r : root) (d : list rational) : list exact :=
  map (fun di => result beta (mul gamma di) r) d.
(** Σ g_i d_i r *)
Definition scale_gradient (r : root) (d g : list rational) : exact := result zero (dot g d) r.
(** a_i b r *)
Definition scaled (b : rational) (r : root) (a : list rational) : list exact := map (fun ai => result zero (mul ai b) r) a.
(** gamma u_i r + ugamma d_i r + ubeta *)
Definition inference_second (gamma ugamma ubeta : rational) (r : root) (d u : list rational) : list exact :=
  map2 (fun di ui => result ubeta (add (mul gamma ui) (mul ugamma di)) r) d u.

(** ** In training: v = variance + epsilon *)

Section Training.
Variables (v : rational) (d : list rational).
Let m := length_of d.
Let r := Root v.
(** a / (m v) *)
Definition over_mv (a : rational) : rational := mul (over a m) (inverse v).

(** [u_i - Σu/m - d_i s/(m v)]: what the statistics of the batch leave of a gradient u, with s = Σ u d or more *)
Definition centered (s : rational) (u : list rational) : list rational :=
  let mean := average u in
  let slope := over_mv s in
  map2 (fun di ui => sub (sub ui mean) (mul di slope)) d u.

(** dmean/m + 2 dvariance d_i/m + gamma r [g_i - …] *)
Definition gradient_of (gamma dmean dvariance : rational) (g : list rational) : list exact :=
  let constant := over dmean m in
  let slope := over (twice dvariance) m in
  map2 (fun di ci => result (add constant (mul slope di)) (mul gamma ci) r) d (centered (dot g d) g).

(** P = Σ u_i (g_i - Σg/m) - Σ u d Σ g d / (m v) *)
Definition pairing_of (g u : list rational) : rational :=
  sub (dot u (deviations g)) (over_mv (mul (dot u d) (dot g d))).

(** h_i = ugamma g_i - gamma (u_i Σ g d + g_i Σ u d)/(m v) *)
Definition second_xhat_of (gamma ugamma : rational) (g u : list rational) : list rational :=
  let a := dot u d in
  let b := dot g d in
  map2 (fun gi ui => sub (mul ugamma gi) (mul gamma (over_mv (add (mul ui b) (mul gi a))))) g u.

(** r [h_i - Σh/m - d_i (gamma P + Σ h d)/(m v)] *)
Definition second_x_of (gamma ugamma : rational) (g u : list rational) : list exact :=
  let h := second_xhat_of gamma ugamma g u in
  let s := add (mul gamma (pairing_of g u)) (dot h d) in
  map (fun ci => result zero ci r) (centered s h).

(** gamma r [u_i - …] + ugamma d_i r + ubeta *)
Definition second_dy_of (gamma ugamma ubeta : rational) (u : list rational) : list exact :=
  inference_second gamma ugamma ubeta r d (centered (dot u d) u).

(** variance˙ = 2 Σ d_i (w_i - Σw/m)/m *)
Definition variance_dot_of (w : list rational) : rational := over (twice (dot d (deviations w))) m.

(** gamma [(w_i - Σw/m) - d_i variance˙/(2v)] r + gamma' d_i r + beta' *)
Definition y_dot_of (gamma gamma' beta' : rational) (w : list rational) : list exact :=
  let slope := over (mul (variance_dot_of w) (inverse v)) 2 in
  map2 (fun di ci => result beta' (add (mul gamma (sub ci (mul di slope))) (mul gamma' di)) r) d (deviations w).
End Training.
