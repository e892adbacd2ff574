/*
A C kernel in float: inference and training forward.

    cc -std=c11 -O2 -o target/c_kernel examples/c_kernel.c -lm && ./bn-oracle conform -- target/c_kernel
*/
#include <math.h>

#include "../src/subjects/c/bn_subject.h"

/* y of channel k */
static void normalize(bn_case *c, size_t k, float mean, float variance) {
  float scale = (float)bn_get(&c->gamma, k, 1) / sqrtf(variance + (float)c->epsilon);
  float shift = (float)bn_get(&c->beta, k, 0);
  for (size_t o = 0; o < c->outer; o++) {
    for (size_t i = 0, at = (o * c->channels + k) * c->inner; i < c->inner; i++, at++) {
      c->y.f[at] = (c->x.f[at] - mean) * scale + shift;
    }
  }
}

static float mean_of(const bn_case *c, size_t k, float origin, int power) {
  float sum = 0;
  for (size_t o = 0; o < c->outer; o++) {
    for (size_t i = 0, at = (o * c->channels + k) * c->inner; i < c->inner; i++, at++) {
      float deviation = c->x.f[at] - origin;
      sum += power == 2 ? deviation * deviation : deviation;
    }
  }
  return sum / (float)c->per_channel;
}

static bn_outcome training(bn_case *c) {
  for (size_t k = 0; k < c->channels; k++) {
    float mean = mean_of(c, k, 0, 1);
    float variance = mean_of(c, k, mean, 2);
    normalize(c, k, mean, variance);
    c->mean.f[k] = mean;
    c->variance.f[k] = variance;
  }
  return BN_DONE;
}

static bn_outcome inference(bn_case *c) {
  for (size_t k = 0; k < c->channels; k++) {
    normalize(c, k, c->running_mean.f[k], c->running_variance.f[k]);
  }
  return BN_DONE;
}

int main(void) {
  bn_subject s = {
      .name = "c-kernel",
      .version = "1.0",
      .training_forward = {training, "f32", "y mean variance"},
      .inference_forward = {inference, "f32", NULL},
      .conventions = "epsilon_format=f32",
      .algorithm_class = "two-pass",
  };
  return bn_run(&s);
}
