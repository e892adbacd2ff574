/**
 * The vectors as JUnit 5 tests of an implementation in Java: a test class implements {@link BatchNormalizationTest}. Needs
 * JUnit Jupiter, which the tests bring. Imports {@code report} and what that imports.
 */
package org.bnoracle.junit;
