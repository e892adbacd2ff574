/**
 * The numbered equations BN-1.. of batch normalization (Ioffe and Szegedy 2015), written once over an
 * {@link org.bnoracle.equations.Arithmetic}, and the arithmetics that they run in. A
 * {@link org.bnoracle.equations.Text} is one way of writing the equations down: the paper's, or another one's.
 * Imports {@code number}.
 */
package org.bnoracle.equations;
