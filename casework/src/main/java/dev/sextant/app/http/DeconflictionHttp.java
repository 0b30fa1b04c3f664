package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.deconfliction.Answer;
import dev.sextant.deconfliction.Cover;
import dev.sextant.deconfliction.Deconfliction;
import dev.sextant.deconfliction.Notice;
import dev.sextant.deconfliction.Question;
import dev.sextant.deconfliction.SilentQuestion;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether another case knows a selector: asked under a permit, told to both leads. */
@RestController
class DeconflictionHttp {
  private final House house;

  DeconflictionHttp(House house) {
    this.house = house;
  }

  /**
   * A question.
   *
   * @param selector {@code type:value} or {@code type@platform:value}, as the authority names it
   */
  record DeconflictionBody(String selector) {}

  /**
   * The answer, and all of it.
   *
   * @param question its number
   * @param known whether another case knows it
   * @param at when it was asked
   */
  record DeconflictionAnswerView(String question, boolean known, String at) {}

  /**
   * How many tokens were new.
   *
   * @param entered of records that had not been entered before
   */
  record DeconflictionEnteredView(int entered) {}

  /**
   * A question that the caller asked; not about whom.
   *
   * @param id its number
   * @param caseId for which case
   * @param at when
   * @param house the other house that was asked, or null
   * @param known what was answered
   */
  record DeconflictionQuestionView(
      String id, String caseId, String at, @Nullable String house, boolean known) {}

  /**
   * A duty to speak to somebody.
   *
   * @param id its number
   * @param question the question it comes from
   * @param caseId the case that is told
   * @param side ASKED or KNOWS
   * @param lead whose duty it is
   * @param contact whom to speak to
   * @param at when
   * @param seenBy who took note, or null
   * @param seenAt or null
   */
  record DeconflictionNoticeView(
      String id,
      String question,
      String caseId,
      String side,
      String lead,
      String contact,
      String at,
      @Nullable String seenBy,
      @Nullable String seenAt) {}

  /**
   * A question that was answered in silence.
   *
   * @param id its number on the desk
   * @param asker the case that asked, or null where another house did
   * @param known the case that knows it, or null
   * @param house the other house that knows it or asked, or null
   * @param at when
   * @param decidedBy or null
   * @param decision TOLD, LEFT or null
   * @param reasons of the decision
   */
  record SilentQuestionView(
      String id,
      @Nullable String asker,
      @Nullable String known,
      @Nullable String house,
      String at,
      @Nullable String decidedBy,
      @Nullable String decision,
      String reasons) {}

  /**
   * What becomes of a silent question.
   *
   * @param decision TOLD or LEFT
   * @param reasons why
   */
  record SilentDecisionBody(String decision, String reasons) {}

  /**
   * A case that answers nobody.
   *
   * @param caseId which
   * @param by who said so
   * @param since when
   * @param reasons why
   */
  record CoverView(String caseId, String by, String since, String reasons) {}

  /**
   * Covers a case, or uncovers it.
   *
   * @param caseId which
   * @param covered whether it answers nobody from now on
   * @param reasons why; not asked for where it answers again
   */
  record CoverBody(String caseId, boolean covered, @Nullable String reasons) {}

  private Deconfliction deconfliction() {
    return house.rooms().deconfliction();
  }

  /** What was read becomes known to deconfliction: work of its own, for which nobody waits. */
  static void enter(House house, Permit permit, ExhibitId exhibit) {
    house
        .jobs()
        .begin(
            permit.actor(),
            "ENTER",
            progress -> Integer.toString(house.rooms().deconfliction().enter(permit, exhibit)));
  }

  // ------------------------------------------------------------------ under a permit

  @PostMapping("/api/deconfliction/questions")
  DeconflictionAnswerView ask(Permit permit, @RequestBody DeconflictionBody body) {
    Answer answer = deconfliction().ask(permit, Selector.parse(body.selector()));
    return new DeconflictionAnswerView(
        answer.question().toString(), answer.known(), answer.at().toString());
  }

  @PostMapping("/api/deconfliction/entries")
  DeconflictionEnteredView enter(Permit permit) {
    return new DeconflictionEnteredView(deconfliction().enter(permit, null));
  }

  // ------------------------------------------------------------------ one's own

  @GetMapping("/api/deconfliction/questions")
  List<DeconflictionQuestionView> asked(ActorId caller) {
    return deconfliction().asked(caller).stream().map(DeconflictionHttp::view).toList();
  }

  @GetMapping("/api/deconfliction/notices")
  List<DeconflictionNoticeView> notices(ActorId caller) {
    return deconfliction().notices(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/deconfliction/notices/{id}/seen")
  void seen(ActorId caller, @PathVariable String id) {
    deconfliction().seen(caller, ConflictsHttp.uuid(id));
  }

  // ------------------------------------------------------------------ officers and overseers

  @GetMapping("/api/deconfliction/covers")
  List<CoverView> covers(ActorId caller) {
    return deconfliction().desk().covers(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/deconfliction/covers")
  void cover(ActorId caller, @RequestBody CoverBody body) {
    CaseId of = CaseId.parse(body.caseId());
    house.authority().cases().file(caller, of);
    if (body.covered()) {
      String reasons = body.reasons();
      deconfliction().desk().cover(caller, of, reasons == null ? "" : reasons);
    } else {
      deconfliction().desk().uncover(caller, of);
    }
  }

  @GetMapping("/api/deconfliction/desk")
  List<SilentQuestionView> desk(ActorId caller) {
    return deconfliction().desk().questions(caller).stream().map(this::view).toList();
  }

  @PostMapping("/api/deconfliction/desk/{id}/decision")
  void decide(ActorId caller, @PathVariable String id, @RequestBody SilentDecisionBody body) {
    SilentQuestion.Decision decision =
        SubjectsHttp.choice(SilentQuestion.Decision.values(), "decision", body.decision());
    deconfliction().desk().decide(caller, ConflictsHttp.uuid(id), decision, body.reasons());
  }

  // ------------------------------------------------------------------ views

  private static DeconflictionQuestionView view(Question q) {
    UUID other = q.house();
    return new DeconflictionQuestionView(
        q.id().toString(),
        q.caseId().toString(),
        q.at().toString(),
        other == null ? null : other.toString(),
        q.known());
  }

  private DeconflictionNoticeView view(Notice n) {
    ActorId contact = n.contact();
    ActorId seen = n.seenBy();
    Instant seenAt = n.seenAt();
    return new DeconflictionNoticeView(
        n.id().toString(),
        n.question().toString(),
        n.caseId().toString(),
        n.side().name(),
        name(n.lead()),
        contact == null ? String.valueOf(n.outside()) : name(contact),
        n.at().toString(),
        seen == null ? null : name(seen),
        seenAt == null ? null : seenAt.toString());
  }

  private SilentQuestionView view(SilentQuestion s) {
    CaseId asker = s.asker();
    CaseId known = s.known();
    UUID other = s.house();
    ActorId by = s.decidedBy();
    SilentQuestion.Decision decision = s.decision();
    return new SilentQuestionView(
        s.id().toString(),
        asker == null ? null : asker.toString(),
        known == null ? null : known.toString(),
        other == null ? null : other.toString(),
        s.at().toString(),
        by == null ? null : name(by),
        decision == null ? null : decision.name(),
        s.reasons());
  }

  private CoverView view(Cover c) {
    return new CoverView(c.caseId().toString(), name(c.by()), c.since().toString(), c.reasons());
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }
}
