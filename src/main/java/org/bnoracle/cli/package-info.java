/** The command line. Imports everything; nothing imports it. */
package org.bnoracle.cli;
