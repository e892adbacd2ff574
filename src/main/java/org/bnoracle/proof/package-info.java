/**
 * The checker that is proved in spec/coq, as a program beside: what it is asked, and what it says. Imports
 * {@code document}.
 */
package org.bnoracle.proof;
