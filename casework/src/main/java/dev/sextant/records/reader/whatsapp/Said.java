package dev.sextant.records.reader.whatsapp;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp writes in the place of a person's words: a call, a deleted message, a poll, a place
 * that moves. In nine languages as far as known; else the words stand as they are.
 */
final class Said {
  private static final Pattern DELETED =
      Pattern.compile(
          "(?i)^(?:this message was deleted(?: by admin.*)?|you deleted this message|"
              + "(?:se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado)|"
              + "(?:mensagem apagada|você apagou esta mensagem|apagou esta mensagem|"
              + "esta mensagem foi apagada|eliminou esta mensagem|esta mensagem foi eliminada)|"
              + "(?:diese nachricht wurde gelöscht|du hast diese nachricht gelöscht)|"
              + "(?:ce message a été supprimé|vous avez supprimé ce message)|"
              + "(?:questo messaggio è stato eliminato|hai eliminato questo messaggio)|"
              + "(?:dit bericht is verwijderd|(?:je hebt|u hebt|u heeft) dit bericht verwijderd)|"
              + "(?:данное сообщение удалено|сообщение удалено|вы удалили данное сообщение)|"
              + "(?:bu mesaj silindi|bu mesajı sildiniz))\\.?$",
          Pattern.UNICODE_CASE);

  private static final Pattern EDITED =
      Pattern.compile(
          "(?i)\\s*[\u200e\u200f]*<((?:this message was edited|se editó este mensaje|"
              + "(?:esta )?mensagem (?:foi )?editada|diese nachricht wurde bearbeitet|"
              + "ce message a été modifié|questo messaggio è stato modificato|"
              + "dit bericht is bewerkt|(?:данное )?сообщение изменено|bu mesaj düzenlendi)\\.?)>\\s*$",
          Pattern.UNICODE_CASE);

  private static final Pattern CALL =
      Pattern.compile(
          "(?i)^(?<miss>missed |silenced )?(?:group )?(?<media>voice|video) call(?:[.,:]? ?(?<rest>.*))?$|"
              + "^(?<missed>(?:llamada (?:de voz )?|videollamada |ligação (?:de voz )?|"
              + "chamada (?:de (?:voz|vídeo) )?|videochamada |appel (?:vocal|vidéo) |"
              + "chiamata (?:vocale )?|videochiamata )(?:grupal |em grupo |de groupe |di gruppo )?"
              + "(?:perdida|perdido|não atendida|manqué|persa))(?<r2>.*)$|"
              + "^(?<other>(?:llamada de voz|videollamada|ligação de voz|chamada de (?:voz|vídeo)|"
              + "videochamada|sprachanruf|videoanruf|anruf|appel (?:vocal|vidéo)|chiamata vocale|"
              + "videochiamata|spraakoproep|video-oproep|аудиозвонок|видеозвонок|sesli arama|"
              + "görüntülü arama))(?:[.,:] (?<r3>.*))?$|"
              + "^(?<lost>verpasster (?:gruppen-?)?(?:sprach|video)anruf|"
              + "gemiste (?:groeps)?(?:spraak|video-?)oproep|"
              + "пропущенный (?:аудио|видео)звонок|cevapsız (?:sesli|görüntülü) arama)(?<r4>.*)$",
          Pattern.UNICODE_CASE);

  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)(?:(\\d{1,3}) ?(?:hours?|hrs?|h|horas?|std|stunden?|heures?|ore|uur|ч|sa)\\.?)?[, ]*"
              + "(?:(\\d{1,3}) ?(?:minutes?|mins?|min|minutos?|minuten?|minuti|мин|dk)\\.?)?[, ]*"
              + "(?:(\\d{1,3}) ?(?:seconds?|secs?|sec|s|seg|segundos?|sek|sekunden?|secondes?|secondi|"
              + "seconden|сек|sn)\\.?)?");

  private static final Pattern POLL =
      Pattern.compile(
          "(?i)^(?:poll|encuesta|enquete|sondagem|votação|umfrage|sondage|sondaggio|peiling|"
              + "опрос|anket) ?:\\s*(.*)",
          Pattern.DOTALL | Pattern.UNICODE_CASE);

  private static final Pattern LIVE =
      Pattern.compile(
          "(?i).*(?:live location|ubicación en tiempo real|localização (?:em tempo real|atual)|"
              + "live-?standort|(?:localisation|position) en direct|posizione in tempo reale|"
              + "live-?locatie|геоданны\\S+|canlı konum).{0,40}",
          Pattern.UNICODE_CASE);

  private static final Pattern ONCE =
      Pattern.compile(
          "(?i).*(?:view once|ver una (?:sola )?vez|visualização única|einmal(?:ige)? ans|"
              + "vue unique|visualizza una volta|eenmalig|однократн|tek seferlik).{0,200}",
          Pattern.UNICODE_CASE);

  private static final Pattern WAITING =
      Pattern.compile(
          "(?i)^(?:waiting for this message|esperando (?:este|el) mensaje|aguardando (?:esta )?mensagem|"
              + "warten auf diese nachricht|en attente de ce message).{0,80}",
          Pattern.UNICODE_CASE);

  private static final Pattern PLACE = Pattern.compile("https://(?:maps\\.google|www\\.google)\\.");

  private static final int TAIL = 120;

  private Said() {}

  /**
   * A call.
   *
   * @param duration null if not said
   * @param outcome WhatsApp's words
   */
  record Rung(@Nullable Duration duration, String outcome) {}

  /** True if a person did something, though the words are WhatsApp's. */
  static boolean byPerson(String words) {
    String plain = Stamp.withoutMarks(words).strip();
    return deleted(plain)
        || call(plain) != null
        || POLL.matcher(plain).matches()
        || PLACE.matcher(plain).find()
        || (plain.length() < 100 && LIVE.matcher(plain).matches())
        || (plain.length() < 250 && ONCE.matcher(plain).matches())
        || WAITING.matcher(plain).matches()
        || EDITED.matcher(tail(plain)).find();
  }

  /* The mark stands at the very end. */
  private static String tail(String words) {
    return words.substring(Math.max(0, words.length() - TAIL));
  }

  private static boolean deleted(String plain) {
    return plain.length() < 160 && DELETED.matcher(plain).matches();
  }

  /** The call that words tell of, or null. */
  static @Nullable Rung call(String plain) {
    if (plain.length() > 160 || plain.indexOf('\n') >= 0) {
      return null;
    }
    Matcher m = CALL.matcher(plain);
    if (!m.matches()) {
      return null;
    }
    String rest = m.group("rest") != null ? m.group("rest") : m.group("r3");
    boolean missed =
        m.group("miss") != null || m.group("missed") != null || m.group("lost") != null;
    Duration span = rest == null || missed ? null : span(rest);
    if (span == null && !missed && rest != null && rest.length() > 40) {
      return null; // Somebody writes about a call.
    }
    return new Rung(span, plain);
  }

  private static @Nullable Duration span(String text) {
    Matcher m = SPAN.matcher(text.strip());
    if (!m.lookingAt() || m.end() == 0) {
      return null;
    }
    long seconds = 0;
    int[] units = {3600, 60, 1};
    boolean any = false;
    for (int i = 0; i < 3; i++) {
      String digits = m.group(i + 1);
      any |= digits != null;
      seconds += digits == null ? 0 : Long.parseLong(digits) * units[i];
    }
    return any ? Duration.ofSeconds(seconds) : null;
  }

  /** The words without the mark that they were edited. */
  static String withoutEdit(String words) {
    if (words.lastIndexOf('>') < words.length() - TAIL) {
      return words; // The mark is not there.
    }
    int from = Math.max(0, words.length() - TAIL);
    Matcher m = EDITED.matcher(words.substring(from));
    return m.find() ? words.substring(0, from + m.start()) : words;
  }

  /** What the words show beside themselves, for a record's extra. */
  static Map<String, String> signs(String words) {
    String plain = Stamp.withoutMarks(words).strip();
    Map<String, String> signs = new TreeMap<>();
    if (plain.endsWith(">")) {
      Matcher edited = EDITED.matcher(tail(words));
      if (edited.find()) {
        signs.put("edited", edited.group(1));
      }
    }
    if (deleted(plain)) {
      signs.put("deleted", plain);
    }
    Matcher poll = plain.indexOf('\n') > 0 ? POLL.matcher(plain) : null;
    if (poll != null && poll.matches()) {
      signs.put("poll", poll.group(1).lines().findFirst().orElse("").strip());
    }
    boolean marked = words.startsWith("\u200e");
    if (marked && plain.length() < 100 && LIVE.matcher(plain).matches()) {
      signs.put("live_location", plain);
    }
    if (marked && plain.length() < 250 && ONCE.matcher(plain).matches()) {
      signs.put("view_once", plain);
    }
    return signs;
  }
}
