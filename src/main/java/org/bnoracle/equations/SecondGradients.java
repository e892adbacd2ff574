package org.bnoracle.equations;

import java.util.List;

/** The gradients of one channel's backward: for x, gamma and dy. */
public record SecondGradients<T>(List<T> gradX, T gradGamma, List<T> gradDy) {}
