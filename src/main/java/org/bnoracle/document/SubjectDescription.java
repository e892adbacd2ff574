package org.bnoracle.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder of subjects, as its subject.json describes it.
 *
 * @param version of the implementation under test
 * @param sources further files and folders that the subjects are made from, relative to the folder
 * @param prepare commands to run in the folder, once for each state of it and of the sources
 * @param run name → the command that starts the subject of that name, in the folder
 */
public record SubjectDescription(
    String version, List<String> sources, List<List<String>> prepare, Map<String, List<String>> run) {
  public static final String FILE_NAME = "subject.json";

  private static final List<String> FIELDS = List.of("version", "sources", "prepare", "run");

  /**
   * @param source names the document in complaints
   * @throws DocumentException if the document does not describe a subject
   */
  public static SubjectDescription read(byte[] document, String source) {
    return JsonInput.read(document, source, null, SubjectDescription::read);
  }

  private static SubjectDescription read(JsonInput in) throws IOException {
    String[] version = {""};
    List<String> sources = new ArrayList<>();
    List<List<String>> prepare = new ArrayList<>();
    Map<String, List<String>> run = new LinkedHashMap<>();
    in.object(field -> {
      switch (field) {
        case "version" -> version[0] = in.string();
        case "sources" -> sources.addAll(in.strings());
        case "prepare" -> in.array(() -> prepare.add(in.strings()));
        case "run" -> in.object(name -> run.put(name, in.strings()));
        default -> throw in.unknownField(field, FIELDS);
      }
    });
    if (version[0].isEmpty() || run.isEmpty()) {
      throw in.error("needs version and run");
    }
    return new SubjectDescription(version[0], sources, prepare, run);
  }
}
