/** Tensors as bytes: raw little-endian bits, NumPy's file format and its archives. Imports {@code tensor} and {@code number}. */
package org.bnoracle.exchange;
