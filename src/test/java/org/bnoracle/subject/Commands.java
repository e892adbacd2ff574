package org.bnoracle.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnoracle.Program;

/** The commands of subjects that are written with the kits. A test is skipped whose language is not installed here. */
final class Commands {
  private static final Path BUILT = Path.of("target/kits");
  private static final String JDK = System.getProperty("java.home") + "/bin/";
  private static final Map<String, List<String>> COMPILED = new HashMap<>();

  private Commands() {}

  static List<String> python(String... script) throws IOException {
    Program.require("python3", "the Python kit", "python3", "--version");
    return with(List.of("python3"), script);
  }

  static List<String> node(String... script) throws IOException {
    Program.require("node", "the JavaScript kit", "node", "--version");
    return with(List.of("node"), script);
  }

  /** Compiles the source, if no test has yet. */
  static synchronized List<String> c(String source) throws IOException {
    Program.require("cc", "the C kit", "cc", "--version");
    if (!COMPILED.containsKey(source)) {
      String program = BUILT.resolve(Path.of(source).getFileName() + ".out").toAbsolutePath().toString();
      Files.createDirectories(BUILT);
      Program.run("cc", "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-pedantic", "-o", program, source, "-lm").assertSuccess();
      COMPILED.put(source, List.of(program));
    }
    return COMPILED.get(source);
  }

  /** Compiles the source, if no test has yet. */
  static synchronized List<String> java(String source, String... arguments) throws IOException {
    if (!COMPILED.containsKey(source)) {
      String main = Path.of(source).getFileName().toString().replace(".java", "");
      String classes = BUILT.resolve(main).toString();
      Program.run(JDK + "javac", "--release", "11", "-Xlint:all,-options", "-Werror", "-d", classes,
          "src/subjects/java/BnSubject.java", source).assertSuccess();
      COMPILED.put(source, List.of(JDK + "java", "-cp", classes, main));
    }
    return with(COMPILED.get(source), arguments);
  }

  private static List<String> with(List<String> command, String... arguments) {
    return Stream.concat(command.stream(), Stream.of(arguments)).toList();
  }
}
