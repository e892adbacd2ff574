/**
 * Implementations under test: in this process, in a child process that speaks the line protocol, or in a folder that
 * says how to prepare and start one. Imports {@code document} and what it imports.
 */
package org.bnoracle.subject;
