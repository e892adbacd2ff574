package org.bnoracle.catalogue;

import java.util.List;
import java.util.Optional;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Flag;
import org.bnoracle.operation.Operation;

/** A family of cases. */
public sealed interface Family permits RecipeFamily, SequenceFamily {
  /** The name in documents and on the command line. */
  String name();

  /** What it is after, in a sentence. */
  String purpose();

  /** The published cases of an operation in a format; there may be none. */
  List<Case> cases(Suite suite, Operation operation, BinaryFormat format);

  /** Cases as a user wants them; there may be none. */
  List<Case> cases(Operation operation, BinaryFormat format, Own own);

  /** The case of that number among those of {@link #cases(Operation, BinaryFormat, Own)}, if there are any. */
  Optional<Case> numbered(Operation operation, BinaryFormat format, Own own, int number);

  /** What the cases are sensitive to. */
  List<Flag> flags(Operation operation, BinaryFormat format);
}
