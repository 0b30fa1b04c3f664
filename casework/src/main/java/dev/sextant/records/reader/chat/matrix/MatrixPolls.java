package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Polls as MSC 3381 writes them, under their stable names ({@code m.poll}, {@code m.text}) and
 * those that programs write still ({@code org.matrix.msc3381.poll.start}, {@code
 * org.matrix.msc1767.text}).
 */
final class MatrixPolls {
  private MatrixPolls() {}

  /** The question and its answers, a line each; the empty text if there are none. */
  static String words(Json.Obj content) {
    Json.Obj poll = poll(content);
    if (poll == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    if (poll.get("question") instanceof Json.Obj question) {
      lines.add(text(question));
    }
    lines.addAll(answers(content).values());
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  /** The words of the answers by their ids. */
  static Map<String, String> answers(Json.Obj content) {
    Map<String, String> answers = new LinkedHashMap<>();
    Json.Obj poll = poll(content);
    if (poll != null && poll.get("answers") instanceof Json.Arr list) {
      for (Json one : list.items()) {
        if (one instanceof Json.Obj answer) {
          String id = Fields.look(answer, "m.id");
          answers.put(id.isEmpty() ? Fields.look(answer, "id") : id, text(answer));
        }
      }
    }
    return answers;
  }

  /** The ids of the answers that a vote chooses. */
  static List<String> votes(Json.Obj content) {
    List<String> chosen = new ArrayList<>();
    Json stable = content.get("m.selections");
    Json.Obj response =
        content.get("org.matrix.msc3381.poll.response") instanceof Json.Obj o
            ? o
            : content.get("m.poll.response") instanceof Json.Obj o ? o : null;
    Json list = response == null ? stable : response.get("answers");
    if (list instanceof Json.Arr ids) {
      for (Json id : ids.items()) {
        chosen.add(id.raw());
      }
    }
    return chosen;
  }

  private static Json.@Nullable Obj poll(Json.Obj content) {
    for (String name :
        List.of(
            "m.poll", "m.poll.start", "org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll")) {
      if (content.get(name) instanceof Json.Obj poll) {
        return poll;
      }
    }
    return null;
  }

  /* A text is a text, or since extensible events a list of forms of which the first is plain. */
  private static String text(Json.Obj of) {
    for (String name : List.of("m.text", "org.matrix.msc1767.text", "body")) {
      Json said = of.get(name);
      if (said instanceof Json.Text plain) {
        return plain.text();
      }
      if (said instanceof Json.Arr forms && !forms.items().isEmpty()) {
        return Fields.look(forms.items().getFirst(), "body");
      }
    }
    return "";
  }
}
