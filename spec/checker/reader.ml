(* Reads cases: questions, published outputs and their bounds. README.md says what the input looks like. *)

module Integer = Z
open Checker [@@warning "-44"]

(* What is published: the words of the lines, for messages, and their values. *)
type published = { words : string array; values : full_float array }
type output = { slot : string; format : string; data : published; bounds : published option }

type case = {
  id : string; operation : string; layout : int array; given : (In.slot * full_float array) list;
  settings : (string * string) list; sizes : int list; outputs : output list }

let none = { id = ""; operation = ""; layout = [||]; given = []; settings = []; sizes = []; outputs = [] }

(* A number as C writes it in hexadecimal, or NaN, Infinity, -Infinity: always the exact double. *)
let number word = double_of_bits (Integer.extract (Integer.of_int64 (Int64.bits_of_float (float_of_string word))) 0 64)

let publish words = let words = Array.of_list words in { words; values = Array.map number words }

let tensor values : tensor = fun i -> values.(i)

let setting case name otherwise read = Option.fold ~none:otherwise ~some:read (List.assoc_opt name case.settings)

let question case =
  { op = Names.find "operation" Names.operations case.operation;
    groups = case.layout.(0); samples = case.layout.(1); channels = case.layout.(2); positions = case.layout.(3);
    given = (fun slot -> Option.map tensor (List.assoc_opt slot case.given));
    epsilon = setting case "epsilon" float_zero number; momentum = setting case "momentum" float_zero number;
    batch_index = setting case "batch_index" None (fun word -> Some (Integer.of_string word));
    variance_convention = setting case "variance_convention" Population (Names.find "convention" Names.conventions);
    batch_sizes = case.sizes; activated = setting case "activation" NoActivation (Names.find "activation" Names.activations) }

(* One more line of a case. *)
let read case words =
  match words with
  | [ "case"; id ] -> { none with id }
  | [ "operation"; operation ] -> { case with operation }
  | "layout" :: sizes when List.length sizes = 4 -> { case with layout = Array.of_list (List.map int_of_string sizes) }
  | "input" :: name :: rest ->
    { case with given = (Names.find "input" Names.inputs name, Array.map number (Array.of_list rest)) :: case.given }
  | "output" :: slot :: format :: rest -> { case with outputs = { slot; format; data = publish rest; bounds = None } :: case.outputs }
  | "bounds" :: rest ->
    (match case.outputs with
     | last :: before when List.length rest = Array.length last.data.words ->
       { case with outputs = { last with bounds = Some (publish rest) } :: before }
     | _ -> failwith "bounds need an output before them, with as many values")
  | "batch_sizes" :: sizes -> { case with sizes = List.map int_of_string sizes }
  | [ ("epsilon" | "momentum" | "batch_index" | "variance_convention" | "activation" | "compute") as name; word ] ->
    { case with settings = (name, word) :: case.settings }
  | _ -> failwith "not a line of the checker's input"

let fail line message = Printf.eprintf "bn-checker: line %d: %s\n" line message; exit 2

(* Does something with every case of standard input. *)
let each_case check =
  let step case text =
    match List.filter (( <> ) "") (String.split_on_char ' ' text) with
    | [ "end" ] -> check { case with outputs = List.rev case.outputs }; none
    | words -> read case words in
  let rec loop line case =
    match input_line stdin with
    | exception End_of_file -> if case.id <> "" then fail line "the last case has no end"
    | text -> loop (line + 1) (try step case text with Failure message | Invalid_argument message -> fail line message) in
  loop 1 none
