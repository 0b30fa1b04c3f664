package dev.sextant.training;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down what is true in the fiction, for trainers, scores and tests. */
final class Truth {
  private Truth() {}

  static byte[] of(Cast cast, Map<Talk, List<Line>> talks, DemoCase demo, long seed)
      throws IOException {
    Map<String, @Nullable Object> truth = new TreeMap<>();
    truth.put("format", "sextant-truth/1");
    truth.put("seed", seed);
    truth.put(
        "window",
        Map.of("from", DemoCase.WINDOW_FROM.toString(), "to", DemoCase.WINDOW_TO.toString()));
    truth.put("selectors", demo.selectors().stream().map(s -> (Object) s.toString()).toList());
    truth.put("exports", exports(demo.folder(), demo.exports()));
    truth.put("people", people(cast));
    truth.put("conversations", conversations(talks));
    truth.put("facts", facts(talks));
    truth.put("broker", "p02");
    truth.put("aliases", aliases());
    truth.put("decoys", decoys());
    truth.put("exculpatory", exculpatory());
    return (CanonicalJson.text(truth) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Object> exports(Path folder, List<DemoCase.Export> exports)
      throws IOException {
    List<Object> all = new ArrayList<>();
    for (DemoCase.Export export : exports) {
      byte[] bytes = Files.readAllBytes(export.file());
      all.add(
          Map.of(
              "file", folder.relativize(export.file()).toString().replace('\\', '/'),
              "how", export.how(),
              "note", export.note(),
              "bytes", (long) bytes.length,
              "sha256", Digest.of(bytes).hex()));
    }
    return all;
  }

  private static List<Object> people(Cast cast) {
    List<Object> all = new ArrayList<>();
    for (Cast.Person person : cast.people()) {
      List<Object> accounts = new ArrayList<>();
      for (Cast.Account account : cast.accountsOf(person)) {
        Map<String, @Nullable Object> one = new TreeMap<>();
        one.put("account", account.id());
        one.put("platform", account.platform());
        one.put("shown", account.shown());
        put(one, "number", account.number());
        put(one, "handle", account.handle());
        put(one, "phone", account.phone());
        put(one, "email", account.email());
        accounts.add(one);
      }
      all.add(
          Map.of(
              "person", person.id(),
              "name", person.name(),
              "role", person.role(),
              "note", person.note(),
              "accounts", accounts));
    }
    return all;
  }

  private static void put(Map<String, @Nullable Object> into, String name, String value) {
    if (!value.isEmpty()) {
      into.put(name, value);
    }
  }

  private static List<Object> conversations(Map<Talk, List<Line>> talks) {
    List<Object> all = new ArrayList<>();
    talks.forEach((talk, lines) -> {
      long inside =
          lines.stream()
              .filter(l ->
                  !l.at().isBefore(DemoCase.WINDOW_FROM) && l.at().isBefore(DemoCase.WINDOW_TO))
              .count();
      Map<String, @Nullable Object> one = new TreeMap<>();
      one.put("conversation", talk.key());
      one.put("platform", platform(talk));
      one.put("title", talk.title());
      one.put("messages", (long) lines.size());
      one.put("messagesInWindow", inside);
      one.put("members", talk.members().stream().map(m -> (Object) m.account().id()).toList());
      put(one, "number", talk.export().equals("x") ? XExport.conversation(talk) : talk.number());
      all.add(one);
    });
    return all;
  }

  private static String platform(Talk talk) {
    return talk.export().startsWith("whatsapp") ? "whatsapp" : talk.export();
  }

  private static List<Object> facts(Map<Talk, List<Line>> talks) {
    List<Object> all = new ArrayList<>();
    talks.forEach((talk, lines) -> {
      for (Line line : lines) {
        String fact = line.fact();
        if (fact != null) {
          all.add(
              Map.of(
                  "fact", fact,
                  "conversation", talk.key(),
                  "platform", platform(talk),
                  "account", line.author().id(),
                  "time", line.at().toString(),
                  "message", message(talk, line),
                  "text", line.text()));
        }
      }
    });
    return all;
  }

  /** By what a line is found in its export: a number, or the time as written. */
  private static String message(Talk talk, Line line) {
    return switch (talk.export()) {
      case "telegram" -> Long.toString(TelegramExport.number(line.number()));
      case "x" -> Long.toString(XExport.number(talk, line));
      case "instagram" -> Long.toString(InstagramExport.millis(line));
      case "whatsapp-android" -> WhatsAppExport.androidTime(line.at());
      default -> WhatsAppExport.iosTime(line.at());
    };
  }

  private static List<Object> aliases() {
    return List.of(
        Map.of(
            "accounts", List.of("t02", "i02"),
            "person", "p02",
            "strong", List.of("the same telephone number, checked by Telegram and by Instagram"),
            "weak", List.of("lamps in both names", "the payment and the parking within minutes")),
        Map.of(
            "accounts", List.of("x02", "i02"),
            "person", "p02",
            "strong", List.of(),
            "weak", List.of("alike handles and names", "short answers")),
        Map.of(
            "accounts", List.of("t07", "w07"),
            "person", "p07",
            "strong", List.of(),
            "weak", List.of("the number in an address book is the number on WhatsApp", "German")));
  }

  private static List<Object> decoys() {
    return List.of(
        Map.of(
            "decoy", "switchboard",
            "what", "one telephone number of a shop stands for seven accounts of six people",
            "accounts", List.of("t00", "t13", "t14", "t15", "t16", "t17", "t18")),
        Map.of(
            "decoy", "namesakes",
            "what", "two people of one name on Telegram and on X",
            "accounts", List.of("t19", "t20")),
        Map.of(
            "decoy", "family",
            "what", "a family's chat that has nothing to do with the case",
            "conversations", List.of("wa-family")),
        Map.of(
            "decoy", "fan club",
            "what", "a fan club that buyers and a friend of the broker belong to",
            "conversations", List.of("x-fans", "ig-dorrit")));
  }

  private static List<Object> exculpatory() {
    return List.of(
        Map.of(
            "person",
            "p12",
            "facts",
            List.of(
                "refusal-nevin", "receipt-nevin", "nevin-clear", "report-nevin", "sale-nevin")));
  }
}
