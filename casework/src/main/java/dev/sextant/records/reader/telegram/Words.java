package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a message: {@code text} is a text, or an array of texts and marked pieces ({@code
 * {type, text, ...}}); newer exports repeat it as {@code text_entities}.
 *
 * @param text all pieces joined
 * @param mentions accounts that the pieces name
 */
record Words(String text, List<AccountRef> mentions) {
  private static final Set<String> PLAIN = Set.of("type", "text");

  /** Takes the words; marks with more to say than their text (links, numbers) stay as extra. */
  static Words of(Fields fields) {
    StringBuilder text = new StringBuilder();
    List<AccountRef> mentions = new ArrayList<>();
    Json words = fields.object().get("text");
    boolean says = false;
    switch (words) {
      case Json.Arr pieces -> {
        for (Json piece : pieces.items()) {
          says |= piece(piece, text, mentions);
        }
      }
      case Json.Text plain -> text.append(plain.text());
      case null, default -> {
        // No words.
      }
    }
    boolean marked = words instanceof Json.Arr;
    if (!marked) {
      StringBuilder again = new StringBuilder();
      if (fields.object().get("text_entities") instanceof Json.Arr pieces) {
        for (Json piece : pieces.items()) {
          says |= piece(piece, again, mentions);
        }
      }
      if (text.isEmpty()) {
        text.append(again);
      }
    }
    // Both fields hold the same pieces; one of them stays if it says more than the words.
    fields.known(says && marked ? "text_entities" : "text");
    if (!says) {
      fields.known("text_entities");
    }
    return new Words(text.toString(), List.copyOf(mentions));
  }

  /* Adds one piece; true if it says more than its text. */
  private static boolean piece(Json piece, StringBuilder text, List<AccountRef> mentions) {
    if (!(piece instanceof Json.Obj marked)) {
      text.append(piece.raw());
      return false;
    }
    Fields fields = new Fields(marked);
    String words = fields.textOrEmpty("text");
    text.append(words);
    AccountRef named =
        switch (fields.textOrEmpty("type")) {
          case "mention" -> Ids.handle(words);
          case "mention_name" -> {
            String id = fields.text("user_id");
            yield id == null ? null : AccountRef.ofId(Platform.TELEGRAM, id, null, words);
          }
          default -> null;
        };
    if (named != null
        && mentions.stream().noneMatch(m -> m.accountKey().equals(named.accountKey()))) {
      mentions.add(named);
    }
    return !PLAIN.containsAll(marked.fields().keySet());
  }
}
