package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsCommandTest {
  private static final String[] SMALL = {"faults", "--operation", "training-forward", "--family", "large-offset", "--format", "f32"};

  private static String[] small(String... more) {
    String[] all = Arrays.copyOf(SMALL, SMALL.length + more.length);
    System.arraycopy(more, 0, all, SMALL.length, more.length);
    return all;
  }

  @Test
  void itSaysWhichFaultsAPartOfTheSuiteCatches() {
    String out = Run.of(SMALL).assertSuccess().out();
    assertTrue(out.contains("one-pass                         wrong in training-forward/large-offset/f32/"), out);
    assertTrue(out.contains("gamma-missing-in-dx              not caught"), out);
    assertTrue(out.contains(" faults are caught by part of core, 6 cases"), out);
  }

  @Test
  void itWritesBothReports(@TempDir Path folder) throws IOException {
    Path reports = folder.resolve("reports");
    String document = Run.of(small("--out", reports.toString(), "--json")).assertSuccess().out();
    assertEquals(document, Files.readString(reports.resolve("faults.json")));
    assertTrue(Files.readString(reports.resolve("faults.md")).contains("| 13 | one-pass | the variance as E\\[x²\\] - mean² | training-forward/large-offset/f32/"));
  }

  @Test
  void anEmptySelectionIsAComplaint(@TempDir Path folder) {
    Run.of("faults", "--operation", "fold", "--family", "counts", "--out", folder.resolve("x").toString())
        .assertComplaint(2, "there is no case of this selection (see: bn-oracle faults --help)");
    assertFalse(Files.exists(folder.resolve("x")));
  }
}
