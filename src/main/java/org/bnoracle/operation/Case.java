package org.bnoracle.operation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;
import org.bnoracle.tensor.Tensor;

/**
 * One question: an operation with attributes and inputs that fit its signature.
 *
 * @param id names the case
 * @param comment what the case is after; may be empty
 * @param flags names of what the case is sensitive to; may be empty
 */
public record Case(
    String id, String comment, List<String> flags, Operation operation, Attributes attributes, Map<Slot, Tensor> inputs) {

  /** @throws InvalidCaseException if the case does not fit the signature */
  public Case {
    flags = List.copyOf(flags);
    CaseRules.check(operation, attributes, inputs);
    inputs = Collections.unmodifiableMap(new EnumMap<>(inputs));
  }

  /** This case with some of its inputs replaced. */
  public Case withInputs(Map<Slot, Tensor> others) {
    Map<Slot, Tensor> replaced = new EnumMap<>(inputs);
    replaced.putAll(others);
    return new Case(id, comment, flags, operation, attributes, replaced);
  }

  /** The input that gives shape and format: x, or the weight where a layer is folded. */
  public Tensor data() {
    return inputs.get(operation.signature().data());
  }

  public ChannelView view() {
    return attributes.view(data().shape());
  }

  /** The numbers of one channel in an arithmetic. */
  public <T> Channel<T> channel(int channel, Arithmetic<T> arithmetic) {
    return new Channel<>(this, view(), channel, arithmetic);
  }

  /** Whether the statistics are the batch's, not the running ones: those are absent, or updated. */
  public boolean trains() {
    return !inputs.containsKey(Slot.RUNNING_MEAN) || outputs().contains(Slot.RUNNING_MEAN);
  }

  /** The outputs of this case, in the order of documents. */
  public List<Slot> outputs() {
    return operation.signature().outputsGiven(inputs.keySet()).stream().filter(attributes::wants).toList();
  }

  /** The shape of a slot in this case. */
  public Shape shapeOf(Slot slot) {
    return CaseRules.shapeOf(slot, data().shape(), view());
  }

  /** The format of a slot in this case. */
  public BinaryFormat formatOf(Slot slot) {
    return CaseRules.formatOf(slot, data().format(), attributes, inputs);
  }
}
