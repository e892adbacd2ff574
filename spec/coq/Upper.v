(** Numbers that round up: what the formulas of the bounds are evaluated in.

    A number of 96 bits or so stands for every real number from 0 up to it, so a formula that grows with its arguments
    gives a bound: [tops_add], [tops_mul]. Also here: what a format holds, decided, and reciprocal roots to 2^-100. *)
From Coq Require Import Reals Lra Lia ZArith List.
From Flocq Require Import Core.
From BN Require Import Formulas Rational Arithmetic.
Local Open Scope R_scope.

(** ** Rounding up *)

(** no less than a, and no more than 2^-95 of it larger; a itself if it is short *)
Definition shorten (a : rational) : rational :=
  let n := numerator a in
  let d := Zpos (denominator a) in
  let s := (96 - Z.log2 (Z.abs n) + Z.log2 d)%Z in
  if (n =? 0)%Z then zero
  else if ((d =? 1) && (0 <=? s))%Z%bool then a
  else dyadic ((if 0 <=? s then Z.shiftl n s / d else n / Z.shiftl d (- s)) + 1)%Z (scale a - s).

#[global] Instance upper : Formulas.numbers rational :=
  Formulas.Numbers rational (fun a b => shorten (Rational.add a b)) (fun a b => shorten (Rational.mul a b)).

Definition tops (t : rational) (r : R) : Prop := 0 <= r <= value t.

Lemma shorten_le a : value a <= value (shorten a).
Proof.
  unfold shorten. set (s := (96 - Z.log2 (Z.abs (numerator a)) + Z.log2 (Zpos (denominator a)))%Z).
  pose proof (den_pos a) as D. pose proof (bpow_gt_0 radix2 (scale a - s)) as B.
  assert (Dz : (0 < Zpos (denominator a))%Z) by reflexivity.
  destruct (Z.eqb_spec (numerator a) 0) as [Z0|Z0].
  { rewrite value_zero. unfold value. rewrite Z0. lra. }
  destruct ((Zpos (denominator a) =? 1) && (0 <=? s))%Z%bool; [lra|].
  rewrite value_dyadic. unfold value. apply (Rmult_le_reg_r (IZR (Zpos (denominator a)))); [exact D|].
  unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  replace (bpow radix2 (scale a)) with (bpow radix2 s * bpow radix2 (scale a - s)) by (rewrite <- bpow_plus; f_equal; ring).
  set (q := (if 0 <=? s then _ else _)%Z).
  replace (IZR (numerator a) * (bpow radix2 s * bpow radix2 (scale a - s)))
    with (IZR (numerator a) * bpow radix2 s * bpow radix2 (scale a - s)) by ring.
  replace (IZR (q + 1) * bpow radix2 (scale a - s) * IZR (Zpos (denominator a)))
    with (IZR (q + 1) * IZR (Zpos (denominator a)) * bpow radix2 (scale a - s)) by ring.
  unfold q. clear q.
  apply Rmult_le_compat_r; [lra|]. destruct (Z.leb_spec 0 s) as [S|S].
  - set (n := Z.shiftl (numerator a) s). assert (E : IZR n = IZR (numerator a) * bpow radix2 s).
    { unfold n. rewrite Z.shiftl_mul_pow2, mult_IZR, (IZR_Zpower radix2) by lia. reflexivity. }
    rewrite <- E, <- mult_IZR. apply IZR_le. pose proof (Z.mul_succ_div_gt n _ Dz). lia.
  - rewrite Z.shiftl_mul_pow2 by lia. set (k := (2 ^ - s)%Z). assert (K : (0 < k)%Z) by (apply Z.pow_pos_nonneg; lia).
    assert (E : IZR k * bpow radix2 s = 1).
    { unfold k. rewrite (IZR_Zpower radix2), <- bpow_plus by lia. rewrite Z.add_opp_diag_l. reflexivity. }
    pose proof (Z.mul_succ_div_gt (numerator a) (Zpos (denominator a) * k) ltac:(lia)) as G.
    set (qt := (numerator a / (Zpos (denominator a) * k))%Z) in *. apply Z.lt_le_incl, IZR_le in G.
    rewrite !mult_IZR, succ_IZR in G. rewrite plus_IZR. pose proof (bpow_gt_0 radix2 s).
    apply (Rmult_le_compat_r (bpow radix2 s)) in G; [|lra].
    replace (IZR (Zpos (denominator a)) * IZR k * (IZR qt + 1) * bpow radix2 s)
      with ((IZR qt + 1) * IZR (Zpos (denominator a)) * (IZR k * bpow radix2 s)) in G by ring. rewrite E in G. lra.
Qed.

Lemma tops_add a b x y : tops a x -> tops b y -> tops (Formulas.add a b) (x + y).
Proof.
  intros [? ?] [? ?]. pose proof (shorten_le (Rational.add a b)) as H3. rewrite value_add in H3. unfold tops. simpl. lra.
Qed.
Lemma tops_mul a b x y : tops a x -> tops b y -> tops (Formulas.mul a b) (x * y).
Proof.
  intros [? ?] [? ?]. pose proof (shorten_le (Rational.mul a b)) as H3. rewrite value_mul in H3. unfold tops. simpl.
  split; [now apply Rmult_le_pos|]. eapply Rle_trans; [|exact H3]. now apply Rmult_le_compat.
Qed.

(** ** The formulas grow with their arguments *)

Ltac top := repeat first [assumption | apply tops_add | apply tops_mul].

Lemma tops_after g z e g' z' e' : tops g g' -> tops z z' -> tops e e' -> tops (Formulas.after g z e) (Formulas.after g' z' e').
Proof. intros. unfold Formulas.after. top. Qed.
Lemma tops_mean_error w gs g h a s w' gs' g' h' a' s' : tops w w' -> tops gs gs' -> tops g g' -> tops h h' -> tops a a' -> tops s s' ->
  tops (Formulas.mean_error w gs g h a s) (Formulas.mean_error w' gs' g' h' a' s').
Proof. intros. unfold Formulas.mean_error, Formulas.quotient_error, Formulas.after. top. Qed.
Lemma tops_quotient_error w g h z e w' g' h' z' e' : tops w w' -> tops g g' -> tops h h' -> tops z z' -> tops e e' ->
  tops (Formulas.quotient_error w g h z e) (Formulas.quotient_error w' g' h' z' e').
Proof. intros. unfold Formulas.quotient_error, Formulas.after. top. Qed.
Lemma tops_variance_below c1 cd c3 t h v a em c1' cd' c3' t' h' v' a' em' : tops c1 c1' -> tops cd cd' -> tops c3 c3' -> tops t t' ->
  tops h h' -> tops v v' -> tops a a' -> tops em em' ->
  tops (Formulas.variance_below c1 cd c3 t h v a em) (Formulas.variance_below c1' cd' c3' t' h' v' a' em').
Proof. intros. unfold Formulas.variance_below, Formulas.correction, Formulas.after. top. Qed.
Lemma tops_variance_above c1 cd c3 t h v a em c1' cd' c3' t' h' v' a' em' : tops c1 c1' -> tops cd cd' -> tops c3 c3' -> tops t t' ->
  tops h h' -> tops v v' -> tops a a' -> tops em em' ->
  tops (Formulas.variance_above c1 cd c3 t h v a em) (Formulas.variance_above c1' cd' c3' t' h' v' a' em').
Proof. intros. unfold Formulas.variance_above. apply tops_add; [now apply tops_variance_below|]. top. Qed.
Lemma tops_deviation_error v d em v' d' em' : tops v v' -> tops d d' -> tops em em' ->
  tops (Formulas.deviation_error v d em) (Formulas.deviation_error v' d' em').
Proof. intros. now apply tops_after. Qed.
Lemma tops_pair_error u h a ea d ed u' h' a' ea' d' ed' : tops u u' -> tops h h' -> tops a a' -> tops ea ea' -> tops d d' -> tops ed ed' ->
  tops (Formulas.pair_error u h a ea d ed) (Formulas.pair_error u' h' a' ea' d' ed').
Proof. intros. unfold Formulas.pair_error. top. Qed.
Lemma tops_product_size a ea d ed r er a' ea' d' ed' r' er' : tops a a' -> tops ea ea' -> tops d d' -> tops ed ed' -> tops r r' -> tops er er' ->
  tops (Formulas.product_size a ea d ed r er) (Formulas.product_size a' ea' d' ed' r' er').
Proof. intros. unfold Formulas.product_size. top. Qed.
Lemma tops_product_error u v h z a ea d ed r er u' v' h' z' a' ea' d' ed' r' er' : tops u u' -> tops v v' -> tops h h' -> tops z z' ->
  tops a a' -> tops ea ea' -> tops d d' -> tops ed ed' -> tops r r' -> tops er er' ->
  tops (Formulas.product_error u v h z a ea d ed r er) (Formulas.product_error u' v' h' z' a' ea' d' ed' r' er').
Proof. intros. unfold Formulas.product_error, Formulas.product_size. top. Qed.
Lemma tops_output_error vb y p eb vb' y' p' eb' : tops vb vb' -> tops y y' -> tops p p' -> tops eb eb' ->
  tops (Formulas.output_error vb y p eb) (Formulas.output_error vb' y' p' eb').
Proof. intros. unfold Formulas.output_error. apply tops_after; top. Qed.

Lemma tops_le a x y : tops a y -> 0 <= x <= y -> tops a x.
Proof. unfold tops. lra. Qed.
Lemma tops_value a : 0 <= value a -> tops a (value a).
Proof. unfold tops. lra. Qed.
Lemma tops_shorten a : 0 <= value a -> tops (shorten a) (value a).
Proof. pose proof (shorten_le a). unfold tops. lra. Qed.
Lemma tops_0 : tops zero 0.
Proof. unfold tops. rewrite value_zero. lra. Qed.
Lemma tops_pos a x : tops a x -> 0 <= value a.
Proof. unfold tops. lra. Qed.

Definition absolute_value (a : rational) : rational := Rational (Z.abs (numerator a)) (scale a) (denominator a).
Lemma value_absolute a : value (absolute_value a) = Rabs (value a).
Proof.
  pose proof (den_pos a). unfold absolute_value, value; simpl. unfold Rdiv. rewrite abs_IZR, !Rabs_mult, Rabs_inv.
  rewrite (Rabs_pos_eq (bpow radix2 (scale a))) by apply bpow_ge_0. rewrite (Rabs_pos_eq (IZR (Zpos _))) by lra. reflexivity.
Qed.
(** the magnitude, rounded up *)
Definition magnitude (a : rational) : rational := shorten (absolute_value a).
Lemma tops_magnitude a : tops (magnitude a) (Rabs (value a)).
Proof. rewrite <- value_absolute. apply tops_shorten. rewrite value_absolute. apply Rabs_pos. Qed.

Definition larger (a b : rational) : rational := if leb a b then b else a.
Definition smaller (a b : rational) : rational := if leb a b then a else b.
Lemma smaller_either (P : R -> Prop) a b : P (value a) -> P (value b) -> P (value (smaller a b)).
Proof. intros. unfold smaller. now destruct (leb a b). Qed.
Lemma larger_l a b : value a <= value (larger a b).
Proof. unfold larger. destruct (leb a b) eqn:E; [now apply leb_spec|lra]. Qed.
Lemma larger_r a b : value b <= value (larger a b).
Proof.
  unfold larger. destruct (leb a b) eqn:E; [lra|]. left. apply ltb_spec. unfold ltb. now rewrite E.
Qed.

(** ** Values of a format *)

(** n and e with a = n 2^e, if that is seen easily *)
Definition as_dyadic (a : rational) : option (Z * Z) :=
  let d := Zpos (denominator a) in
  let k := Z.log2 d in
  if (Z.shiftl 1 k =? d)%Z then Some (numerator a, scale a - k)%Z
  else let n := (numerator a / d)%Z in if (n * d =? numerator a)%Z then Some (n, scale a) else None.

Lemma as_dyadic_spec a n e : as_dyadic a = Some (n, e) -> value a = IZR n * bpow radix2 e.
Proof.
  unfold as_dyadic. pose proof (den_pos a). set (k := Z.log2 (Zpos (denominator a))). pose proof (Z.log2_nonneg (Zpos (denominator a))) as K. fold k in K.
  destruct (Z.eqb_spec (Z.shiftl 1 k) (Zpos (denominator a))) as [E|_].
  - intros [= <- <-]. unfold value. rewrite <- E. rewrite Z.shiftl_mul_pow2, Z.mul_1_l, (IZR_Zpower radix2) by lia.
    unfold Z.sub. rewrite bpow_plus, bpow_opp. unfold Rdiv. ring.
  - destruct (Z.eqb_spec (numerator a / Zpos (denominator a) * Zpos (denominator a)) (numerator a)) as [E|_]; [|discriminate].
    intros [= <- <-]. unfold value. rewrite <- E at 1. rewrite mult_IZR. field. lra.
Qed.

(** whether n 2^e is a multiple of 2^c, and how often *)
Definition multiple (c n e : Z) : option Z :=
  if (c <=? e)%Z then Some (Z.shiftl n (e - c))
  else let k := Z.shiftr n (c - e) in if (Z.shiftl k (c - e) =? n)%Z then Some k else None.

Lemma multiple_spec c n e k : multiple c n e = Some k -> IZR n * bpow radix2 e = IZR k * bpow radix2 c.
Proof.
  unfold multiple. destruct (Z.leb_spec c e) as [L|L].
  - intros [= <-]. rewrite Z.shiftl_mul_pow2, mult_IZR, (IZR_Zpower radix2), Rmult_assoc, <- bpow_plus by lia. do 2 f_equal. ring.
  - destruct (Z.eqb_spec (Z.shiftl (Z.shiftr n (c - e)) (c - e)) n) as [E|_]; [|discriminate]. intros [= <-].
    rewrite <- E at 1. rewrite Z.shiftl_mul_pow2, mult_IZR, (IZR_Zpower radix2), Rmult_assoc, <- bpow_plus by lia. do 2 f_equal. ring.
Qed.

(** whether a format with this precision and this smallest exponent holds a *)
Definition is_held (prec emin : Z) (a : rational) : bool :=
  match as_dyadic a with
  | None => false
  | Some (n, e) =>
      let c := Z.max emin (Z.log2 (Z.abs n) + 1 + e - prec) in
      match multiple c n e with Some k => (Z.abs k <=? Z.shiftl 1 prec)%Z | None => false end
  end.

Lemma is_held_spec prec emin a : (0 < prec)%Z -> is_held prec emin a = true -> held prec emin (value a).
Proof.
  intros P. unfold is_held. destruct (as_dyadic a) as [[n e]|] eqn:D; [|discriminate]. apply as_dyadic_spec in D.
  set (c := Z.max emin (Z.log2 (Z.abs n) + 1 + e - prec)).
  destruct (multiple c n e) as [k|] eqn:M; [|discriminate]. apply multiple_spec in M. intros H. apply Z.leb_le in H.
  rewrite D, M. apply held_multiple with k c; [exact P|unfold c; lia|reflexivity|].
  rewrite Rabs_mult, (Rabs_pos_eq (bpow radix2 c)), bpow_plus by apply bpow_ge_0.
  apply Rmult_le_compat_r; [apply bpow_ge_0|]. rewrite <- abs_IZR.
  rewrite Z.shiftl_mul_pow2, Z.mul_1_l in H by lia. apply IZR_le in H. now rewrite (IZR_Zpower radix2) in H by lia.
Qed.

Definition is_power (a : rational) : bool :=
  match as_dyadic a with Some (n, _) => (0 <? Z.abs n)%Z && (Z.shiftl 1 (Z.log2 (Z.abs n)) =? Z.abs n)%Z | None => false end.

Lemma is_power_spec a : is_power a = true -> power (value a).
Proof.
  unfold is_power. destruct (as_dyadic a) as [[n e]|] eqn:D; [|discriminate]. apply as_dyadic_spec in D.
  intros H. apply andb_prop in H. destruct H as [_ H]. apply Z.eqb_eq in H. pose proof (Z.log2_nonneg (Z.abs n)).
  exists (Z.log2 (Z.abs n) + e)%Z. rewrite D, Rabs_mult, (Rabs_pos_eq (bpow radix2 e)), bpow_plus by apply bpow_ge_0.
  f_equal. rewrite <- abs_IZR, <- H at 1. rewrite Z.shiftl_mul_pow2, Z.mul_1_l, (IZR_Zpower radix2) by lia. reflexivity.
Qed.

(** ** Reciprocal roots: candidates, which the user must check *)

(** about 1/√w, within 2^-100 of it, from below and above *)
Definition root_candidates (w : rational) : rational * rational :=
  let n := numerator w in
  let d := Zpos (denominator w) in
  let j := (100 + (Z.log2 n + scale w - Z.log2 d) / 2)%Z in
  let s := (2 * j - scale w)%Z in
  let k := Z.sqrt (if (0 <=? s)%Z then Z.shiftl d s / n else d / Z.shiftl n (- s))%Z in
  (dyadic k (- j), dyadic (k + 1) (- j)).

Definition below_root (t w : rational) : bool := leb zero t && leb (mul (square t) w) one.
Definition above_root (t w : rational) : bool := leb zero t && leb one (mul (square t) w).

Lemma below_root_spec t w : 0 < value w -> below_root t w = true -> 0 <= value t <= / sqrt (value w).
Proof.
  intros W H. apply andb_prop in H. destruct H as [T H]. rewrite leb_spec in T, H. rewrite value_zero in T.
  rewrite value_mul, value_square, value_one in H. pose proof (sqrt_lt_R0 _ W) as S. split; [exact T|].
  apply (Rmult_le_reg_r (sqrt (value w))); [exact S|]. rewrite Rinv_l by lra.
  apply Rsqr_incr_0_var; [|lra]. unfold Rsqr.
  replace (value t * sqrt (value w) * (value t * sqrt (value w))) with (value t ^ 2 * (sqrt (value w) * sqrt (value w))) by ring.
  rewrite sqrt_sqrt by lra. lra.
Qed.
Lemma above_root_spec t w : 0 < value w -> above_root t w = true -> / sqrt (value w) <= value t.
Proof.
  intros W H. apply andb_prop in H. destruct H as [T H]. rewrite leb_spec in T, H. rewrite value_zero in T.
  rewrite value_mul, value_square, value_one in H. pose proof (sqrt_lt_R0 _ W) as S.
  apply (Rmult_le_reg_r (sqrt (value w))); [exact S|]. rewrite Rinv_l by lra.
  apply Rsqr_incr_0_var; [|apply Rmult_le_pos; lra]. unfold Rsqr.
  replace (value t * sqrt (value w) * (value t * sqrt (value w))) with (value t ^ 2 * (sqrt (value w) * sqrt (value w))) by ring.
  rewrite sqrt_sqrt by lra. lra.
Qed.
