package org.bnoracle.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bnoracle.document.DocumentException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+\\.html)(#[^\"]*)?\"");

  @TempDir
  static Path folder;
  private static final Map<String, String> PAGES = new TreeMap<>();

  @BeforeAll
  static void theSiteIsMade() throws IOException {
    Reports.write(folder.resolve("reports"));
    int pages = Site.of(folder.resolve("reports")).write(folder.resolve("site"));
    try (Stream<Path> files = Files.list(folder.resolve("site"))) {
      for (Path file : files.toList()) {
        PAGES.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertEquals(pages, PAGES.size());
  }

  @Test
  void everyLinkLeadsToAPage() {
    PAGES.forEach((name, page) -> {
      Matcher links = LINK.matcher(page);
      while (links.find()) {
        assertTrue(PAGES.containsKey(links.group(1)), name + " leads to " + links.group(1));
      }
    });
  }

  @Test
  void everyLargestErrorLeadsToTheInputThatReachesIt() {
    Matcher links = Pattern.compile("href=\"([^\"#]+)#([^\"]+)\"").matcher(PAGES.get("accuracy.html").split("<h1>")[1]);
    int numbers = 0;
    for (; links.find(); numbers++) {
      assertTrue(PAGES.get(links.group(1)).contains("<tr id=\"" + links.group(2) + "\""), links.group());
    }
    assertTrue(numbers >= 2 * 2, () -> PAGES.get("accuracy.html"));
  }

  @Test
  void everyPageIsReachedFromTheIndex() {
    String index = PAGES.get("index.html");
    PAGES.keySet().forEach(name -> assertTrue(index.contains("href=\"" + name), name));
  }

  @Test
  void pagesNeedNothingFromElsewhere() {
    PAGES.forEach((name, page) -> {
      assertFalse(page.contains("src="), name);
      assertFalse(page.contains("@import") || page.replace("url(#", "").contains("url("), name);
    });
  }

  @Test
  void figuresCarryWhatTheyAreOf() {
    PAGES.forEach((name, page) -> {
      assertTrue(page.contains("SHA-256 <code>"), name);
      assertTrue(page.contains("bn-oracle 0"), name);
      assertTrue(page.contains("; ran on\n" + System.getProperty("os.arch")), name);
    });
    assertTrue(PAGES.get("subject-one-pass.html").contains("<h1>one-pass 0.1.0</h1>"));
  }

  @Test
  void aSubjectsPageShowsWhatIsWrongAndHowToSeeItAgain() {
    String page = PAGES.get("subject-one-pass.html");
    assertTrue(page.contains("bn-oracle explain training-forward/large-offset/f32/"), page);
    assertTrue(page.contains("<strong>one-pass</strong>"));
    assertTrue(page.contains("https://github.com/google/flax/issues/1491"));
    assertTrue(page.contains("<svg role=\"img\" aria-label=\"training-forward: "));
    assertFalse(PAGES.get("subject-two-pass.html").contains("Wrong values"));
  }

  @Test
  void theSamePagesComeOutAgain() throws IOException {
    Path again = folder.resolve("again");
    Site.of(folder.resolve("reports")).write(again);
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      assertEquals(page.getValue(), Files.readString(again.resolve(page.getKey())), page.getKey());
    }
  }

  @Test
  void aFolderWithoutReportsIsOneComplaint() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    for (Path place : List.of(empty, folder.resolve("nowhere"))) {
      String complaint = assertThrows(DocumentException.class, () -> Site.of(place)).getMessage();
      assertTrue(complaint.startsWith(place.toString()) && complaint.contains("bn-oracle conform all --out"), complaint);
    }
  }
}
