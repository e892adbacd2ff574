package org.bnoracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables in documents that tests keep true, between a marker that starts with their name and the next end. */
public final class MarkedTable {
  private MarkedTable() {}

  /** A table in Markdown. */
  public static String of(List<String> header, Stream<List<String>> rows) {
    return Stream.concat(Stream.of(header, header.stream().map(h -> "---").toList()), rows)
        .map(row -> "| " + String.join(" | ", row) + " |\n").collect(Collectors.joining());
  }

  /** Says that the file shows this; -Dbnoracle.update=true writes it. */
  public static void assertShown(Path file, String name, String table) throws IOException {
    String text = Files.readString(file);
    Matcher matcher = Pattern.compile("(<!-- " + name + ":[^>]*-->\n)(.*?)(<!-- end -->)", Pattern.DOTALL).matcher(text);
    assertTrue(matcher.find(), file + " has no part " + name);
    if (Boolean.getBoolean("bnoracle.update")) {
      Files.writeString(file, matcher.replaceFirst(r -> Matcher.quoteReplacement(r.group(1) + table + r.group(3))));
    } else {
      assertEquals(table, matcher.group(2), file + " is out of date; write it with -Dbnoracle.update=true");
    }
  }
}
