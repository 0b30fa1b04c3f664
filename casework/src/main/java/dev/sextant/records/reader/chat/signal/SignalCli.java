package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.capture.JsonExport;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Locator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program signal-cli prints of what an account receives ({@code -o json receive}, {@code
 * daemon}, {@code jsonRpc}): an envelope a line, bare, under {@code envelope}, or as the parameters
 * of a call. Layout after the program's own documentation of its JSON.
 */
public final class SignalCli extends JsonExport {
  /** The reader. */
  public SignalCli() {
    super(
        new ReaderCard(
            "signal-cli",
            1,
            "Signal as received by signal-cli (JSON lines)",
            List.of(
                "messages of people and groups, own messages from linked devices, edits, stories",
                "reactions, quotes, mentions, attachments by name, deletions",
                "calls as they are offered, receipts, typing, blocked lists kept as doings"),
            List.of(
                "attachments lie in a folder of the program, which is not looked for",
                "what could not be decrypted is listed as unknown")),
        "signal-cli line without a message");
  }

  @Override
  protected int knows(Json.Obj first) {
    Json.Obj envelope = envelope(first);
    if (envelope == null) {
      return 0;
    }
    boolean from =
        envelope.get("source") != null
            || envelope.get("sourceNumber") != null
            || envelope.get("sourceUuid") != null;
    boolean when = envelope.get("timestamp") != null;
    boolean what =
        SignalEnvelope.CONTENTS.stream().anyMatch(name -> envelope.get(name) != null)
            || envelope.get("sourceDevice") != null;
    return from && when && what ? 94 : 0;
  }

  /* {"envelope":{..},"account":".."}, or {"jsonrpc":"2.0","method":"receive","params":{..}}, where
   * a subscription has its answer under "result". */
  private static Json.@Nullable Obj envelope(Json.Obj line) {
    Json.Obj at = around(line);
    return at != null && at.get("envelope") instanceof Json.Obj envelope ? envelope : null;
  }

  private static Json.@Nullable Obj around(Json.Obj line) {
    if (line.get("envelope") instanceof Json.Obj) {
      return line;
    }
    if (line.get("params") instanceof Json.Obj params) {
      return params.get("result") instanceof Json.Obj result ? result : params;
    }
    return null;
  }

  @Override
  protected @Nullable List<? extends Record> records(Json value, Locator at, Source source) {
    if (!(value instanceof Json.Obj line)) {
      return null;
    }
    Json.Obj around = around(line);
    Json.Obj envelope = envelope(line);
    if (around == null || envelope == null) {
      return null;
    }
    Fields whole = new Fields(line);
    whole.known("jsonrpc", "method");
    Fields outer = whole;
    if (around != line) {
      Fields params = whole.object("params");
      outer = params.has("result") ? params.object("result") : params;
    }
    String account = outer.text("account");
    return new SignalEnvelope(at, account, outer.object("envelope")).records(whole);
  }
}
