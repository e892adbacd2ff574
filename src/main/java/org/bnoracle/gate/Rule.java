package org.bnoracle.gate;

import java.util.Set;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.conformance.Report;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;

/**
 * The worst grade that some outputs may have. An empty set stands for all.
 *
 * @param formats of x
 * @param families names, the one of carried sequences among them
 */
public record Rule(
    Set<Operation> operations, Set<BinaryFormat> formats, Set<String> families, Set<Slot> outputs, Grade required) {

  boolean isAbout(Report.Result result, Slot output) {
    return has(operations, result.question().operation()) && has(formats, result.question().data().format())
        && has(families, result.family()) && has(outputs, output);
  }

  private static <E> boolean has(Set<E> named, E element) {
    return named.isEmpty() || named.contains(element);
  }
}
