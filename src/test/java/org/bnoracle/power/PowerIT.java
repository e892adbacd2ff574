package org.bnoracle.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bnoracle.Once;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.report.FaultsJson;
import org.bnoracle.report.FaultsMarkdown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every known fault is caught by the published suite. */
@Once
class PowerIT {
  private static Power power;

  @BeforeAll
  static void run() {
    power = Power.of(Suite.CORE.label(), Suite.CORE.parts(), () -> { });
  }

  @Test
  void everyFaultIsCaughtAndTheEquivalentChangeIsNot() {
    for (FaultMatrix.Row row : power.faults().rows()) {
      assertTrue(row.caught().isPresent(), row.fault().label() + " is not caught");
    }
    assertEquals(Optional.empty(), power.faults().equivalentCaught());
  }

  @Test
  void everyMutantIsCaughtOrCertified() {
    assertEquals(List.of(), power.mutants().surviving().stream().map(result -> result.mutant().label()).toList());
    assertTrue(power.mutants().caught().size() > 1000, "only " + power.mutants().caught().size());
    assertTrue(power.isComplete());
  }

  /** Well-scaled is there for what it is: ordinary data, which cases of one's own are made of, too. */
  @Test
  void everyFamilyEarnsItsPlace() {
    for (Merit merit : power.merits()) {
      assertTrue(merit.isEarned() || merit.family().equals("well-scaled"), merit.toString());
    }
  }

  @Test
  void theCommittedReportsSayThis() throws IOException {
    assertEquals(Files.readString(Path.of("reports/faults.json")), new String(FaultsJson.bytes(power), StandardCharsets.UTF_8));
    assertEquals(Files.readString(Path.of("reports/faults.md")), new String(FaultsMarkdown.bytes(power), StandardCharsets.UTF_8));
  }
}
