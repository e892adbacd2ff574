/** Reports for people and for machines. Imports {@code gate} and what it imports. */
package org.bnoracle.report;
