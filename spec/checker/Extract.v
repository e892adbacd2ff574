(** The checker as an OCaml program. Integers become those of Zarith, natural numbers machine integers; that these
    compute what Coq's do is trusted, see spec/README.md. *)
From Coq Require Import ZArith List Extraction ExtrOcamlBasic ExtrOcamlNatInt ExtrOcamlZBigInt.
From Flocq Require Import IEEE754.Binary.
From BN Require Import BN Question Checker Published.

Extract Constant Nat.div => "(fun a b -> if b = 0 then 0 else a / b)".
Extract Constant Nat.modulo => "(fun a b -> if b = 0 then a else a mod b)".
Extract Constant Nat.ltb => "(<)".
Extract Constant Z.leb => "Big_int_Z.le_big_int".
Extract Constant Z.ltb => "Big_int_Z.lt_big_int".
Extract Constant Z.pow => "(fun a b -> if Big_int_Z.sign_big_int b < 0 then Big_int_Z.zero_big_int else Big_int_Z.power_big_int_positive_big_int a b)".

Extraction "checker.ml" check check_bounds is_finite_FF double_of_bits f64 f32 f16 bf16 convention question.
