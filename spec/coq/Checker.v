(** The checker of whole vectors: published tensors against the specification, value by value.

    Main results: [check_right]: what it calls right is the real number of the specification, rounded once.
    [check_wrong]: what it calls wrong is not, or is finite where the specification gives no number.
    [check_every]: where all is right, every element of the tensor is. *)
From Coq Require Import Reals Lia ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary IEEE754.Bits.
From BN Require Import Layout Question Rational Exact Rounding Results ResultsCorrect.
Import ListNotations.

(** Values of all formats are held as doubles; these are the bits of one. *)
Definition double_of_bits (bits : Z) : full_float := binary_float_of_bits_aux 52 11 bits.

Definition f64 : format := Format 53 1024.
Definition f32 : format := Format 24 128.
Definition f16 : format := Format 11 16.
Definition bf16 : format := Format 8 128.

(** Special: the specification gives no number here, and none is published. *)
Inductive verdict := Right | Wrong | Special.

Definition judge (f : format) (z : option exact) (b : full_float) : verdict :=
  match z with
  | Some z => if rounds f z b then Right else Wrong
  | None => if is_finite_FF b then Wrong else Special
  end.

Section Check.
Variables (q : question) (f : format) (o : Out.slot) (published : tensor).

(** values i, i+1, … of channel c, n of them *)
Fixpoint judge_from (c i n : nat) (zs : list (option exact)) : list verdict :=
  match n with
  | O => []
  | S n =>
      let (z, rest) := match zs with z :: rest => (z, rest) | [] => (None, []) end in
      judge f z (published (place_in q o c i)) :: judge_from c (S i) n rest
  end.

Definition check_channel (c : nat) : list verdict := judge_from c 0 (values q o) (results q c o).
Definition check : list (list verdict) := map check_channel (seq 0 (groups q * channels q)).

(** the verdict on value i in channel c *)
Definition verdict_at (c i : nat) : verdict := nth i (nth c check []) Wrong.

(** ** Correct *)

Lemma nth_judge c n : forall i zs k, (k < n)%nat ->
  nth k (judge_from c i n zs) Wrong = judge f (nth k zs None) (published (place_in q o c (i + k))).
Proof.
  induction n as [|n IH]; intros i zs k H; [lia|]. destruct zs as [|z zs]; destruct k as [|k]; simpl.
  - now rewrite Nat.add_0_r.
  - rewrite IH by lia. rewrite Nat.add_succ_r. destruct k; reflexivity.
  - now rewrite Nat.add_0_r.
  - rewrite IH by lia. now rewrite Nat.add_succ_r.
Qed.

Lemma verdict_at_is c i : (c < groups q * channels q)%nat -> (i < values q o)%nat ->
  verdict_at c i = judge f (nth i (results q c o) None) (published (place_in q o c i)).
Proof.
  intros Hc Hi. unfold verdict_at, check. rewrite (nth_map _ _ O) by now rewrite seq_length.
  rewrite seq_nth by exact Hc. simpl. unfold check_channel. now rewrite nth_judge.
Qed.

Hypothesis precise : (2 <= precision f)%Z.
Hypothesis ranged : (2 <= emax f)%Z.

Theorem check_right c i : (c < groups q * channels q)%nat -> (i < values q o)%nat ->
  verdict_at c i = Right -> correctly_rounded f (meaning q c o i) (published (place_in q o c i)).
Proof.
  intros Hc Hi. rewrite verdict_at_is by assumption. pose proof (results_correct q c o i Hi) as C. unfold judge.
  destruct (nth i (results q c o) None) as [z|]; [|destruct is_finite_FF; discriminate].
  simpl in C. destruct C as [P <-]. destruct (rounds f z (published (place_in q o c i))) eqn:E; [|discriminate].
  intros _. now apply rounds_iff.
Qed.

Theorem check_wrong c i : (c < groups q * channels q)%nat -> (i < values q o)%nat -> verdict_at c i = Wrong ->
  match nth i (results q c o) None with
  | Some _ => ~ correctly_rounded f (meaning q c o i) (published (place_in q o c i))
  | None => is_finite_FF (published (place_in q o c i)) = true
  end.
Proof.
  intros Hc Hi. rewrite verdict_at_is by assumption. pose proof (results_correct q c o i Hi) as C. unfold judge.
  destruct (nth i (results q c o) None) as [z|].
  - simpl in C. destruct C as [P <-]. destruct (rounds f z (published (place_in q o c i))) eqn:E; [discriminate|].
    intros _ K. apply (rounds_iff f precise ranged z _ P) in K. congruence.
  - destruct is_finite_FF; [reflexivity|discriminate].
Qed.

(** every element of a tensor of the shape of x belongs to one channel, and where all is right, it is *)
Theorem check_every ix : is_data o = true -> (ix < groups q * samples q * channels q * positions q)%nat ->
  (forall c i, verdict_at c i = Right \/ (groups q * channels q <= c)%nat \/ (values q o <= i)%nat) ->
  exists c i, place q c i = ix /\ correctly_rounded f (meaning q c o i) (published ix).
Proof.
  intros D H A. assert (P : (0 < samples q)%nat /\ (0 < channels q)%nat /\ (0 < positions q)%nat).
  { destruct (samples q), (channels q), (positions q); simpl in *; lia. }
  destruct P as (HP & HC & HS).
  destruct (index_of_place (groups q) (samples q) (channels q) (positions q) HP HC HS ix H) as (Hc & Hi & E).
  set (c := channel_of (samples q) (channels q) (positions q) ix) in *.
  set (i := place_of (samples q) (channels q) (positions q) ix) in *.
  assert (Hv : (i < values q o)%nat) by (unfold values; rewrite D; exact Hi).
  exists c, i. split; [exact E|]. destruct (A c i) as [R|[L|L]]; [|lia|lia].
  pose proof (check_right c i Hc Hv R) as K. unfold place_in in K. rewrite D in K. unfold place in K. now rewrite E in K.
Qed.
End Check.

(** [double_of_bits] reads a double as Flocq does. *)
Lemma double_of_bits_correct bits : B2R 53 1024 (b64_of_bits bits) = real_of (double_of_bits bits).
Proof. unfold b64_of_bits, binary_float_of_bits. apply B2R_FF2B. Qed.
