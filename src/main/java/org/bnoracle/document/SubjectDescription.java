package org.bnoracle.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A subject's folder, as its subject.json describes it.
 *
 * @param version of the implementation under test
 * @param prepare commands to run in the folder, once for each state of the folder
 * @param run the command that starts the subject, in the folder
 */
public record SubjectDescription(String name, String version, List<List<String>> prepare, List<String> run) {
  public static final String FILE_NAME = "subject.json";

  private static final List<String> FIELDS = List.of("name", "version", "prepare", "run");

  /**
   * @param source names the document in complaints
   * @throws DocumentException if the document does not describe a subject
   */
  public static SubjectDescription read(byte[] document, String source) {
    return JsonInput.read(document, source, null, SubjectDescription::read);
  }

  private static SubjectDescription read(JsonInput in) throws IOException {
    String[] texts = {"", ""};
    List<List<String>> prepare = new ArrayList<>();
    List<String> run = new ArrayList<>();
    in.object(name -> {
      switch (name) {
        case "name" -> texts[0] = in.string();
        case "version" -> texts[1] = in.string();
        case "prepare" -> in.array(() -> prepare.add(in.strings()));
        case "run" -> run.addAll(in.strings());
        default -> throw in.unknownField(name, FIELDS);
      }
    });
    if (texts[0].isEmpty() || run.isEmpty()) {
      throw in.error("needs name and run");
    }
    return new SubjectDescription(texts[0], texts[1], prepare, run);
  }
}
