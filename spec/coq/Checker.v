(** The checker of whole vectors: published tensors against the specification, value by value.

    Main results: [check_right]: what it calls right is the real number of the specification, rounded once.
    [check_wrong]: what it calls wrong is not, or is finite where the specification gives no number.
    [accepts_iff]: a tensor is accepted if and only if all of its values are right, and [accepts_every]: that is each
    element of the tensor. *)
From Coq Require Import Reals Lia ZArith List Bool.
From Flocq Require Import Core IEEE754.Binary IEEE754.Bits.
From BN Require Import Layout Question Rational Exact Rounding RoundingCorrect Results ResultsCorrect.
Import ListNotations.

(** Values of all formats are held as doubles; these are the bits of one. *)
Definition double_of_bits (bits : Z) : full_float := binary_float_of_bits_aux 52 11 bits.

Definition f64 : format := Format 53 1024.
Definition f32 : format := Format 24 128.
Definition f16 : format := Format 11 16.
Definition bf16 : format := Format 8 128.

(** Special: the specification gives no number here, and none is published. Ruled: a number is published all the same,
    because an activation makes 0, or a gradient, of an infinity or NaN; both are for the rules for special values. *)
Inductive verdict := Right | Wrong | Special | Ruled.

Definition is_activated (q : question) : bool := match activated q with NoActivation => false | _ => true end.

Definition judge (q : question) (f : format) (z : option exact) (b : full_float) : verdict :=
  match z with
  | Some z => if rounds f z b then Right else Wrong
  | None => if is_finite_FF b then (if is_activated q then Ruled else Wrong) else Special
  end.

Section Check.
Variables (q : question) (f : format) (o : Out.slot) (published : tensor).

(** values i, i+1, … of channel c, n of them *)
Fixpoint judge_from (c i n : nat) (zs : list (option exact)) : list verdict :=
  match n with
  | O => []
  | S n =>
      let (z, rest) := match zs with z :: rest => (z, rest) | [] => (None, []) end in
      judge q f z (published (place_in q o c i)) :: judge_from c (S i) n rest
  end.

Definition check_channel (c : nat) : list verdict := judge_from c 0 (values q o) (results q c o).
Definition check : list (list verdict) := map check_channel (seq 0 (groups q * channels q)).

Definition accepts : bool := forallb (forallb (fun v => match v with Right => true | _ => false end)) check.

(** the verdict on value i in channel c *)
Definition verdict_at (c i : nat) : verdict := nth i (nth c check []) Wrong.

(** ** Correct *)

Lemma nth_judge c n : forall i zs k, (k < n)%nat ->
  nth k (judge_from c i n zs) Wrong = judge q f (nth k zs None) (published (place_in q o c (i + k))).
Proof.
  induction n as [|n IH]; intros i zs k H; [lia|]. destruct zs as [|z zs]; destruct k as [|k]; simpl.
  - now rewrite Nat.add_0_r.
  - rewrite IH by lia. rewrite Nat.add_succ_r. destruct k; reflexivity.
  - now rewrite Nat.add_0_r.
  - rewrite IH by lia. now rewrite Nat.add_succ_r.
Qed.

Lemma length_judge c n : forall i zs, length (judge_from c i n zs) = n.
Proof. induction n; intros i zs; [reflexivity|]. destruct zs; simpl; now rewrite IHn. Qed.

Lemma verdict_at_is c i : (c < groups q * channels q)%nat -> (i < values q o)%nat ->
  verdict_at c i = judge q f (nth i (results q c o) None) (published (place_in q o c i)).
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
  destruct (nth i (results q c o) None) as [z|]; [|destruct (is_finite_FF _), (is_activated q); discriminate].
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
  - destruct (is_finite_FF _); [reflexivity|discriminate].
Qed.

Theorem accepts_iff : accepts = true <->
  forall c i, (c < groups q * channels q)%nat -> (i < values q o)%nat ->
  nth i (results q c o) None <> None /\ correctly_rounded f (meaning q c o i) (published (place_in q o c i)).
Proof.
  unfold accepts. rewrite forallb_forall. split.
  - intros A c i Hc Hi. assert (R : verdict_at c i = Right).
    { unfold verdict_at. assert (L : (c < length check)%nat) by (unfold check; now rewrite map_length, seq_length).
      specialize (A _ (nth_In _ [] L)). rewrite forallb_forall in A.
      assert (E : nth c check [] = check_channel c).
      { unfold check. rewrite (nth_map _ _ O) by now rewrite seq_length. now rewrite seq_nth. }
      assert (N : In (nth i (nth c check []) Wrong) (nth c check [])).
      { apply nth_In. rewrite E. unfold check_channel. now rewrite length_judge. }
      specialize (A _ N). now destruct (nth i (nth c check []) Wrong). }
    split; [|now apply check_right].
    rewrite verdict_at_is in R by assumption. destruct (nth i (results q c o) None); [discriminate|].
    unfold judge in R. destruct (is_finite_FF _), (is_activated q); discriminate.
  - intros A vs Hvs. rewrite forallb_forall. intros v Hv. unfold check in Hvs. rewrite in_map_iff in Hvs.
    destruct Hvs as (c & <- & Hc). rewrite in_seq in Hc.
    destruct (In_nth _ _ Wrong Hv) as (i & Hi & <-). unfold check_channel in *. rewrite length_judge in Hi.
    rewrite nth_judge by exact Hi. change (0 + i)%nat with i. destruct (A c i) as [S K]; [lia|exact Hi|].
    pose proof (results_correct q c o i Hi) as C. destruct (nth i (results q c o) None) as [z|]; [|congruence].
    simpl in C. destruct C as [P E]. rewrite <- E in K. unfold judge.
    now rewrite (proj2 (rounds_iff f precise ranged z _ P) K).
Qed.

(** every element of a tensor of the shape of x is a value of one channel *)
Theorem accepts_every ix : accepts = true -> is_data o = true -> (ix < groups q * samples q * channels q * positions q)%nat ->
  let c := channel_of (samples q) (channels q) (positions q) ix in
  let i := place_of (samples q) (channels q) (positions q) ix in
  correctly_rounded f (meaning q c o i) (published ix).
Proof.
  intros A D H c i. assert (P : (0 < samples q)%nat /\ (0 < channels q)%nat /\ (0 < positions q)%nat).
  { destruct (samples q), (channels q), (positions q); simpl in *; lia. }
  destruct P as (HP & HC & HS).
  destruct (index_of_place (groups q) (samples q) (channels q) (positions q) HP HC HS ix H) as (Hc & Hi & E).
  assert (Hv : (i < values q o)%nat) by (unfold values; rewrite D; exact Hi).
  destruct (proj1 accepts_iff A c i Hc Hv) as [_ K]. unfold place_in in K. rewrite D in K. unfold place in K.
  unfold c, i in K. now rewrite E in K.
Qed.
End Check.

(** [double_of_bits] reads a double as Flocq does. *)
Lemma double_of_bits_correct bits : B2R 53 1024 (b64_of_bits bits) = real_of (double_of_bits bits).
Proof. unfold b64_of_bits, binary_float_of_bits. apply B2R_FF2B. Qed.
