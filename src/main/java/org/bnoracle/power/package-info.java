/** What a suite catches: faults and mutants run as subjects. Imports {@code faults} and {@code catalogue}. */
package org.bnoracle.power;
