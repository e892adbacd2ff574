/**
 * The families of golden vectors and the suites made of them. A family says in a sentence what it is after; all that
 * is random in it follows from a seed that the case's comment names. Imports {@code document} and what it imports.
 */
package org.bnoracle.catalogue;
