package org.bnoracle.report;

import java.util.List;
import java.util.stream.Stream;
import org.bnoracle.gate.Verdict;

/**
 * Why gates failed, as commands to the runner of GitHub Actions. See "Workflow commands for GitHub Actions" in GitHub's
 * documentation; the escapes are those of actions/toolkit, packages/core/src/command.ts.
 */
public final class Annotations {
  /** GitHub shows so many errors of a step and drops the others. */
  static final int MOST = 10;

  private Annotations() {}

  /** A line for each reason, as far as GitHub shows them. */
  public static List<String> lines(List<Verdict> verdicts) {
    List<String> all = verdicts.stream().flatMap(verdict -> verdict.reasons().stream()
        .map(reason -> error(verdict.report().subject().name(), reason))).toList();
    if (all.size() <= MOST) {
      return all;
    }
    String rest = error("gate", "and %d more reasons; the report has them all".formatted(all.size() - MOST + 1));
    return Stream.concat(all.stream().limit(MOST - 1), Stream.of(rest)).toList();
  }

  private static String error(String title, String message) {
    return "::error title=bn-oracle%%3A %s::%s".formatted(property(title), data(message));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
