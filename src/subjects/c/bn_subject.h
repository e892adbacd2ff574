/*
Puts a C kernel under test: bn-oracle's subject protocol (spec/protocol.md) in one header, C11 or C++20.

The shortest subject, complete:

    #include <math.h>
    #include "bn_subject.h"

    static bn_outcome inference(bn_case *c) {
      for (size_t i = 0; i < c->x.size; i++) {
        size_t k = bn_channel(c, i);
        float scale = bn_get(&c->gamma, k, 1) / sqrtf(c->running_variance.f[k] + (float)c->epsilon);
        c->y.f[i] = (c->x.f[i] - c->running_mean.f[k]) * scale + bn_get(&c->beta, k, 0);
      }
      return BN_DONE;
    }

    int main(void) {
      bn_subject s = {.name = "my-kernel", .version = "1.0", .inference_forward = {inference, "f32"}};
      return bn_run(&s);
    }

The values of a tensor in f64 are its d, those in the other formats its f; the other pointer is NULL, and both are if the
tensor is absent. bn_get and bn_set work on any. Element (o, k, i) of x is at (o * channels + k) * inner + i.

Outputs are allocated, with NaN in every element: fill in those that you declare. Values in f16 and bf16 are rounded to
nearest, ties to even, when they are written; to round only once, from a double, use bn_set. Return BN_DONE, or
bn_unsupported(c, "why") or bn_refused(c, "why"). What is printed to standard output goes to standard error where the
system is Unix-like; elsewhere print nothing there.
*/
#ifndef BN_SUBJECT_H
#define BN_SUBJECT_H

#include <locale.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { BN_F64, BN_F32, BN_F16, BN_BF16 } bn_format;
typedef enum { BN_DONE, BN_UNSUPPORTED, BN_REFUSED } bn_outcome;

typedef struct {
  bn_format format;
  size_t size;
  double *d;
  float *f;
} bn_tensor;

typedef struct {
  char *id, *operation;
  bn_format format; /* of x */
  size_t rank, shape[16], channel_axis, outer, channels, inner;
  size_t per_channel; /* m, the number of elements of one channel */
  double epsilon, momentum;
  int sample_variance; /* whether variance_convention is "sample", not "population" */
  bn_format epsilon_format, statistics_format;
  bn_tensor x, dy, gamma, beta, running_mean, running_variance, dmean, dvariance;
  bn_tensor y, mean, variance, inverse_std, new_running_mean, new_running_variance, dx, dgamma, dbeta;
  const char *why;
  int in_base64;
} bn_case;

typedef bn_outcome (*bn_kernel)(bn_case *);

/* Formats of x and outputs with a blank between them; outputs NULL: all of the operation. */
typedef struct {
  bn_kernel kernel;
  const char *formats, *outputs;
} bn_operation;

/* What is NULL is not said. Conventions are written as "channel_axis=1 variance_convention=population,sample". */
typedef struct {
  const char *name, *version;
  bn_operation training_forward, inference_forward, training_backward, inference_backward;
  const char *conventions, *capabilities, *compute_format, *algorithm_class, *subnormals;
} bn_subject;

static const char *const bn_format_names[] = {"f64", "f32", "f16", "bf16"};

/* Ends the process with a message; bn-oracle shows it. */
static inline void bn_fail(const char *message) {
  fprintf(stderr, "bn_subject.h: %s\n", message);
  exit(1);
}

static inline void *bn_allocate(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size);
  if (!memory) bn_fail("out of memory");
  return memory;
}

/* ---- rounding and bits ---- */

/* The value of the format nearest to a number, ties to even. */
static inline double bn_nearest(double value, bn_format format) {
  static const int precisions[] = {53, 24, 11, 8}, least_exponents[] = {-1022, -126, -14, -126};
  if (format == BN_F64 || value == 0 || !isfinite(value)) return value;
  int exponent;
  frexp(value, &exponent);
  if (exponent - 1 < least_exponents[format]) exponent = least_exponents[format] + 1;
  int last = exponent - precisions[format]; /* the exponent of the last bit */
  double shift = 0x1.8p52, magnitude = ldexp(fabs(value), -last);
  volatile double above = magnitude + shift; /* where doubles are whole numbers */
  double whole = above - shift;
  double largest = ldexp(1 - ldexp(1, -precisions[format]), format == BN_F16 ? 16 : 128);
  double rounded = ldexp(whole, last);
  return copysign(rounded > largest ? (double)INFINITY : rounded, value);
}

static inline int bn_bytes(bn_format format) { return format == BN_F64 ? 8 : format == BN_F32 ? 4 : 2; }

/* The bits of a value of the format. */
static inline uint64_t bn_bits(double value, bn_format format) {
  uint64_t bits64;
  uint32_t bits32;
  float narrow = (float)value;
  memcpy(&bits64, &value, 8);
  memcpy(&bits32, &narrow, 4);
  if (format == BN_F64) return bits64;
  if (format == BN_F32) return bits32;
  if (format == BN_BF16) return bits32 >> 16;
  uint32_t sign = (bits32 >> 16) & 0x8000, exponent = (bits32 >> 23) & 0xff, fraction = (bits32 >> 13) & 0x3ff;
  if (exponent == 0xff) return sign | 0x7c00 | (isnan(value) ? 0x200 : 0);
  if (exponent < 113) return sign | (uint32_t)ldexp(fabs(value), 24);
  return sign | (exponent - 112) << 10 | fraction;
}

static inline double bn_of_bits(uint64_t bits, bn_format format) {
  double wide;
  float narrow;
  uint32_t bits32 = (uint32_t)(format == BN_BF16 ? bits << 16 : bits);
  memcpy(&wide, &bits, 8);
  memcpy(&narrow, &bits32, 4);
  if (format == BN_F64) return wide;
  if (format != BN_F16) return narrow;
  int field = (int)(bits >> 10 & 0x1f), fraction = (int)(bits & 0x3ff);
  double magnitude = field == 0x1f ? (fraction ? (double)NAN : (double)INFINITY)
      : field == 0 ? ldexp(fraction, -24) : ldexp(fraction + 0x400, field - 25);
  return bits & 0x8000 ? -magnitude : magnitude;
}

/* ---- what kernels use ---- */

/* Element i, or the default if the tensor is absent. */
static inline double bn_get(const bn_tensor *tensor, size_t i, double otherwise) {
  return tensor->d ? tensor->d[i] : tensor->f ? tensor->f[i] : otherwise;
}

/* Sets element i to the nearest value of the tensor's format. */
static inline void bn_set(bn_tensor *tensor, size_t i, double value) {
  double rounded = bn_nearest(value, tensor->format);
  if (tensor->d) tensor->d[i] = rounded;
  if (tensor->f) tensor->f[i] = (float)rounded;
}

static inline int bn_is_present(const bn_tensor *tensor) { return tensor->d || tensor->f; }

/* The channel of element i of x. */
static inline size_t bn_channel(const bn_case *c, size_t i) { return i / c->inner % c->channels; }

static inline bn_outcome bn_unsupported(bn_case *c, const char *why) {
  c->why = why;
  return BN_UNSUPPORTED;
}

static inline bn_outcome bn_refused(bn_case *c, const char *why) {
  c->why = why;
  return BN_REFUSED;
}

/* ---- reading: a cursor in a line that ends with 0; the protocol's lines are trusted to be JSON ---- */

static inline void bn_skip_blanks(char **at) { *at += strspn(*at, " \t\r\n"); }

static inline int bn_next_is(char **at, char wanted) {
  bn_skip_blanks(at);
  if (**at != wanted) return 0;
  ++*at;
  return 1;
}

static inline void bn_expect(char **at, char wanted) {
  if (!bn_next_is(at, wanted)) bn_fail("the line is not the JSON that was expected");
}

/* A string as it is written, escapes and all, in place. */
static inline char *bn_string(char **at) {
  bn_expect(at, '"');
  char *start = *at;
  while (**at && **at != '"') *at += **at == '\\' && (*at)[1] ? 2 : 1;
  if (!**at) bn_fail("a string does not end");
  *(*at)++ = 0;
  return start;
}

static inline void bn_skip(char **at) {
  bn_skip_blanks(at);
  if (**at == '"') {
    bn_string(at);
  } else if (**at == '{' || **at == '[') {
    char open = *(*at)++, close = open == '{' ? '}' : ']';
    while (!bn_next_is(at, close)) {
      if (!**at) bn_fail("the line ends too early");
      bn_skip(at);
      if (!bn_next_is(at, ',')) bn_next_is(at, ':');
    }
  } else {
    size_t length = strcspn(*at, ",:]} \t\r\n");
    if (length == 0) bn_fail("the line is not the JSON that was expected");
    *at += length;
  }
}

/* The next field's name, 0 at the end of the object; is_first tells the first call. */
static inline char *bn_field(char **at, int *is_first) {
  if (*is_first) bn_expect(at, '{');
  if (bn_next_is(at, '}')) return NULL;
  if (!*is_first) bn_expect(at, ',');
  *is_first = 0;
  char *name = bn_string(at);
  bn_expect(at, ':');
  return name;
}

static inline double bn_number(char **at) {
  bn_skip_blanks(at);
  if (**at == '"') {
    const char *text = bn_string(at);
    return *text == 'N' ? (double)NAN : *text == '-' ? -(double)INFINITY : (double)INFINITY;
  }
  char *end;
  double value = strtod(*at, &end);
  if (end == *at) bn_fail("a number was expected");
  *at = end;
  return value;
}

static inline bn_format bn_format_named(const char *name) {
  for (int i = 0; i < 4; i++) {
    if (!strcmp(name, bn_format_names[i])) return (bn_format)i;
  }
  bn_fail("a format was expected");
  return BN_F64;
}

static inline void bn_make(bn_tensor *tensor, bn_format format, size_t size) {
  tensor->format = format;
  tensor->size = size;
  if (format == BN_F64) tensor->d = (double *)bn_allocate(size, sizeof(double));
  else tensor->f = (float *)bn_allocate(size, sizeof(float));
  for (size_t i = 0; i < size; i++) bn_set(tensor, i, NAN);
}

static inline int bn_sextet(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Decodes base64 in place, and returns the number of bytes. */
static inline size_t bn_decode(char *text) {
  unsigned char *to = (unsigned char *)text;
  uint32_t buffer = 0;
  int held = 0;
  for (const char *from = text; *from; from++) {
    const char *c = *from == '\\' && from[1] == '/' ? ++from : from;
    int sextet = bn_sextet(*c);
    if (sextet < 0) continue;
    buffer = buffer << 6 | (uint32_t)sextet;
    held += 6;
    if (held >= 8) *to++ = (unsigned char)(buffer >> (held -= 8));
  }
  return (size_t)(to - (unsigned char *)text);
}

static inline void bn_read_bits(char *text, bn_tensor *tensor) {
  size_t bytes = (size_t)bn_bytes(tensor->format);
  if (bn_decode(text) != bytes * tensor->size) bn_fail("base64 data do not fit the shape");
  const unsigned char *data = (const unsigned char *)text;
  for (size_t i = 0; i < tensor->size; i++) {
    uint64_t bits = 0;
    for (size_t b = bytes; b-- > 0;) bits = bits << 8 | data[i * bytes + b];
    bn_set(tensor, i, bn_of_bits(bits, tensor->format));
  }
}

/* Shape and data may come in any order; so the data are found first, and read last. */
static inline void bn_read_tensor(char **at, bn_case *c, bn_tensor *tensor) {
  bn_format format = BN_F64;
  size_t size = 1, rank = 0, shape[16];
  char *data = NULL;
  int is_first = 1, in_base64 = 0;
  for (char *name; (name = bn_field(at, &is_first));) {
    if (!strcmp(name, "format")) {
      format = bn_format_named(bn_string(at));
    } else if (!strcmp(name, "shape")) {
      bn_expect(at, '[');
      while (!bn_next_is(at, ']')) {
        if (rank == 16) bn_fail("more than 16 axes");
        size *= shape[rank++] = (size_t)bn_number(at);
        bn_next_is(at, ',');
      }
    } else if (!strcmp(name, "data")) {
      bn_skip_blanks(at);
      in_base64 = **at == '{';
      data = *at;
      if (in_base64) {
        int is_first_form = 1;
        while (bn_field(at, &is_first_form)) data = bn_string(at);
      } else {
        *at += strcspn(*at, "]");
        bn_expect(at, ']');
      }
    } else {
      bn_skip(at);
    }
  }
  if (!data) bn_fail("a tensor has no data");
  bn_make(tensor, format, size);
  if (in_base64) {
    bn_read_bits(data, tensor);
  } else {
    bn_expect(&data, '[');
    for (size_t i = 0; i < size; i++) {
      bn_set(tensor, i, bn_number(&data));
      bn_next_is(&data, ',');
    }
    bn_expect(&data, ']');
  }
  if (tensor == &c->x) {
    c->format = format;
    c->rank = rank;
    c->in_base64 = in_base64;
    memcpy(c->shape, shape, rank * sizeof *shape);
  }
}

static inline void bn_read_attributes(char **at, bn_case *c, int *has_statistics_format) {
  int is_first = 1;
  for (char *name; (name = bn_field(at, &is_first));) {
    if (!strcmp(name, "channel_axis")) c->channel_axis = (size_t)bn_number(at);
    else if (!strcmp(name, "epsilon")) c->epsilon = bn_number(at);
    else if (!strcmp(name, "momentum")) c->momentum = bn_number(at);
    else if (!strcmp(name, "epsilon_format")) c->epsilon_format = bn_format_named(bn_string(at));
    else if (!strcmp(name, "variance_convention")) c->sample_variance = !strcmp(bn_string(at), "sample");
    else if (!strcmp(name, "statistics_format")) {
      *has_statistics_format = 1;
      c->statistics_format = bn_format_named(bn_string(at));
    } else bn_skip(at);
  }
}

static inline bn_tensor *bn_input(bn_case *c, const char *name) {
  static const char *const names[] = {"x", "dy", "gamma", "beta", "running_mean", "running_variance", "dmean", "dvariance"};
  bn_tensor *tensors[] = {
      &c->x, &c->dy, &c->gamma, &c->beta, &c->running_mean, &c->running_variance, &c->dmean, &c->dvariance};
  for (int i = 0; i < 8; i++) {
    if (!strcmp(name, names[i])) return tensors[i];
  }
  return NULL;
}

static inline void bn_read_inputs(char **at, bn_case *c) {
  int is_first = 1;
  for (char *name; (name = bn_field(at, &is_first));) {
    bn_tensor *tensor = bn_input(c, name);
    if (tensor) bn_read_tensor(at, c, tensor);
    else bn_skip(at);
  }
}

/* Whether the line is a case; if not, it asks for the hello. */
static inline int bn_read_case(char *line, bn_case *c) {
  int is_first = 1, is_case = 0, has_statistics_format = 0;
  for (char *name; (name = bn_field(&line, &is_first));) {
    if (!strcmp(name, "id")) c->id = bn_string(&line), is_case = 1;
    else if (!strcmp(name, "operation")) c->operation = bn_string(&line);
    else if (!strcmp(name, "attributes")) bn_read_attributes(&line, c, &has_statistics_format);
    else if (!strcmp(name, "inputs")) bn_read_inputs(&line, c);
    else bn_skip(&line);
  }
  if (!is_case) return 0;
  if (!c->operation || !bn_is_present(&c->x) || c->channel_axis >= c->rank) bn_fail("the case is incomplete");
  if (!has_statistics_format) c->statistics_format = c->format == BN_F64 ? BN_F64 : BN_F32;
  c->outer = c->inner = 1;
  c->channels = c->shape[c->channel_axis];
  for (size_t a = 0; a < c->channel_axis; a++) c->outer *= c->shape[a];
  for (size_t a = c->channel_axis + 1; a < c->rank; a++) c->inner *= c->shape[a];
  c->per_channel = c->outer * c->inner;
  return 1;
}

/* ---- writing ---- */

static inline void bn_write_words(FILE *out, const char *words) {
  for (const char *end, *separator = ""; *(words += strspn(words, " ,")); words = end, separator = ",") {
    end = words + strcspn(words, " ,");
    int is_number = strchr("-0123456789", *words) != NULL;
    fprintf(out, is_number ? "%s%.*s" : "%s\"%.*s\"", separator, (int)(end - words), words);
  }
}

/* "name=value,value name=value" as an object; values of an array, or single ones. */
static inline void bn_write_pairs(FILE *out, const char *field, const char *pairs, const char *open, const char *close) {
  if (!pairs) return;
  fprintf(out, ",\"%s\":{", field);
  for (const char *separator = ""; *(pairs += strspn(pairs, " ")); separator = ",") {
    const char *equals = pairs + strcspn(pairs, "= ");
    size_t length = strcspn(equals, " ");
    char *values = (char *)bn_allocate(length + 1, 1);
    memcpy(values, equals + (*equals == '='), *equals == '=' ? length - 1 : 0);
    fprintf(out, "%s\"%.*s\":%s", separator, (int)(equals - pairs), pairs, open);
    bn_write_words(out, values);
    fputs(close, out);
    free(values);
    pairs = equals + length;
  }
  fputc('}', out);
}

static inline const bn_operation *bn_operations(const bn_subject *s, const bn_operation *list[4], const char *name) {
  static const char *const names[] = {"training-forward", "inference-forward", "training-backward", "inference-backward"};
  list[0] = &s->training_forward;
  list[1] = &s->inference_forward;
  list[2] = &s->training_backward;
  list[3] = &s->inference_backward;
  for (int i = 0; i < 4 && name; i++) {
    if (!strcmp(name, names[i])) return list[i];
  }
  return NULL;
}

static inline void bn_write_hello(FILE *out, const bn_subject *s) {
  static const char *const names[] = {"training-forward", "inference-forward", "training-backward", "inference-backward"};
  const bn_operation *list[4];
  bn_operations(s, list, NULL);
  fprintf(out, "{\"protocol\":1,\"name\":\"%s\",\"version\":\"%s\",\"operations\":{", s->name, s->version);
  const char *separator = "";
  for (int i = 0; i < 4; i++) {
    if (!list[i]->kernel) continue;
    fprintf(out, "%s\"%s\":{\"formats\":[", separator, names[i]);
    bn_write_words(out, list[i]->formats ? list[i]->formats : "f32");
    if (list[i]->outputs) {
      fputs("],\"outputs\":[", out);
      bn_write_words(out, list[i]->outputs);
    }
    fputs("]}", out);
    separator = ",";
  }
  fputs("},\"encodings\":[\"decimal\",\"base64\"]", out);
  bn_write_pairs(out, "conventions", s->conventions, "[", "]");
  bn_write_pairs(out, "compute_format", s->compute_format, "", "");
  if (s->capabilities) {
    fputs(",\"capabilities\":[", out);
    bn_write_words(out, s->capabilities);
    fputc(']', out);
  }
  if (s->algorithm_class) fprintf(out, ",\"algorithm_class\":\"%s\"", s->algorithm_class);
  if (s->subnormals) fprintf(out, ",\"subnormals\":\"%s\"", s->subnormals);
  fputs("}\n", out);
}

static inline void bn_write_base64(FILE *out, const bn_tensor *tensor) {
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  uint32_t buffer = 0;
  int held = 0;
  size_t count = 0;
  for (size_t i = 0; i < tensor->size; i++) {
    uint64_t bits = bn_bits(bn_nearest(bn_get(tensor, i, 0), tensor->format), tensor->format);
    for (int b = 0; b < bn_bytes(tensor->format); b++) {
      buffer = buffer << 8 | (uint32_t)(bits >> 8 * b & 0xff);
      for (held += 8; held >= 6; count++) fputc(letters[buffer >> (held -= 6) & 0x3f], out);
    }
  }
  if (held) fputc(letters[buffer << (6 - held) & 0x3f], out), count++;
  while (count++ % 4) fputc('=', out);
}

static inline void bn_write_number(FILE *out, double value, bn_format format) {
  if (isnan(value)) fputs("\"NaN\"", out);
  else if (isinf(value)) fputs(value > 0 ? "\"Infinity\"" : "\"-Infinity\"", out);
  else if (value == 0) fputs(signbit(value) ? "-0.0" : "0.0", out);
  else fprintf(out, "%.*g", format == BN_F64 ? 17 : 9, value);
}

static inline void bn_write_tensor(FILE *out, const bn_case *c, const char *name, const bn_tensor *tensor, int is_data) {
  if (!bn_is_present(tensor)) return;
  fprintf(out, "%s\"%s\":{\"format\":\"%s\",\"shape\":[", name[0] == ',' ? "," : "", name + (name[0] == ','),
      bn_format_names[tensor->format]);
  for (size_t a = 0; is_data && a < c->rank; a++) fprintf(out, "%s%lu", a ? "," : "", (unsigned long)c->shape[a]);
  if (!is_data) fprintf(out, "%lu", (unsigned long)c->channels);
  fputs("],\"data\":", out);
  if (c->in_base64) {
    fputs("{\"base64\":\"", out);
    bn_write_base64(out, tensor);
    fputs("\"}}", out);
    return;
  }
  fputc('[', out);
  for (size_t i = 0; i < tensor->size; i++) {
    if (i) fputc(',', out);
    bn_write_number(out, bn_nearest(bn_get(tensor, i, 0), tensor->format), tensor->format);
  }
  fputs("]}", out);
}

static inline void bn_write_answer(FILE *out, const bn_case *c, bn_outcome outcome) {
  fprintf(out, "{\"id\":\"%s\",", c->id);
  if (outcome != BN_DONE) {
    fprintf(out, "\"%s\":\"", outcome == BN_REFUSED ? "refused" : "unsupported");
    for (const char *w = c->why ? c->why : ""; *w; w++) {
      if (*w == '"' || *w == '\\') fputc('\\', out);
      fputc((unsigned char)*w < ' ' ? ' ' : *w, out);
    }
    fputs("\"}\n", out);
    return;
  }
  fputs("\"outputs\":{", out);
  bn_write_tensor(out, c, "y", &c->y, 1);
  bn_write_tensor(out, c, ",mean", &c->mean, 0);
  bn_write_tensor(out, c, ",variance", &c->variance, 0);
  bn_write_tensor(out, c, ",inverse_std", &c->inverse_std, 0);
  bn_write_tensor(out, c, ",running_mean", &c->new_running_mean, 0);
  bn_write_tensor(out, c, ",running_variance", &c->new_running_variance, 0);
  bn_write_tensor(out, c, "dx", &c->dx, 1);
  bn_write_tensor(out, c, ",dgamma", &c->dgamma, 0);
  bn_write_tensor(out, c, ",dbeta", &c->dbeta, 0);
  fputs("}}\n", out);
}

/* ---- the loop ---- */

static inline void bn_make_outputs(bn_case *c) {
  bn_format statistics = c->statistics_format;
  if (strstr(c->operation, "backward")) {
    bn_format parameter = bn_is_present(&c->gamma) ? c->gamma.format : statistics;
    bn_make(&c->dx, c->format, c->x.size);
    bn_make(&c->dgamma, parameter, c->channels);
    bn_make(&c->dbeta, parameter, c->channels);
    return;
  }
  bn_make(&c->y, c->format, c->x.size);
  if (!strcmp(c->operation, "training-forward")) {
    bn_make(&c->mean, statistics, c->channels);
    bn_make(&c->variance, statistics, c->channels);
    bn_make(&c->inverse_std, statistics, c->channels);
    if (bn_is_present(&c->running_mean)) {
      bn_make(&c->new_running_mean, statistics, c->channels);
      bn_make(&c->new_running_variance, statistics, c->channels);
    }
  }
}

static inline void bn_free(bn_case *c) {
  bn_tensor *tensors[] = {&c->x, &c->dy, &c->gamma, &c->beta, &c->running_mean, &c->running_variance, &c->dmean,
      &c->dvariance, &c->y, &c->mean, &c->variance, &c->inverse_std, &c->new_running_mean, &c->new_running_variance,
      &c->dx, &c->dgamma, &c->dbeta};
  for (size_t i = 0; i < sizeof tensors / sizeof *tensors; i++) {
    free(tensors[i]->d);
    free(tensors[i]->f);
  }
}

/* The next line without its end, in memory that is reused; NULL at the end of the input. */
static inline char *bn_read_line(FILE *in) {
  static char *line;
  static size_t capacity;
  for (size_t length = 0;;) {
    if (capacity - length < 2) {
      capacity = capacity ? 2 * capacity : 1 << 16;
      line = (char *)realloc(line, capacity);
      if (!line) bn_fail("out of memory");
    }
    size_t room = capacity - length;
    if (!fgets(line + length, room > 1 << 30 ? 1 << 30 : (int)room, in)) return length ? line : NULL;
    length += strlen(line + length);
    if (length && line[length - 1] == '\n') {
      line[length - 1] = 0;
      return line;
    }
  }
}

#if defined(__unix__) || defined(__APPLE__)
#include <unistd.h>
#ifndef __cplusplus
FILE *fdopen(int, const char *); /* hidden by -std=c11 */
#endif
static inline FILE *bn_answers(void) {
  int answers = dup(1);
  FILE *out = answers < 0 ? NULL : fdopen(answers, "w");
  if (!out || dup2(2, 1) < 0) bn_fail("cannot keep standard output for the answers");
  return out;
}
#else
static inline FILE *bn_answers(void) { return stdout; }
#endif

/* Answers until the input ends. Returns the exit code for main. */
static inline int bn_run(const bn_subject *s) {
  FILE *out = bn_answers();
  setlocale(LC_NUMERIC, "C");
  for (char *line; (line = bn_read_line(stdin));) {
    bn_case c;
    memset(&c, 0, sizeof c);
    if (bn_read_case(line, &c)) {
      const bn_operation *list[4], *operation = bn_operations(s, list, c.operation);
      bn_outcome outcome = bn_unsupported(&c, "not implemented");
      if (operation && operation->kernel) {
        bn_make_outputs(&c);
        outcome = operation->kernel(&c);
      }
      bn_write_answer(out, &c, outcome);
      bn_free(&c);
    } else {
      bn_write_hello(out, s);
    }
    if (fflush(out)) return 1;
  }
  return 0;
}

#endif
