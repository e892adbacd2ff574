package org.bnoracle.bench.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What one contender did with one workload, as benchmarks.json has it.
 *
 * @param mode correctly-rounded or plain; null for the copy
 * @param milliseconds the median over its turns
 * @param ratioToCopy its time over that of an array copy in the same round, the median over the rounds
 * @param ratioToOurs likewise over the correctly rounded bn-oracle
 * @param correctlyRounded the fraction of y or dx that is, in the sample; null where nothing is computed
 * @param worstUlp the greatest distance from the correctly rounded result
 */
@JsonPropertyOrder({"operation", "shape", "layout", "threads", "jdk", "mode", "contender", "milliseconds", "ratio_to_copy",
    "ratio_to_ours", "correctly_rounded", "worst_ulp"})
record Measurement(
    String operation, String shape, Workload.Layout layout, int threads, String jdk, String mode, String contender,
    double milliseconds, @JsonProperty("ratio_to_copy") double ratioToCopy, @JsonProperty("ratio_to_ours") double ratioToOurs,
    @JsonProperty("correctly_rounded") Double correctlyRounded, @JsonProperty("worst_ulp") Double worstUlp) {}
