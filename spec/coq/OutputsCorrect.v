(** The programs of Bounds.v bound the errors of products of three factors and of y: main results
    [product_error_of_correct], [output_error_of_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core.
From BN Require Import Formulas Rational Rounding Arithmetic Summation Products TwoPass Outputs Upper Bounds MachineCorrect.
Import ListNotations.
Local Open Scope R_scope.

Section Machine.
Variable f : format.
Hypothesis Hp : (2 <= precision f)%Z.
Hypothesis Hmax : (precision f < emax f)%Z.
Notation prec := (precision f).
Notation e0 := (emin f).
Notation omega := (value (largest f)).

Let prec_pos : (0 < prec)%Z. Proof. lia. Qed.

Let largest_1 := largest_1 f Hp Hmax.
Let unit_pos := unit_pos f.
Let half_pos := half_pos f.
Let fits_spec := fits_spec f.
Let holds_spec := holds_spec f Hp.
Let conversion_of_correct := conversion_of_correct f Hp.

Lemma roundings_of_correct a d a_exact d_exact a' d' r' : (a_exact = true -> a' = value a) -> (d_exact = true -> d' = value d) ->
  roundings prec e0 (value (roundings_of f a d a_exact d_exact)) a' d' r' /\ 0 <= value (roundings_of f a d a_exact d_exact).
Proof.
  intros A D. pose proof unit_pos as U. unfold roundings_of, roundings.
  assert (T : value (twice_unit f) = u prec * (2 + u prec)).
  { unfold twice_unit. now rewrite value_mul, value_add, value_integer, value_unit. }
  assert (Pa : a_exact && is_power a = true -> a' = value a /\ power a').
  { intros H. apply andb_prop in H as [H1 H2]. rewrite (A H1). split; [reflexivity|now apply is_power_spec]. }
  assert (Pd : d_exact && is_power d = true -> d' = value d /\ power d').
  { intros H. apply andb_prop in H as [H1 H2]. rewrite (D H1). split; [reflexivity|now apply is_power_spec]. }
  set (pa := a_exact && is_power a) in *. set (pd := d_exact && is_power d) in *.
  destruct (pd && a_exact && is_one a || pa && pd && holds f (mul a d)) eqn:E.
  - rewrite value_zero. split; [|lra]. right; right. apply orb_prop in E. destruct E as [E|E].
    + left. split; [lra|]. apply andb_prop in E as [E E3]. apply andb_prop in E as [E1 E2].
      rewrite (A E2). split; [now apply is_one_spec|left; now apply Pd].
    + right. split; [lra|]. apply andb_prop in E as [E E3]. apply andb_prop in E as [E1 E2]. destruct (Pa E1) as [Ea Ka].
      destruct (Pd E2) as [Ed Kd]. split; [exact Ka|]. split; [exact Kd|]. apply holds_spec in E3. rewrite value_mul in E3. congruence.
  - destruct (pa || pd) eqn:P.
    + rewrite value_unit. split; [|lra]. right; left. split; [lra|]. apply orb_prop in P. destruct P as [P|P]; [left; now apply Pa|right; left; now apply Pd].
    + rewrite T. split; [left; lra|]. apply Rmult_le_pos; lra.
Qed.

(** what bounds of a root r' say *)
Definition root_within (r : root_bound) (r' z : R) : Prop :=
  0 <= value (er r) /\ near (value (er r)) r' z /\ Rabs z <= value (size r).

(** where the program gives a bound, it is no less than the formula, and nothing overflows *)
Lemma product_error_of_bounds v a ea d ed r e : product_error_of f v a ea d ed r = Some e ->
  0 <= value v -> 0 <= value a -> 0 <= value ea -> 0 <= value d -> 0 <= value ed -> 0 <= value (size r) -> 0 <= value (er r) ->
  exists z, (value a + value ea <= z /\ value d + value ed <= z /\ value (size r) + value (er r) <= z) /\
    product_range prec e0 omega z (value a) (value ea) (value d) (value ed) (value (size r)) (value (er r)) /\
    Formulas.product_error (u prec) (value v) (eta e0 / 2) z (value a) (value ea) (value d) (value ed) (value (size r)) (value (er r)) <= value e.
Proof.
  unfold product_error_of. set (a1 := add a ea). set (d1 := add d ed). set (r1 := add (size r) (er r)).
  set (zz := shorten (larger a1 (larger d1 r1))). set (product := Formulas.product_size a ea d ed (size r) (er r)).
  destruct (_ && fits f (add _ (mul (half f) zz))) eqn:F; [|discriminate]. intros H V0 A0 Ea D0 Ed S0 R0.
  apply some_inj in H. subst e. apply andb_prop in F as [F F4]. apply andb_prop in F as [F F3]. apply andb_prop in F as [F1 F2].
  apply fits_spec in F1, F2, F3, F4. unfold a1, d1, r1 in F1, F2, F3. rewrite value_mul, !value_add in F1, F2, F3.
  rewrite value_add, !value_mul, value_plus_one, value_unit, value_half in F4. pose proof unit_pos as U. pose proof half_pos as H0.
  assert (Z : value a1 <= value zz /\ value d1 <= value zz /\ value r1 <= value zz).
  { pose proof (shorten_le (larger a1 (larger d1 r1))) as S. fold zz in S. pose proof (larger_l a1 (larger d1 r1)).
    pose proof (larger_r a1 (larger d1 r1)). pose proof (larger_l d1 r1). pose proof (larger_r d1 r1). lra. }
  unfold a1, d1, r1 in Z. rewrite !value_add in Z. exists (value zz). split; [exact Z|].
  assert (Cz : tops zz (value zz)) by (apply tops_value; lra).
  assert (Cu : tops (unit f) (u prec)) by (rewrite <- value_unit; apply tops_value; rewrite value_unit; lra).
  assert (Ch : tops (half f) (eta e0 / 2)) by (rewrite <- value_half; apply tops_value; rewrite value_half; lra). split.
  - unfold product_range. repeat split; auto.
    assert ((1 + u prec) * Formulas.product_size (value a) (value ea) (value d) (value ed) (value (size r)) (value (er r))
      <= (1 + u prec) * value product); [|lra].
    apply Rmult_le_compat_l; [lra|]. apply tops_product_size; now apply tops_value.
  - apply tops_product_error; auto using tops_value, tops_shorten.
Qed.

Theorem product_error_of_correct v a ea d ed r e (A D z a' d' r' p : R) : product_error_of f v a ea d ed r = Some e ->
  0 <= value v -> near (value ea) a' A -> near (value ed) d' D -> Rabs A <= value a -> Rabs D <= value d -> root_within r r' z ->
  roundings prec e0 (value v) a' d' r' -> triple prec e0 omega a' d' r' p -> near (value e) p (A * D * z).
Proof.
  intros H V0 Na Nd La Ld (R0 & Nr & Lr) V T. pose proof (Rabs_pos A). pose proof (Rabs_pos D). pose proof (Rabs_pos z).
  destruct (product_error_of_bounds v a ea d ed r e H V0 ltac:(lra) (near_pos _ _ _ Na) ltac:(lra) (near_pos _ _ _ Nd) ltac:(lra) R0)
    as (zz & (Z1 & Z2 & Z3) & Rg & E). eapply near_le; [exact E|].
  apply (product_bound prec e0 omega (value v) zz A (value ea) a' D (value ed) d' z (value (er r)) r'); auto.
Qed.

Theorem output_error_of_correct gamma beta s r d most e (x mu m r' z w : R) :
  output_error_of f gamma beta s r d most = Some e -> value d = x - m -> 0 <= value (em s) -> near (value (em s)) mu m ->
  root_within r r' z -> Rabs (value gamma * (x - m) * z + value beta) <= value most ->
  computes_output prec e0 omega x mu r' (value gamma) (value beta) w ->
  near (value e) w (value gamma * (x - m) * z + value beta).
Proof.
  unfold output_error_of. set (cg := conversion_of f gamma). set (cb := conversion_of f beta).
  destruct (fits f (absolute_value gamma) && fits f (absolute_value beta)) eqn:B; [|discriminate].
  intros H D M0 M R Y C. apply andb_prop in B as [B1 B2]. apply fits_spec in B1, B2. rewrite value_absolute in B1, B2.
  destruct (conversion_of_correct gamma) as [Pg Cg]. destruct (conversion_of_correct beta) as [Pb Cb]. fold cg in Pg, Cg. fold cb in Pb, Cb.
  destruct (is_zero gamma || is_zero (em s) && is_zero d) eqn:Z.
  - apply some_inj in H. subst e.
    assert (K : value gamma = 0 \/ mu = m /\ x = m).
    { apply orb_prop in Z. destruct Z as [Z|Z]; [left; now apply is_zero_spec|right]. apply andb_prop in Z as [Z1 Z2].
      apply is_zero_spec in Z1, Z2. rewrite Z1 in M. rewrite Z2 in D. split; [|lra].
      unfold near in M. destruct (Req_dec (mu - m) 0) as [Q|Q]; [lra|]. apply Rabs_no_R0 in Q. pose proof (Rabs_pos (mu - m)). lra. }
    replace (value gamma * (x - m) * z + value beta) with (value beta).
    + exact (output_of_zero prec e0 omega largest_1 m mu r' x (value gamma) (value beta) (value cb) w K B1 Cb B2 C).
    + destruct K as [-> | [_ ->]]; ring.
  - set (d_exact := is_zero (em s) && holds f d) in *. set (vd := if d_exact then zero else unit f) in *.
    set (ed := Formulas.deviation_error vd (magnitude d) (em s)) in *. destruct (fits f (add (magnitude d) (em s))) eqn:F; [|discriminate].
    destruct (product_error_of f _ _ cg _ ed r) as [p|] eqn:P; [|discriminate].
    set (vb := if is_zero cb && is_zero beta then zero else unit f) in *. destruct (fits f (add most (add p cb))) eqn:G; [|discriminate].
    apply some_inj in H. subst e. apply fits_spec in F, G. rewrite value_add in F. rewrite !value_add in G. pose proof unit_pos as U.
    destruct C as (g' & b' & d' & p' & Hg & Hb & Hd & Ht & Hs).
    pose proof (conversion_error _ _ _ _ _ _ Cg Hg B1) as Eg. pose proof (conversion_error _ _ _ _ _ _ Cb Hb B2) as Eb.
    pose proof (tops_magnitude d) as Md. rewrite D in Md.
    assert (Vd : 0 <= value vd) by (unfold vd; destruct d_exact; rewrite ?value_zero, ?value_unit; lra).
    assert (Mu : d_exact = true -> mu = m /\ held prec e0 (x - mu)).
    { intros E. apply andb_prop in E as [E1 E2]. apply is_zero_spec in E1. rewrite E1 in M. apply holds_spec in E2. rewrite D in E2.
      unfold near in M. assert (mu = m). { destruct (Req_dec (mu - m) 0) as [Q|Q]; [lra|]. apply Rabs_no_R0 in Q. pose proof (Rabs_pos (mu - m)). lra. }
      subst mu. auto. }
    assert (Hv : u prec <= value vd \/ 0 <= value vd /\ held prec e0 (x - mu)).
    { unfold vd. destruct d_exact eqn:E; [right|left; rewrite value_unit; lra]. rewrite value_zero. split; [lra|]. now apply Mu. }
    assert (Ed : near (value ed) d' (x - m)).
    { eapply near_le; [|exact (deviation_bound prec e0 omega (value vd) (value (em s)) (value (magnitude d)) x mu m d' M (proj2 Md) Hv F Hd)].
      refine (proj2 (tops_deviation_error _ _ _ _ _ _ _ _ _)); apply tops_value; auto. eapply tops_pos; exact Md. }
    destruct (roundings_of_correct gamma d (holds f gamma) d_exact g' d' r') as [Vr V0].
    + intros E. apply holds_spec in E. exact (rounds_held _ _ _ _ _ Hg B1 E).
    + intros E. destruct (Mu E) as [-> Hh]. rewrite D. apply (minus_held _ _ _ _ _ _ Hd); [|exact Hh].
      destruct Md as [_ Md]. lra.
    + pose proof (product_error_of_correct _ _ _ _ _ _ _ (value gamma) (x - m) z g' d' r' p' P V0 Eg Ed
        (proj2 (tops_magnitude gamma)) (proj2 Md) R Vr Ht) as Np.
      assert (Ab : output_addition prec (value vb) (value cb) (value beta)).
      { unfold output_addition, vb. destruct (is_zero cb && is_zero beta) eqn:E; rewrite ?value_zero, ?value_unit; [|split; [lra|left; lra]].
        apply andb_prop in E as [E1 E2]. apply is_zero_spec in E1, E2. split; [lra|right; auto]. }
      pose proof (near_pos _ _ _ Np) as Pp.
      eapply near_le; [|exact (addition_bound prec e0 omega (value vb) (value most) p' _ (value p) b' (value beta) (value cb) w Np Eb Ab Y G Hs)].
      pose proof (Rabs_pos (value gamma * (x - m) * z + value beta)). destruct Ab as [Vb0 _].
      refine (proj2 (tops_output_error _ _ _ _ _ _ _ _ _ _ _ _)); apply tops_value; lra.
Qed.
End Machine.
