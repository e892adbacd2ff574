/** How far a result may be from the exact one, and how far it is. Imports {@code oracle} and {@code number}. */
package org.bnoracle.accuracy;
