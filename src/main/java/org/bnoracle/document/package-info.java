/**
 * Cases, vectors, manifests and answers as JSON: the only place that reads or writes it. Imports {@code oracle},
 * {@code operation}, {@code tensor}, {@code number}.
 */
package org.bnoracle.document;
