package org.bnoracle.proof;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Vector;

/**
 * The checker that is proved in spec/coq/Checker.v and PublishedCorrect.v, as a process: vectors go in one by one, and when
 * all are in, it says which values are the exact results rounded once, and which bounds are too small. It ends when its
 * input does.
 */
public final class ProvedChecker implements AutoCloseable {
  /** Where the program lies below the project's folder, once {@code make -C spec/checker} has built it. */
  private static final Path PROGRAM = Path.of("target", "checker", "bn-checker");

  private final Process process;
  private final BufferedWriter questions;
  private final CompletableFuture<Findings> answers;

  private ProvedChecker(Process process) {
    this.process = process;
    this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII), 1 << 16);
    this.answers = CompletableFuture.supplyAsync(this::read);
  }

  /** Whether the checker is built. */
  public static boolean isBuilt(Path home) {
    return Files.isExecutable(home.resolve(PROGRAM));
  }

  /**
   * Starts the checker.
   *
   * @param home the project's folder
   * @throws DocumentException if the checker is not built
   */
  public static ProvedChecker start(Path home) throws IOException {
    Path program = home.resolve(PROGRAM).toAbsolutePath();
    if (!isBuilt(home)) {
      throw new DocumentException(program + ": is not built; install Coq, Coquelicot, Flocq, zarith and ocamlfind, then run 'make -C spec/checker'");
    }
    return new ProvedChecker(new ProcessBuilder(program.toString()).redirectErrorStream(true).start());
  }

  /** Asks about each value and bound of a vector. */
  public void ask(Vector vector) throws IOException {
    CheckerInput.write(questions, vector);
  }

  /**
   * Ends the questions and waits for the answers.
   *
   * @throws IllegalStateException if the checker fails
   */
  public Findings finish() throws IOException {
    questions.close();
    try {
      return answers.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the checker failed: " + e.getCause().getMessage(), e);
    }
  }

  private Findings read() {
    Findings findings = new Findings();
    List<String> others = new ArrayList<>();
    boolean[] isComplete = {false, false};
    try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      in.lines().map(line -> line.split(" ")).forEach(words -> {
        switch (words[0]) {
          case "wrong" -> findings.wrong().add(Findings.Published.parse(words));
          case "small" -> findings.small().add(Findings.Published.parse(words));
          case "count" -> findings.counts().put(kind(words), Findings.Count.parse(words, 4));
          case "bounds" -> findings.bounds().put(kind(words), Findings.BoundCount.parse(words, 4));
          case "total" -> isComplete[0] = Findings.Count.parse(words, 1).equals(findings.total());
          case "bounds-total" -> isComplete[1] = Findings.BoundCount.parse(words, 1).equals(findings.totalBounds());
          default -> others.add(String.join(" ", words));
        }
      });
    } catch (IOException e) {
      others.add(e.getMessage());
    }
    if (!(isComplete[0] && isComplete[1])) {
      throw new IllegalStateException(others.isEmpty() ? "it ended early" : others.get(0));
    }
    return findings;
  }

  private static Findings.Kind kind(String[] words) {
    return new Findings.Kind(words[1], words[2], words[3]);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
