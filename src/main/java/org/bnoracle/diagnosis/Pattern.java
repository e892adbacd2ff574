package org.bnoracle.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bnoracle.operation.Slot;

/** Where outputs are wrong, and where they are right. */
final class Pattern {
  private Pattern() {}

  /** A line for each output of each operation that is wrong somewhere. */
  static List<String> lines(List<GradedOutput> all) {
    Map<String, List<GradedOutput>> byKind = all.stream().collect(Collectors.groupingBy(
        output -> output.question().operation().label() + " " + output.slot().label(), LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    Set<String> right = new LinkedHashSet<>();
    byKind.forEach((kind, outputs) -> {
      List<GradedOutput> wrong = outputs.stream().filter(GradedOutput::isWrong).toList();
      if (wrong.isEmpty()) {
        right.add(kind);
      } else {
        lines.add("%s is wrong in %d of %d cases: %s; %s%s".formatted(kind, wrong.size(), outputs.size(),
            where("formats", outputs, wrong, o -> o.question().data().format().name()),
            where("families", outputs, wrong, GradedOutput::family), channels(wrong)));
      }
    });
    if (!right.isEmpty() && !lines.isEmpty()) {
      lines.add("never wrong: " + String.join(", ", right));
    }
    return lines;
  }

  private static String where(String what, List<GradedOutput> all, List<GradedOutput> wrong, Function<GradedOutput, String> part) {
    Set<String> everywhere = all.stream().map(part).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> here = wrong.stream().map(part).collect(Collectors.toCollection(LinkedHashSet::new));
    return here.equals(everywhere) ? "all " + what : what + " " + String.join(", ", here);
  }

  /** The channels of the worst elements, where they are few. */
  private static String channels(List<GradedOutput> wrong) {
    Set<Integer> channels = new TreeSet<>();
    wrong.forEach(output -> channels.add(output.slot().extent() == Slot.Extent.DATA
        ? output.question().view().channelOf(output.assessment().worstIndex()) : output.assessment().worstIndex()));
    return channels.size() == 1 ? "; worst always in channel " + channels.iterator().next() : "";
  }
}
