package org.bnoracle.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.bnoracle.subject.SubjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** bn-oracle prepare. */
@Command(
    name = "prepare",
    description = {
      "Downloads and builds what subjects need, once for each version.",
      "'conform NAME' does this by itself; 'conform all' runs what is prepared."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  bn-oracle prepare all", "  bn-oracle prepare pytorch tensorflow"})
final class PrepareCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "SUBJECT", arity = "1..*", description = "names from 'list subjects', folders with a subject.json, or all")
  private List<String> names;

  @Override
  public Integer call() throws IOException {
    int code = 0;
    for (String name : names) {
      List<Shipped> subjects = name.equals("all") ? Shipped.all() : Shipped.named(name);
      if (subjects.isEmpty()) {
        throw new ParameterException(spec.commandLine(), "no subject '" + name + "'; see 'bn-oracle list subjects'");
      }
      for (Shipped subject : subjects) {
        code = Math.max(code, prepare(subject));
      }
    }
    return code;
  }

  /** One that cannot be prepared does not keep the others from it. */
  private int prepare(Shipped subject) throws IOException {
    try {
      subject.prepare(spec.commandLine().getErr());
      spec.commandLine().getOut().printf("%s %s is prepared%n", subject.name(), subject.folder().version());
      return 0;
    } catch (SubjectException e) {
      spec.commandLine().getErr().println("bn-oracle: " + e.getMessage());
      return Complaints.NOT_RUN;
    }
  }
}
