package org.bnoracle.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnoracle.document.Manifest;

/** The sources that the checker is built from: what they extract and read, and every file of spec/coq that they require. */
public final class Specification {
  private static final List<Path> ROOTS = Stream.of("Extract.v", "names.ml", "reader.ml", "main.ml")
      .map(name -> Path.of("spec", "checker", name)).toList();
  private static final Path LIBRARY = Path.of("spec", "coq");
  private static final Pattern REQUIRED = Pattern.compile("^From BN Require Import ([^.]*)\\.", Pattern.MULTILINE);

  private Specification() {}

  /** The files by their paths below the project's folder. */
  static SortedMap<String, byte[]> sources(Path home) throws IOException {
    SortedMap<String, byte[]> sources = new TreeMap<>();
    Deque<Path> open = new ArrayDeque<>(ROOTS);
    while (!open.isEmpty()) {
      Path path = open.pop();
      String name = path.toString().replace('\\', '/');
      if (!sources.containsKey(name)) {
        byte[] bytes = Files.readAllBytes(home.resolve(path));
        sources.put(name, bytes);
        for (MatchResult match : REQUIRED.matcher(new String(bytes, StandardCharsets.UTF_8)).results().toList()) {
          for (String module : match.group(1).trim().split("\\s+")) {
            open.push(LIBRARY.resolve(module + ".v"));
          }
        }
      }
    }
    return sources;
  }

  /** The SHA-256 of what {@code sha256sum} says of these files, sorted by path. */
  public static String sha256(Path home) throws IOException {
    String lines = sources(home).entrySet().stream()
        .map(source -> Manifest.sha256(source.getValue()) + "  " + source.getKey() + "\n").collect(Collectors.joining());
    return Manifest.sha256(lines.getBytes(StandardCharsets.UTF_8));
  }
}
