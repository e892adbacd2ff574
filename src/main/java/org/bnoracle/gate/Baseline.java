package org.bnoracle.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bnoracle.conformance.Cell;
import org.bnoracle.conformance.Report;
import org.bnoracle.document.DocumentException;

/**
 * An earlier run. Every cell that it has must still be there, over as many cases, with no worse grade, and its worst
 * error may be at most {@code factor} times as large a part of the bound.
 *
 * @param source names it in complaints
 * @param suite the vectors of the earlier run; those of the new run must be the same
 */
public record Baseline(String source, Report.SuiteIdentity suite, List<Cell> cells, double factor) {
  /**
   * One bit. The same code gives the same bits, so a baseline of it needs no room; sums in another order find none in
   * any factor, and ask for a new baseline. Measured in f32 between ten orders of the two-pass text: 4 % of the cells
   * get a worse grade; 7 % grow beyond 2, and still 0.4 % beyond 16.
   */
  public static final double DEFAULT_FACTOR = 2;

  /**
   * The worst of other vectors cannot be compared: a gate that did would pass or fail by chance.
   *
   * @throws DocumentException if the vectors are not those of the earlier run
   */
  public void requireSuite(Report.SuiteIdentity now) {
    if (!suite.equals(now)) {
      throw new DocumentException(
          "%s: /suite: is a run of %s, this is one of %s; make the baseline anew with this version and selection"
              .formatted(source, describe(suite), describe(now)));
    }
  }

  private static String describe(Report.SuiteIdentity suite) {
    return "'%s' (%d cases, sha256 %.12s)".formatted(suite.name(), suite.cases(), suite.sha256());
  }

  List<Breach> breaches(Report report) {
    Map<List<Object>, Cell> now = report.cells().stream().collect(Collectors.toMap(Baseline::key, Function.identity()));
    List<Breach> breaches = new ArrayList<>();
    for (Cell before : cells) {
      compare(before, now.get(key(before))).forEach(change -> breaches.add(Breach.of("%s %s %s in %s: %s".formatted(
          before.operation().label(), before.format(), before.output().label(), before.family(), change))));
    }
    return breaches;
  }

  private static List<Object> key(Cell cell) {
    return List.of(cell.operation(), cell.format(), cell.family(), cell.output());
  }

  private List<String> compare(Cell before, Cell now) {
    if (now == null) {
      return List.of("no longer graded");
    }
    List<String> changes = new ArrayList<>();
    if (now.cases() < before.cases()) {
      changes.add("graded in %d of the baseline's %d cases".formatted(now.cases(), before.cases()));
    }
    if (now.worst().grade().compareTo(before.worst().grade()) > 0) {
      changes.add("%s (%s), %s in the baseline".formatted(
          now.worst().grade().label(), now.worstCase(), before.worst().grade().label()));
    } else if (ratio(now) > factor * ratio(before)) {
      changes.add(String.format(
          Locale.ROOT, "%.3g of the bound (%s), %.3g in the baseline", ratio(now), now.worstCase(), ratio(before)));
    }
    return changes;
  }

  private static double ratio(Cell cell) {
    return cell.worst().boundRatio();
  }
}
