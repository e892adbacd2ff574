package org.bnoracle.batchnorm;

/**
 * What a training forward computes.
 *
 * @param y in the shape of x
 * @param mean one a channel
 * @param variance the population variance, one a channel
 * @param inverseStd 1/√(variance + epsilon), one a channel
 * @param <A> the array of the data: {@code double[]} or {@code float[]}
 */
public record Normalized<A>(A y, double[] mean, double[] variance, double[] inverseStd) {}
