/**
 * The vectors in other ecosystems' forms: NumPy archives, and directories of ONNX backend tests. Imports
 * {@code catalogue} and what that imports.
 */
package org.bnoracle.export;
