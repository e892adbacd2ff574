package org.bnoracle.blocked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The theorems about sums and results from an anchor are about the constants of this package. */
class ProvedConstantsTest {
  private static int number(String file, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of("spec", "coq", file)));
    assertTrue(found.find(), file + " has no " + pattern);
    return Integer.parseInt(found.group(1));
  }

  @Test
  void chunks() throws IOException {
    assertEquals(number("Anchored.v", "Definition CHUNK : nat := (\\d+)\\."), SumKernels.CHUNK);
    assertEquals(number("Anchored.v", "Definition CHUNK_ERROR : R := (\\d+)\\."), Anchors.CHUNK_ERROR);
  }

  @Test
  void binades() throws IOException {
    String width = "[^.]*?let W := bpow radix2 \\(%s \\+ (\\d+)\\) in";
    int sums = number("Anchored.v", "Theorem sums_chunk" + width.formatted("r"));
    int products = number("Anchored.v", "Theorem products_chunk" + width.formatted("r \\+ q"));
    assertEquals(Math.scalb(1.0, sums), Anchors.SUM_WIDTH);
    assertEquals(Math.scalb(1.0, products), Anchors.PRODUCTS_WIDTH);
  }

  @Test
  void roundingsOfResults() throws IOException {
    assertEquals(number("AnchoredMap.v", "Definition ANCHORED_ROUNDINGS : R := (\\d+)\\."), AffineMap.ANCHORED_ROUNDINGS);
    assertEquals(number("AnchoredMap.v", "Definition COMBINED_ROUNDINGS : R := (\\d+)\\."), CombinedMap.ROUNDINGS);
    assertEquals(number("FreeMap.v", "Definition ROUNDINGS : R := (\\d+)\\."), AffineMap.ROUNDINGS);
    assertEquals(number("FloatMap.v", "Definition FLOAT_ROUNDINGS : R := (\\d+) \\* u\\."), AffineMap.FLOAT_ROUNDINGS * 0x1p53);
  }
}
