package org.bnoracle.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the specification in Coq. */
final class CoqSources {
  private static final Path LIBRARY = BuiltChecker.HOME.resolve(Path.of("spec", "coq"));
  private static final Pattern THEOREM = Pattern.compile("^(?:Theorem|Corollary) (\\w+)", Pattern.MULTILINE);

  private CoqSources() {}

  /** The texts of all files below spec, by path. */
  static Map<Path, String> all() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(BuiltChecker.HOME.resolve("spec"))) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".v")).toList()) {
        texts.put(path, Files.readString(path));
      }
    }
    return texts;
  }

  /** The files that {@code make -C spec/coq} proves, as Coq names them in BN: Sums, generated.JavaFold. */
  static List<String> modules() throws IOException {
    return Files.readAllLines(LIBRARY.resolve("_CoqProject")).stream().filter(line -> line.endsWith(".v"))
        .map(line -> line.substring(0, line.length() - ".v".length()).replace('/', '.')).toList();
  }

  /** The theorems of a module. */
  static List<String> theorems(String module) throws IOException {
    return THEOREM.matcher(Files.readString(LIBRARY.resolve(module.replace('.', '/') + ".v"))).results().map(match -> match.group(1)).toList();
  }
}
