package org.bnoracle.equations;

import java.util.List;

/** The gradients of one channel. */
public record Gradients<T>(List<T> dx, T dgamma, T dbeta) {}
