package org.bnoracle.batchnorm;

/**
 * What a backward computes.
 *
 * @param dx in the shape of x
 * @param dgamma one a channel
 * @param dbeta one a channel
 * @param <A> the array of the data: {@code double[]} or {@code float[]}
 */
public record Gradients<A>(A dx, double[] dgamma, double[] dbeta) {}
