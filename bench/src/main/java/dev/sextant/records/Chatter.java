package dev.sextant.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes a chat as Telegram Desktop exports one, with made-up people who say made-up things in
 * three languages: words as often as words of people are (the n-th commonest one n-th part as often
 * as the commonest), now and then an address, a number, a link, a picture, an answer.
 */
final class Chatter {
  /** The first account's number. */
  private static final int FIRST = 100_000;

  private static final int PEOPLE = 2_000;
  private static final int VOCABULARY = 30_000;

  private static final List<String[]> COMMON =
      List.of(
          words(
              "the you to I and a it is that in of what me for this on do not have be are we was with"
                  + " can no just so but know my he go like all get here will up if out at there they one"
                  + " about think now want when how come see time good right got yes tell why who need from"
                  + " where back some ship harbour money tomorrow call send price paid again"),
          words(
              "ich sie das ist du nicht die und es der wir was zu ein er in mir mit ja wie den auf mich"
                  + " dass so hier eine wenn hat all sind von dich war haben für an habe da nein bin noch dir"
                  + " uns sich nur einen kann dem auch schon als dann morgen Hafen Schiff Ware bezahlt"
                  + " Lieferung Strasse heute wieder kommen über können"),
          words(
              "de que no a la el es y en lo un por me una te los se con para mi está si bien pero yo eso"
                  + " las sí su tu aquí del al como le más esto ya todo esta vamos muy hay ahora algo estoy"
                  + " tengo nada cuando mañana puerto dinero coche llamada casa noche trabajo amigo tiempo"
                  + " qué dónde"));

  private static final String[][] SYLLABLES = {
    words("ing er an re st con ter al ment ver ship out over under light tion ly ness ful er"),
    words("en ge ver sch lich keit ung aus ein bar haus werk zeug fahrt auf ab heit los er"),
    words("ar er ción ado mente ero isi ta con des pre cam bar lle ria dad oso ando iendo re")
  };

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Random random = new Random(20261122);
  private final String[][] vocabulary = new String[COMMON.size()][];
  private final double[] heard = new double[VOCABULARY];

  private Chatter() {
    for (int language = 0; language < vocabulary.length; language++) {
      String[] all = new String[VOCABULARY];
      String[] common = COMMON.get(language);
      for (int i = 0; i < all.length; i++) {
        all[i] = i < common.length ? common[i] : invented(SYLLABLES[language]);
      }
      vocabulary[language] = all;
    }
    double sum = 0;
    for (int i = 0; i < heard.length; i++) {
      sum += 1.0 / (i + 2);
      heard[i] = sum;
    }
  }

  /** The numbers of all who speak in it. */
  static List<String> people() {
    return IntStream.range(0, PEOPLE).mapToObj(who -> String.valueOf(FIRST + who)).toList();
  }

  private static String[] words(String text) {
    return text.split(" ");
  }

  private String invented(String[] syllables) {
    StringBuilder out = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      out.append(syllables[random.nextInt(syllables.length)]);
    }
    return out.toString();
  }

  /**
   * Writes an export.
   *
   * @param from when the first message was sent
   * @param stepMillis between one and the next
   */
  static void write(Path to, int messages, Instant from, long stepMillis) throws IOException {
    Chatter chatter = new Chatter();
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      out.write(
          "{\n \"name\": \"Load\",\n \"type\": \"private_supergroup\",\n \"id\": 4711,\n \"messages\": [\n");
      for (int i = 0; i < messages; i++) {
        out.write(chatter.message(i + 1, from.plusMillis(stepMillis * i)));
        out.write(i + 1 < messages ? ",\n" : "\n");
      }
      out.write(" ]\n}\n");
    }
  }

  private String message(int id, Instant at) {
    // Few say most.
    int who = (int) (PEOPLE * Math.pow(random.nextDouble(), 4));
    StringBuilder out = new StringBuilder(600);
    out.append("  {\n   \"id\": ")
        .append(id)
        .append(",\n   \"type\": \"message\",\n   \"date\": \"");
    out.append(LOCAL.format(at))
        .append("\",\n   \"date_unixtime\": \"")
        .append(at.getEpochSecond());
    out.append("\",\n   \"from\": \"").append(name(who)).append("\",\n   \"from_id\": \"user");
    out.append(FIRST + who).append("\",\n");
    if (id > 10 && random.nextInt(4) == 0) {
      out.append("   \"reply_to_message_id\": ").append(id - 1 - random.nextInt(9)).append(",\n");
    }
    if (random.nextInt(20) == 0) {
      out.append(
          "   \"photo\": \"(File not included. Change data exporting settings to download.)\",\n");
      out.append("   \"photo_file_size\": 104729,\n   \"width\": 960,\n   \"height\": 1280,\n");
    }
    said(out);
    return out.append("  }").toString();
  }

  private String name(int who) {
    String[] words = vocabulary[who % vocabulary.length];
    String first = words[100 + who % 900];
    return Character.toUpperCase(first.charAt(0))
        + first.substring(1)
        + " "
        + (char) ('A' + who % 26);
  }

  private void said(StringBuilder out) {
    String plain = sentence();
    String kind = null;
    String marked = "";
    switch (random.nextInt(60)) {
      case 0 -> {
        kind = "link";
        marked =
            "https://example.org/"
                + vocabulary[0][random.nextInt(VOCABULARY)]
                + "?p="
                + random.nextInt(9999);
      }
      case 1 -> {
        kind = "phone";
        marked = "+4930" + (1_000_000 + random.nextInt(9_000_000));
      }
      case 2 -> {
        kind = "mention";
        marked = "@" + vocabulary[1][100 + random.nextInt(2000)] + random.nextInt(99);
      }
      case 3 -> {
        kind = "email";
        marked =
            vocabulary[2][100 + random.nextInt(2000)].replaceAll("[^a-z]", "") + "@example.net";
      }
      default -> plain = random.nextInt(30) == 0 ? plain + " \uD83D\uDE02" : plain;
    }
    if (kind == null) {
      out.append("   \"text\": \"").append(plain).append("\",\n   \"text_entities\": [\n");
      entity(out, "plain", plain).append("\n   ]\n");
      return;
    }
    out.append("   \"text\": [\n    \"")
        .append(plain)
        .append(" \",\n    {\n     \"type\": \"")
        .append(kind);
    out.append("\",\n     \"text\": \"")
        .append(marked)
        .append("\"\n    }\n   ],\n   \"text_entities\": [\n");
    entity(out, "plain", plain + " ").append(",\n");
    entity(out, kind, marked).append("\n   ]\n");
  }

  private static StringBuilder entity(StringBuilder out, String type, String text) {
    out.append("    {\n     \"type\": \"")
        .append(type)
        .append("\",\n     \"text\": \"")
        .append(text);
    return out.append("\"\n    }");
  }

  /* Most are short: on average eleven words, seldom forty. */
  private String sentence() {
    String[] words = vocabulary[Math.max(0, random.nextInt(6) - 3)];
    int length = 1 + (int) Math.min(60, -Math.log(1 - random.nextDouble()) * 10);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(i > 0 ? " " : "").append(random.nextInt(100) == 0 ? number() : word(words));
    }
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    return out.append(List.of("", ".", "?", "!").get(random.nextInt(4))).toString();
  }

  private String number() {
    return String.valueOf(random.nextInt(10_000));
  }

  private String word(String[] words) {
    double at = random.nextDouble() * heard[heard.length - 1];
    int from = 0;
    int to = heard.length - 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (heard[middle] < at) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return words[from];
  }
}
