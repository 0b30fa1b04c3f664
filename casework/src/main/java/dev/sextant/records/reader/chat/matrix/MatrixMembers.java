package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who invited, joined, left, was removed, banned or asked to come, and under which name. An
 * invitation makes nobody a member; who accepts one was brought in by whoever invited.
 */
final class MatrixMembers {
  private MatrixMembers() {}

  /** What stood before: as the event itself says, else as another event of the export does. */
  private record Before(String membership, String name, @Nullable String by) {}

  static List<Record> records(MatrixForm form, MatrixSurvey survey, MatrixForm.Event e) {
    Fields content = e.content();
    String membership = content.textOrEmpty("membership");
    String name = content.textOrEmpty("displayname");
    String reason = content.textOrEmpty("reason");
    String who = e.fields().textOrEmpty("state_key");
    AccountRef account = form.account(who, e.room(), e.millis());
    AccountRef by = who.equals(e.sender()) ? null : form.account(e.sender(), e.room(), e.millis());
    Before before = before(survey, e, who);
    String step = step(membership, before.membership(), by != null);
    Action action =
        switch (step) {
          case "joined" -> before.by() == null ? Action.JOINED : Action.ADDED;
          case "left" -> Action.LEFT;
          case "removed", "banned" -> Action.REMOVED;
          default -> null;
        };
    List<Record> out = new ArrayList<>();
    if (action == null || account == null) {
      out.add(note(form, e, step, reason.isEmpty() ? name : reason, account));
    } else {
      AccountRef whose =
          action == Action.ADDED ? form.account(before.by(), e.room(), e.millis()) : by;
      Map<String, String> more =
          reason.isEmpty() ? Map.of("step", step) : Map.of("step", step, "reason", reason);
      out.add(new Record.Membership(e.header(more), account, e.room(), action, whose));
    }
    boolean told = membership.equals("join") && !name.isBlank() && !name.equals(before.name());
    if (told && account != null) {
      out.add(new Record.Profile(e.further(), account, List.of(), Map.of("name", name)));
    }
    return out;
  }

  private static Record note(
      MatrixForm form, MatrixForm.Event e, String step, String words, @Nullable AccountRef about) {
    return new Record.Message(
        e.header(Map.of()),
        e.room(),
        form.account(e.sender(), e.room(), e.millis()),
        List.of(),
        e.id(),
        words,
        null,
        null,
        step,
        about == null || about.key().equals(e.sender()) ? List.of() : List.of(about),
        List.of());
  }

  /* The specification's table of what a change of membership means. */
  private static String step(String now, String before, boolean byAnother) {
    return switch (now) {
      case "join" -> before.equals("join") ? "changed name or picture" : "joined";
      case "leave" ->
          switch (before) {
            case "invite" -> byAnother ? "invitation withdrawn" : "invitation declined";
            case "knock" -> byAnother ? "request to join denied" : "request to join withdrawn";
            case "ban" -> "unbanned";
            default -> byAnother ? "removed" : "left";
          };
      case "ban" -> "banned";
      case "invite" -> "invited";
      case "knock" -> "asked to join";
      default -> "m.room.member";
    };
  }

  private static Before before(MatrixSurvey survey, MatrixForm.Event e, String who) {
    MatrixSurvey.Standing seen = survey.before(e.room().key(), who, e.millis(), e.id());
    Json.Obj event = e.fields().object();
    Json.Obj unsigned = event.get("unsigned") instanceof Json.Obj o ? o : null;
    Json beside = event.get("prev_content");
    Json said = beside == null && unsigned != null ? unsigned.get("prev_content") : beside;
    String membership = said == null ? "" : Fields.look(said, "membership");
    if (membership.isEmpty()) {
      membership = seen == null ? "" : seen.membership();
    }
    String name = said == null ? "" : Fields.look(said, "displayname");
    if (said == null && seen != null && seen.name() != null) {
      name = seen.name();
    }
    String by = unsigned == null ? "" : Fields.look(unsigned, "prev_sender");
    if (by.isEmpty() && seen != null && seen.membership().equals("invite")) {
      by = seen.by();
    }
    boolean invited = membership.equals("invite") && !by.isBlank() && !by.equals(who);
    return new Before(membership, name, invited ? by : null);
  }
}
