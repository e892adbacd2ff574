(** Where the values of a channel lie: the index arithmetic of a tensor with axes (N, C, S), N in groups of P.

    Main results: index_bound, channel_of_index, place_of_index, index_of_place: (channel, place) and index correspond
    one to one, so every element belongs to one channel once. rsum_channel: a channel is summed by rows. *)
From Coq Require Import Reals Arith Lia.
From BN Require Import Sums.

(** P samples a group, C channels a group, S positions; value i of a channel is the one with n = i / S, s = i mod S *)
Definition index (P C S channel i : nat) : nat :=
  ((channel / C * P + i / S) * C + channel mod C) * S + i mod S.
Definition channel_of (P C S ix : nat) : nat := ix / S / C / P * C + (ix / S) mod C.
Definition place_of (P C S ix : nat) : nat := (ix / S / C) mod P * S + ix mod S.

Lemma digits q d r : r < d -> (q * d + r) / d = q /\ (q * d + r) mod d = r.
Proof.
  intros H. assert (E : q * d + r = d * q + r) by ring. rewrite E. split.
  - symmetry. now apply (Nat.div_unique _ d q r).
  - symmetry. now apply (Nat.mod_unique _ d q r).
Qed.

Lemma digits_bound q d r n : q < n -> r < d -> q * d + r < n * d.
Proof. nia. Qed.

Lemma digits_of a d : 0 < d -> a / d * d + a mod d = a /\ a mod d < d.
Proof.
  intros H. split; [|apply Nat.mod_upper_bound; lia].
  rewrite (Nat.mul_comm (a / d)). symmetry. apply Nat.div_mod. lia.
Qed.

Lemma quotient_bound a d n : 0 < d -> a < n * d -> a / d < n.
Proof. intros H A. apply Nat.div_lt_upper_bound; [lia|]. now rewrite Nat.mul_comm. Qed.

Section Layout.
Variables G P C S : nat.
Hypothesis HP : 0 < P.
Hypothesis HC : 0 < C.
Hypothesis HS : 0 < S.

Section Of.
Variables channel i : nat.
Hypothesis Hc : channel < G * C.
Hypothesis Hi : i < P * S.
Let n := channel / C * P + i / S.

Lemma digits_of_index :
  index P C S channel i / S / C = n /\ (index P C S channel i / S) mod C = channel mod C
  /\ index P C S channel i mod S = i mod S.
Proof.
  destruct (digits_of i S HS) as [_ Hs]. destruct (digits_of channel C HC) as [_ Hm].
  destruct (digits (n * C + channel mod C) S (i mod S) Hs) as [E1 E2].
  destruct (digits n C (channel mod C) Hm) as [E3 E4].
  unfold index. fold n. rewrite E1, E2, E3, E4. auto.
Qed.

Theorem index_bound : index P C S channel i < G * P * C * S.
Proof.
  destruct (digits_of i S HS) as [_ Hs]. destruct (digits_of channel C HC) as [_ Hm].
  unfold index. apply digits_bound; [|exact Hs]. apply digits_bound; [|exact Hm].
  apply digits_bound; [now apply quotient_bound|now apply quotient_bound].
Qed.

Theorem channel_of_index : channel_of P C S (index P C S channel i) = channel.
Proof.
  unfold channel_of. destruct digits_of_index as (E1 & E2 & _). rewrite E1, E2. unfold n.
  destruct (digits (channel / C) P (i / S)) as [E _]; [now apply quotient_bound|]. rewrite E.
  now apply digits_of.
Qed.

Theorem place_of_index : place_of P C S (index P C S channel i) = i.
Proof.
  unfold place_of. destruct digits_of_index as (E1 & _ & E3). rewrite E1, E3. unfold n.
  destruct (digits (channel / C) P (i / S)) as [_ E]; [now apply quotient_bound|]. rewrite E.
  now apply digits_of.
Qed.
End Of.

Theorem index_of_place ix : ix < G * P * C * S ->
  channel_of P C S ix < G * C /\ place_of P C S ix < P * S /\ index P C S (channel_of P C S ix) (place_of P C S ix) = ix.
Proof.
  intros H. unfold channel_of, place_of.
  set (a := ix / S). set (n := a / C).
  assert (Ha : a < G * P * C) by now apply quotient_bound.
  assert (Hn : n < G * P) by now apply quotient_bound.
  destruct (digits_of ix S HS) as [Ex Hx]. destruct (digits_of a C HC) as [Ea Hm]. destruct (digits_of n P HP) as [En Hp].
  fold a in Ex. fold n in Ea.
  split; [apply digits_bound; [now apply quotient_bound|exact Hm]|].
  split; [now apply digits_bound|].
  unfold index.
  destruct (digits (n / P) C (a mod C) Hm) as [-> ->]. destruct (digits (n mod P) S (ix mod S) Hx) as [-> ->].
  now rewrite En, Ea.
Qed.
End Layout.

(** The values of a channel, added row by row *)
Theorem rsum_channel N C S channel (t : nat -> R) : 0 < S -> channel < C ->
  rsum (N * S) (fun i => t (index N C S channel i)) = rsum N (fun n => rsum S (fun s => t ((n * C + channel) * S + s))).
Proof.
  intros HS Hc. rewrite rsum_flatten. apply rsum_ext. intros n Hn. apply rsum_ext. intros s Hs.
  unfold index. destruct (digits n S s Hs) as [-> ->].
  now rewrite Nat.div_small, Nat.mod_small by exact Hc.
Qed.
