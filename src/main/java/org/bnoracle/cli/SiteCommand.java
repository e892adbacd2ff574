package org.bnoracle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bnoracle.document.DocumentException;
import org.bnoracle.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle site. */
@Command(
    name = "site",
    description = "Makes pages for people of the reports that 'conform --out' wrote.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  bn-oracle conform all --out reports/results", "  bn-oracle site reports/results --out reports/site"})
final class SiteCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "RESULTS", description = "the folder of the reports")
  private Path results;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder; made if it is not there")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new DocumentException(folder + ": is a file; a folder is expected");
    }
    int pages = Site.of(results).write(folder);
    spec.commandLine().getOut().printf("%d pages below %s; open %s%n", pages, folder, folder.resolve("index.html"));
    return 0;
  }
}
