package org.bnoracle.report;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.tensor.ChannelView;
import org.bnoracle.tensor.Shape;

/**
 * One value of an output.
 *
 * @param text as the user wrote it, such as dx[1,3,0]
 * @param i the value's place in its channel; 0 for outputs with one value a channel
 */
public record Place(String text, Slot slot, int channel, int i) {
  private static final Pattern FORM = Pattern.compile("(\\w+)\\[([\\d,\\s]+)]");

  /** @throws IllegalArgumentException if the case has no such value; the message says why */
  public static Place parse(String text, Case question) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a place is written like dx[1,3,0], was '" + text + "'");
    }
    Slot slot = Slot.named(matcher.group(1)).filter(question.outputs()::contains)
        .orElseThrow(() -> new IllegalArgumentException("%s has no output '%s', it has: %s".formatted(
            question.id(), matcher.group(1), String.join(", ", question.outputs().stream().map(Slot::label).toList()))));
    return find(text, slot, question.shapeOf(slot).index(coordinates(text, matcher.group(2))), question);
  }

  /** How the element of that index of an output is written. */
  static String text(Case question, Slot slot, int index) {
    return Arrays.stream(question.shapeOf(slot).coordinates(index)).mapToObj(Integer::toString)
        .collect(Collectors.joining(",", slot.label() + "[", "]"));
  }

  private static int[] coordinates(String text, String list) {
    try {
      return Arrays.stream(list.split(",", -1)).map(String::strip).mapToInt(Integer::parseInt).toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a place is written like dx[1,3,0], was '" + text + "'", e);
    }
  }

  private static Place find(String text, Slot slot, int index, Case question) {
    ChannelView view = question.view();
    return slot.extent() == Slot.Extent.CHANNELS
        ? new Place(text, slot, index, 0)
        : new Place(text, slot, view.channelOf(index), view.placeOf(index));
  }

  @Override
  public String toString() {
    return text;
  }
}
