package org.bnoracle.subject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.SubjectDescription;
import org.bnoracle.subject.SubjectException.Failure;

/** A folder with a subject.json. It is prepared once, and again whenever a file that it is made from changes. */
public final class SubjectFolder {
  private static final String BUILT = "target";

  private final Path folder;
  private final SubjectDescription description;

  private SubjectFolder(Path folder, SubjectDescription description) {
    this.folder = folder;
    this.description = description;
  }

  /** What is told of a preparation. */
  public interface Listener {
    /** A command begins. */
    void begins(String command);

    /** It prints a line. */
    void prints(String line);
  }

  /** Whether the folder describes subjects. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(SubjectDescription.FILE_NAME));
  }

  /** @throws IOException if there is no description to read */
  public static SubjectFolder of(Path folder) throws IOException {
    Path file = folder.resolve(SubjectDescription.FILE_NAME);
    return new SubjectFolder(folder.toAbsolutePath(), SubjectDescription.read(Files.readAllBytes(file), file.toString()));
  }

  /** The folders of subjects in a folder, in the order of their names. */
  public static List<SubjectFolder> in(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parent)) {
      List<SubjectFolder> subjects = new ArrayList<>();
      for (Path folder : folders.filter(SubjectFolder::isOne).sorted().toList()) {
        subjects.add(of(folder));
      }
      return subjects;
    }
  }

  /** The folder's own name. */
  public String name() {
    return folder.normalize().getFileName().toString();
  }

  /** The version of the implementation under test. */
  public String version() {
    return description.version();
  }

  /** The names of its subjects. */
  public Set<String> subjects() {
    return description.run().keySet();
  }

  /** Whether the folder is prepared as it stands. */
  public boolean isPrepared() throws IOException {
    return Files.exists(stamp()) && Files.readString(stamp()).equals(fingerprint());
  }

  /**
   * Prepares the folder if that is necessary.
   *
   * @throws SubjectException if a command fails
   */
  public void prepare(Listener listener) throws IOException {
    if (isPrepared()) {
      return;
    }
    for (List<String> command : description.prepare()) {
      listener.begins(String.join(" ", command));
      run(command, listener::prints);
    }
    AtomicFile.write(stamp(), fingerprint().getBytes(StandardCharsets.UTF_8));
  }

  private void run(List<String> command, Consumer<String> printed) throws IOException {
    Process process = start(command);
    Thread killer = new Thread(() -> ProcessTree.kill(process));
    Runtime.getRuntime().addShutdownHook(killer);
    LastLines said = new LastLines(process.getInputStream(), printed);
    process.getOutputStream().close();
    said.run();
    int code = exitCode(process);
    Runtime.getRuntime().removeShutdownHook(killer);
    if (code != 0) {
      throw cannotPrepare("'%s' ended with exit code %d; it said: %s".formatted(String.join(" ", command), code, said.text()));
    }
  }

  private Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw cannotPrepare(e.getMessage());
    }
  }

  private SubjectException cannotPrepare(String why) {
    return new SubjectException(Failure.CRASHED, "cannot prepare %s: %s".formatted(name(), why));
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new SubjectException(Failure.CRASHED, "interrupted");
    }
  }

  /** A subject of that name, ready to be asked; its process has a clean environment. */
  public Subject subject(String name, Duration limit) {
    return ProcessSubject.inCleanEnvironment(description.run().get(name), folder, limit);
  }

  private Path stamp() {
    return folder.resolve(BUILT).resolve("prepared");
  }

  /** A hash of all that the subjects are made from. */
  private String fingerprint() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    add(all, folder);
    for (String source : description.sources()) {
      add(all, folder.resolve(source));
    }
    return Manifest.sha256(all.toByteArray());
  }

  private static void add(ByteArrayOutputStream all, Path source) throws IOException {
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path file : paths.filter(Files::isRegularFile).filter(file -> !source.relativize(file).startsWith(BUILT)).sorted().toList()) {
        all.writeBytes(source.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(Files.readAllBytes(file));
      }
    }
  }
}
