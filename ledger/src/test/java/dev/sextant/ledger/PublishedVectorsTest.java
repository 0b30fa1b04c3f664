package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proof vectors of github.com/transparency-dev/merkle, where a copy of them is at hand. */
class PublishedVectorsTest {
  @TestFactory
  Stream<DynamicTest> inclusion() throws IOException {
    return files("inclusion").stream().map(file -> test(file, PublishedVectorsTest::includes));
  }

  @TestFactory
  Stream<DynamicTest> consistency() throws IOException {
    return files("consistency").stream().map(file -> test(file, PublishedVectorsTest::consistent));
  }

  private interface Judge {
    boolean accepts(String json);
  }

  private static DynamicTest test(Path file, Judge judge) {
    return DynamicTest.dynamicTest(
        file.subpath(file.getNameCount() - 2, file.getNameCount()).toString(),
        () -> {
          String json = Files.readString(file);
          boolean wanted = !field(json, "wantErr", "(true|false)").equals("true");
          assertThat(judge.accepts(json)).as(file.toString()).isEqualTo(wanted);
        });
  }

  private static boolean includes(String json) {
    return Merkle.includes(
        number(json, "leafIdx"),
        number(json, "treeSize"),
        bytes(json, "leafHash"),
        proof(json),
        bytes(json, "root"));
  }

  private static boolean consistent(String json) {
    return Merkle.consistent(
        number(json, "size1"),
        number(json, "size2"),
        bytes(json, "root1"),
        bytes(json, "root2"),
        proof(json));
  }

  private static List<Path> files(String kind) throws IOException {
    Path folder = dataFolder();
    Assumptions.assumeTrue(
        folder != null,
        "skipped: no specs/merkle/testdata under sextant.data, SEXTANT_DATA or ../shared/data");
    try (Stream<Path> files = Files.walk(folder.resolve("specs/merkle/testdata").resolve(kind))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(found).as("vectors of " + kind).hasSizeGreaterThan(50);
      return found;
    }
  }

  private static @Nullable Path dataFolder() {
    List<@Nullable String> places = new ArrayList<>();
    places.add(System.getProperty("sextant.data"));
    places.add(System.getenv("SEXTANT_DATA"));
    places.add("../shared/data");
    places.add("../../shared/data");
    for (String place : places) {
      if (place != null && Files.isDirectory(Path.of(place, "specs/merkle/testdata"))) {
        return Path.of(place);
      }
    }
    return null;
  }

  private static String field(String json, String name, String value) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\\s*" + value).matcher(json);
    assertThat(matcher.find()).as(name + " in " + json).isTrue();
    return matcher.group(1);
  }

  private static long number(String json, String name) {
    // Some vectors hold an unsigned 64-bit number; as a long it is negative, and refused as such.
    return Long.parseUnsignedLong(field(json, name, "([0-9]+)"));
  }

  private static byte[] bytes(String json, String name) {
    return Base64.getDecoder().decode(field(json, name, "\"([^\"]*)\""));
  }

  private static List<byte[]> proof(String json) {
    List<byte[]> proof = new ArrayList<>();
    Matcher list =
        Pattern.compile("\"proof\":\\s*(?:null|\\[(.*?)\\])", Pattern.DOTALL).matcher(json);
    assertThat(list.find()).as("proof in " + json).isTrue();
    Matcher item = Pattern.compile("\"([^\"]*)\"").matcher(String.valueOf(list.group(1)));
    while (item.find()) {
      proof.add(Base64.getDecoder().decode(item.group(1)));
    }
    return proof;
  }
}
