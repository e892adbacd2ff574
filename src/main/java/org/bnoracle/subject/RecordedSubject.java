package org.bnoracle.subject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.document.Answer;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Recording;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.SubjectException.Failure;
import org.bnoracle.tensor.Tensor;

/** Results that were computed elsewhere and came back as files. */
public final class RecordedSubject implements Subject {
  private final Hello hello;
  private final Path folder;
  private final boolean partial;

  /** @param partial whether cases without any result are passed over */
  public RecordedSubject(Hello hello, Path folder, boolean partial) {
    this.hello = hello;
    this.folder = folder;
    this.partial = partial;
  }

  @Override
  public Hello hello() {
    return hello;
  }

  @Override
  public Answer answer(Case question, List<Slot> owed) {
    List<Slot> missing = owed.stream().filter(slot -> !isThere(question, slot)).toList();
    if (partial && missing.size() == owed.size()) {
      return new Answer.Unsupported("no results recorded");
    }
    if (!missing.isEmpty()) {
      throw new SubjectException(Failure.MALFORMED, "missing output: " + Recording.place(question, missing.get(0)));
    }
    Map<Slot, Tensor> outputs = new EnumMap<>(Slot.class);
    for (Slot slot : owed) {
      outputs.put(slot, result(question, slot));
    }
    return new Answer.Results(outputs);
  }

  @Override
  public boolean takesNewCases() {
    return false;
  }

  private boolean isThere(Case question, Slot slot) {
    return Files.isRegularFile(folder.resolve(Recording.place(question, slot)));
  }

  private Tensor result(Case question, Slot slot) {
    try {
      return Recording.result(folder, question, slot);
    } catch (DocumentException e) {
      throw new SubjectException(Failure.MALFORMED, e.getMessage());
    }
  }

  @Override
  public void close() {
    // nothing is held
  }
}
