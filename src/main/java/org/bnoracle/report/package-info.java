/** Reports for people and for machines. Imports {@code conformance} and what it imports. */
package org.bnoracle.report;
