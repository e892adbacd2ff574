(* The reader of the checker of bounds: the input of main.ml, and after each output a line of its bounds. Whether a bound
   is no less than the proved one is decided in bounds.ml, extracted from spec/coq/Published.v. *)

module Integer = Z
open Bounds [@@warning "-44"]

let fail line message = Printf.eprintf "bn-checker: line %d: %s\n" line message; exit 2

let operations = [
  "training-forward", TrainingForward; "inference-forward", InferenceForward;
  "training-backward", TrainingBackward; "inference-backward", InferenceBackward;
  "double-backward", DoubleBackward; "tangent", Tangent; "fold", Fold; "population", PopulationStatistics;
  (* BN-23: workers give together what the whole batch gives *)
  "synchronised-forward", TrainingForward; "synchronised-backward", TrainingBackward ]

let inputs = In.[
  "x", X; "dy", DY; "ddx", DDX; "x_dot", X_DOT; "weight", WEIGHT; "z", Z; "gamma", GAMMA; "beta", BETA;
  "running_mean", RUNNING_MEAN; "running_variance", RUNNING_VARIANCE; "dmean", DMEAN; "dvariance", DVARIANCE;
  "ddgamma", DDGAMMA; "ddbeta", DDBETA; "gamma_dot", GAMMA_DOT; "beta_dot", BETA_DOT; "bias", BIAS ]

let outputs = Out.[
  "y", Y; "mean", MEAN; "variance", VARIANCE; "inverse_std", INVERSE_STD; "running_mean", RUNNING_MEAN;
  "running_variance", RUNNING_VARIANCE; "dx", DX; "dgamma", DGAMMA; "dbeta", DBETA; "dz", DZ; "grad_x", GRAD_X;
  "grad_gamma", GRAD_GAMMA; "grad_dy", GRAD_DY; "y_dot", Y_DOT; "mean_dot", MEAN_DOT; "variance_dot", VARIANCE_DOT;
  "weight", WEIGHT; "bias", BIAS ]

let formats = [ "f64", f64; "f32", f32; "f16", f16; "bf16", bf16 ]
let activations = [ "none", NoActivation; "relu", Relu; "add-relu", AddRelu ]
let conventions = [ "population", Population; "sample", Sample ]

(* What is published: the words of the line, for messages, and their values. *)
type output = { slot : string; format : string; words : string array; limits : string array }

type case = {
  id : string; operation : string; layout : int array; given : (In.slot * full_float array) list;
  settings : (string * string) list; sizes : int list; published : output list; compute : string }

let none = { id = ""; operation = ""; layout = [||]; given = []; settings = []; sizes = []; published = []; compute = "f64" }

(* A number as C writes it in hexadecimal, or NaN, Infinity, -Infinity: always the exact double. *)
let number word = double_of_bits (Integer.extract (Integer.of_int64 (Int64.bits_of_float (float_of_string word))) 0 64)

let tensor values : tensor = fun i -> values.(i)

let question case =
  let setting name otherwise read = Option.fold ~none:otherwise ~some:read (List.assoc_opt name case.settings) in
  { op = List.assoc case.operation operations;
    groups = case.layout.(0); samples = case.layout.(1); channels = case.layout.(2); positions = case.layout.(3);
    given = (fun slot -> Option.map tensor (List.assoc_opt slot case.given));
    epsilon = setting "epsilon" float_zero number; momentum = setting "momentum" float_zero number;
    batch_index = setting "batch_index" None (fun word -> Some (Integer.of_string word));
    variance_convention = setting "variance_convention" Population (fun word -> List.assoc word conventions);
    batch_sizes = case.sizes; activated = setting "activation" NoActivation (fun word -> List.assoc word activations) }

(* operation, output, format -> how many bounds are proved, less than the proved one, without a proof, infinite or of special values *)
let counts : (string * string * string, int array) Hashtbl.t = Hashtbl.create 200

let numbers count = String.concat " " (List.map string_of_int (Array.to_list count))

let check case =
  let q = question case in
  let each output =
    let slot = List.assoc output.slot outputs in
    let kind = case.operation, output.slot, output.format in
    if not (Hashtbl.mem counts kind) then Hashtbl.add counts kind (Array.make 4 0);
    let count = Hashtbl.find counts kind in
    let values = Array.map number output.words and limits = Array.map number output.limits in
    if Array.length values <> Array.length limits then failwith (output.slot ^ " needs a bound for each value");
    let value c i verdict =
      let place = place_in q slot c i in
      let which =
        match verdict with
        | Proved -> 0
        | TooSmall -> Printf.printf "small %s %s %d %s\n" case.id output.slot place output.limits.(place); 1
        | Unproved -> 2
        | Unbounded -> 3 in
      count.(which) <- count.(which) + 1 in
    let format name = List.assoc name formats in
    List.iteri (fun c -> List.iteri (value c))
      (check_bounds q (format case.compute) (format output.format) slot (tensor values) (tensor limits))
  in
  List.iter each (List.rev case.published)

let find what name table =
  match List.assoc_opt name table with Some v -> v | None -> failwith ("unknown " ^ what ^ " '" ^ name ^ "'")

let read case words =
  match words with
  | [ "case"; id ] -> { none with id }
  | [ "operation"; name ] -> ignore (find "operation" name operations); { case with operation = name }
  | "layout" :: sizes when List.length sizes = 4 -> { case with layout = Array.of_list (List.map int_of_string sizes) }
  | "input" :: name :: rest -> { case with given = (find "input" name inputs, Array.map number (Array.of_list rest)) :: case.given }
  | "output" :: slot :: format :: rest ->
    ignore (find "output" slot outputs); ignore (find "format" format formats);
    { case with published = { slot; format; words = Array.of_list rest; limits = [||] } :: case.published }
  | "bound" :: rest ->
    (match case.published with
     | last :: before -> { case with published = { last with limits = Array.of_list rest } :: before }
     | [] -> failwith "a bound before any output")
  | [ "compute"; format ] -> ignore (find "format" format formats); { case with compute = format }
  | "batch_sizes" :: sizes -> { case with sizes = List.map int_of_string sizes }
  | [ ("epsilon" | "momentum" | "batch_index" | "variance_convention" | "activation") as name; word ] ->
    { case with settings = (name, word) :: case.settings }
  | [ "end" ] -> check case; none
  | _ -> failwith "not a line of the checker's input"

let () =
  let rec loop line case =
    match input_line stdin with
    | exception End_of_file -> if case.id <> "" then fail line "the last case has no end"
    | text ->
      let next =
        try read case (List.filter (( <> ) "") (String.split_on_char ' ' text))
        with Failure message | Invalid_argument message -> fail line message | Not_found -> fail line "unknown word" in
      loop (line + 1) next in
  loop 1 none;
  let total = Array.make 4 0 in
  Hashtbl.fold (fun kind count kinds -> (kind, count) :: kinds) counts [] |> List.sort compare
  |> List.iter (fun ((operation, output, format), count) ->
      Array.iteri (fun i n -> total.(i) <- total.(i) + n) count;
      Printf.printf "count %s %s %s %s\n" operation output format (numbers count));
  Printf.printf "total %s\n" (numbers total);
  exit (if total.(1) = 0 then 0 else 1)
