(** The errors of y and of products of three factors. Main results: [product_bound], [deviation_bound], [output_bound],
    [output_of_zero]. *)
From Coq Require Import Reals Lra Lia ZArith.
From Flocq Require Import Core.
From BN Require Import Formulas Sums BN Arithmetic Summation Products TwoPass Mean.
Local Open Scope R_scope.

Section Model.
Variables (prec emin : Z) (largest : R).
Hypothesis Hprec : (0 < prec)%Z.
Hypothesis Hlargest : 1 <= largest.
Notation u := (u prec).
Notation eta := (eta emin).
Notation held := (held prec emin).

Let u0 : 0 < u := u_pos prec.
Let eta0 : 0 < eta := eta_pos emin.

Theorem deviation_bound v em d x mu m w : near em mu m -> Rabs (x - m) <= d -> u <= v \/ 0 <= v /\ held (x - mu) ->
  d + em <= largest -> minus prec emin largest x mu w -> near (Formulas.deviation_error v d em) w (x - m).
Proof.
  intros M D V L H.
  assert (E : near em (x - mu) (x - m)).
  { unfold near in *. replace (x - mu - (x - m)) with (- (mu - m)) by ring. now rewrite Rabs_Ropp. }
  pose proof (near_size _ _ _ _ E D) as S. pose proof (Rabs_pos (x - mu)).
  assert (F : near (v * (d + em)) w (x - mu)).
  { destruct V as [V|[V Hh]].
    - eapply near_le; [|exact (minus_error _ _ _ _ _ _ H ltac:(lra))]. apply Rmult_le_compat; lra.
    - rewrite (minus_held _ _ _ _ _ _ H ltac:(lra) Hh). eapply near_le; [|apply near_refl]. apply Rmult_le_pos; lra. }
  eapply near_le; [|exact (near_trans _ _ _ _ _ F E)]. unfold_formulas. lra.
Qed.

(** the range of a product of three factors *)
Definition product_range (z a ea d ed r er : R) : Prop :=
  (a + ea) * (d + ed) <= largest /\ (d + ed) * (r + er) <= largest /\ (a + ea) * (r + er) <= largest /\
  (1 + u) * Formulas.product_size a ea d ed r er + eta / 2 * z <= largest.

Theorem product_bound v z a ea a' d ed d' r er r' za zd zr p :
  near ea a' a -> near ed d' d -> near er r' r -> Rabs a <= za -> Rabs d <= zd -> Rabs r <= zr ->
  roundings prec emin v a' d' r' -> za + ea <= z -> zd + ed <= z -> zr + er <= z -> product_range z za ea zd ed zr er ->
  triple prec emin largest a' d' r' p ->
  near (Formulas.product_error u v (eta / 2) z za ea zd ed zr er) p (a * d * r).
Proof.
  intros A D R Za Zd Zr V La Ld Lr (R1 & R2 & R3 & R4) T.
  pose proof (near_size _ _ _ _ A Za) as Sa. pose proof (near_size _ _ _ _ D Zd) as Sd. pose proof (near_size _ _ _ _ R Zr) as Sr.
  pose proof (abs_times _ _ _ _ Sa Sd) as Sad. pose proof (abs_times _ _ _ _ Sd Sr) as Sdr. pose proof (abs_times _ _ _ _ Sa Sr) as Sar.
  pose proof (abs_times _ _ _ _ Sad Sr) as S.
  assert (V0 : 0 <= v) by (destruct V as [V|[V|[V|V]]]; nra).
  assert (E : near (v * Rabs (a' * d' * r') + eta / 2 * (1 + (1 + u) * z)) p (a' * d' * r')).
  { apply (triple_error prec emin largest); auto; try lra. unfold_formulas.
    assert ((1 + u) * Rabs (a' * d' * r') <= (1 + u) * ((za + ea) * (zd + ed) * (zr + er))) by (apply Rmult_le_compat_l; lra). lra. }
  pose proof (near_times _ _ _ _ _ _ _ _ D R Zd Sr) as F.
  pose proof (near_times _ _ _ _ _ _ _ _ A F Za Sdr) as P.
  replace (a' * (d' * r')) with (a' * d' * r') in P by ring. replace (a * (d * r)) with (a * d * r) in P by ring.
  eapply near_le; [|exact (near_trans _ _ _ _ _ E P)]. unfold_formulas.
  assert (v * Rabs (a' * d' * r') <= v * ((za + ea) * (zd + ed) * (zr + er))) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(** BN-5: pe is the error of gamma x̂, eb of beta. *)
Definition output_addition (vb eb beta : R) : Prop := 0 <= vb /\ (u <= vb \/ eb = 0 /\ beta = 0).

Lemma addition_bound vb y p' p pe b beta eb w : near pe p' p -> near eb b beta -> output_addition vb eb beta ->
  Rabs (p + beta) <= y -> y + (pe + eb) <= largest -> plus prec emin largest p' b w ->
  near (Formulas.output_error vb y pe eb) w (p + beta).
Proof.
  intros P B (V0 & V) Y L H. pose proof (near_plus _ _ _ _ _ _ P B) as E. pose proof (near_size _ _ _ _ E Y) as S.
  assert (F : near (vb * (y + (pe + eb))) w (p' + b)).
  { pose proof (Rabs_pos (p' + b)). destruct V as [V | [Z0 Z]].
    - eapply near_le; [|exact (plus_error _ _ _ _ _ _ H ltac:(lra))]. apply Rmult_le_compat; lra.
    - assert (b = 0). { unfold near in B. rewrite Z, Rminus_0_r in B. destruct (Req_dec b 0); [assumption|].
        pose proof (Rabs_pos_lt b ltac:(assumption)). lra. }
      destruct H as (_ & H & _). rewrite (H ltac:(assumption)). subst b. rewrite Rplus_0_r.
      eapply near_le; [|apply near_refl]. apply Rmult_le_pos; lra. }
  eapply near_le; [|exact (near_trans _ _ _ _ _ F E)]. unfold_formulas. lra.
Qed.

(** the channel's mean mu and root r, with their errors; gamma and beta with those of their conversions *)
Theorem output_bound m em mu er r r' x gamma beta cg cb vd v vb z d zr y w :
  near em mu m -> near er r' r -> Rabs r <= zr -> Rabs (x - m) <= d ->
  conversion prec emin cg gamma -> conversion prec emin cb beta -> Rabs gamma <= largest -> Rabs beta <= largest ->
  u <= vd \/ 0 <= vd /\ held (x - mu) ->
  (forall g' d', (held gamma -> g' = gamma) -> (vd = 0 -> d' = x - mu) -> roundings prec emin v g' d' r') ->
  output_addition vb cb beta ->
  let ed := Formulas.deviation_error vd d em in
  let p := Formulas.product_error u v (eta / 2) z (Rabs gamma) cg d ed zr er in
  d + em <= largest -> Rabs gamma + cg <= z -> d + ed <= z -> zr + er <= z ->
  product_range z (Rabs gamma) cg d ed zr er ->
  Rabs (gamma * (x - m) * r + beta) <= y -> y + (p + cb) <= largest ->
  computes_output prec emin largest x mu r' gamma beta w ->
  near (Formulas.output_error vb y p cb) w (gamma * (x - m) * r + beta).
Proof.
  intros M R Zr D Cg Cb Lg Lb Vd V Vb ed p Ld Lz1 Lz2 Lz3 Rg Y Ly (g & b & d' & p' & Hg & Hb & Hd & Ht & Hp).
  pose proof (conversion_error _ _ _ _ _ _ Cg Hg Lg) as Eg. pose proof (conversion_error _ _ _ _ _ _ Cb Hb Lb) as Eb.
  pose proof (deviation_bound vd em d x mu m d' M D Vd Ld Hd) as Ed.
  assert (Vr : roundings prec emin v g d' r').
  { apply V.
    - intros H. exact (rounds_held _ _ _ _ _ Hg Lg H).
    - intros Z. destruct Vd as [Vd|[_ Vd]]; [lra|]. apply (minus_held _ _ _ _ _ _ Hd); [|exact Vd].
      assert (near em (x - mu) (x - m)).
      { unfold near in *. replace (x - mu - (x - m)) with (- (mu - m)) by ring. now rewrite Rabs_Ropp. }
      pose proof (near_size _ _ _ _ H D). lra. }
  pose proof (product_bound v z _ _ _ _ _ _ _ _ _ _ _ _ p' Eg Ed R (Rle_refl _) D Zr Vr Lz1 Lz2 Lz3 Rg Ht) as P.
  exact (addition_bound vb y p' _ _ b beta cb w P Eb Vb Y Ly Hp).
Qed.

(** gamma is zero, or x is exactly the mean: y is beta. *)
Theorem output_of_zero m mu r' x gamma beta cb w : gamma = 0 \/ mu = m /\ x = m -> Rabs gamma <= largest ->
  conversion prec emin cb beta -> Rabs beta <= largest -> computes_output prec emin largest x mu r' gamma beta w ->
  near cb w beta.
Proof.
  intros Z Lg Cb Lb (g & b & d' & p' & Hg & Hb & Hd & Ht & Hp).
  assert (L0 : 0 <= largest) by lra. assert (P0 : p' = 0).
  { apply (triple_0 prec emin largest L0 g d' r'); [|exact Ht]. destruct Z as [-> | [-> ->]].
    - rewrite (rounds_0 _ _ _ L0 _ Hg). ring.
    - assert (d' = 0); [|subst; ring]. rewrite (minus_held _ _ _ _ _ _ Hd); rewrite Rminus_eq_0; [ring|rewrite Rabs_R0; lra|apply held_0]. }
  destruct Hp as (Hp & _). rewrite (Hp P0). exact (conversion_error _ _ _ _ _ _ Cb Hb Lb).
Qed.
End Model.
