package org.bnoracle.equations;

/** value + dot ε with ε² = 0: a number and its derivative along one direction. */
public record Dual<T>(T value, T dot) {}
