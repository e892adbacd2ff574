package org.bnoracle.accuracy;

import java.util.List;
import java.util.Optional;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;

/**
 * What is assumed of the arithmetic of an implementation.
 *
 * @param compute the format that it computes in
 * @param flushesSubnormals whether it takes subnormal numbers as zero
 * @param declared the class that it claims to belong to
 */
public record Settings(BinaryFormat compute, boolean flushesSubnormals, Optional<AlgorithmClass> declared) {
  private static final int TREE_ALLOWANCE = 32;

  /** f64 for f64 data, else f32; subnormals kept; any class. */
  public static Settings usual(Case question) {
    return new Settings(usualFormat(question.data().format()), false, Optional.empty());
  }

  /** The format that data are computed in where nothing else is declared. */
  public static BinaryFormat usualFormat(BinaryFormat data) {
    return data.equals(BinaryFormat.F64) ? BinaryFormat.F64 : BinaryFormat.F32;
  }

  /** The classes whose results are in order, where nothing else is declared. */
  List<AlgorithmClass> anyOrderClasses() {
    return declared.filter(AlgorithmClass.IN_ORDER::contains).map(List::of).orElse(AlgorithmClass.IN_ORDER);
  }

  /** Whether an implementation that declares its class may be worse: no better class than this is declared. */
  boolean allows(AlgorithmClass worse) {
    return declared.isEmpty() || declared.get().compareTo(worse) >= 0;
  }

  /** Sums in any order. */
  Machine anyOrder(Case question) {
    return machine(question, compute, question.view().count());
  }

  /** Sums in trees of height ⌈log2 m⌉ + 32. */
  Machine tree(Case question) {
    int logarithm = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, question.view().count()) - 1);
    return machine(question, compute, logarithm + TREE_ALLOWANCE);
  }

  /** Sums in any order, single operations rounded to the data's format. */
  Machine stored(Case question) {
    BinaryFormat data = question.data().format();
    BinaryFormat precise = data.precision() < compute.precision() ? data : compute;
    return machine(question, precise, question.view().count());
  }

  private Machine machine(Case question, BinaryFormat precise, long height) {
    return new Machine(compute, precise, Math.max(1, height), flushesSubnormals, question.data().format());
  }
}
