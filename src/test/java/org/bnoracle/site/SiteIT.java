package org.bnoracle.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.Once;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, the distribution's Chromium. */
@Once
class SiteIT {
  private static final List<Path> BROWSERS = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final int PHONE = 360;

  @TempDir
  static Path folder;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void aBrowserIsStarted() throws IOException {
    Path program = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(program != null, "Chromium is not installed; the pages are not tested in a browser (apt-get install chromium)");
    Reports.write(folder.resolve("reports"));
    Site.of(folder.resolve("reports")).write(folder.resolve("site"));
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(List.of(
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
  }

  @AfterAll
  static void theBrowserEnds() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private static String address(String page) {
    return folder.resolve("site").resolve(page).toUri().toString();
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("site"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Page page(Browser.NewContextOptions options, List<String> complaints) {
    Page page = browser.newContext(options).newPage();
    page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.text()));
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
        complaints.add(page.url() + ": asks for " + request.url());
      }
    });
    return page;
  }

  @Test
  void noPageComplainsOrIsHardToUseInLightAndDark() throws IOException {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      List<String> complaints = new ArrayList<>();
      try (Page page = page(new Browser.NewContextOptions().setColorScheme(scheme), complaints)) {
        for (String name : pages()) {
          page.navigate(address(name));
          new AxeBuilder(page).analyze().getViolations().forEach(rule -> complaints.add(name + ": " + rule.getId() + ": " + rule.getNodes()));
        }
      }
      assertEquals(List.of(), complaints, scheme.toString());
    }
  }

  @Test
  void pagesFitAPhone() throws IOException {
    List<String> complaints = new ArrayList<>();
    try (Page page = page(new Browser.NewContextOptions().setViewportSize(PHONE, 640), complaints)) {
      for (String name : pages()) {
        page.navigate(address(name));
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        assertTrue(width <= PHONE, name + " is " + width + " wide");
      }
    }
  }

  @Test
  void tablesSortAndFilterByKeyboard() {
    List<String> complaints = new ArrayList<>();
    try (Page page = page(new Browser.NewContextOptions(), complaints)) {
      page.navigate(address("index.html"));
      page.locator("#subjects th button").first().focus();
      page.keyboard().press("Enter");
      assertEquals("ascending", page.locator("#subjects thead th").first().getAttribute("aria-sort"));
      assertEquals(List.of("one-pass", "two-pass"), page.locator("#subjects tbody th").allInnerTexts());
      page.keyboard().press("Enter");
      assertEquals(List.of("two-pass", "one-pass"), page.locator("#subjects tbody th").allInnerTexts());
      page.locator("#filter-subjects").fill("one-");
      assertEquals(1, page.locator("#subjects tbody tr:visible").count());
      assertEquals("1 of 2", page.locator("#shown-subjects").innerText());
      page.locator("#subjects tbody tr:visible a").click();
      assertTrue(page.title().startsWith("one-pass"), page.title());
    }
    assertEquals(List.of(), complaints);
  }
}
