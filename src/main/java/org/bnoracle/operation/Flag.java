package org.bnoracle.operation;

import java.util.List;

/**
 * What a case is sensitive to: a kind of bug found in real implementations.
 *
 * @param name CamelCase; cases name their flags by it
 * @param bugClass the number of the class of bugs, 0 where it belongs to none
 * @param fault what a faulty implementation does
 * @param effect what it leads to
 * @param references public reports, owner/repository#number
 */
public record Flag(String name, int bugClass, String fault, String effect, List<String> references) {}
