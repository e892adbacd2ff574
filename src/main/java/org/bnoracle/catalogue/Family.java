package org.bnoracle.catalogue;

import java.util.List;
import java.util.function.Function;
import org.bnoracle.number.BinaryFormat;

/**
 * A family of cases.
 *
 * @param name in documents and on the command line
 * @param purpose what it is after, in a sentence
 * @param recipes its cases in a format
 */
public record Family(String name, String purpose, Function<BinaryFormat, List<Recipe>> recipes) {}
