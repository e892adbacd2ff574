/** The bugs of real implementations as programs that have them. Imports {@code subject}. */
package org.bnoracle.faults;
