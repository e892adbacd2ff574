/**
 * Exact numbers, the binary formats, and the one rounding from the former to the latter.
 *
 * <p>One channel of batch normalization lives in one quadratic field: every result is p + q √W with rational p
 * and q and one integer W a channel. {@link org.bnoracle.number.QuadraticNumber} computes there without ever
 * rounding; {@link org.bnoracle.number.Rounding} decides, by signs and squares of integers, which value of a
 * {@link org.bnoracle.number.BinaryFormat} is nearest. Imports nothing of the project.
 */
package org.bnoracle.number;
