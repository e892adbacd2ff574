/** Tensors as bytes: raw little-endian bits, and NumPy's file format. Imports {@code tensor} and {@code number}. */
package org.bnoracle.exchange;
