package org.bnoracle.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bnoracle.catalogue.Endless;
import org.bnoracle.catalogue.Suite;
import org.bnoracle.document.DocumentException;
import org.bnoracle.document.Hello;
import org.bnoracle.document.Protocol;
import org.bnoracle.oracle.Oracle;
import org.bnoracle.subject.AnsweredSubject;

/**
 * Grades a stream of answers to {@link Endless} cases, in constant memory: each id gives its case again, and the seeds,
 * which follow each other, show that none is missing. The suite's hash is that of the ids.
 *
 * @param report what came of the answers; of the results, it has those that a {@link Digest} keeps
 * @param trouble why the stream was not read to its end; empty if it was
 */
public record Streamed(Report report, Optional<String> trouble) {
  private static final int BLOCK = 128;
  private static final String NAME = "stream";

  /**
   * Reads a hello, then answers.
   *
   * @param isOver asked now and then, ends the run early
   * @param progress is called after each answer
   * @throws DocumentException if the first line is no hello
   */
  public static Streamed run(BufferedReader lines, BooleanSupplier isOver, Runnable progress) throws IOException {
    String first = lines.readLine();
    if (first == null) {
      throw new DocumentException("standard input: is empty; a line with the subject's hello is expected");
    }
    return new Run(Protocol.hello(first), progress).read(lines, isOver);
  }

  private record Answered(long seed, Report.Result result) {}

  private static final class Run {
    private final Hello hello;
    private final Runnable progress;
    private final Digest digest = new Digest();
    private final MessageDigest ids = sha256();
    private int count;
    private long nextSeed;

    private Run(Hello hello, Runnable progress) {
      this.hello = hello;
      this.progress = progress;
    }

    private Streamed read(BufferedReader lines, BooleanSupplier isOver) throws IOException {
      Optional<String> trouble = Optional.empty();
      try {
        for (List<String> block = block(lines); !block.isEmpty() && !isOver.getAsBoolean(); block = block(lines)) {
          block.parallelStream().map(this::answered).toList().forEach(this::add);
        }
      } catch (DocumentException e) {
        trouble = Optional.of("after %d answers: %s".formatted(count, e.getMessage()));
      }
      String hash = HexFormat.of().formatHex(ids.digest());
      return new Streamed(digest.report(hello, new Report.SuiteIdentity(NAME, hash, count)), trouble);
    }

    private static List<String> block(BufferedReader lines) throws IOException {
      List<String> block = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        block.add(line);
        if (block.size() == BLOCK) {
          break;
        }
      }
      return block;
    }

    private Answered answered(String line) {
      String id = Protocol.answeredId(line);
      Endless.Member member = member(id);
      Suite.Question question = new Suite.Question(member.question(), Oracle.evaluate(member.question()));
      Outcome outcome = new Examination(new AnsweredSubject(hello, line)).examine(question).outcome();
      return new Answered(member.seed(), new Report.Result(member.question(), member.family(), outcome));
    }

    private static Endless.Member member(String id) {
      try {
        return Endless.named(id);
      } catch (IllegalArgumentException e) {
        throw new DocumentException("answer: /id: " + e.getMessage(), e);
      }
    }

    private void add(Answered answer) {
      String id = answer.result.question().id();
      if (count > 0 && answer.seed != nextSeed) {
        throw new DocumentException("answer: /id: '%s' does not follow; one with the seed %d is expected".formatted(id, nextSeed));
      }
      nextSeed = answer.seed + 1;
      count++;
      ids.update((id + "\n").getBytes(StandardCharsets.UTF_8));
      digest.add(answer.result);
      progress.run();
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
