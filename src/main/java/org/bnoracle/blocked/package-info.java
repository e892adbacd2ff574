/**
 * The fast version: batch normalization in double precision, and of floats, at the speed of memory, and correctly rounded.
 *
 * <p>A region of channels (one where its values lie together, all where channels lie side by side) is read block by block
 * twice: for sums, and for results, last block first, so that what fits the cache is still there. Everything that is not a
 * loop over elements happens once a channel.
 *
 * <ol>
 *   <li>Sums, {@link org.bnoracle.blocked.Sums}: Σd and Σd² as double-doubles, by error-free additions to an anchor, {@link
 *       org.bnoracle.blocked.Anchors}, with a bound of their absolute error. The mean and the variance follow, or it turns out
 *       that d needs a pivot or a scale: {@link org.bnoracle.blocked.ChannelStatistics}.
 *   <li>Coefficients, {@link org.bnoracle.blocked.DoubleDouble}: numbers that carry a bound of their error through every
 *       operation. y = s d + t, dx = a g + b d + k.
 *   <li>Results, {@link org.bnoracle.blocked.AffineMap} and {@link org.bnoracle.blocked.CombinedMap}: evaluated as an
 *       unevaluated sum of two doubles with a bound. If both ends of the interval round to one value, that is the exact
 *       result, rounded: rounding is monotone. Ordinary data pass but for one element in many millions.
 *   <li>The others are looked at one by one, and at last go to {@link org.bnoracle.blocked.ExactChannel}, which decides ties.
 *       Constant channels, a dy that is affine in x, and what is not finite are recognised once a channel.
 * </ol>
 *
 * <p>So results do not depend on the size of blocks, the number of threads, the width of vectors or the JVM, although sums do.
 * Where every element is hard, each is evaluated exactly, which is as slow as the oracle: the price of the worst case. The same
 * loops exist with the Vector API and in plain Java: {@link org.bnoracle.blocked.Kernels}. Imports {@code number} and
 * {@code tensor}.
 */
package org.bnoracle.blocked;
