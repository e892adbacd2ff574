(** The bounds as programs: the formulas of Formulas.v for the values of one channel, over numbers that round up.

    A bound is there only where the proofs of the files …Correct.v apply: where nothing overflows, and 1/√v is far from where
    it would. Arguments are exact; em, er and so on are bounds of errors, rounded up. *)
From Coq Require Import ZArith List Bool.
From BN Require Import Formulas Rational Upper Rounding Channel.
Import ListNotations.
Local Open Scope Z_scope.

(** a chain of conditions *)
Notation "'check' b ; e" := (if b then e else None) (at level 200, b at level 100, e at level 200).
Notation "'let?' x := a ; e" := (match a with Some x => e | None => None end) (at level 200, x pattern, a at level 100, e at level 200).

Definition is_zero (a : rational) : bool := numerator a =? 0.
Definition is_one (a : rational) : bool := is_zero (sub a one).
Definition plus_one (a : rational) : rational := add one a.

Section Machine.
(** the format of the computation *)
Variable f : format.
Definition unit : rational := dyadic 1 (- precision f).
(** half the smallest positive value *)
Definition half : rational := dyadic 1 (emin f - 1).
Definition largest : rational := dyadic (2 ^ precision f - 1) (emax f - precision f).
Definition holds (a : rational) : bool := is_held (precision f) (emin f) a.
Definition fits (a : rational) : bool := leb a largest.

(** G k - 1 = k u/(1 - k u) *)
Definition growth (k : Z) : option rational :=
  check (0 <=? k) && (k <? 2 ^ precision f); Some (Rational k 0 (Z.to_pos (2 ^ precision f - k))).

(** u (2 + u): two roundings *)
Definition twice_unit : rational := mul unit (add (integer 2) unit).

(** what a quotient by m loses: relatively, and by underflow *)
Definition quotient_of (m : positive) : rational * rational :=
  if (m =? 1)%positive then (zero, zero)
  else if is_power (integer (Zpos m)) then (zero, half) else (twice_unit, half).

Definition conversion_of (a : rational) : rational :=
  if holds a then zero else shorten (add (mul unit (absolute_value a)) half).

(** ** Sums *)

Definition total_magnitude (l : list rational) : rational := sum (map absolute_value l).
Definition nonzero_of (l : list rational) : Z := fold_left (fun n a => if is_zero a then n else n + 1) l 0.

(** the largest c that all are multiples of 2^c for *)
Definition lowest (l : list rational) : Z :=
  fold_left (fun c a => match as_dyadic a with
    | Some (n, e) => if n =? 0 then c else Z.min c (Z.log2 (Z.land n (- n)) + e)
    | None => c end) l (emax f).
Definition is_multiple (c : Z) (a : rational) : bool :=
  match as_dyadic a with Some (n, e) => match multiple c n e with Some _ => true | None => false end | None => false end.

(** sums are exact in every order *)
Definition sums_exactly (l : list rational) : bool :=
  let c := Z.max (emin f) (lowest l) in
  let a := total_magnitude l in
  forallb (is_multiple c) l && leb a (dyadic 1 (precision f + c)) && fits a.

Definition growth_of (l : list rational) : option rational :=
  if sums_exactly l then Some zero
  else let? g := growth (Z.max 0 (nonzero_of l - 1)); check fits (mul (plus_one g) (total_magnitude l)); Some g.

(** a sum that is divided by m without rounding *)
Definition divides_exactly (m : positive) (s : rational) : bool :=
  is_zero s || is_power (integer (Zpos m)) && holds (over s m).

(** ** Statistics: the mean's error, and what the computed variance lies between *)

Record statistics_bound := StatisticsBound { em : rational; least : rational; most : rational }.

(** 1/m does not underflow *)
Definition counts (m : positive) : bool := leb (mul (integer (Zpos m)) (dyadic 1 (emin f))) (mul (integer 2) unit).

Definition mean_error_of (l : list rational) : option rational :=
  let m := length_of l in
  let s := sum l in
  let a := total_magnitude l in
  check counts m;
  let? gs := growth_of l;
  let (g, h) := quotient_of m in
  check fits (mul (mul (plus_one gs) a) (plus_one unit));
  Some (if is_zero gs && divides_exactly m s then zero
        else Formulas.mean_error (shorten (over one m)) (shorten gs) (shorten g) h (shorten a) (magnitude s)).

(** deviations, their squares and all sums of both are values of the format *)
Definition variance_is_exact (d : list rational) : bool :=
  let squares := map square d in
  forallb holds d && forallb holds squares && forallb (fun a => fits (absolute_value a)) d && forallb fits squares
  && sums_exactly d && sums_exactly squares && divides_exactly (length_of d) (sum squares).

Definition variance_errors (d : list rational) (em : rational) : option (rational * rational) :=
  let m := length_of d in
  let v := average (map square d) in
  let count := integer (Zpos m) in
  let a := shorten (over (total_magnitude d) m) in
  let? gk := growth (Zpos m - 1);
  let (g, h) := quotient_of m in
  let growth1 := mul (plus_one unit) (plus_one gk) in
  let c1 := shorten (sub (mul growth1 (square (plus_one unit))) one) in
  let cd := shorten (sub growth1 one) in
  let c3 := shorten (sub (mul (plus_one unit) (plus_one g)) one) in
  let t := shorten (add (add (mul (plus_one gk) half) (mul (plus_one g) half)) h) in
  let reach := mul count (add em (mul cd (add a em))) in
  check fits (mul (mul (plus_one unit) (add (mul count (add (mul (plus_one c1) (add v (mul em em))) t))
    (add (mul (plus_one g) (add (mul (plus_one unit) (mul reach reach)) half)) h))) (plus_one unit));
  check fits (mul (plus_one cd) (mul count (add a em)));
  Some (Formulas.variance_below c1 cd c3 t h (shorten v) a em, Formulas.variance_above c1 cd c3 t h (shorten v) a em).

Definition training_bound (l : list rational) : option statistics_bound :=
  let d := deviations l in
  let v := variance_of l in
  let? em := mean_error_of l;
  if is_zero em && variance_is_exact d then Some (StatisticsBound zero v v)
  else let? (below, above) := variance_errors d em; Some (StatisticsBound em (sub v below) (add v above)).

Definition inference_bound (mean v : rational) : option statistics_bound :=
  let c := conversion_of v in
  check fits (absolute_value mean) && fits (absolute_value v);
  Some (StatisticsBound (conversion_of mean) (sub v c) (add v c)).

(** ** r = 1/√v: at most that large, and its error *)

Record root_bound := RootBound { size : rational; er : rational }.

Definition same (a b : rational) : bool := leb a b && leb b a.

Definition root_bound_of (v eps : rational) (s : statistics_bound) : option root_bound :=
  let ce := conversion_of eps in
  let is_exact := is_zero ce && (is_zero eps || same (least s) (most s) && holds (add (least s) eps)) in
  let ua := if is_exact then zero else unit in
  let w := add v eps in
  let w1 := mul (add (least s) (sub eps ce)) (sub one ua) in
  let w2 := mul (add (most s) (add eps ce)) (add one ua) in
  check ltb zero w1 && ltb zero w && leb zero eps;
  let (down, up) := root_candidates w in
  let up1 := snd (root_candidates w1) in
  let down2 := fst (root_candidates w2) in
  let root := mul w1 down in
  let is_square := same w1 w2 && same w w1 && same (mul (square down) w) one && holds root in
  let up := if is_square then down else up in
  let up1 := if is_square then down else up1 in
  let us := if is_square then zero else unit in
  let ud := if is_square && holds down then zero else unit in
  let six := mul (integer 6) unit in
  let k1 := mul (mul (plus_one ud) (plus_one six)) (inverse (sub one us)) in
  let k2 := mul (mul (sub one ud) (sub one six)) (inverse (plus_one us)) in
  check below_root down w && above_root up w && above_root up1 w1 && below_root down2 w2;
  check ltb zero up1 && ltb zero down2 && leb six one && leb (plus_one unit) (integer 2);
  let s1 := inverse up1 in
  let s2 := inverse down2 in
  check leb half (mul unit s1) && leb (mul half (mul (plus_one us) s2)) unit && fits w2 && fits eps
    && leb one (mul largest (mul (sub one us) s1));
  Some (RootBound (shorten up) (shorten (larger (sub (mul k1 up1) down) (sub up (mul k2 down2))))).

(** ** Products of three factors and y *)

(** the relative error of the two products a d r, where a and d may be exact *)
Definition roundings_of (a d : rational) (a_exact d_exact : bool) : rational :=
  let pa := a_exact && is_power a in
  let pd := d_exact && is_power d in
  if pd && a_exact && is_one a || pa && pd && holds (mul a d) then zero else if pa || pd then unit else twice_unit.

(** the error of a d r, with the errors ea of a, ed of d and er of r *)
Definition product_error_of (v a ea d ed : rational) (r : root_bound) : option rational :=
  let a' := add a ea in
  let d' := add d ed in
  let r' := add (size r) (er r) in
  let z := shorten (larger a' (larger d' r')) in
  let product := Formulas.product_size a ea d ed (size r) (er r) in
  check fits (mul a' d') && fits (mul d' r') && fits (mul a' r') && fits (add (mul (plus_one unit) product) (mul half z));
  Some (Formulas.product_error unit (shorten v) half z a ea d ed (size r) (er r)).

(** y = gamma d r + beta, which is at most [most] large; gamma and beta with the errors of their conversions *)
Definition output_error_of (gamma beta : rational) (s : statistics_bound) (r : root_bound) (d most : rational) : option rational :=
  let cg := conversion_of gamma in
  let cb := conversion_of beta in
  check fits (absolute_value gamma) && fits (absolute_value beta);
  if is_zero gamma || is_zero (em s) && is_zero d then Some cb
  else
    let d_exact := is_zero (em s) && holds d in
    let vd := if d_exact then zero else unit in
    let size := magnitude d in
    let ed := Formulas.deviation_error vd size (em s) in
    check fits (add size (em s));
    let? p := product_error_of (roundings_of gamma d (holds gamma) d_exact) (magnitude gamma) cg size ed r;
    let vb := if is_zero cb && is_zero beta then zero else unit in
    check fits (add most (add p cb));
    Some (Formulas.output_error vb most p cb).

(** ** Gradients *)

(** gamma r g *)
Definition inference_dx_error_of (gamma : rational) (r : root_bound) (g : rational) : option rational :=
  check fits (absolute_value gamma) && fits (absolute_value g);
  if is_zero gamma || is_zero g then Some zero
  else product_error_of (roundings_of gamma g (holds gamma) true) (magnitude gamma) (conversion_of gamma) (magnitude g) zero r.

Definition dbeta_error_of (l : list rational) : option rational :=
  let? g := growth_of l; Some (shorten (mul g (total_magnitude l))).

(** dgamma: terms g d r, where d errs by e and r, with its error, is at most r1. *)
Section Dgamma.
Variables (e r1 : rational).
Definition vanishes (g d : rational) : bool := is_zero g || is_zero e && is_zero d.
Definition reach (d : rational) : rational := add (absolute_value d) e.
Definition term_fits (g d : rational) : bool :=
  let a := mul (plus_one unit) (reach d) in
  let b := absolute_value g in
  vanishes g d || fits a && fits (mul a r1) && fits (mul b a) && fits (mul b (add (mul (plus_one unit) (mul a r1)) half)).
(** relatively: of the difference, of a product and of one with r *)
Definition term_rounding (g d : rational) : rational :=
  let is_exact := is_zero e && holds d in
  let vd := if is_exact then zero else unit in
  let v := if is_power g || is_exact && is_power d then zero else unit in
  sub (mul (mul (plus_one v) (plus_one vd)) (plus_one unit)) one.
Definition unless_vanishing (term : rational -> rational -> rational) (g d : rational) : rational :=
  if vanishes g d then zero else term g d.
Definition term_size := unless_vanishing (fun g d => mul (mul (absolute_value g) (reach d)) r1).
Definition term_error := unless_vanishing (fun g d => mul (term_rounding g d) (term_size g d)).
Definition term_loss := unless_vanishing (fun g d => mul half (plus_one (mul (plus_one unit) (absolute_value g)))).
Definition term_plain := unless_vanishing (fun g d => add (mul (plus_one (term_rounding g d)) (mul (absolute_value g) (reach d))) half).
Definition present := unless_vanishing (fun g d => one).

(** the magnitudes of the terms together, and what they err beside mean and r: by rounding, and by underflow *)
Definition dgamma_own_error (gs ds : list rational) : option (rational * rational * rational) :=
  let total term := sum (map2 term gs ds) in
  let n := nonzero_of (map2 present gs ds) in
  let? k := growth (Z.max 0 (n - 1));
  let sizes := total term_size in
  let losses := mul (plus_one k) (total term_loss) in
  let product_losses := mul (plus_one k) (mul (mul (plus_one unit) r1) (mul half (total present))) in
  let relative := mul (plus_one k) (add sizes (total term_error)) in
  check forallb (fun b => b) (map2 term_fits gs ds);
  check fits (add relative (larger losses product_losses)) && fits (mul (plus_one k) (total term_plain));
  Some (if forallb (fun b => b) (map2 vanishes gs ds) then (zero, zero, zero)
        else (sizes, sub relative sizes, larger losses (add product_losses half))).

(** g and d are powers of two, whose products with r are not rounded one by one *)
Definition are_powers (g d : rational) : bool := negb (vanishes g d) && is_power g && is_power d.
End Dgamma.

(** There is no bound where products of powers of two are summed, nor where underflow counts. *)
Definition dgamma_error_of (gs ds : list rational) (s : statistics_bound) (r : root_bound) : option rational :=
  let r1 := shorten (add (size r) (er r)) in
  let? (sizes, rounding, underflow) := dgamma_own_error (em s) r1 gs ds;
  check negb (existsb (fun b => b) (map2 (are_powers (em s)) gs ds));
  check leb underflow (mul (dyadic 1 (-30)) (mul unit sizes));
  Some (shorten (add (add (mul (er r) (absolute_value (dot gs ds))) (mul r1 (mul (em s) (absolute_value (sum gs)))))
    (add rounding underflow))).

(** ** dx in training: gamma r (g - Σg/m - d r Σ g d r/m) + dmean/m + (2 dvariance/m) d *)

Definition quotient_error_of (m : positive) (z e : rational) : option rational :=
  let (g, h) := quotient_of m in
  check fits (mul (add z e) (plus_one unit));
  Some (Formulas.quotient_error (shorten (over one m)) (shorten g) h z e).

Section Dx.
(** the sums Σg and Σ g d, 1/v with v = variance + epsilon, the mean's error e, and r, with its error at most r1 *)
Variables (m : positive) (gamma dmean dvariance total product inverse_v e r1 : rational) (r : root_bound).

Definition upstream_slope : rational := over (mul (integer 2) dvariance) m.
Definition slope_of (d : rational) : rational := over (mul (mul d product) inverse_v) m.
Definition slope_size_of (d : rational) : rational := over (absolute_value (mul d product)) m.
Definition mean_effect_of (d : rational) : rational :=
  over (add (mul e (absolute_value (add product (mul d total)))) (mul (square e) (absolute_value total))) m.

Definition cube (a : rational) : rational := mul a (square a).
(** |gamma r³ (Σ g d + d Σg)/m - 2 dvariance/m|, which the mean's error is multiplied by: with the largest r, or over all that
    r can be, which is less where the two cancel *)
Definition effect_of (d : rational) : rational :=
  let a := mul gamma (over (add product (mul d total)) m) in
  let least := sub (mul inverse_v (inverse (size r))) (er r) in
  smaller (add (mul (absolute_value a) (cube r1)) (absolute_value upstream_slope))
    (add (absolute_value (sub (mul a (cube r1)) upstream_slope)) (mul (absolute_value a) (sub (cube r1) (cube least)))).

(** what the errors of mean and r do *)
Definition shared_error_of (g d : rational) : rational :=
  add (mul (absolute_value gamma)
      (mul (er r) (add (absolute_value (sub (sub g (over total m)) (mul (integer 3) (slope_of d))))
        (mul (add (mul (mul (integer 3) (size r)) (er r)) (square (er r))) (slope_size_of d)))))
    (add (mul e (effect_of d)) (mul (absolute_value gamma) (mul (cube r1) (over (mul (square e) (absolute_value total)) m)))).
(** |g - Σg/m - d r Σ g d r/m|, with these errors *)
Definition terms_size_of (g d : rational) : rational :=
  add (absolute_value (sub (sub g (over total m)) (slope_of d)))
    (add (mul (add (mul (mul (integer 2) (size r)) (er r)) (square (er r))) (slope_size_of d)) (mul (square r1) (mean_effect_of d))).

(** The errors of Σg/m, of Σ g d r/m, which is at most b large, of dmean/m and of 2 dvariance/m. *)
Variables (ea b eb edm edv : rational).

(** without dmean and dvariance, where c is what gamma r is multiplied by and y a deviation of the computed mean *)
Definition own_error_of (g y c : rational) : option rational :=
  let sizes := add (add (absolute_value g) (over (absolute_value total) m)) (mul (mul y r1) b) in
  let? p := product_error_of twice_unit y (mul unit y) r1 zero (RootBound b eb);
  let? k := growth 2;
  check fits (mul (plus_one k) (add sizes (add ea p)));
  product_error_of twice_unit (absolute_value gamma) (conversion_of gamma) c (Formulas.sum_error k sizes (add ea p)) (RootBound r1 zero).

Definition unless_zero (a t : rational) : rational := if is_zero a then zero else t.
(** with them, from the magnitude z and the error of what they are added to *)
Definition added_error_of (y z own : rational) : option rational :=
  let slope := absolute_value upstream_slope in
  let ey := mul unit y in
  let errors := add (add own (unless_zero dmean edm)) (unless_zero dvariance (Formulas.pair_error unit half slope edv y ey)) in
  let sizes := add (add z (over (absolute_value dmean) m)) (mul slope y) in
  let? k := growth (Z.of_nat ((if is_zero dmean then 0 else 1) + (if is_zero dvariance then 0 else 1)));
  check fits (mul (add slope edv) (add y ey)) && fits (mul (plus_one k) (add sizes errors));
  Some (Formulas.sum_error k sizes errors).

Definition dx_error_of (vanishes : bool) (g d : rational) : option rational :=
  let y := add (absolute_value d) e in
  let c := shorten (terms_size_of g d) in
  check fits y;
  let? own := if vanishes then Some zero else own_error_of g y c;
  let? added := added_error_of y (mul (mul (absolute_value gamma) c) r1) own;
  Some (shorten (add added (shared_error_of g d))).
End Dx.

(** the error of dx by g and d; v is variance + epsilon *)
Definition dx_errors_of (gamma dmean dvariance v : rational) (gs ds : list rational) (s : statistics_bound) (r : root_bound)
    : option (rational -> rational -> option rational) :=
  let m := length_of gs in
  let total := sum gs in
  let product := dot gs ds in
  let r1 := shorten (add (size r) (er r)) in
  let slope := mul (integer 2) dvariance in
  check counts m && fits (absolute_value gamma) && holds dmean && holds dvariance && holds slope;
  let? k := growth_of gs;
  let? (_, rounding, underflow) := dgamma_own_error (em s) r1 gs ds;
  let b := shorten (mul (add (absolute_value product) (mul (em s) (absolute_value total))) r1) in
  let? ea := quotient_error_of m (absolute_value total) (shorten (mul k (total_magnitude gs)));
  let? eb := quotient_error_of m b (shorten (add rounding underflow));
  let? edm := quotient_error_of m (absolute_value dmean) zero;
  let? edv := quotient_error_of m (absolute_value slope) zero;
  Some (dx_error_of m gamma dmean dvariance total product (inverse v) (em s) r1 r ea (over b m) eb edm edv
    (is_zero gamma || forallb is_zero gs)).
End Machine.
