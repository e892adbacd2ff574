/**
 * Shapes, tensors, and the only index arithmetic of the project: {@link org.bnoracle.tensor.ChannelView} says where
 * the i-th value of a channel lies. Imports {@code number}.
 */
package org.bnoracle.tensor;
