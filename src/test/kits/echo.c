#include "../../subjects/c/bn_subject.h"

static bn_outcome training(bn_case *c) {
  printf("noise\n");
  for (size_t i = 0; i < c->x.size; i++) bn_set(&c->y, i, bn_get(&c->x, i, 0));
  for (size_t k = 0; k < c->channels; k++) {
    bn_set(&c->mean, k, 1.0 / 3);
    bn_set(&c->new_running_mean, k, bn_get(&c->running_mean, k, 0));
    bn_set(&c->new_running_variance, k, bn_get(&c->running_variance, k, 0));
  }
  return BN_DONE;
}

static bn_outcome inference(bn_case *c) {
  if (c->epsilon == 3) bn_fail("as told");
  return c->epsilon == 1 ? bn_unsupported(c, "no \"1\"") : bn_refused(c, "no 2");
}

int main(void) {
  bn_subject s = {
      .name = "echo",
      .version = "1",
      .training_forward = {training, "f64 f32 f16 bf16", "y mean running_mean running_variance"},
      .inference_forward = {inference, "f64 f32 f16 bf16", NULL},
      .conventions = "channel_axis=0,1 variance_convention=population,sample",
      .capabilities = "absent-gamma absent-beta state mixed-formats empty",
      .compute_format = "f16=f32 bf16=f32",
      .algorithm_class = "two-pass",
      .subnormals = "kept",
  };
  return bn_run(&s);
}
