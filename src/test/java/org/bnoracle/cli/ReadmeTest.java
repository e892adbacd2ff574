package org.bnoracle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("README.md");

  /** The block that follows a mark. */
  private static String example(String name) throws IOException {
    Matcher block = Pattern.compile("<!-- example: " + name + " -->\n```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
    assertTrue(block.find(), "README.md has no example '" + name + "'");
    return block.group(1);
  }

  @Test
  void theExampleGivesWhatTheReadmeShows() throws IOException {
    assertEquals(example("output"), Run.withInput(example("input"), "evaluate", "-").assertSuccess().out());
  }
}
