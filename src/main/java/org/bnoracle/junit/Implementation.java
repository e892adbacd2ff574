package org.bnoracle.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnoracle.accuracy.AlgorithmClass;
import org.bnoracle.document.Answer;
import org.bnoracle.document.Encoding;
import org.bnoracle.document.Hello;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Feature;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectException;
import org.bnoracle.subject.SubjectException.Failure;

/**
 * An implementation in Java: its operations, and what it can take. It runs in the process of the tests, also outside JUnit
 * by {@link org.bnoracle.conformance.Conformance#run(Subject, org.bnoracle.catalogue.Selection)}.
 */
public final class Implementation implements Subject {
  private final String name;
  private final String version;
  private final Map<Operation, Hello.Support> operations = new EnumMap<>(Operation.class);
  private final Map<Operation, Kernel> kernels = new EnumMap<>(Operation.class);
  private final Map<Attribute, List<String>> conventions = new EnumMap<>(Attribute.class);
  private final Set<Feature> capabilities = EnumSet.copyOf(Feature.usual());
  private final List<Class<? extends Exception>> refusals = new ArrayList<>();
  private final Map<BinaryFormat, BinaryFormat> computeFormats = new HashMap<>();
  private Optional<AlgorithmClass> algorithmClass = Optional.empty();
  private boolean flushesSubnormals;
  private Exception lastFailure;

  private Implementation(String name, String version) {
    this.name = name;
    this.version = version;
  }

  /** Computes one case: reads inputs from the call and gives it the outputs. */
  @FunctionalInterface
  public interface Kernel {
    /** @throws UnsupportedOperationException if it does not implement this case, which is skipped then */
    void compute(Call call) throws Exception;
  }

  /** An implementation without operations yet. */
  public static Implementation of(String name, String version) {
    return new Implementation(name, version);
  }

  /**
   * Adds an operation.
   *
   * @param formats the formats of x that it takes
   * @param outputs the outputs that it gives; none: all of the operation
   */
  public Implementation operation(Operation operation, List<BinaryFormat> formats, Kernel kernel, Slot... outputs) {
    operations.put(operation, new Hello.Support(formats, outputs.length == 0 ? operation.signature().allOutputs() : List.of(outputs)));
    kernels.put(operation, kernel);
    return this;
  }

  /** Limits an attribute to these values, written as in the vectors, such as channel_axis to 1. */
  public Implementation only(Attribute attribute, String... values) {
    conventions.put(attribute, List.of(values));
    return this;
  }

  /** Takes cases with these features too, which not every implementation is expected to take. */
  public Implementation with(Feature... features) {
    capabilities.addAll(Arrays.asList(features));
    return this;
  }

  /** Does not take cases with these features. */
  public Implementation without(Feature... features) {
    Arrays.asList(features).forEach(capabilities::remove);
    return this;
  }

  /** What kernels throw of this type says that the input is invalid by their contract: a refusal, not a failure. */
  public Implementation refusing(Class<? extends Exception> type) {
    refusals.add(type);
    return this;
  }

  /** Says in which format data of a format are computed; f64 in f64 and all others in f32 where nothing is said. */
  public Implementation computing(BinaryFormat data, BinaryFormat compute) {
    computeFormats.put(data, compute);
    return this;
  }

  /** Claims to belong to a class of algorithms; what lies outside its bounds is wrong then. */
  public Implementation claiming(AlgorithmClass claim) {
    algorithmClass = Optional.of(claim);
    return this;
  }

  /** Takes subnormal numbers as zero. */
  public Implementation flushingSubnormals() {
    flushesSubnormals = true;
    return this;
  }

  @Override
  public Hello hello() {
    return new Hello(name, version, operations, conventions, capabilities, EnumSet.of(Encoding.DECIMAL),
        new Hello.Arithmetic(computeFormats, algorithmClass, flushesSubnormals));
  }

  @Override
  public Answer answer(Case question, List<Slot> owed) {
    lastFailure = null;
    Call call = new Call(question, owed);
    try {
      kernels.get(question.operation()).compute(call);
      return new Answer.Results(call.results());
    } catch (UnsupportedOperationException e) {
      return new Answer.Unsupported(String.valueOf(e.getMessage()));
    } catch (SubjectException e) {
      throw e;
    } catch (Exception e) {
      if (refusals.stream().anyMatch(type -> type.isInstance(e))) {
        return new Answer.Refused(String.valueOf(e.getMessage()));
      }
      lastFailure = e;
      throw new SubjectException(Failure.CRASHED, e.toString(), e);
    }
  }

  /** What the last kernel threw; null if it did not fail. */
  Exception lastFailure() {
    return lastFailure;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
