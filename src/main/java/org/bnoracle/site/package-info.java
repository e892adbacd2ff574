/** Reports of many subjects as pages for people. Imports {@code report} and what it imports. */
package org.bnoracle.site;
