/**
 * Batch normalization for Java programs: fast, and correctly rounded. {@link org.bnoracle.batchnorm.BatchNorm} is the way in.
 *
 * <p>The kernels of {@code blocked} compute; what they leave open goes to the equations over exact numbers. Imports
 * {@code blocked} and {@code oracle}.
 */
package org.bnoracle.batchnorm;
