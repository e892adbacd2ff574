/** What is wrong with a subject, judged by its results. Imports {@code faults} and {@code conformance}. */
package org.bnoracle.diagnosis;
