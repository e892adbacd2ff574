package org.bnoracle.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.bnoracle.accuracy.BoundTerms;
import org.bnoracle.accuracy.Discrepancy;
import org.bnoracle.accuracy.Grade;
import org.bnoracle.accuracy.Judge;
import org.bnoracle.accuracy.Settings;
import org.bnoracle.document.Literal;
import org.bnoracle.equations.ExactArithmetic;
import org.bnoracle.equations.TracingEquations;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.number.ExtendedReal;
import org.bnoracle.number.QuadraticNumber;
import org.bnoracle.number.Rounded;
import org.bnoracle.number.Rounding;
import org.bnoracle.number.Special;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Slot;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.tensor.ChannelView;

/** How one value of an output comes about: every equation's result on the way, exact and rounded. */
public final class Explanation {
  private static final int DIGITS = 25;
  private static final int NAME_WIDTH = 28;

  private final Case question;
  private final Place place;
  private final List<String> lines = new ArrayList<>();

  private Explanation(Case question, Place place) {
    this.question = question;
    this.place = place;
  }

  /**
   * The explanation, line by line.
   *
   * @param got a value to compare with, if there is one
   */
  public static List<String> lines(Case question, Place place, OptionalDouble got) {
    Explanation explanation = new Explanation(question, place);
    explanation.explain(got);
    return explanation.lines;
  }

  private void explain(OptionalDouble got) {
    ChannelView view = question.view();
    ExactArithmetic arithmetic = new ExactArithmetic(view.count());
    TracingEquations<ExtendedReal> equations = new TracingEquations<>(arithmetic, place.i());
    List<ExtendedReal> results =
        question.operation().compute(equations, question.channel(place.channel(), arithmetic)).get(place.slot());
    lines.add("%s of %s".formatted(place, question.id()));
    lines.add("channel %d, value %d of m = %d".formatted(place.channel(), place.i(), view.count()));
    BinaryFormat format = question.formatOf(place.slot());
    equations.steps().forEach(step -> lines.add("  %-6s %s %s   %s %s".formatted(
        step.equation(), padded(step.name()), exact(step.value()), format, rounded(step.value(), format))));
    if (results == null) {
      lines.add("%s has no value at m = %d".formatted(place.slot().label(), view.count()));
      return;
    }
    conclude(results.get(place.slot().extent() == Slot.Extent.DATA ? place.i() : 0), format);
    Judge judge = new Judge(question, Oracle.evaluate(question), Settings.usual(question));
    explainBound(judge.terms(place.slot(), place.channel(), place.i()));
    got.ifPresent(value -> compare(judge, value));
  }

  private void explainBound(BoundTerms terms) {
    if (!Double.isFinite(terms.total())) {
      lines.add("no error is bounded here: it is a special value, or something on the way can overflow or reach zero");
      return;
    }
    lines.add("allowed  " + number(terms.total()) + " from the exact result, for sums in any order, with " + terms.implementation());
    lines.add("  of that %s by the error of the mean, %s by that of r, %s by its own roundings, %s by its storage".formatted(
        number(terms.throughMean()), number(terms.throughR()), number(terms.own()), number(terms.storage())));
  }

  private void conclude(ExtendedReal result, BinaryFormat format) {
    Rounded golden = Rounding.nearest(result, format);
    lines.add("exact    " + exact(result));
    lines.add("golden   " + Literal.write(golden.value()) + " in " + format);
    if (!Double.isNaN(golden.residual())) {
      lines.add("the exact result lies %s ulp %s the golden value and %s ulp from the nearest rounding boundary".formatted(
          number(Math.abs(golden.residual())), golden.residual() < 0 ? "below" : "above", number(0.5 - Math.abs(golden.residual()))));
    }
  }

  private void compare(Judge judge, double value) {
    int index = place.slot().extent().index(question.view(), place.channel(), place.i());
    Discrepancy discrepancy = judge.assess(place.slot(), index, value);
    lines.add("got      %s, %s ulp from the exact result, %s of the allowed: %s".formatted(
        Literal.write(value), number(discrepancy.ulps()), number(discrepancy.boundRatio()), discrepancy.label()));
    lines.add("         " + discrepancy.grade().sentence());
    if (discrepancy.grade() == Grade.WRONG && discrepancy.boundRatio() < 1) {
      lines.add("         the allowed adds up the most that each error can do; no one error of the mean and of r gives this result");
    }
  }

  /** Combining marks, such as the hat of x̂, take no column. */
  private static String padded(String name) {
    long columns = name.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
    return name + " ".repeat((int) Math.max(0, NAME_WIDTH - columns));
  }

  private static String exact(ExtendedReal number) {
    return number instanceof Special special
        ? Literal.write(special.value())
        : ((QuadraticNumber) number).toDecimal(DIGITS).toString();
  }

  private static String rounded(ExtendedReal number, BinaryFormat format) {
    return Literal.write(Rounding.nearest(number, format).value());
  }

  private static String number(double ulps) {
    return String.format(Locale.ROOT, "%.4g", ulps);
  }
}
