package org.bnoracle.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed vectors; another test says that they are those of the catalogue. */
class CatalogueFilesTest {
  private static final Path FOLDER = Path.of("golden-vectors");
  private static List<Path> files;

  @BeforeAll
  static void find() throws IOException {
    try (Stream<Path> paths = Files.walk(FOLDER, 2)) {
      files = paths.filter(path -> path.getNameCount() == 3 && path.toString().endsWith(".json"))
          .filter(path -> !path.getName(1).toString().equals("schema")).sorted().toList();
    }
    assertTrue(files.size() >= 200, "only " + files.size() + " files");
  }

  @Test
  void whatIsReadIsWrittenAgainByteForByte() throws IOException {
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      assertArrayEquals(bytes, Vectors.bytes(Vectors.read(bytes, file.toString())), file.toString());
    }
  }

  @Test
  void everyFileIsValid() throws IOException {
    for (Path file : files) {
      Operation operation = Operation.named(file.getName(1).toString());
      assertEquals(List.of(), Schema.of(operation).violations(Files.readAllBytes(file)), file.toString());
    }
  }

  @Test
  void aCaseOnTheWireIsTheCaseInTheFile() throws IOException {
    for (Path file : files) {
      VectorFile vectors = Vectors.read(Files.readAllBytes(file), file.toString());
      Case question = vectors.vectors().get(0).question();
      String line = Protocol.line(question, Set.of(), null);
      assertEquals(1, line.lines().count());
      String operation = "\"operation\":\"" + vectors.operation().label() + "\",";
      String document = "{" + operation + "\"cases\":[" + Sample.change(line, operation, "") + "]}";
      assertEquals(question.inputs(), Sample.read(document).vectors().get(0).question().inputs());
    }
  }
}
