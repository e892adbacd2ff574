package org.bnoracle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bnoracle.subject.Subject;
import org.bnoracle.subject.SubjectFolder;

/** A subject of a folder, by its name. */
record Shipped(String name, SubjectFolder folder) {
  /** Those that come with the project, in the order of their folders. */
  static List<Shipped> all() throws IOException {
    List<Shipped> all = new ArrayList<>();
    for (SubjectFolder folder : SubjectFolder.in(Product.subjects())) {
      all.addAll(of(folder));
    }
    return all;
  }

  /**
   * The subject of that name, or all of the folder of that name, which is a path or a folder that comes with the project;
   * none where there is no such.
   */
  static List<Shipped> named(String name) throws IOException {
    if (SubjectFolder.isOne(Path.of(name))) {
      return of(SubjectFolder.of(Path.of(name)));
    }
    List<Shipped> all = all();
    List<Shipped> exact = all.stream().filter(shipped -> shipped.name().equals(name)).toList();
    return exact.isEmpty() ? all.stream().filter(shipped -> shipped.folder().name().equals(name)).toList() : exact;
  }

  private static List<Shipped> of(SubjectFolder folder) {
    return folder.subjects().stream().map(name -> new Shipped(name, folder)).toList();
  }

  /** Prepares its folder if that is necessary, and says so. */
  void prepare(PrintWriter err) throws IOException {
    try (Progress progress = Progress.of(folder.name(), -1)) {
      folder.prepare(new SubjectFolder.Listener() {
        @Override
        public void begins(String command) {
          err.printf("preparing %s %s: %s%n", folder.name(), folder.version(), command);
        }

        @Override
        public void prints(String line) {
          progress.say(line);
        }
      });
    }
  }

  /** The subject, ready to be asked. */
  Subject subject(Duration limit) {
    return folder.subject(name, limit);
  }
}
