(* The checker: questions and published outputs in, verdicts out. What is right is decided in checker.ml, extracted from
   spec/coq/Checker.v and Published.v; this file counts, reader.ml reads. *)

open Checker [@@warning "-44"]
open Reader

(* Counts of verdicts, by operation, output and format. *)
module Counts = struct
  let make size : int * (string * string * string, int array) Hashtbl.t = size, Hashtbl.create 200

  let of_kind (size, table) case output =
    let kind = case.operation, output.slot, output.format in
    if not (Hashtbl.mem table kind) then Hashtbl.add table kind (Array.make size 0);
    Hashtbl.find table kind

  let print name total_name (size, table) =
    let numbers count = String.concat " " (List.map string_of_int (Array.to_list count)) in
    let total = Array.make size 0 in
    Hashtbl.fold (fun kind count kinds -> (kind, count) :: kinds) table [] |> List.sort compare
    |> List.iter (fun ((operation, output, format), count) ->
        Array.iteri (fun i n -> total.(i) <- total.(i) + n) count;
        Printf.printf "%s %s %s %s %s\n" name operation output format (numbers count));
    Printf.printf "%s %s\n" total_name (numbers total);
    total
end

(* right and finite, right and infinite, wrong, special, ruled *)
let values = Counts.make 5
(* proved, less than the proved one, without a proof, infinite or of special values *)
let limits = Counts.make 4

let complain what case output place published = Printf.printf "%s %s %s %d %s\n" what case.id output.slot place published.words.(place)

(* Counts the verdicts, a list for each channel, by [which]. *)
let count count place which = List.iteri (fun c -> List.iteri (fun i verdict ->
  let k = which (place c i) verdict in count.(k) <- count.(k) + 1))

let check_values case q format slot output =
  let which place = function
    | Right -> if is_finite_FF output.data.values.(place) then 0 else 1
    | Wrong -> complain "wrong" case output place output.data; 2
    | Special -> 3
    | Ruled -> 4 in
  let verdicts = check q format slot (tensor output.data.values) in
  if List.fold_left (fun n channel -> n + List.length channel) 0 verdicts <> Array.length output.data.values then
    failwith (output.slot ^ " has another size than the question");
  count (Counts.of_kind values case output) (place_in q slot) which verdicts

let check_limits case q format slot output bounds =
  let which place = function
    | Proved -> 0
    | TooSmall -> complain "small" case output place bounds; 1
    | Unproved -> 2
    | Unbounded -> 3 in
  let compute = setting case "compute" None (fun name -> Some (Names.find "format" Names.formats name)) in
  match compute with
  | None -> failwith "bounds need a compute format"
  | Some compute ->
    count (Counts.of_kind limits case output) (place_in q slot) which
      (check_bounds q compute format slot (tensor output.data.values) (tensor bounds.values))

let check case =
  let q = question case in
  List.iter (fun output ->
    let slot = Names.find "output" Names.outputs output.slot and format = Names.find "format" Names.formats output.format in
    check_values case q format slot output;
    Option.iter (check_limits case q format slot output) output.bounds) case.outputs

let () =
  each_case check;
  let bounds = Counts.print "bounds" "bounds-total" limits in
  let total = Counts.print "count" "total" values in
  exit (if total.(2) + bounds.(1) = 0 then 0 else 1)
