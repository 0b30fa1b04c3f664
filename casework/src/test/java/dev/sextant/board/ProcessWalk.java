package dev.sextant.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A legal-process request over HTTP, by lena, reviewed by olga: what scenarios have in common. */
final class ProcessWalk {
  private final Board board;
  private final String caseId;
  private final String authority;

  ProcessWalk(Board board, String caseId, String authority) {
    this.board = board;
    this.caseId = caseId;
    this.authority = authority;
  }

  private String path() {
    return "/api/cases/" + caseId + "/requests";
  }

  /** What is wanted of Telegram's account 100, of February and March 2026. */
  Map<String, Object> ask(String danger, String... wanted) {
    Map<String, Object> ask = new LinkedHashMap<>();
    ask.put("authority", authority);
    ask.put("provider", "telegram");
    ask.put("selectors", List.of("platform_id@telegram:100"));
    ask.put("from", "2026-02-01T00:00:00Z");
    ask.put("to", "2026-04-01T00:00:00Z");
    ask.put("zone", "America/New_York");
    ask.put("wanted", List.of(wanted));
    ask.put("danger", danger);
    return ask;
  }

  /** A complete draft. */
  Map<String, Object> draft(String instrument, String issuer) {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("instrument", instrument);
    draft.put("offence", "Handling of stolen goods, 18 U.S.C. § 2315");
    draft.put("maximumYears", 10);
    draft.put("listed", false);
    draft.put(
        "facts", "Two diggers stolen in February were offered by this account in March 2026.");
    draft.put(
        "necessity",
        "The account's records of these two months are the least that shows the buyers.");
    draft.put("higherBecause", "");
    draft.put(
        "issuer",
        Map.of(
            "part", issuer,
            "name", "Hon. Jane Example",
            "office", "Harbour District Court",
            "validatorPart", "NONE",
            "validatorName", "",
            "validatorOffice", "",
            "fileNumber", "26-mj-7"));
    draft.put("secrecyBasis", "");
    draft.put("secrecyUntil", "");
    draft.put("noticeDeferral", "");
    draft.put("privilege", "A filter officer reads privileged words with counsel first.");
    draft.put("privileged", List.of());
    draft.put("preservation", "");
    return draft;
  }

  /** Intake; refused perhaps. */
  Answer intake(Map<String, Object> ask) {
    return board.as("lena").post(path(), ask);
  }

  /** Intake, draft, review and issue; gives the request's id. */
  String issued(Map<String, Object> ask, Map<String, Object> draft) {
    String id = intake(ask).requireOk().text("id");
    board.as("lena").put(path() + "/" + id + "/draft", draft).requireOk();
    deed("lena", id, "submit", Map.of()).requireOk();
    deed("olga", id, "accept", Map.of("reasons", "Read against the authority.")).requireOk();
    deed("lena", id, "issue", Map.of("reference", "26-mj-7")).requireOk();
    return id;
  }

  /** All the way to the provider. */
  String served(Map<String, Object> ask, Map<String, Object> draft) {
    String id = issued(ask, draft);
    serve(id).requireOk();
    return id;
  }

  /** Service; refused perhaps. */
  Answer serve(String id) {
    return deed("lena", id, "serve", Map.of("how", "provider's portal", "reference", "R-1"));
  }

  /** One step. */
  Answer deed(String login, String id, String deed, Map<String, String> words) {
    return board.as(login).post(path() + "/" + id + "/deeds/" + deed, Map.of("words", words));
  }

  /** The request as somebody sees it. */
  Answer request(String login, String id) {
    return board.as(login).get(path() + "/" + id).requireOk();
  }

  /** What the provider sent, taken in by ana and judged; gives the finished job. */
  Answer received(String id, byte[] bytes) {
    Caller ana = board.as("ana").under(authority, "Take in what the provider sent");
    return ana.finished(
        ana.bytes("/api/returns/" + id + "?name=return.json&custodian=R.%20Keeper", bytes)
            .requireOk());
  }
}
