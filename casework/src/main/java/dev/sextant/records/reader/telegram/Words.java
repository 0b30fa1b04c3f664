package dev.sextant.records.reader.telegram;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a message: {@code text} is a text, or an array of texts and marked pieces ({@code
 * {type, text, ...}}); newer exports repeat it as {@code text_entities}.
 *
 * @param text all pieces joined
 * @param mentions accounts that the pieces name
 */
record Words(String text, List<AccountRef> mentions) {
  /** Takes the words; marks with more to say than their text (links, numbers) stay as extra. */
  static Words of(Fields fields) {
    Json words = fields.object().get("text");
    boolean marked = words instanceof Json.Arr;
    String plain = words instanceof Json.Text t ? t.text() : "";
    FirstOfEach<AccountRef> mentions = FirstOfEach.accounts();
    // Most texts have no marks: what repeats them is gone through and not put together again.
    StringBuilder joined = plain.isEmpty() ? new StringBuilder() : null;
    boolean says = false;
    if ((marked ? words : fields.object().get("text_entities")) instanceof Json.Arr pieces) {
      for (Json piece : pieces.items()) {
        says |= piece(piece, joined, mentions);
      }
    }
    // Both fields hold the same pieces; one of them stays if it says more than the words.
    fields.known(says && marked ? "text_entities" : "text");
    if (!says) {
      fields.known("text_entities");
    }
    return new Words(joined == null ? plain : joined.toString(), mentions.list());
  }

  /* Adds one piece; true if it says more than its text. */
  private static boolean piece(
      Json piece, @Nullable StringBuilder joined, FirstOfEach<AccountRef> mentions) {
    if (!(piece instanceof Json.Obj marked)) {
      if (joined != null) {
        joined.append(piece.raw());
      }
      return false;
    }
    Fields fields = new Fields(marked);
    String words = fields.textOrEmpty("text");
    if (joined != null) {
      joined.append(words);
    }
    AccountRef named =
        switch (fields.textOrEmpty("type")) {
          case "mention" -> Ids.handle(words);
          case "mention_name" -> {
            String id = fields.text("user_id");
            yield id == null ? null : AccountRef.ofId(Platform.TELEGRAM, id, null, words);
          }
          default -> null;
        };
    mentions.add(named);
    int plain = (marked.get("type") == null ? 0 : 1) + (marked.get("text") == null ? 0 : 1);
    return marked.fields().size() > plain;
  }
}
