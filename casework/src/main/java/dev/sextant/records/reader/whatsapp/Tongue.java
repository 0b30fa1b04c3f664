package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.Record.Membership.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's sentences about who came and went in one language. In the patterns {@code W} stands
 * for whoever moved, {@code B} for whoever did it.
 *
 * @param rules in the order in which they are tried
 * @param and the word between the last two names of a list
 */
record Tongue(List<Rule> rules, String and) {
  /** The reader is never named in its own export; these words stand for it. */
  private static final Set<String> YOU =
      Set.of(
          "you", "tú", "tu", "usted", "ustedes", "você", "voce", "vocês", "du", "sie", "dich",
          "vous", "te", "toi", "lei", "jij", "je", "u", "вы", "вас", "ты", "siz", "sizi", "sen");

  /** A sentence is short; what is longer was written by a person. */
  private static final int LONGEST = 600;

  /**
   * One sentence.
   *
   * @param form its pattern
   * @param action what it says of W
   */
  record Rule(Pattern form, Action action) {}

  private static Rule rule(Action action, String form) {
    String pattern = form.replace("W", "(?<w>[^\\n]{1,300}?)").replace("B", "(?<b>[^\\n]{1,140}?)");
    return new Rule(Pattern.compile("^" + pattern + "[.。]?$", Pattern.UNICODE_CASE), action);
  }

  private static Tongue of(String and, Rule... rules) {
    return new Tongue(List.of(rules), and);
  }

  /** English, Spanish, Portuguese, German, French, Italian, Dutch, Russian, Turkish. */
  static List<Tongue> all() {
    return List.of(
        english(),
        spanish(),
        portuguese(),
        german(),
        french(),
        italian(),
        dutch(),
        russian(),
        turkish());
  }

  private static Tongue english() {
    return of(
        " and ",
        rule(Action.JOINED, "W created (?:this )?(?:group|community)\\b.*"),
        rule(
            Action.JOINED,
            "W joined(?: the| this| a)?(?: group| community)?(?: (?:using|via|from|by|with|through) .*)?"),
        rule(Action.ADDED, "(?:W) (?:was|were) added(?: by B)?(?: to .*)?"),
        rule(Action.ADDED, "B added W(?: to (?:the|this) (?:group|community))?"),
        rule(Action.REMOVED, "W (?:was|were) removed(?: by B)?"),
        rule(Action.REMOVED, "B removed W"),
        rule(Action.LEFT, "W left(?: (?:the|this) (?:group|community))?"));
  }

  private static Tongue spanish() {
    return of(
        " y ",
        rule(Action.JOINED, "W (?:creó|ha creado) (?:el|este) (?:grupo|grupo .*)\\b.*"),
        rule(Action.JOINED, "W se (?:unió|ha unido)(?: .*)?"),
        rule(Action.ADDED, "Se (?:añadió|agregó|ha añadido) a W"),
        rule(Action.ADDED, "(?:Añadiste|Agregaste|Has añadido) a W"),
        rule(Action.ADDED, "W fue (?:añadid|agregad)[oa]s?(?: por B)?"),
        rule(Action.ADDED, "B (?:añadió|agregó|ha añadido) a W"),
        rule(Action.REMOVED, "Se (?:eliminó|ha eliminado) a W"),
        rule(Action.REMOVED, "(?:Eliminaste|Sacaste|Has eliminado) a W"),
        rule(Action.REMOVED, "B (?:eliminó|sacó|expulsó|ha eliminado) a W"),
        rule(Action.LEFT, "W (?:salió|ha salido|abandonó|ha abandonado)(?: (?:del|el) grupo)?"));
  }

  private static Tongue portuguese() {
    return of(
        " e ",
        rule(Action.JOINED, "W criou (?:o|este) grupo\\b.*"),
        rule(Action.JOINED, "W entrou(?: .*)?"),
        rule(Action.JOINED, "W juntou-se(?: .*)?"),
        rule(
            Action.ADDED,
            "W (?:foi|foram) (?:adicionad|acrescentad)[oa]s?(?: por B)?(?: ao grupo)?"),
        rule(Action.ADDED, "(?:Adicionou|Adicionaste)(?: a)? W"),
        rule(Action.ADDED, "B adicionou(?: a)? W"),
        rule(Action.REMOVED, "W (?:foi|foram) removid[oa]s?(?: por B)?"),
        rule(Action.REMOVED, "(?:Removeu|Removeste)(?: a)? W"),
        rule(Action.REMOVED, "B removeu(?: a)? W"),
        rule(Action.LEFT, "W saiu(?: do grupo)?"));
  }

  private static Tongue german() {
    return of(
        " und ",
        rule(Action.JOINED, "W (?:hat|hast) (?:die|diese) Gruppe\\b.* (?:erstellt|gegründet)"),
        rule(Action.LEFT, "W (?:hat|hast) die Gruppe verlassen"),
        rule(Action.JOINED, "W (?:ist|bist)\\b.* beigetreten"),
        rule(Action.ADDED, "W (?:wurde|wurden|wurdest)(?: von B)? hinzugefügt"),
        rule(Action.ADDED, "B (?:hat|hast) W (?:zur Gruppe )?hinzugefügt"),
        rule(Action.REMOVED, "W (?:wurde|wurden|wurdest)(?: von B)? entfernt"),
        rule(Action.REMOVED, "B (?:hat|hast) (?!das |die |den )W entfernt"));
  }

  private static Tongue french() {
    return of(
        " et ",
        rule(Action.JOINED, "W (?:a|avez) créé (?:le|ce) groupe\\b.*"),
        rule(Action.JOINED, "W (?:a|avez) rejoint(?: .*)?"),
        rule(Action.JOINED, "W s[’']est jointe?(?:\\(e\\))?(?: .*)?"),
        rule(Action.ADDED, "W (?:a|ont) été ajoutée?s?(?:\\(e\\))?(?: par B)?"),
        rule(Action.ADDED, "B (?:a|avez) ajouté W"),
        rule(
            Action.REMOVED, "W (?:a|ont) été (?:retiré|supprimé|exclu)e?s?(?:\\(e\\))?(?: par B)?"),
        rule(Action.REMOVED, "B (?:a|avez) (?:retiré|supprimé|exclu) (?!la |le |l’|l'|les )W"),
        rule(Action.LEFT, "W (?:a|avez) quitté(?: le groupe)?"),
        rule(Action.LEFT, "W est partie?(?:\\(e\\))?"));
  }

  private static Tongue italian() {
    return of(
        " e ",
        rule(Action.JOINED, "W ha creato (?:il|questo) gruppo\\b.*"),
        rule(Action.JOINED, "W (?:è entrat[oa]|si è unit[oa])(?: .*)?"),
        rule(Action.ADDED, "W è stat[oa] aggiunt[oa](?: da B)?"),
        rule(Action.ADDED, "Hai aggiunto W"),
        rule(Action.ADDED, "B ha aggiunto W"),
        rule(Action.REMOVED, "W è stat[oa] rimoss[oa](?: da B)?"),
        rule(Action.REMOVED, "Hai rimosso W"),
        rule(Action.REMOVED, "B ha rimosso (?!la |il |l’|l')W"),
        rule(Action.LEFT, "W (?:ha abbandonato|è uscit[oa])(?: (?:il|dal) gruppo)?"));
  }

  private static Tongue dutch() {
    return of(
        " en ",
        rule(Action.JOINED, "W (?:heeft|hebt) (?:de |deze )?groep\\b.* (?:aan)?gemaakt"),
        rule(Action.LEFT, "W (?:heeft|hebt) de groep verlaten"),
        rule(Action.JOINED, "W (?:neemt nu deel|is lid geworden|is toegetreden)\\b.*"),
        rule(Action.ADDED, "W (?:is|zijn) toegevoegd(?: door B)?"),
        rule(Action.ADDED, "B (?:heeft|hebt) W toegevoegd"),
        rule(Action.REMOVED, "W (?:is|zijn) verwijderd(?: door B)?"),
        rule(Action.REMOVED, "B (?:heeft|hebt) (?!de |het )W verwijderd"));
  }

  private static Tongue russian() {
    return of(
        " и ",
        rule(Action.JOINED, "W создал(?:\\(-?а\\)|а)?(?: эту)? групп.*"),
        rule(Action.JOINED, "W присоедини(?:лся|лась|лся\\(-?ась\\)|лся\\(лась\\))(?: .*)?"),
        rule(Action.ADDED, "Вы добавили W"),
        rule(Action.ADDED, "W (?:был |была )?добавлен(?:\\(-?а\\)|а|ы)?"),
        rule(Action.ADDED, "B добавил(?:\\(-?а\\)|а)? W"),
        rule(Action.REMOVED, "Вы удалили W"),
        rule(Action.REMOVED, "B удалил(?:\\(-?а\\)|а)? W"),
        rule(Action.LEFT, "W (?:вышел(?:\\(-?шла\\))?|вышла|покинул(?:\\(-?а\\)|а)?)(?: .*)?"));
  }

  private static Tongue turkish() {
    return of(
        " ve ",
        rule(Action.JOINED, "W,? .{0,140}grubunu oluşturdu"),
        rule(Action.ADDED, "B, W (?:kişisini|kişilerini) ekledi"),
        rule(Action.ADDED, "W (?:kişisini|kişilerini) eklediniz"),
        rule(Action.ADDED, "W eklendi"),
        rule(Action.REMOVED, "B, W (?:kişisini|kişilerini) çıkardı"),
        rule(Action.REMOVED, "W (?:kişisini|kişilerini) çıkardınız"),
        rule(Action.JOINED, "W .{0,80}(?:kullanarak|bağlantısıyla) katıldı"),
        rule(Action.LEFT, "W (?:gruptan )?ayrıldı"));
  }

  /**
   * What a note says in this language; null if it says nothing of the kind. "You" is nobody's name:
   * the list is empty where only the reader moved.
   */
  @Nullable List<Notes.Move> moves(String note) {
    if (note.length() > LONGEST || note.indexOf('\n') >= 0) {
      return null;
    }
    for (Rule rule : rules) {
      Matcher m = rule.form().matcher(note);
      if (m.matches()) {
        String by = rule.form().pattern().contains("(?<b>") ? m.group("b") : null;
        return named(m.group("w"), rule.action(), by);
      }
    }
    return null;
  }

  private List<Notes.Move> named(String who, Action action, @Nullable String by) {
    List<Notes.Move> moves = new ArrayList<>();
    String actor = by == null || you(by) ? null : by.strip();
    boolean many = action == Action.ADDED || action == Action.REMOVED;
    String[] names = many ? who.split(", |" + Pattern.quote(and)) : new String[] {who};
    for (String name : names) {
      if (!you(name)) {
        moves.add(new Notes.Move(name.strip(), action, actor));
      }
    }
    return moves;
  }

  private static boolean you(String name) {
    String bare = name.strip().toLowerCase(Locale.ROOT);
    return bare.isEmpty() || YOU.contains(bare);
  }
}
