package dev.sextant.records.reader.chat.matrix;

import dev.sextant.records.AccountRef;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Record;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls between two: one record with what became of it, and where its devices could be reached. */
final class MatrixCalls {
  /** RFC 8839, section 5.1: foundation, component, transport, priority, address, port, type. */
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?:a=)?candidate:\\S{1,64} \\d{1,5} (\\S{1,20}) \\d{1,12} (\\S{1,60}) (\\d{1,5}) typ (\\S{1,20}).{0,400}",
          Pattern.DOTALL);

  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|(?=.*:)[0-9a-fA-F:.]{2,45}");

  /** The device's own address and the one that a server saw it under; a relay is somebody else. */
  private static final Set<String> OWN = Set.of("host", "srflx", "prflx");

  private MatrixCalls() {}

  static Record call(MatrixForm form, MatrixSurvey survey, MatrixForm.Event e) {
    String id = Fields.look(e.content().object(), "call_id");
    MatrixSurvey.CallEnd end = survey.call(e.room().key(), id);
    List<AccountRef> called = new ArrayList<>();
    add(called, form.account(e.content().text("invitee"), e.room(), e.millis()), e);
    add(called, form.account(end.answeredBy(), e.room(), e.millis()), e);
    if (e.room().kind() == ConversationRef.Kind.DIRECT) {
      for (String one : survey.people(e.room().key())) {
        add(called, form.account(one, e.room(), e.millis()), e);
      }
    }
    long spoken =
        end.answered() > 0 && end.ended() >= end.answered() ? end.ended() - end.answered() : -1;
    Map<String, String> more = e.id() == null ? Map.of() : Map.of("event_id", e.id());
    return new Record.Call(
        e.header(more),
        e.room(),
        form.account(e.sender(), e.room(), e.millis()),
        called,
        spoken < 0 ? null : Duration.ofMillis(spoken),
        end.outcome());
  }

  private static void add(List<AccountRef> to, @Nullable AccountRef who, MatrixForm.Event e) {
    if (who != null
        && !who.key().equals(e.sender())
        && to.stream().noneMatch(one -> one.key().equals(who.key()))) {
      to.add(who);
    }
  }

  /** A note, then each address that the device says it can be reached at. */
  static List<Record> candidates(MatrixForm form, MatrixForm.Event e) {
    List<Record> out = new ArrayList<>();
    out.add(form.note(e, "", null, e.type()));
    AccountRef who = form.account(e.sender(), e.room(), e.millis());
    if (who != null && e.content().object().get("candidates") instanceof Json.Arr list) {
      for (Json one : list.items()) {
        Matcher m = CANDIDATE.matcher(Fields.look(one, "candidate"));
        if (m.matches() && OWN.contains(m.group(4)) && ADDRESS.matcher(m.group(2)).matches()) {
          int port = Integer.parseInt(m.group(3));
          out.add(
              new Record.Login(
                  e.further(),
                  who,
                  m.group(2),
                  port > 65_535 ? -1 : port,
                  null,
                  "call candidate " + m.group(4)));
        }
      }
    }
    return out;
  }
}
