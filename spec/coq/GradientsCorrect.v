(** The programs of Bounds.v bound the errors of dbeta, dgamma and the dx of inference: main results
    [dbeta_error_of_correct], [dgamma_error_of_correct], [inference_dx_error_of_correct]. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Rational Rounding Channel ChannelCorrect Arithmetic Summation Products TwoPass Mean
  Outputs Gradients Upper Bounds MachineCorrect OutputsCorrect.
Import ListNotations.
Local Open Scope R_scope.

Lemma forallb_map2 {A B} (p : A -> B -> bool) l r a b i : length l = length r -> forallb (fun b => b) (map2 p l r) = true ->
  (i < length l)%nat -> p (nth i l a) (nth i r b) = true.
Proof.
  intros L H Hi. rewrite forallb_forall in H. rewrite <- (nth_map2 p l r a b false i L Hi). apply H, nth_In. now rewrite length_map2.
Qed.

Section Machine.
Variable f : format.
Hypothesis Hp : (2 <= precision f)%Z.
Hypothesis Hmax : (precision f < emax f)%Z.
Notation prec := (precision f).
Notation e0 := (emin f).
Notation omega := (value (largest f)).

Let prec_pos : (0 < prec)%Z. Proof. lia. Qed.

Let largest_1 := largest_1 f Hp Hmax.
Let largest_0 : 0 <= omega. Proof. pose proof largest_1. lra. Qed.
Let unit_pos := unit_pos f.
Let half_pos := half_pos f.
Let fits_spec := fits_spec f.
Let holds_spec := holds_spec f Hp.
Let conversion_of_correct := conversion_of_correct f Hp.

Theorem dbeta_error_of_correct tree l e w : l <> [] -> dbeta_error_of f l = Some e -> sums prec e0 omega tree (length l) (at_ l) w ->
  near (value e) w (rsum (length l) (at_ l)).
Proof.
  unfold dbeta_error_of. intros Hl H S. destruct (growth_of f l) as [g|] eqn:E; [|discriminate]. apply some_inj in H. subst e.
  destruct (growth_of_correct f Hp tree l g Hl E) as (_ & (_ & A) & _). eapply near_le; [|exact (A w S)].
  rewrite <- total_magnitude_correct, <- value_mul. apply shorten_le.
Qed.

Theorem inference_dx_error_of_correct gamma r g e (r' z w : R) : inference_dx_error_of f gamma r g = Some e -> root_within r r' z ->
  computes_inference_dx prec e0 omega (value g) r' (value gamma) w -> near (value e) w (value gamma * value g * z).
Proof.
  unfold inference_dx_error_of. destruct (fits f (absolute_value gamma) && fits f (absolute_value g)) eqn:B; [|discriminate].
  intros H R (g' & Hg & Ht). apply andb_prop in B as [B1 B2]. apply fits_spec in B1, B2. rewrite value_absolute in B1, B2.
  destruct (is_zero gamma || is_zero g) eqn:Z.
  - apply some_inj in H. subst e. rewrite value_zero. assert (Z' : value gamma = 0 \/ value g = 0).
    { apply orb_prop in Z as [Z|Z]; apply is_zero_spec in Z; auto. }
    assert (W : w = 0).
    { apply (triple_0 prec e0 omega largest_0 g' (value g) r'); [|exact Ht]. destruct Z' as [Z'|Z'].
      - rewrite Z' in Hg. rewrite (rounds_0 _ _ _ largest_0 _ Hg). ring.
      - rewrite Z'. ring. }
    rewrite W. replace (value gamma * value g * z) with 0; [apply near_refl|]. destruct Z' as [-> | ->]; ring.
  - destruct (conversion_of_correct gamma) as [_ Cg]. pose proof (conversion_error _ _ _ _ _ _ Cg Hg B1) as Eg.
    assert (Eexact : near (value zero) (value g) (value g)) by (rewrite value_zero; apply near_refl).
    destruct (roundings_of_correct f Hp gamma g (holds f gamma) true g' (value g) r') as [V V0].
    + intros E. apply holds_spec in E. exact (rounds_held _ _ _ _ _ Hg B1 E).
    + reflexivity.
    + exact (product_error_of_correct f _ _ _ _ _ _ _ _ _ _ _ _ _ _ H V0 Eg Eexact (proj2 (tops_magnitude gamma)) (proj2 (tops_magnitude g)) R V Ht).
Qed.

Section Dgamma.
Variables (gs ds : list rational) (s : statistics_bound) (rt : root_bound) (x : nat -> R) (M mu r r' : R).
Variable tree : order -> Prop.
Let m := length gs.
Let e := em s.
Let r1 := shorten (add (size rt) (er rt)).
Hypothesis Hlength : length ds = m.
Hypothesis Hd : forall i, (i < m)%nat -> value (nth i ds zero) = x i - M.
Hypothesis Hm0 : 0 <= value e.
Hypothesis Hmu : near (value e) mu M.
Hypothesis Hroot : root_within rt r' r.
Let g i := nth i gs zero.
Let d i := nth i ds zero.
Let z i := vanishes e (g i) (d i).
Let a i := Rabs (x i - M) + value e.
Let c i := value (term_rounding f e (g i) (d i)).

Let Hl : length gs = length ds. Proof. now rewrite Hlength. Qed.

Lemma exact_mean_of_zero : is_zero e = true -> mu = M.
Proof.
  intros Z. apply is_zero_spec in Z. unfold near in Hmu. rewrite Z in Hmu. destruct (Req_dec (mu - M) 0) as [Q|Q]; [lra|].
  apply Rabs_no_R0 in Q. pose proof (Rabs_pos (mu - M)). lra.
Qed.

Lemma reach_value i : (i < m)%nat -> value (reach e (d i)) = a i.
Proof. intros Hi. unfold reach, a. now rewrite value_add, value_absolute, <- (Hd i Hi). Qed.

Lemma total_value (term : rational -> rational -> rational) : value (sum (map2 term gs ds)) = rsum m (fun i => value (term (g i) (d i))).
Proof. exact (value_sum_map2 term gs ds zero zero Hl). Qed.

Lemma vanishing i : (i < m)%nat -> z i = true -> at_ gs i = 0 \/ x i = mu.
Proof.
  intros Hi Z. apply orb_prop in Z as [Z|Z]; [left; now apply is_zero_spec|right]. apply andb_prop in Z as [Z1 Z2].
  apply is_zero_spec in Z2. unfold d in Z2. rewrite (Hd i Hi) in Z2. rewrite (exact_mean_of_zero Z1). lra.
Qed.

Lemma size_of_root : Rabs r' <= value r1.
Proof.
  destruct Hroot as (R0 & Nr & Lr). pose proof (shorten_le (add (size rt) (er rt))) as S. fold r1 in S. rewrite value_add in S.
  pose proof (near_size _ _ _ _ Nr Lr). lra.
Qed.

Lemma roundings_of_term i : (i < m)%nat -> z i = false -> 0 <= c i /\ term_roundings prec e0 r' (at_ gs i) (x i - mu) (c i).
Proof.
  intros Hi _. unfold c, term_rounding. pose proof unit_pos as U. set (ex := is_zero e && holds f (d i)).
  assert (Ex : ex = true -> x i - mu = value (d i) /\ held prec e0 (x i - mu)).
  { intros E. apply andb_prop in E as [E1 E2]. apply holds_spec in E2. rewrite (exact_mean_of_zero E1), <- (Hd i Hi). split; [reflexivity|exact E2]. }
  set (vd := if ex then zero else unit f). set (v := if is_power (g i) || ex && is_power (d i) then zero else unit f).
  rewrite value_sub, !value_mul, !value_plus_one, value_unit, value_one.
  assert (Vd : 0 <= value vd) by (unfold vd; destruct ex; rewrite ?value_zero, ?value_unit; lra).
  assert (Vv : 0 <= value v) by (unfold v; destruct (_ || _); rewrite ?value_zero, ?value_unit; lra).
  assert (C1 : 1 * 1 * 1 <= (1 + value v) * (1 + value vd) * (1 + u prec)).
  { apply Rmult_le_compat; try lra. apply Rmult_le_compat; lra. }
  split; [lra|]. assert (Hvd : u prec <= value vd \/ 0 <= value vd /\ held prec e0 (x i - mu)).
  { unfold vd. destruct ex eqn:E; [right|left; rewrite value_unit; lra]. rewrite value_zero. split; [lra|]. now apply Ex. }
  assert (Full : forall p q, rounding prec (u prec) p q) by (intros; left; lra).
  destruct (is_power (g i)) eqn:Pg.
  - assert (Ev : value v = 0) by (unfold v; apply value_zero). apply is_power_spec in Pg. assert (Pw : forall h, rounding prec 0 (at_ gs i) h) by (intros h; right; split; [lra|left; exact Pg]).
    exists (value vd), (u prec), 0, 0. rewrite Ev. repeat split; auto; try lra.
  - destruct (ex && is_power (d i)) eqn:Pd.
    + assert (Ev : value v = 0) by (unfold v; apply value_zero).
      apply andb_prop in Pd as [E Pd]. apply is_power_spec in Pd. destruct (Ex E) as [Y _].
      assert (V0 : value vd = 0) by (unfold vd; rewrite E; apply value_zero).
      exists (value vd), 0, (u prec), 0. rewrite Ev. repeat split; auto; try lra.
      * right. split; [lra|]. left. rewrite (H V0), Y. exact Pd.
      * right. split; [lra|]. right. rewrite (H V0), Y. exact Pd.
    + assert (Ev : value v = u prec) by (unfold v; apply value_unit).
      exists (value vd), (u prec), (u prec), (u prec). rewrite Ev. repeat split; auto; lra.
Qed.

Lemma nonzero_terms : nonzero_of (map2 (present e) gs ds) = Z.of_nat (nonzero z (seq 0 m)).
Proof.
  rewrite nonzero_correct, length_map2 by exact Hl. fold m. unfold nonzero. do 2 f_equal. apply filter_ext_in. intros i Hi. apply in_seq in Hi.
  f_equal. unfold zero_of. rewrite (nth_map2 (present e) gs ds zero zero zero i Hl) by (unfold m in *; lia).
  unfold present, unless_vanishing. fold (g i) (d i) (z i). destruct (z i); reflexivity.
Qed.

(** beside the errors of mean and r *)
Theorem dgamma_own_error_correct sizes_ rounding underflow w : dgamma_own_error f e r1 gs ds = Some (sizes_, rounding, underflow) ->
  computes_dgamma prec e0 omega tree m x (at_ gs) mu r' w ->
  near (value (add rounding underflow)) w (rsum m (fun i => at_ gs i * (x i - mu) * r')).
Proof.
  unfold dgamma_own_error. rewrite nonzero_terms. intros O W.
  destruct (growth f _) as [k|] eqn:K; [|discriminate]. destruct (growth_correct f Hp _ _ K) as (G0 & Gu & GK).
  replace (Z.to_nat (Z.max 0 (Z.of_nat (nonzero z (seq 0 m)) - 1))) with (nonzero z (seq 0 m) - 1)%nat in * by lia.
  set (n := (nonzero z (seq 0 m) - 1)%nat) in *.
  destruct (forallb (fun b => b) (map2 (term_fits f e r1) gs ds)) eqn:F; [|discriminate].
  destruct (fits f _ && fits f (mul (plus_one k) (sum (map2 (term_plain f e) gs ds)))) eqn:F2; [|discriminate].
  apply andb_prop in F2 as [F2 F3]. apply fits_spec in F2, F3. apply some_inj in O.
  pose proof unit_pos as U. pose proof half_pos as H0. pose proof size_of_root as R1.
  pose proof (Rle_trans _ _ _ (Rabs_pos r') R1) as R10.
  (* the program's terms are those of the theorem *)
  set (size_ := size_of (at_ gs) (value r1) z a). set (rel_ := relative (at_ gs) (value r1) z a c).
  set (lost_ := lost prec e0 (at_ gs) z). set (before_ := lost_before e0 z). set (plain_ := plain_of e0 (at_ gs) z a c).
  assert (Es : value (sum (map2 (term_size e r1) gs ds)) = rsum m size_).
  { rewrite total_value. apply rsum_ext. intros i Hi. unfold term_size, unless_vanishing, size_, size_of. fold (z i).
    destruct (z i); [apply value_zero|]. now rewrite !value_mul, reach_value, value_absolute. }
  assert (Ee : value (sum (map2 (term_error f e r1) gs ds)) = rsum m rel_).
  { rewrite total_value. apply rsum_ext. intros i Hi. unfold term_error, unless_vanishing, rel_, relative. fold (z i).
    destruct (z i) eqn:Z; [apply value_zero|]. rewrite value_mul. unfold c, size_of, term_size, unless_vanishing. fold (z i). rewrite Z.
    now rewrite !value_mul, reach_value, value_absolute. }
  assert (El : value (sum (map2 (term_loss f e) gs ds)) = rsum m lost_).
  { rewrite total_value. apply rsum_ext. intros i Hi. unfold term_loss, unless_vanishing, lost_, lost. fold (z i).
    destruct (z i); [apply value_zero|]. now rewrite value_mul, !value_plus_one, value_mul, value_plus_one, value_unit, value_half, value_absolute. }
  assert (Eb : eta e0 / 2 * value (sum (map2 (present e) gs ds)) = rsum m before_).
  { rewrite total_value, <- rsum_scal_l. apply rsum_ext. intros i Hi. unfold present, unless_vanishing, before_, lost_before. fold (z i).
    destruct (z i); [rewrite value_zero|rewrite value_one]; ring. }
  assert (Ep : value (sum (map2 (term_plain f e) gs ds)) = rsum m plain_).
  { rewrite total_value. apply rsum_ext. intros i Hi. unfold term_plain, unless_vanishing, plain_, plain_of. fold (z i).
    destruct (z i); [apply value_zero|]. now rewrite value_add, !value_mul, value_plus_one, reach_value, value_half, value_absolute. }
  set (sizes := sum (map2 (term_size e r1) gs ds)) in *. set (errors := sum (map2 (term_error f e r1) gs ds)) in *.
  set (losses := mul (plus_one k) (sum (map2 (term_loss f e) gs ds))) in *.
  set (product_losses := mul (plus_one k) (mul (mul (plus_one (unit f)) r1) (mul (half f) (sum (map2 (present e) gs ds))))) in *.
  assert (Vl : value losses = G prec n * rsum m lost_) by (unfold losses; now rewrite value_mul, value_plus_one, El, GK).
  assert (Vp : value product_losses = G prec n * ((1 + u prec) * value r1 * rsum m before_)).
  { unfold product_losses. rewrite !value_mul, !value_plus_one, value_unit, value_half, Eb, GK. ring. }
  set (rel := mul (plus_one k) (add sizes errors)) in *.
  assert (Vr : value rel = G prec n * (rsum m size_ + rsum m rel_)) by (unfold rel; now rewrite value_mul, value_plus_one, value_add, Es, Ee, GK).
  rewrite value_add in F2. pose proof (larger_l losses product_losses) as L1. pose proof (larger_r losses product_losses) as L2.
  rewrite value_mul, value_plus_one, Ep, <- GK in F3.
  assert (Loss : rsum m (loss_of prec e0 (at_ gs) (value r1) z a c) = rsum m rel_ + rsum m lost_).
  { rewrite <- rsum_plus. reflexivity. }
  assert (Own : rsum m (loss_of prec e0 (at_ gs) (value r1) z a c) + (G prec n - 1) * (rsum m size_ + rsum m (loss_of prec e0 (at_ gs) (value r1) z a c)) <= value (add rounding underflow)
    /\ (some_term m z = true -> G prec n * (rsum m size_ + rsum m rel_) - rsum m size_ + G prec n * ((1 + u prec) * value r1 * rsum m before_) + eta e0 / 2 <= value (add rounding underflow))).
  { rewrite Loss. destruct (forallb (fun b => b) (map2 (vanishes e) gs ds)) eqn:Av; injection O as <- <- <-.
    - assert (All : forall i, (i < m)%nat -> z i = true) by (intros i Hi; exact (forallb_map2 (vanishes e) gs ds zero zero i Hl Av Hi)).
      assert (Zs : forall t : nat -> R, (forall i, (i < m)%nat -> z i = true -> t i = 0) -> rsum m t = 0).
      { intros t T. rewrite (rsum_ext m t (fun _ => 0)); [rewrite rsum_const; ring|]. intros i Hi. apply T; auto. }
      rewrite (Zs size_), (Zs rel_), (Zs lost_); try (intros i Hi Z; unfold size_, rel_, lost_, size_of, relative, lost; now rewrite Z).
      rewrite value_add, value_zero. split; [lra|]. intros St. exfalso. unfold some_term in St. apply existsb_exists in St.
      destruct St as (i & Hi & Zi). apply in_seq in Hi. rewrite (All i ltac:(lia)) in Zi. discriminate.
    - rewrite value_add, value_sub, Vr, Es. pose proof (larger_l losses (add product_losses (half f))) as L3.
      pose proof (larger_r losses (add product_losses (half f))) as L4. rewrite value_add, value_half in L4. split; [lra|intros _; lra]. }
  destruct Own as [Own1 Own2].
  assert (Ha : forall i, (i < m)%nat -> Rabs (x i - mu) <= a i).
  { intros i Hi. unfold a. replace (x i - mu) with ((x i - M) + - (mu - M)) by ring. eapply Rle_trans; [apply Rabs_triang|].
    rewrite Rabs_Ropp. unfold near in Hmu. lra. }
  assert (Hz : forall i, (i < m)%nat -> z i = false -> (1 + u prec) * a i <= omega /\ (1 + u prec) * a i * value r1 <= omega /\
    Rabs (at_ gs i) * ((1 + u prec) * a i) <= omega /\ Rabs (at_ gs i) * ((1 + u prec) * ((1 + u prec) * a i * value r1) + eta e0 / 2) <= omega).
  { intros i Hi Z. pose proof (forallb_map2 (term_fits f e r1) gs ds zero zero i Hl F Hi) as T. change (term_fits f e r1 (g i) (d i) = true) in T.
    unfold term_fits in T. change (vanishes e (g i) (d i)) with (z i) in T. rewrite Z in T. cbv zeta in T. rewrite orb_false_l in T. apply andb_prop in T as [T T4]. apply andb_prop in T as [T T3]. apply andb_prop in T as [T1 T2].
    apply fits_spec in T1, T2, T3, T4. rewrite value_mul, value_plus_one, value_unit, reach_value in T1 by exact Hi.
    rewrite !value_mul, value_plus_one, value_unit, reach_value in T2 by exact Hi.
    rewrite !value_mul, value_plus_one, value_unit, reach_value, value_absolute in T3 by exact Hi.
    rewrite value_mul, value_add, !value_mul, value_plus_one, value_unit, value_half, reach_value, value_absolute in T4 by exact Hi. auto. }
  apply (dgamma_own prec e0 omega largest_1 m n x (at_ gs) mu r' (value r1) tree z
    (fun o C _ => any_order z o m C) R1 a c Ha Gu roundings_of_term vanishing Hz) with (b := value (add rounding underflow)); auto.
  - fold size_. rewrite Loss. rewrite Vr in F2. lra.
  - fold size_ rel_ before_. rewrite Vr in F2. lra.
Qed.

Lemma product_of_sums : value (dot gs ds) = rsum m (fun i => at_ gs i * (x i - M)).
Proof.
  rewrite (dot_correct gs ds Hl). fold m. apply rsum_ext. intros i Hi. change (at_ ds i) with (value (nth i ds zero)). now rewrite (Hd i Hi).
Qed.

Theorem dgamma_error_of_correct b w : dgamma_error_of f gs ds s rt = Some b ->
  computes_dgamma prec e0 omega tree m x (at_ gs) mu r' w -> near (value b) w (rsum m (fun i => at_ gs i * (x i - M) * r)).
Proof.
  unfold dgamma_error_of. fold e r1. destruct (dgamma_own_error f e r1 gs ds) as [[[sizes rounding] underflow]|] eqn:O; [|discriminate].
  destruct (negb _); [|discriminate]. destruct (leb underflow _); [|discriminate]. intros H W. apply some_inj in H. subst b.
  destruct Hroot as (_ & Nr & _).
  eapply near_le; [|exact (dgamma_shared m x (at_ gs) M mu r r' (value e) (value (er rt)) (value r1) Hmu Nr size_of_root _ w
    (dgamma_own_error_correct sizes rounding underflow w O W))].
  eapply Rle_trans; [|apply shorten_le]. rewrite !value_add, !value_mul, !value_absolute, value_sum, product_of_sums.
  right. reflexivity.
Qed.
End Dgamma.
End Machine.
