/**
 * What can be asked: operations with their signatures, and cases of them. A {@link org.bnoracle.operation.Signature}
 * is the only statement of an operation's inputs, attributes and outputs; validation, documents, schema, protocol and
 * random cases derive from it. Imports {@code tensor}, {@code equations}, {@code number}.
 */
package org.bnoracle.operation;
