/** Whether a run is good enough, and if not, why. Imports {@code conformance} and what it imports. */
package org.bnoracle.gate;
