package org.bnoracle.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnoracle.Program;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.operation.Case;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.oracle.Output;
import org.junit.jupiter.api.Test;

/** The comparator that the vectors' README prints, put to every published value. */
class ComparatorIT {
  @Test
  void goldenValuesAgreeAndValuesOutsideTheirBoundDoNot() throws IOException {
    Program.require("python3", "the comparator of golden-vectors/README.md", "python3", "--version");
    String said = Program.run("python3", "src/test/python/comparator.py", "golden-vectors/README.md", "golden-vectors")
        .assertSuccess().said();
    Matcher tally = Pattern.compile("(\\d+) values with a bound, (\\d+) special, (\\d+) of which nothing is known\n").matcher(said);
    assertTrue(tally.matches(), said);
    int compared = Integer.parseInt(tally.group(1)) + Integer.parseInt(tally.group(2)) + Integer.parseInt(tally.group(3));
    assertEquals(published(), compared);
  }

  /** How many values the suite has, without the outputs that have none. */
  private static int published() {
    return Suite.CORE.parts().stream().flatMap(part -> part.cases().stream()).mapToInt(ComparatorIT::values).sum();
  }

  private static int values(Case question) {
    return Oracle.evaluate(question).outputs().values().stream()
        .mapToInt(output -> output instanceof Output.Values values ? values.tensor().size() : 0).sum();
  }
}
