package dev.sextant.records.reader.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class JsonStreamTest {
  private static final ObjectMapper TWIN = new JsonMapper();

  private static JsonStream stream(byte[] bytes) throws IOException {
    // Seven bytes at a time, so that buffer borders fall everywhere.
    InputStream drips =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, 7));
          }
        };
    return JsonStream.of(drips, Limits.standard());
  }

  private static Json tree(byte[] bytes) throws IOException {
    try (JsonStream in = stream(bytes)) {
      Json json = in.tree();
      in.end();
      return json;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyValueKnowsItsBytes() throws IOException {
    byte[] bom = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bom);
    out.write(utf8(" {\"schlüssel\" : [1, \"größe 🚲\", {\"a\":null}, true ] } "));
    byte[] bytes = out.toByteArray();
    Json.Obj root = (Json.Obj) tree(bytes);
    assertThat(slice(bytes, root)).startsWith("{").endsWith("}");
    Json.Arr list = (Json.Arr) java.util.Objects.requireNonNull(root.get("schlüssel"));
    assertThat(list.items().stream().map(j -> slice(bytes, j)))
        .containsExactly("1", "\"größe 🚲\"", "{\"a\":null}", "true");
    assertThat(root.raw()).isEqualTo("{\"schlüssel\":[1,\"größe 🚲\",{\"a\":null},true]}");
  }

  private static String slice(byte[] bytes, Json json) {
    return new String(
        Arrays.copyOfRange(bytes, (int) json.from(), (int) json.to()), StandardCharsets.UTF_8);
  }

  /**
   * Random documents written by another library: same values, and each range parses to its value.
   */
  @Test
  void agreesWithAnotherLibraryOnRandomDocuments() throws IOException {
    long seed = 20260501L;
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      Object made = value(random, 0);
      byte[] bytes =
          random.nextBoolean()
              ? TWIN.writeValueAsBytes(made)
              : TWIN.writerWithDefaultPrettyPrinter().writeValueAsBytes(made);
      check(bytes, tree(bytes), TWIN.readTree(bytes), "seed " + seed + " round " + round);
    }
  }

  private static void check(byte[] bytes, Json mine, JsonNode twin, String where)
      throws IOException {
    byte[] range = Arrays.copyOfRange(bytes, (int) mine.from(), (int) mine.to());
    assertThat(TWIN.readTree(range)).as(where).isEqualTo(twin);
    switch (mine) {
      case Json.Obj o -> {
        assertThat(o.fields().keySet()).as(where).containsExactlyElementsOf(twin.propertyNames());
        for (Map.Entry<String, Json> field : o.fields().entrySet()) {
          check(bytes, field.getValue(), twin.get(field.getKey()), where);
        }
      }
      case Json.Arr a -> {
        assertThat(a.items()).as(where).hasSize(twin.size());
        for (int i = 0; i < twin.size(); i++) {
          check(bytes, a.items().get(i), twin.get(i), where);
        }
      }
      case Json.Text t -> assertThat(t.text()).as(where).isEqualTo(twin.asString());
      default -> assertThat(mine.raw()).as(where).isEqualTo(twin.toString());
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 5 ? 4 : 6)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextBoolean();
      case 2, 3 -> text(random);
      case 4 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          map.put(text(random), value(random, depth + 1));
        }
        yield map;
      }
    };
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int point =
          switch (random.nextInt(5)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> "\"\\/\b\n\t".codePointAt(random.nextInt(6));
            case 2 -> 0x80 + random.nextInt(0xD000 - 0x80);
            case 3 -> 0x1F600 + random.nextInt(50);
            default -> 'a' + random.nextInt(26);
          };
      out.appendCodePoint(point);
    }
    return out.toString();
  }

  /* What came of bytes of which so many come at a time: the tree and how leniently, or the fault. */
  private static String told(byte[] bytes, int atATime) throws IOException {
    InputStream drips =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, atATime));
          }
        };
    try (JsonStream in = JsonStream.of(drips, Limits.standard())) {
      Json tree = in.tree();
      in.end();
      return tree + " " + in.leniencies();
    } catch (JsonBroken e) {
      return e.fault() + " at " + e.offset();
    }
  }

  /** With fewer than eight bytes in hand the lexer goes byte by byte: the plain twin. */
  @Test
  void eightBytesAtATimeSayWhatSingleBytesSay() throws IOException {
    long seed = System.nanoTime();
    System.out.println("JsonStreamTest seed " + seed);
    Random random = new Random(seed);
    int broken = 0;
    for (int round = 0; round < 6000; round++) {
      byte[] bytes = document(random);
      String one = told(bytes, 7);
      broken += one.contains(" at ") ? 1 : 0;
      for (int atATime : new int[] {8, 9 + random.nextInt(60), bytes.length + 8}) {
        assertThat(told(bytes, atATime))
            .as("seed %d round %d, %d at a time", seed, round, atATime)
            .isEqualTo(one);
      }
    }
    assertThat(broken).isBetween(600, 5400);
  }

  /* Fields and texts of all lengths, indented in all ways; half of them with some bytes changed to
   * those at which a look at eight could go wrong. */
  private static byte[] document(Random random) {
    StringBuilder out = new StringBuilder("{");
    int fields = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 8);
    for (int i = 0; i < fields; i++) {
      out.append(i == 0 ? "" : ",").append("\n\r\t ".charAt(random.nextInt(4)));
      out.append(" ".repeat(random.nextInt(random.nextInt(9) == 0 ? 30 : 6)));
      out.append('"').append((char) ('a' + random.nextInt(26))).append(random.nextInt(3));
      out.append("\":").append(" ".repeat(random.nextInt(2))).append('"');
      for (int length = random.nextInt(40); length > 0; length--) {
        out.append(
            random.nextInt(12) == 0 ? "\u00e9\u4e2d\u007f\u0080".charAt(random.nextInt(4)) : 'x');
      }
      out.append('"');
    }
    byte[] bytes = utf8(out.append("\n }\n\n").toString());
    byte[] odd = {0, 1, 0x1f, 0x20, 0x21, '"', '#', '[', '\\', ']', 0x7f, -128, -1, -94, -36};
    for (int i = random.nextBoolean() ? 0 : 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = odd[random.nextInt(odd.length)];
    }
    return bytes;
  }

  @Test
  void everyCutIsATypedFault() throws IOException {
    byte[] whole = utf8("{\"a\":[1,{\"b\":\"ü\\u00e9\"},true,null],\"c\":-1.5e3}");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> tree(cut))
          .as("cut at %d", length)
          .isInstanceOf(JsonBroken.class)
          .satisfies(e -> assertThat(((JsonBroken) e).offset()).isLessThanOrEqualTo(cut.length));
    }
  }

  @Test
  void randomBytesNeverEscapeAsAnythingButATypedFault() throws IOException {
    long seed = 77L;
    Random random = new Random(seed);
    byte[] whole = utf8("{\"a\":[1,{\"b\":\"ü\\u00e9 \\x1f\"},true,null],\"c\":-1.5e3}");
    int broken = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = whole.clone();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        tree(bytes);
      } catch (JsonBroken e) {
        broken++;
      }
    }
    assertThat(broken).as("seed %d", seed).isGreaterThan(500);
  }

  @Test
  void telegramsOwnEscapesAndBadBytesAreReadAndCounted() throws IOException {
    try (JsonStream in = stream(utf8("\"a\\x1Fb\""))) {
      assertThat(in.tree().raw()).isEqualTo("a\u001fb");
      assertThat(in.leniencies()).isEqualTo(1);
    }
    byte[] latin = "\"caf\u00e9\"".getBytes(StandardCharsets.ISO_8859_1);
    try (JsonStream in = stream(latin)) {
      assertThat(in.tree().raw()).isEqualTo("caf\ufffd");
      assertThat(in.leniencies()).isEqualTo(1);
    }
    try (JsonStream in = stream(utf8("\"\\ud83d x\""))) {
      assertThat(in.tree().raw()).isEqualTo("\ufffd x");
    }
  }

  @Test
  void utf16IsACharsetFault() {
    byte[] bytes = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> tree(bytes))
        .isInstanceOfSatisfying(
            JsonBroken.class, e -> assertThat(e.fault().code()).isEqualTo(ReadFault.CHARSET));
  }

  @Test
  void deepNestingAndHugeItemsMeetALimit() {
    assertThatThrownBy(() -> tree(utf8("[".repeat(100_000))))
        .isInstanceOfSatisfying(
            JsonBroken.class, e -> assertThat(e.fault().code()).isEqualTo(ReadFault.LIMIT));
    Limits small = Limits.standard().withItemBytes(1000);
    for (String text : List.of("\"" + "x".repeat(2000) + "\"", "[" + "1,".repeat(2000) + "1]")) {
      assertThatThrownBy(() -> JsonStream.of(new ByteArrayInputStream(utf8(text)), small).tree())
          .isInstanceOfSatisfying(
              JsonBroken.class, e -> assertThat(e.fault().code()).isEqualTo(ReadFault.LIMIT));
    }
  }

  @Test
  void pointersFollowRfc6901() throws IOException {
    List<String> seen = new ArrayList<>();
    try (JsonStream in = stream(utf8("{\"a/b\":[0,{\"~\":1}]}"))) {
      in.object(name ->
          in.array(index -> {
            seen.add(in.pointer());
            in.skip();
          }));
    }
    assertThat(seen).containsExactly("/a~1b/0", "/a~1b/1");
  }

  @Test
  void repeatedKeysAreAllKept() throws IOException {
    Json.Obj o = (Json.Obj) tree(utf8("{\"a\":1,\"a\":2}"));
    assertThat(o.fields().keySet()).containsExactly("a", "a (again)");
  }

  @Test
  void mojibakeIsRepairedOnlyWhereItIs() {
    assertThat(Mojibake.repair("Jos\u00c3\u00a9")).isEqualTo("José");
    assertThat(Mojibake.repair("\u00f0\u009f\u0098\u0080")).isEqualTo("😀");
    assertThat(Mojibake.repair("José")).isEqualTo("José");
    assertThat(Mojibake.repair("Привет")).isEqualTo("Привет");
    assertThat(Mojibake.repair("plain")).isEqualTo("plain");
  }

  @TempDir java.nio.file.Path folder;

  @Test
  void assignmentBeforeTheValueIsPassedOver() throws IOException {
    java.nio.file.Path file =
        java.nio.file.Files.writeString(folder.resolve("t.js"), "window.YTD.x.part0 = [ 5 ];\n");
    try (var source = dev.sextant.records.reader.ExhibitSource.open(file, Limits.standard());
        JsonStream in = JsonStream.afterAssignment(source.parts().getFirst(), Limits.standard())) {
      Json.Arr list = (Json.Arr) in.tree();
      in.end();
      assertThat(list.items().getFirst().from()).isEqualTo(23);
    }
  }
}
