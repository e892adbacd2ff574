/**
 * The oracle: exact results of a case, correctly rounded, special values included. Imports {@code operation}.
 */
package org.bnoracle.oracle;
