(** The program of Bounds.v bounds the error of the dx of training: main result [dx_errors_of_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Rational Rounding Channel ChannelCorrect Arithmetic Summation Products TwoPass Mean
  Outputs SharedErrors InputGradient Upper Bounds MachineCorrect OutputsCorrect GradientsCorrect.
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
Let conversion_of_correct := conversion_of_correct f Hp.

(** ** The formulas are those of the theorem *)

Lemma value_cube a : value (cube a) = value a ^ 3.
Proof. unfold cube. rewrite value_mul, value_square. ring. Qed.

Ltac values := repeat rewrite ?value_mul, ?value_add, ?value_sub, ?value_over, ?value_absolute, ?value_integer, ?value_square, ?value_cube.

Section Formulas.
Variables (m : positive) (gamma dvariance total product inverse_v e r1 g d : rational) (r : root_bound).
Notation n := (IZR (Zpos m)).

Lemma value_shared_error : value (shared_error_of m gamma dvariance total product inverse_v e r1 r g d)
  = shared_error (value gamma) (value inverse_v) (value (size r)) (value (er r)) (value r1)
      (value (effect_of m gamma dvariance total product inverse_v r1 r d)) (value e) (value g) (value d) (value total) (value product) n.
Proof. unfold shared_error_of, shared_error, slope_of, slope, slope_size_of, slope_size. values. unfold Rdiv. ring. Qed.

Lemma value_terms_size : value (terms_size_of m total product inverse_v e r1 r g d)
  = terms_size (value inverse_v) (value (size r)) (value r1) (value (er r)) (value e) (value g) (value d) (value total) (value product) n.
Proof.
  unfold terms_size_of, terms_size, slope_of, slope, slope_size_of, slope_size, mean_effect_of, mean_effect. values. unfold Rdiv. ring.
Qed.

Lemma effect_of_correct x x' : 0 < x -> near (value (er r)) x' x -> x <= value (size r) -> Rabs x' <= value r1 -> value inverse_v = x^2 ->
  Rabs (value gamma * x'^3 * ((value product + value d * value total) / n) - 2 * value dvariance / n)
    <= value (effect_of m gamma dvariance total product inverse_v r1 r d).
Proof.
  intros P N S R V. unfold effect_of. set (a := mul gamma _). set (least := sub _ (er r)).
  assert (Va : value gamma * x'^3 * ((value product + value d * value total) / n) = value a * x'^3) by (unfold a; values; unfold Rdiv; ring).
  assert (Vb : 2 * value dvariance / n = value (upstream_slope m dvariance)) by (unfold upstream_slope; values; reflexivity).
  rewrite Va, Vb. apply smaller_either; values.
  - now apply effect_apart.
  - apply (effect_together x x' (value r1) (value (er r))); [exact N|exact R|]. unfold least. rewrite value_sub, value_mul, V, value_inverse by lra.
    assert (x^2 * / value (size r) <= x); [|lra]. apply (Rmult_le_reg_r (value (size r))); [lra|].
    rewrite Rmult_assoc, Rinv_l by lra. assert (x * x <= x * value (size r)) by (apply Rmult_le_compat_l; lra). lra.
Qed.
End Formulas.

Lemma quotient_error_of_bounds m g h z e b : quotient_of f m = (g, h) -> quotient_error_of f m z e = Some b -> 0 <= value z -> 0 <= value e ->
  Formulas.quotient_error (/ INR (Pos.to_nat m)) (value g) (value h) (value z) (value e) <= value b /\ (value z + value e) * (1 + u prec) <= omega.
Proof.
  intros Q H Z E. destruct (quotient_of_correct f Hp m g h Q) as (_ & _ & G0 & H0). unfold quotient_error_of in H. rewrite Q in H.
  destruct (fits f _) eqn:F; [|discriminate]. apply some_inj in H. subst b. apply fits_spec in F.
  rewrite value_mul, value_add, value_plus_one, value_unit in F. split; [|exact F].
  apply tops_quotient_error; auto using tops_value, tops_shorten. pose proof (shorten_le (Rational.over one m)) as S.
  rewrite value_over, value_one in S. unfold tops. rewrite INR_IZR_INZ, positive_nat_Z. unfold Rdiv in S. rewrite Rmult_1_l in S.
  split; [|exact S]. left. now apply Rinv_0_lt_compat, IZR_lt.
Qed.

(** where the program gives a bound, it is no less than the formula, and nothing overflows *)
Lemma added_error_of_bounds m dmean dvariance edm edv y z own b : added_error_of f m dmean dvariance edm edv y z own = Some b ->
  0 <= value y -> 0 <= value z -> 0 <= value own -> 0 <= value edm -> 0 <= value edv ->
  let w := / IZR (Zpos m) in
  let B := Rabs (2 * value dvariance) * w in
  let ea := value (unless_zero dmean edm) in
  let ep := if is_zero dvariance then 0
    else Formulas.pair_error (u prec) (eta e0 / 2) B (value edv) (value y) (u prec * value y) in
  let k := added_terms (is_zero dmean) (is_zero dvariance) in
  let sizes := value z + Rabs (value dmean) * w + B * value y in
  (B + value edv) * (value y + u prec * value y) <= omega /\ G prec k * (sizes + (value own + ea + ep)) <= omega /\
  Formulas.sum_error (G prec k - 1) sizes (value own + ea + ep) <= value b.
Proof.
  intros H Y Z O Em Ev w B ea ep k sizes. unfold added_error_of in H. pose proof unit_pos as U. pose proof half_pos as H0.
  assert (W : 0 < w) by (apply Rinv_0_lt_compat; now apply IZR_lt).
  assert (B0 : 0 <= B) by (apply Rmult_le_pos; [apply Rabs_pos|lra]).
  destruct (growth f _) as [g|] eqn:K; [|discriminate]. destruct (growth_correct f Hp _ _ K) as (G0 & _ & GK). rewrite Nat2Z.id in GK.
  change (((if is_zero dmean then 0 else 1) + (if is_zero dvariance then 0 else 1))%nat) with k in GK.
  destruct (_ && _) eqn:F; [|discriminate]. apply andb_prop in F as [F1 F2]. apply fits_spec in F1, F2. apply some_inj in H. subst b.
  set (slope := absolute_value (upstream_slope m dvariance)) in *.
  assert (Vs : value slope = B).
  { unfold slope, upstream_slope, B, w. values. unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ _)) by (unfold w in W; lra). reflexivity. }
  set (pair := Formulas.pair_error (unit f) (half f) slope edv y (mul (unit f) y)) in *.
  assert (Ep : ep <= value (unless_zero dvariance pair)).
  { unfold ep, unless_zero. destruct (is_zero dvariance); [rewrite value_zero; lra|].
    apply tops_pair_error; try (rewrite <- value_unit || rewrite <- value_half || rewrite <- Vs || idtac; apply tops_value;
      rewrite ?value_unit, ?value_half; lra).
    rewrite <- value_unit, <- value_mul. apply tops_value. rewrite value_mul, value_unit. apply Rmult_le_pos; lra. }
  assert (Ea0 : 0 <= ea) by (unfold ea, unless_zero; destruct (is_zero dmean); rewrite ?value_zero; lra).
  assert (Ep0 : 0 <= ep).
  { unfold ep. destruct (is_zero dvariance); [lra|]. unfold_formulas. repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
  assert (Vz : value (add (add z (Rational.over (absolute_value dmean) m)) (mul slope y)) = sizes).
  { values. rewrite Vs. reflexivity. }
  assert (S0 : 0 <= sizes).
  { unfold sizes. pose proof (Rabs_pos (value dmean)). repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
  set (errors := add (add own (unless_zero dmean edm)) (unless_zero dvariance pair)) in *.
  assert (Ve : value own + ea + ep <= value errors) by (unfold errors; rewrite !value_add; fold ea; lra).
  rewrite value_mul, !value_add, value_mul, Vs, value_unit in F1. rewrite value_mul, value_plus_one, value_add, Vz, <- GK in F2.
  split; [exact F1|]. split.
  - eapply Rle_trans; [|exact F2]. rewrite GK. apply Rmult_le_compat_l; lra.
  - rewrite GK. replace (1 + value g - 1) with (value g) by ring. apply tops_after.
    + now apply tops_value.
    + rewrite <- Vz. apply tops_value. rewrite Vz. lra.
    + split; lra.
Qed.

Section Dx.
Variables (gamma dmean dvariance v : rational) (gs ds : list rational) (s : statistics_bound) (rt : root_bound) (x : nat -> R) (mu r' eps : R).
Variable tree : order -> Prop.
Let m := length gs.
Notation M := (mean m x).
Notation r := (/ sd m eps x).
Hypothesis Hlength : length ds = m.
Hypothesis Hd : forall i, (i < m)%nat -> value (nth i ds zero) = x i - M.
Hypothesis Hm0 : 0 <= value (em s).
Hypothesis Hmu : near (value (em s)) mu M.
Hypothesis Hroot : root_within rt r' r.
Hypothesis Hv : value v = var m x + eps.
Hypothesis Hpos : 0 < value v.

Theorem dx_errors_of_correct error i b t : dx_errors_of f gamma dmean dvariance v gs ds s rt = Some error -> (i < m)%nat ->
  error (nth i gs zero) (nth i ds zero) = Some b ->
  computes_dx_all prec e0 omega tree m x (at_ gs) mu r' (value gamma) (value dmean) (value dvariance) i t ->
  near (value b) t (dx_all m eps (value gamma) (value dmean) (value dvariance) x (at_ gs) i).
Proof.
  intros H Hi Hb C. assert (Hl : gs <> []) by (intros ->; unfold m in Hi; simpl in Hi; lia).
  assert (Mn : Pos.to_nat (length_of gs) = m) by now apply length_nat.
  assert (Hm : (0 < m)%nat) by lia. pose proof (INR_m m Hm) as M1.
  assert (Mz : IZR (Zpos (length_of gs)) = INR m) by now rewrite <- Mn, INR_IZR_INZ, positive_nat_Z.
  unfold dx_errors_of in H. destruct (_ && holds f (mul (integer 2) dvariance)) eqn:Cn; [|discriminate].
  apply andb_prop in Cn as [Cn H2v]. apply andb_prop in Cn as [Cn Hhv]. apply andb_prop in Cn as [Cn Hhm]. apply andb_prop in Cn as [Cn Lg].
  apply fits_spec in Lg. rewrite value_absolute in Lg. apply (holds_spec f Hp) in H2v, Hhv, Hhm. rewrite value_mul, value_integer in H2v.
  assert (Hs : INR m * eta e0 <= 2 * u prec).
  { unfold counts in Cn. rewrite leb_spec, !value_mul, !value_integer, value_dyadic, value_unit, Mz in Cn. unfold eta. lra. }
  destruct (growth_of f gs) as [kd|] eqn:Gr; [|discriminate]. destruct (growth_of_correct f Hp tree gs kd Hl Gr) as (Kd0 & (_ & Acc) & _).
  set (r1 := shorten (add (size rt) (er rt))) in *.
  destruct (dgamma_own_error f (em s) r1 gs ds) as [[[sizes rounding] underflow]|] eqn:Own; [|discriminate].
  set (total := sum gs) in *. set (product := dot gs ds) in *.
  set (k := shorten (mul (add (absolute_value product) (mul (em s) (absolute_value total))) r1)) in *.
  set (es := shorten (mul kd (total_magnitude gs))) in *. set (ek := shorten (add rounding underflow)) in *.
  destruct (quotient_error_of f (length_of gs) (absolute_value total) es) as [ea|] eqn:Qa; [|discriminate].
  destruct (quotient_error_of f (length_of gs) k ek) as [eb|] eqn:Qb; [|discriminate].
  destruct (quotient_error_of f (length_of gs) (absolute_value dmean) zero) as [edm|] eqn:Qm; [|discriminate].
  destruct (quotient_error_of f (length_of gs) (absolute_value (mul (integer 2) dvariance)) zero) as [edv|] eqn:Qv; [|discriminate].
  apply some_inj in H. subst error. unfold dx_error_of in Hb.
  set (g := nth i gs zero) in *. set (d := nth i ds zero) in *. set (y := add (absolute_value d) (em s)) in *.
  set (c := shorten (terms_size_of (length_of gs) total product (inverse v) (em s) r1 rt g d)) in *.
  destruct (fits f y) eqn:F; [|discriminate]. apply fits_spec in F.
  destruct (if is_zero gamma || forallb is_zero gs then Some zero else _) as [own|] eqn:W; [|discriminate].
  destruct (added_error_of f _ _ _ _ _ _ _ own) as [added|] eqn:Ad; [|discriminate].
  apply some_inj in Hb. subst b.
  (* values *)
  pose proof unit_pos as U. pose proof half_pos as H0. destruct Hroot as (Er0 & Nr & Rs).
  pose proof (size_of_root rt r r' Hroot) as R1. fold r1 in R1. pose proof (Rle_trans _ _ _ (Rabs_pos r') R1) as R10.
  assert (Rp0 : 0 < r) by (apply Rinv_0_lt_compat, sqrt_lt_R0; lra).
  assert (Vt : value total = rsum m (at_ gs)) by exact (value_sum gs).
  assert (Vp : value product = rsum m (fun j => at_ gs j * (x j - M))) by exact (product_of_sums gs ds x M Hlength Hd).
  assert (Vd : value d = x i - M) by exact (Hd i Hi). assert (Vg : value g = at_ gs i) by reflexivity.
  assert (Vi : value (inverse v) = r^2) by (rewrite value_inverse, Hv by exact Hpos; symmetry; apply square_of_root; lra).
  assert (Vw : forall a, value (Rational.over a (length_of gs)) = value a * / INR m) by (intros; now rewrite value_over, Mz).
  assert (Vu : value (twice_unit f) = u prec * (2 + u prec)).
  { unfold twice_unit. now rewrite value_mul, value_add, value_integer, value_unit. }
  assert (Vy : value y = Rabs (x i - M) + value (em s)) by (unfold y; now rewrite value_add, value_absolute, Vd).
  pose proof (Rabs_pos (x i - M)) as Pd. pose proof (Rabs_pos (rsum m (at_ gs))) as Pt.
  assert (Mi : 0 < / INR m) by (apply Rinv_0_lt_compat; lra). assert (Y0 : 0 <= value y) by (rewrite Vy; lra).
  assert (Hy : Rabs (x i - mu) <= value y).
  { rewrite Vy. replace (x i - mu) with ((x i - M) + - (mu - M)) by ring. eapply Rle_trans; [apply Rabs_triang|].
    rewrite Rabs_Ropp. unfold near in Hmu. lra. }
  assert (HK : Rabs (rsum m (fun j => at_ gs j * (x j - mu) * r')) <= value k).
  { rewrite (projection_by_mean m x (at_ gs) mu r' M). eapply Rle_trans; [|apply shorten_le].
    rewrite value_mul, value_add, value_mul, !value_absolute, Vt, Vp.
    exact (projection_size r' (value r1) mu M (value (em s)) _ _ Hmu R1). }
  pose proof (Rle_trans _ _ _ (Rabs_pos _) HK) as K00.
  set (exact_c := at_ gs i - rsum m (at_ gs) / INR m - (x i - mu) * r' * (rsum m (fun j => at_ gs j * (x j - mu) * r') / INR m)).
  assert (Hc : Rabs exact_c <= value c).
  { unfold exact_c. rewrite (projection_by_mean m x (at_ gs) mu r' M). eapply Rle_trans; [|apply shorten_le].
    rewrite value_terms_size, Mz, Vt, Vp, Vd, Vg, Vi.
    apply (dx_terms r r' (value (size rt)) (value r1) (value (er rt)) mu M (value (em s)) (at_ gs i) (x i)); auto. lra. }
  pose proof (Rle_trans _ _ _ (Rabs_pos _) Hc) as C0.
  assert (Hes : forall q, sums prec e0 omega tree m (at_ gs) q -> near (value es) q (rsum m (at_ gs))).
  { intros q Sq. eapply near_le; [|exact (Acc q Sq)]. rewrite <- total_magnitude_correct, <- value_mul. apply shorten_le. }
  assert (Es0 : 0 <= value es).
  { eapply Rle_trans; [|apply shorten_le]. rewrite value_mul, total_magnitude_correct. apply Rmult_le_pos; [exact Kd0|].
    apply rsum_nonneg. intros. apply Rabs_pos. }
  assert (Hek : forall q, computes_dgamma prec e0 omega tree m x (at_ gs) mu r' q ->
    near (value ek) q (rsum m (fun j => at_ gs j * (x j - mu) * r'))).
  { intros q Cq. eapply near_le; [apply shorten_le|].
    exact (dgamma_own_error_correct f Hp Hmax gs ds s rt x M mu r r' tree Hlength Hd Hmu Hroot sizes rounding underflow q Own Cq). }
  assert (Ek0 : 0 <= value ek).
  { destruct C as (? & (? & ? & k' & ? & ? & ? & ? & ? & _ & _ & Ck & _) & _). exact (near_pos _ _ _ (Hek k' Ck)). }
  destruct (quotient_of f (length_of gs)) as [gq hq] eqn:Q. destruct (quotient_of_correct f Hp _ gq hq Q) as (Qc & _ & Gq0 & Hq0). rewrite Mn in Qc.
  assert (Quot : forall z e b, 0 <= value z -> 0 <= value e -> quotient_error_of f (length_of gs) z e = Some b ->
    Formulas.quotient_error (/ INR m) (value gq) (value hq) (value z) (value e) <= value b /\
    (value z + value e) * (1 + u prec) <= omega /\ 0 <= value b).
  { intros z e b Z E B. destruct (quotient_error_of_bounds _ gq hq _ _ b Q B Z E) as [B1 B2]. rewrite Mn in B1. split; [exact B1|]. split; [exact B2|].
    eapply Rle_trans; [|exact B1]. unfold_formulas. repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
  destruct (Quot _ _ ea ltac:(rewrite value_absolute; apply Rabs_pos) Es0 Qa) as (Ea & La & Ea0). rewrite value_absolute, Vt in Ea, La.
  destruct (Quot _ _ eb K00 Ek0 Qb) as (Eb & Lb & Eb0).
  destruct (Quot _ _ edm ltac:(rewrite value_absolute; apply Rabs_pos) ltac:(rewrite value_zero; lra) Qm) as (Em & Lm & Em0).
  destruct (Quot _ _ edv ltac:(rewrite value_absolute; apply Rabs_pos) ltac:(rewrite value_zero; lra) Qv) as (Ev & Lv & Ev0).
  rewrite value_absolute, value_zero in Em, Lm. rewrite value_absolute, value_mul, value_integer, value_zero in Ev, Lv.
  assert (Two : 2 * u prec < 1).
  { unfold u. change 2 with (bpow radix2 1). rewrite <- bpow_plus. apply (bpow_lt radix2 _ 0). lia. }
  (* without dmean and dvariance *)
  assert (Ht : (forall t0, computes_dx prec e0 omega tree m x (at_ gs) mu r' (value gamma) i t0 ->
    near (value own) t0 (value gamma * exact_c * r')) /\ 0 <= value own).
  { destruct (is_zero gamma || forallb is_zero gs) eqn:Z.
    - apply some_inj in W. subst own. rewrite value_zero. split; [|lra]. intros t0 C1.
      assert (Zr : value gamma = 0 \/ forall j, (j < m)%nat -> at_ gs j = 0).
      { apply orb_prop in Z as [Z|Z]; [left; now apply is_zero_spec|right]. intros j Hj. rewrite forallb_forall in Z.
        apply is_zero_spec. apply Z. now apply nth_In. }
      rewrite (dx_of_zero prec e0 omega prec_pos largest_1 m x (at_ gs) mu r' (value gamma) i tree t0 Hm Hs Hi Lg Zr C1).
      replace (value gamma * exact_c * r') with 0; [apply near_refl|]. unfold exact_c. destruct Zr as [-> | Zr]; [ring|]. rewrite (Zr i Hi).
      rewrite (rsum_ext m (at_ gs) (fun _ => 0)) by exact Zr.
      rewrite (rsum_ext m (fun j => at_ gs j * (x j - mu) * r') (fun _ => 0)) by (intros j Hj; rewrite (Zr j Hj); ring).
      rewrite rsum_const. unfold Rdiv. ring.
    - unfold own_error_of in W.
      set (sizes_ := add (add (absolute_value g) (Rational.over (absolute_value total) (length_of gs)))
        (mul (mul y r1) (Rational.over k (length_of gs)))) in *.
      destruct (product_error_of f (twice_unit f) y _ r1 zero _) as [p|] eqn:P; [|discriminate].
      destruct (growth f 2) as [k2|] eqn:G2; [|discriminate]. destruct (growth_correct f Hp _ _ G2) as (K0 & _ & K2). change (Z.to_nat 2) with 2%nat in *.
      destruct (fits f (mul (plus_one k2) (add sizes_ (add ea p)))) eqn:F2; [|discriminate]. apply fits_spec in F2.
      destruct (conversion_of_correct gamma) as [Cg0 Cg].
      rewrite value_mul, value_plus_one, (value_add sizes_), (value_add ea), <- K2 in F2.
      destruct (product_error_of_bounds f _ _ _ _ _ _ p P) as (zp & (Zp1 & Zp2 & Zp3) & Rp & Ep); cbn [size er] in *;
        rewrite ?Vu, ?Vw, ?value_mul, ?value_unit, ?value_zero in *; try first [lra | apply Rmult_le_pos; lra].
      assert (P0 : 0 <= value p).
      { eapply Rle_trans; [|exact Ep]. unfold_formulas. assert (0 <= value k * / INR m) by (apply Rmult_le_pos; lra).
        assert (0 <= zp) by lra. repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
      set (ec := Formulas.sum_error k2 sizes_ (add ea p)) in *.
      assert (Vs : value sizes_ = Rabs (at_ gs i) + Rabs (rsum m (at_ gs)) * / INR m + value y * value r1 * (value k * / INR m)).
      { unfold sizes_. rewrite !value_add, !value_mul, !Vw, !value_absolute, Vt, Vg. reflexivity. }
      assert (S0 : 0 <= value sizes_).
      { rewrite Vs. pose proof (Rabs_pos (at_ gs i)). repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
      assert (Ec : Formulas.sum_error (G prec 2 - 1) (value sizes_) (value ea + value p) <= value ec).
      { unfold ec. apply tops_after; [rewrite K2; replace (1 + value k2 - 1) with (value k2) by ring; now apply tops_value|now apply tops_value|].
        rewrite <- value_add. apply tops_value. rewrite value_add. lra. }
      assert (Ec0 : 0 <= value ec).
      { eapply Rle_trans; [|exact Ec]. rewrite K2. unfold_formulas. repeat first [lra | apply Rplus_le_le_0_compat | apply Rmult_le_pos]. }
      rewrite Vs in F2, Ec.
      destruct (product_error_of_bounds f _ _ _ _ _ _ own W) as (zw & (Zw1 & Zw2 & Zw3) & Rw & Ew); cbn [size er] in *;
        rewrite ?Vu, ?value_absolute, ?value_zero in *; try apply Rabs_pos; try first [lra | apply Rmult_le_pos; lra].
      assert (N : forall t0, computes_dx prec e0 omega tree m x (at_ gs) mu r' (value gamma) i t0 -> near (value own) t0 (value gamma * exact_c * r')).
      { intros t0 C1. eapply near_le; [exact Ew|].
        refine (dx_own prec e0 omega prec_pos largest_1 m x (at_ gs) mu r' (value gamma) i tree Hm Hs (value gq) (value hq)
          (value es) (value ek) (value (conversion_of f gamma)) Qc Hes Hek Cg Lg (value y) (value r1) (Rabs (rsum m (at_ gs)))
          (value k) (value c)
          Hy R1 (Rle_refl _) HK (value ea) (value eb) zp (value p) (value ec) zw Ea Eb Ep Ec Hc _ La Lb F Rp F2 Rw Two t0 C1). repeat split; lra. }
      split; [exact N|]. destruct C as (t0 & C1 & _). exact (near_pos _ _ _ (N t0 C1)). }
  destruct Ht as [Ht O0]. set (z := mul (mul (absolute_value gamma) c) r1) in *.
  assert (Hz : Rabs (value gamma * exact_c * r') <= value z).
  { unfold z. rewrite !value_mul, value_absolute. apply abs_times; [|exact R1]. apply abs_times; [lra|exact Hc]. }
  pose proof (Rle_trans _ _ _ (Rabs_pos _) Hz) as Z0.
  destruct (added_error_of_bounds _ _ _ _ _ y z own added Ad Y0 Z0 O0 Em0 Ev0) as (A1 & A2 & A3). rewrite Mz in A1, A2, A3.
  eapply near_le; [|refine (dx_bound prec e0 omega prec_pos largest_1 m x (at_ gs) mu r' (value gamma) (value dmean) (value dvariance) i tree Hm Hs
    (value gq) (value hq) Qc (value own) (value z) (value y) Ht Hz Hy _ _ (is_zero dmean) (is_zero dvariance)
    (value (unless_zero dmean edm)) (value edv) _ (is_zero_spec dmean) (is_zero_spec dvariance) _ Ev _ F A1 A2 Two
    eps (value (em s)) (value (er rt)) (value (size rt)) (value r1)
    (value (effect_of (length_of gs) gamma dvariance total product (inverse v) r1 rt d)) t _ Hmu Nr Rs R1 _ C)].
  - eapply Rle_trans; [|apply shorten_le]. rewrite value_add, value_shared_error, Mz, Vt, Vp, Vd, Vg, Vi, <- (square_of_root m eps x) by lra.
    apply Rplus_le_compat_r. exact A3.
  - split; [exact Hhm|]. lra.
  - split; [exact Hhv|]. split; [exact H2v|]. lra.
  - unfold unless_zero. destruct (is_zero dmean); [rewrite value_zero; lra|exact Em].
  - destruct (is_zero dvariance); lra.
  - lra.
  - rewrite <- Mz, <- Vt, <- Vp, <- Vd. apply (effect_of_correct _ _ _ _ _ _ _ _ _ r); auto. rewrite Rabs_pos_eq in Rs; lra.
Qed.
End Dx.
End Machine.
