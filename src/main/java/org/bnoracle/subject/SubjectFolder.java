package org.bnoracle.subject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bnoracle.document.AtomicFile;
import org.bnoracle.document.Manifest;
import org.bnoracle.document.SubjectDescription;
import org.bnoracle.subject.SubjectException.Failure;

/** A folder with a subject.json. It is prepared once, and again whenever a file of it changes. */
public final class SubjectFolder {
  private static final String BUILT = "target";

  private final Path folder;
  private final SubjectDescription description;

  private SubjectFolder(Path folder, SubjectDescription description) {
    this.folder = folder;
    this.description = description;
  }

  /** Whether the folder describes a subject. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(SubjectDescription.FILE_NAME));
  }

  /** @throws IOException if there is no description to read */
  public static SubjectFolder of(Path folder) throws IOException {
    Path file = folder.resolve(SubjectDescription.FILE_NAME);
    return new SubjectFolder(folder.toAbsolutePath(), SubjectDescription.read(Files.readAllBytes(file), file.toString()));
  }

  /** The subjects in a folder of folders, in the order of their names. */
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

  public SubjectDescription description() {
    return description;
  }

  /** Whether the folder is prepared as it stands. */
  public boolean isPrepared() throws IOException {
    return Files.exists(stamp()) && Files.readString(stamp()).equals(fingerprint());
  }

  /**
   * Prepares the folder if that is necessary.
   *
   * @param progress is told of each command before it runs
   * @throws SubjectException if a command fails
   */
  public void prepare(Consumer<String> progress) throws IOException {
    if (isPrepared()) {
      return;
    }
    for (List<String> command : description.prepare()) {
      progress.accept(String.join(" ", command));
      run(command);
    }
    AtomicFile.write(stamp(), fingerprint().getBytes(StandardCharsets.UTF_8));
  }

  private void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    Thread killer = new Thread(() -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    Runtime.getRuntime().addShutdownHook(killer);
    LastLines said = new LastLines(process.getInputStream());
    process.getOutputStream().close();
    said.run();
    int code = exitCode(process);
    Runtime.getRuntime().removeShutdownHook(killer);
    if (code != 0) {
      throw new SubjectException(Failure.CRASHED, "cannot prepare %s: '%s' ended with exit code %d; it said: %s".formatted(
          description.name(), String.join(" ", command), code, said.text()));
    }
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

  /** The subject, ready to be asked. */
  public Subject subject(Duration limit) {
    return new ProcessSubject(description.run(), folder, limit);
  }

  private Path stamp() {
    return folder.resolve(BUILT).resolve("prepared");
  }

  /** A hash of all that the subject is made from. */
  private String fingerprint() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).filter(this::isSource).sorted().toList()) {
        all.writeBytes(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(Files.readAllBytes(file));
      }
    }
    return Manifest.sha256(all.toByteArray());
  }

  private boolean isSource(Path file) {
    return !folder.relativize(file).startsWith(BUILT);
  }
}
