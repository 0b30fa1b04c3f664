package dev.sextant.helpdesk;

import dev.sextant.authority.CasePapers.InForce;
import dev.sextant.authority.Scope;
import dev.sextant.helpdesk.RequestDraft.Grounds;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.util.Set;

/** What must hold before a request is written down: its authority's bounds and the law's. */
final class DraftCheck {
  /** Shorter is no statement of facts. */
  private static final int SHORTEST = 40;

  private final ProcessLaw law;

  DraftCheck(ProcessLaw law) {
    this.law = law;
  }

  /** The wish lies within the authority: its selectors, its platforms, its window. */
  void ask(Ask ask, InForce authority, Playbook playbook) {
    Scope scope = authority.draft().bounds().scope();
    if (ask.selectors().isEmpty()) {
      throw refused(
          "SX-HELP-SELECTOR", "a request names its accounts", "selectors", "none", "name them");
    }
    for (Selector selector : ask.selectors()) {
      if (!scope.selectors().contains(selector)) {
        throw refused(
            "SX-HELP-SELECTOR",
            "this account is not among the authority's",
            "selectors",
            selector.type().name(),
            "ask for accounts that the authority names, or apply for a further version of it");
      }
      if (selector.type().broad()) {
        throw refused(
            "SX-HELP-SELECTOR",
            "a request asks for accounts, not for whoever matches",
            "selectors",
            selector.type().name(),
            "name single accounts");
      }
    }
    if (playbook.platforms().stream().noneMatch(scope.platforms()::contains)) {
      throw refused(
          "SX-HELP-PLATFORM",
          "the authority does not name a platform of this provider",
          "provider",
          ask.provider(),
          "apply for a further version of the authority that names " + playbook.platforms());
    }
    if (!scope.contentWindow().contains(ask.range())) {
      throw refused(
          "SX-HELP-RANGE",
          "the dates reach beyond the authority's window",
          "range",
          ask.range().from() + ".." + ask.range().to(),
          "stay within the content window of the authority");
    }
  }

  /** The draft is one that the law knows, and is complete. */
  void draft(RequestBody body, RequestDraft draft) {
    Ask ask = body.ask();
    InstrumentKind kind = draft.instrument();
    law.require(kind);
    Instruments.of(ask, draft);
    Grounds grounds = draft.grounds();
    words("offence", grounds.offence(), 3);
    if (!kind.preserves()) {
      if (ask.wanted().isEmpty()) {
        throw refused(
            "SX-HELP-WANTED",
            "a request says what is wanted",
            "wanted",
            "nothing",
            "name the kinds of data; for keeping alone draft a preservation");
      }
      words("facts", grounds.facts(), SHORTEST);
      words("necessity", grounds.necessity(), SHORTEST);
      bounded(kind, ask.range());
    }
    if (kind == InstrumentKind.EMERGENCY_DISCLOSURE || ask.emergency()) {
      words("danger", ask.danger(), SHORTEST);
    }
    threshold(kind, grounds);
    leastIntrusive(body, draft);
    if (kind.reaches().contains(DataCategory.CONTENT) && draft.privilege().protocol().isBlank()) {
      throw refused(
          "SX-HELP-PRIVILEGE",
          "whoever asks for content says how privileged words are kept away",
          "privilege",
          "nothing",
          "write the protocol, and name persons whose words are privileged");
    }
    if (draft.secrecy().basis().isBlank() != (draft.secrecy().until() == null)) {
      throw refused(
          "SX-HELP-SECRECY",
          "secrecy has a legal basis and an end",
          "secrecy",
          draft.secrecy().basis().isBlank() ? "no basis" : "no end",
          "give both or neither");
    }
  }

  private static void bounded(InstrumentKind kind, Span range) {
    Set<DataCategory> reaches = kind.reaches();
    boolean deep = reaches.contains(DataCategory.TRAFFIC);
    if (deep && (range.from() == null || range.to() == null)) {
      throw refused(
          "SX-HELP-RANGE",
          "records and content are asked for between two dates",
          "range",
          range.from() + ".." + range.to(),
          "bound it on both sides by the facts of the case");
    }
  }

  private void threshold(InstrumentKind kind, Grounds grounds) {
    long years = law.number(kind, "minimumYears");
    if (grounds.maximumYears() < years && !grounds.listed()) {
      throw refused(
          "SX-HELP-THRESHOLD",
          "the offence is not grave enough for this instrument",
          kind.words(),
          grounds.maximumYears() + " years at most",
          "it needs " + years + " years at the maximum, or an offence that the law lists");
    }
  }

  private void leastIntrusive(RequestBody body, RequestDraft draft) {
    InstrumentKind advised = body.advised();
    if (draft.instrument().preserves() || advised == null) {
      return;
    }
    int lowest = law.ladder().indexOf(advised);
    int chosen = law.ladder().indexOf(draft.instrument());
    if (lowest >= 0
        && chosen > lowest
        && draft.grounds().higherBecause().strip().length() < SHORTEST) {
      throw refused(
          "SX-HELP-LEAST",
          "a lower instrument suffices",
          draft.instrument().words(),
          advised.name(),
          "take the lower one, or say in the draft why it does not do");
    }
  }

  private static void words(String field, String text, int shortest) {
    if (text.strip().length() < shortest) {
      throw refused(
          "SX-HELP-INCOMPLETE",
          "the draft lacks something",
          field,
          text.strip().length() + " characters",
          "write at least " + shortest + " characters");
    }
  }

  private static ProcessRefused refused(
      String code, String what, String place, String value, String cure) {
    return new ProcessRefused(code, what, place, value, cure);
  }
}
