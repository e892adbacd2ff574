package org.bnoracle.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final Manifest MANIFEST = new Manifest(
      "core", "me", List.of(Manifest.Entry.of("a/b.json", "abc".getBytes(UTF_8), 3), new Manifest.Entry("c/d.json", "00", 4)));

  @Test
  void aManifestIsReadAsItWasWritten() {
    assertEquals(MANIFEST, Manifest.read(MANIFEST.bytes(), "manifest.json"));
    assertArrayEquals(MANIFEST.bytes(), Manifest.read(MANIFEST.bytes(), "manifest.json").bytes());
  }

  @Test
  void casesAreCounted() {
    assertEquals(7, MANIFEST.cases());
  }

  /** The value is that of FIPS 180-4's example, by coreutils sha256sum 9.1: printf abc | sha256sum. */
  @Test
  void hashesAreSha256() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", MANIFEST.files().get(0).sha256());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{}                            | m:1:2: says 0 cases, its files have 0",
    "{\"cases\": 3, \"files\": []} | m:1:25: says 3 cases, its files have 0",
    "{\"cases\": 1, \"files\": [{\"path\": \"a\", \"cases\": 2}]} | m:1:50: says 1 cases, its files have 2",
    "{\"sum\": 1}                  | m:1:9: /sum: unknown field 'sum', expected one of: format, suite, generator, cases, sequences, files, proof",
    "{\"files\": [{\"md5\": \"\"}]} | m:1:20: /files/0/md5: unknown field 'md5', expected one of: path, sha256, cases"
  })
  void aBadManifestIsRefused(String text, String message) {
    assertEquals(message, assertThrows(DocumentException.class, () -> Manifest.read(text.getBytes(UTF_8), "m")).getMessage());
  }
}
