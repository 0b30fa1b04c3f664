package dev.sextant.records.reader.whatsapp;

import dev.sextant.records.Record.Membership.Action;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's own notes in a chat. Their words are localised: who came and went is read in nine
 * languages, what else a note is about by the words it cannot do without; in other languages the
 * note is kept as it stands.
 */
final class Notes {
  private static final List<Tongue> TONGUES = Tongue.all();

  private static final Pattern ENCRYPTION =
      Pattern.compile(
          "(?is).*(end-to-end|ende-zu-ende|extremo a extremo|ponta a ponta|ponto a ponto|"
              + "bout en bout|сквозн|uçtan uca).*");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?is).*(changed (?:the|this) (?:subject|group name|group['’]s name)|"
              + "changed the name of|cambió (?:el asunto|el nombre del grupo)|"
              + "(?:mudou|alterou) o (?:nome do grupo|assunto)|"
              + "den (?:Gruppennamen|Betreff)|(?:modifié|changé) (?:le sujet|le nom du groupe|"
              + "l[’']objet)|cambiato (?:l[’']oggetto|il nome del gruppo)|"
              + "(?:onderwerp|naam van de groep|groepsnaam) (?:gewijzigd|veranderd)|"
              + "изменил.{0,6} (?:тему|название) групп|(?:konusunu|adını).{0,80}değiştir).*");

  private static final Pattern GROUP =
      Pattern.compile(
          "(?is).*(group description|this group['’]s|group['’]s (?:icon|settings)|group icon|"
              + "(?:descripción|ícono|icono|imagen|foto|ajustes|configuración) del grupo|"
              + "(?:descrição|imagem|ícone|foto|configurações|definições) d[eo] grupo|"
              + "Gruppenb(?:ild|eschreibung)|Gruppeninfo|(?:description|icône|image|photo|paramètres)"
              + " d[ue] groupe|(?:descrizione|immagine|icona|impostazioni) del gruppo|"
              + "(?:groepsbeschrijving|groepsafbeelding|groepsinstellingen)|"
              + "(?:описание|картинку|значок|настройки) групп|grup (?:açıklama|simge|resm)|"
              + "now an admin|ahora (?:eres|es) admin|agora é (?:um )?admin|jetzt (?:ein )?Admin).*");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?is).*(changed (?:their|your) phone number|changed to \\+|cambió (?:de|su) número|"
              + "mudou (?:de|o) número|número de telefone .{0,40}(?:mudou|alterou)|"
              + "(?:Telefonnummer|Nummer) (?:geändert|gewechselt)|changé (?:de|son) numéro|"
              + "cambiato (?:il )?(?:suo )?numero|(?:telefoonnummer|nummer) (?:gewijzigd|veranderd)|"
              + "измени.{0,10} номер|numarasını değiştir).*");

  private static final Pattern CODE =
      Pattern.compile(
          "(?is).*(security code|código de segur|Sicherheitsnummer|code de sécurité|"
              + "codice di sicurezza|beveiligingscode|код безопасности|güvenlik kodu).*");

  private static final Pattern NEW_NUMBER =
      Pattern.compile(
          "^(?<o>[^\\n]{1,140}?) changed to (?<n>\\+[0-9 ()\\-\u00a0\u2010-\u2015]{6,30})\\.?$");

  private static final Pattern MEDIA_LIKE =
      Pattern.compile(
          "(?is)^[\u200e\u200f]?(<.*>|.{1,60} (omitted|attached\\)?|weggelassen|omitid[oa]|"
              + "ocultad[oa]|absente?|omess[oai]|weggelaten|отсутству\\S+|пропущен\\S*|"
              + "dahil edilmedi|não revelad[oa]).*|\\S.{0,250}?\\.[A-Za-z0-9]{2,5} • .*)$");

  /** WhatsApp's sentences are short; what is longer tells nothing more by its end. */
  private static final int LONGEST = 2000;

  private Notes() {}

  /**
   * Who came or went.
   *
   * @param who the member's name
   * @param action how
   * @param by who did it, if another
   */
  record Move(String who, Action action, @Nullable String by) {}

  /**
   * A number that an account gave up for another.
   *
   * @param from old number or name
   * @param to new number
   */
  record Moved(String from, String to) {}

  /** True if only a group can have this note. */
  static boolean aboutGroup(String note) {
    String kind = kind(note);
    return kind.startsWith("member")
        || kind.equals("subject_changed")
        || kind.equals("group_changed");
  }

  /** True if an author's words are WhatsApp's: on iOS they begin with a left-to-right mark. */
  static boolean iosNote(String words) {
    return words.startsWith("\u200e")
        && !MEDIA_LIKE.matcher(words).matches()
        && !Said.byPerson(words);
  }

  /** What a note is about, in one word of this reader's. */
  static String kind(String marked) {
    String whole = Stamp.withoutMarks(marked).strip();
    String note = whole.substring(0, Math.min(whole.length(), LONGEST));
    if (moved(note)) {
      return "members_changed";
    }
    if (NEW_NUMBER.matcher(note).matches() || NUMBER.matcher(note).matches()) {
      return "number_changed";
    }
    if (CODE.matcher(note).matches()) {
      return "security_code_changed";
    }
    if (ENCRYPTION.matcher(note).matches()) {
      return "encryption";
    }
    if (SUBJECT.matcher(note).matches()) {
      return "subject_changed";
    }
    return GROUP.matcher(note).matches() ? "group_changed" : "note";
  }

  private static boolean moved(String note) {
    for (Tongue tongue : TONGUES) {
      if (tongue.moves(note) != null) {
        return true;
      }
    }
    return false;
  }

  /** Who came and went by a note; "you" is nobody's name and is left out. */
  static List<Move> moves(String marked) {
    String note = Stamp.withoutMarks(marked).strip();
    for (Tongue tongue : TONGUES) {
      List<Move> moves = tongue.moves(note);
      if (moves != null) {
        return moves;
      }
    }
    return List.of();
  }

  /** The change of number that a note tells, or null. */
  static @Nullable Moved newNumber(String marked) {
    Matcher m = NEW_NUMBER.matcher(Stamp.withoutMarks(marked).strip());
    return m.matches() ? new Moved(m.group("o").strip(), m.group("n").strip()) : null;
  }
}
