package dev.sextant.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people must know of a machine's method before they use it.
 *
 * @param id its name
 * @param title in a few words
 * @param purpose what it is for
 * @param forbidden what it must not be used for
 * @param data what it works on
 * @param languages which languages it was made for
 * @param limits where it fails
 * @param evaluation how it was tried, and with what result
 * @param owner who answers for it
 * @param expires from when it must be evaluated anew
 */
public record ModelCard(
    String id,
    String title,
    String purpose,
    List<String> forbidden,
    String data,
    String languages,
    String limits,
    String evaluation,
    String owner,
    Instant expires) {
  private static final List<ModelCard> SHIPPED = read();

  /** Copies. */
  public ModelCard {
    forbidden = List.copyOf(forbidden);
  }

  /** The cards that ship with this program. */
  public static List<ModelCard> shipped() {
    return SHIPPED;
  }

  /** The card of this name. */
  public static Optional<ModelCard> of(String id) {
    return SHIPPED.stream().filter(card -> card.id().equals(id)).findFirst();
  }

  private static List<ModelCard> read() {
    try (InputStream in = ModelCard.class.getResourceAsStream("/models/cards.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the cards are not in the program");
      }
      JurisdictionPack text =
          JurisdictionPack.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      List<ModelCard> cards = new ArrayList<>();
      for (Map<String, Object> row : text.rows("cards")) {
        words(row, "ids").forEach(id -> cards.add(card(id, row)));
      }
      return List.copyOf(cards);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelCard card(String id, Map<String, Object> row) {
    return new ModelCard(
        id,
        text(row, "title"),
        text(row, "purpose"),
        words(row, "forbidden"),
        text(row, "data"),
        text(row, "languages"),
        text(row, "limits"),
        text(row, "evaluation"),
        text(row, "owner"),
        Instant.parse(text(row, "expires")));
  }

  private static String text(Map<String, Object> row, String name) {
    return String.valueOf(need(row, name));
  }

  private static List<String> words(Map<String, Object> row, String name) {
    return need(row, name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Object need(Map<String, Object> row, String name) {
    Object value = row.get(name);
    if (value == null) {
      throw new BadScope(
          "SX-AUTH-MODEL-CARD", "a card lacks a field", "cards.yaml", name, "write it out");
    }
    return value;
  }
}
