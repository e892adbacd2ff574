/**
 * The fast version beside an array copy, a plain loop and the frameworks that the JVM can call.
 *
 * <p>Each contender runs in a process of its own, a {@link org.bnoracle.bench.compare.Player}, with the number of threads that
 * it is given. {@link org.bnoracle.bench.compare.Comparison} lets all of them take short turns, round after round, so that what
 * else the machine does meets all of them alike, and takes ratios within a round. JMH would run one after the other.
 */
package org.bnoracle.bench.compare;
