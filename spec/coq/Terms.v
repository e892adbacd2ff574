(** How terms that the Java text yields are proved to be what the specification says.

    A term is a list of outputs under definitions: sums, and named quantities. Each sum is proved to be one of the
    specification's and 1/√(variance + epsilon) to be its r; both are then kept opaque, so that small polynomials remain.
    [equal] proves such a statement; [expanded] does so with all sums written out, for texts that add up other terms than
    the paper; [different] disproves a statement at a point. *)
From Coq Require Export Reals List.
From Flocq Require Export Raux.
From Coq Require Import Lra.
From BN Require Export BN Operations.
From BN Require Import Sums.
Export ListNotations.
Local Open Scope R_scope.

Lemma cons_eq (a b : R) l k : a = b -> l = k -> a :: l = b :: k.
Proof. now intros -> ->. Qed.

(** Down to sums and inverse_std *)
Ltac unfold_operation :=
  cbv beta zeta delta [training_forward training_forward_state training_forward_mean inference_forward training_backward
    inference_backward double_backward inference_double_backward tangent fold population
    activated_forward activated_backward relu_gradient bn output xhat normalized sd update sample_variance running_variance cumulative_weight mean var
    population_mean population_variance folded_scale folded_weight folded_bias
    chain chain_with grad_xhat grad_variance grad_mean grad_input grad_scale dgamma dbeta dx dx_all inference_dx
    projection pairing second_xhat second_x second_gamma second_dy
    inference_second_x inference_second_gamma inference_second_dy mean_dot var_dot xhat_dot y_dot];
  cbn beta iota delta [values map seq app length nth].

(** Sums written out *)
Ltac unfold_sums := cbn beta iota delta [rsum length nth]; unfold vec; cbn beta iota delta [nth].

Ltac numbers := rewrite ?INR_IZR_INZ; cbn [Z.of_nat Pos.of_succ_nat Pos.succ].
Ltac inverses := unfold Rdiv; rewrite ?Rinv_mult, ?Rinv_inv.
Ltac ring_with_inverses := inverses; ring.
Ltac polynomials := numbers; first [reflexivity | ring_with_inverses | inverses; field; repeat split; lra].

(** v is the sum, or the reciprocal root, that the specification has too. *)
Ltac a_sum v :=
  match goal with
  | |- context [rsum ?m ?f] =>
    let E := fresh in assert (E : rsum m f = v) by (unfold v; unfold_sums; numbers; ring_with_inverses);
    clearbody v; rewrite ?E
  end.
Ltac a_root v :=
  let root e w :=
    (let E := fresh in let S := fresh in
    assert (E : inverse_std e w = v) by (unfold v, inverse_std, std; do 2 f_equal; unfold_sums; polynomials);
    assert (S : std e w = / v) by (rewrite <- E; unfold inverse_std, Rdiv; now rewrite Rmult_1_l, Rinv_inv);
    clearbody v; rewrite ?E, ?S) in
  match goal with |- context [std ?e ?w] => root e w | |- context [inverse_std ?e ?w] => root e w end.
Ltac definitions :=
  repeat match reverse goal with v := ?t : R |- _ =>
    lazymatch t with Rplus _ _ => first [a_sum v | subst v] | Rdiv 1 _ => first [a_root v | subst v] | _ => subst v end
  end.

Ltac outputs := repeat (apply cons_eq; [unfold_sums; polynomials|]); reflexivity.

Ltac equal := intros; unfold_operation; definitions; outputs.

(** The same with every sum written out *)
Ltac expanded :=
  intros; unfold_operation;
  repeat match reverse goal with v := ?t : R |- _ =>
    lazymatch t with Rdiv 1 _ => first [a_root v | subst v] | _ => subst v end
  end;
  outputs.

(** The same behind a gate, which is opened by equal numbers *)
Lemma relu_eq a b : a = b -> relu a = relu b.
Proof. now intros ->. Qed.
Lemma gate_eq s t g : s = t -> (if Rlt_bool 0 s then g else 0) = if Rlt_bool 0 t then g else 0.
Proof. now intros ->. Qed.
Ltac a_gate v :=
  match goal with
  | |- context [if Rlt_bool 0 ?s then ?g else 0] =>
    let E := fresh in
    assert (E : (if Rlt_bool 0 s then g else 0) = v)
      by (unfold v; apply gate_eq; ring_with_inverses);
    clearbody v; rewrite ?E
  end.
Ltac gated :=
  intros; unfold_operation;
  repeat match reverse goal with v := ?t : R |- _ => lazymatch t with Rdiv 1 _ => a_root v end end;
  unfold_sums;
  repeat match reverse goal with v := ?t : R |- _ =>
    lazymatch t with if _ then _ else _ => a_gate v | _ => subst v end
  end;
  repeat (apply cons_eq; [first [polynomials | apply relu_eq; polynomials]|]); reflexivity.

(** Some statement is wrong: [H] is its instance at a point where square roots are rational. *)
Ltac root_of e r := replace (sqrt e) with r by (symmetry; apply sqrt_lem_1; lra).
Ltac roots := repeat match goal with |- context [sqrt ?e] =>
  first [root_of e (3/2) | root_of e 2 | root_of e (5/2) | root_of e (3/8) | root_of e (11/8)
    | root_of e 1 | root_of e 5 | root_of e 7] end.
Ltac different H :=
  generalize H; clear; unfold_operation; unfold_sums; unfold inverse_std, std; numbers;
  unfold relu, Rmax; repeat destruct Rle_dec; roots;
  repeat match goal with |- context [Rlt_bool 0 ?e] => destruct (Rlt_bool_spec 0 e) end;
  let E := fresh in intros E; injection E; intros; lra.
