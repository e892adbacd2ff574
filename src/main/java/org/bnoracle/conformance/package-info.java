/** Runs of a subject through a suite, and what came of them. Imports {@code subject} and {@code catalogue}. */
package org.bnoracle.conformance;
