package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityFault;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Step;
import dev.sextant.findings.FindingStep.Kind;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.FindingId;
import dev.sextant.terms.Grade;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.StatementType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingsTest {
  private static final Scope SCOPE =
      new Scope(
          Set.of(Selector.parse("platform_id@telegram:777001")),
          Set.of(Platform.TELEGRAM),
          TestHouse.WIDE,
          2);

  private TestHouse house;
  private Findings findings;
  private CaseId caseId;
  private AuthorityId authority;
  private Permit author;
  private Permit reviewer;
  private final FindingDocument sample = MadeUpFinding.document(1, 8);
  private final Claim claim = sample.claim();

  @BeforeAll
  void start() {
    house = TestHouse.start();
    findings =
        new Findings(
            new Findings.Ground(house.door(), house.keys(), house.people()),
            new SampleEvidence(sample),
            house.clock());
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @BeforeEach
  void newCase() {
    caseId = house.openCase();
    authority = house.authority(caseId, SCOPE);
    author = house.permit(house.analyst(), authority);
    reviewer = house.permit(house.secondAnalyst(), authority);
  }

  private Finding submitted() {
    return findings.submit(author, findings.draft(author, claim).id());
  }

  private Finding signed() {
    Finding frozen = submitted();
    findings.review(reviewer, frozen.id(), ReviewDecision.ACCEPT, "The messages show it.");
    return findings.sign(author, frozen.id());
  }

  private static void refuses(String code, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(code));
  }

  @Test
  void goesFromDraftToTwoSignaturesOverOneDigest() {
    Finding signed = signed();
    assertThat(signed.state()).isEqualTo(FindingState.SIGNED);
    assertThat(signed.steps().stream().map(FindingStep::kind))
        .containsExactly(Kind.DRAFTED, Kind.SUBMITTED, Kind.ACCEPTED, Kind.SIGNED);
    assertThat(signed.document().claim()).isEqualTo(claim);
    assertThat(signed.digest()).isEqualTo(Digest.of(signed.document().bytes()));
    String text = FindingDocument.signedText(signed.digest());
    for (FindingStep step :
        List.of(signed.review().orElseThrow(), signed.signature().orElseThrow())) {
      SignedNote note = SignedNote.parse(step.note().getBytes(StandardCharsets.UTF_8));
      assertThat(note.text()).isEqualTo(text);
      VerifierKey key = VerifierKey.parse(step.vkey());
      assertThat(key.verifies(text, note.signatures().getFirst())).isTrue();
    }
    assertThat(signed.review().orElseThrow().vkey())
        .isNotEqualTo(signed.signature().orElseThrow().vkey());
    assertThat(findings.findings(author)).containsExactly(signed);
    assertThat(findings.findings(reviewer)).containsExactly(signed.published().orElseThrow());
  }

  @Test
  void aDraftIsItsAuthorsAloneUntilItIsSubmitted() {
    Finding draft = findings.draft(author, claim);
    assertThat(draft.published()).isEmpty();
    assertThat(findings.findings(reviewer)).isEmpty();
    refuses("SX-FIND-NOT-FOUND", () -> findings.finding(reviewer, draft.id()));
    Finding frozen = findings.submit(author, draft.id(), draft.digest());
    assertThat(findings.finding(reviewer, draft.id()).document()).isEqualTo(frozen.document());
    findings.review(reviewer, draft.id(), ReviewDecision.RETURN, "Say who was at the dock.");
    Finding amended = findings.amend(author, draft.id(), retitled("Who was at the dock"));
    assertThat(findings.finding(reviewer, draft.id()).document().claim()).isEqualTo(claim);
    assertThat(findings.finding(reviewer, draft.id()).state()).isEqualTo(FindingState.RETURNED);
    assertThat(amended.published().orElseThrow()).isEqualTo(findings.finding(reviewer, draft.id()));
    findings.withdraw(author, draft.id(), "It came to nothing.");
    assertThat(findings.finding(reviewer, draft.id()).document().claim()).isEqualTo(claim);
    Finding never = findings.draft(author, claim);
    findings.withdraw(author, never.id(), "It came to nothing.");
    refuses("SX-FIND-NOT-FOUND", () -> findings.finding(reviewer, never.id()));
    assertThat(findings.findings(reviewer)).hasSize(1);
    assertThat(steps(reviewer, never)).as("the database shows no step of it").isZero();
    assertThat(steps(author, never)).isEqualTo(2);
    assertThat(steps(reviewer, draft)).as("submitted, returned, withdrawn").isEqualTo(3);
  }

  private long steps(Permit permit, Finding finding) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      long steps =
          house
              .door()
              .within(
                  act,
                  sql ->
                      sql.jdbc()
                          .sql("select count(*) from finding_step where finding = ?")
                          .param(finding.id().value())
                          .query(Long.class)
                          .single());
      act.done();
      return steps;
    }
  }

  @Test
  void anotherWindowOfItsAuthorIsNotOverwritten() {
    Finding draft = findings.draft(author, claim);
    Finding one = findings.amend(author, draft.id(), draft.digest(), retitled("Seen at the dock"));
    refuses(
        "SX-FIND-OVERTAKEN",
        () -> findings.amend(author, draft.id(), draft.digest(), retitled("Seen at the quay")));
    refuses("SX-FIND-OVERTAKEN", () -> findings.submit(author, draft.id(), draft.digest()));
    assertThat(findings.submit(author, draft.id(), one.digest()).state())
        .isEqualTo(FindingState.IN_REVIEW);
  }

  @Test
  void nobodyReviewsTheirOwn() {
    Finding frozen = submitted();
    refuses(
        "SX-FIND-OWN",
        () -> findings.review(author, frozen.id(), ReviewDecision.ACCEPT, "I like it very much."));
    assertThat(findings.finding(author, frozen.id()).state()).isEqualTo(FindingState.IN_REVIEW);
  }

  @Test
  void theDatabaseRefusesAReviewOfOnesOwnToo() {
    Finding frozen = submitted();
    try (Act act = author.begin(Step.REVIEW, Particulars.none())) {
      assertThatThrownBy(() ->
              house
                  .door()
                  .within(
                      act,
                      sql ->
                          sql.jdbc()
                              .sql(
                                  "insert into finding_step select case_id, finding, 3,"
                                      + " 'ACCEPTED', actor, leaf, at, digest, body"
                                      + " from finding_step where seq = 2 and finding = ?")
                              .param(frozen.id().value())
                              .update()))
          .isInstanceOf(AuthorityFault.class);
    }
    assertThat(findings.finding(author, frozen.id()).steps()).hasSize(2);
  }

  @Test
  void nothingIsSignedThatWasNotAccepted() {
    Finding frozen = submitted();
    refuses("SX-FIND-PATH", () -> findings.sign(author, frozen.id()));
    Finding back =
        findings.review(reviewer, frozen.id(), ReviewDecision.RETURN, "Name the sender's account.");
    assertThat(back.state()).isEqualTo(FindingState.RETURNED);
    refuses("SX-FIND-PATH", () -> findings.sign(author, frozen.id()));
  }

  @Test
  void onlyTheAuthorSignsAndOnlyDraftsChange() {
    Finding frozen = submitted();
    refuses("SX-FIND-PATH", () -> findings.amend(author, frozen.id(), claim));
    refuses("SX-FIND-AUTHOR", () -> findings.submit(reviewer, frozen.id()));
    findings.review(reviewer, frozen.id(), ReviewDecision.ACCEPT, "The messages show it.");
    refuses("SX-FIND-AUTHOR", () -> findings.sign(reviewer, frozen.id()));
  }

  @Test
  void whatWasSentBackIsAmendedAndReviewedAnew() {
    Finding frozen = submitted();
    findings.review(reviewer, frozen.id(), ReviewDecision.RETURN, "Name the sender's account.");
    Claim better = retitled("The account 777001 passed the time of a delivery");
    findings.amend(author, frozen.id(), better);
    Finding again = findings.submit(author, frozen.id());
    assertThat(again.accepted()).isFalse();
    assertThat(again.review()).isEmpty();
    Digest seen = frozen.digest();
    refuses(
        "SX-FIND-OVERTAKEN",
        () ->
            findings.review(
                reviewer, frozen.id(), seen, ReviewDecision.ACCEPT, "Read the first version."));
    findings.review(
        reviewer, frozen.id(), again.digest(), ReviewDecision.ACCEPT, "Read the second version.");
    assertThat(findings.sign(author, frozen.id()).document().claim()).isEqualTo(better);
  }

  private Claim retitled(String title) {
    return new Claim(
        title,
        claim.text(),
        claim.type(),
        claim.grade(),
        claim.method(),
        claim.supports(),
        claim.counterSupports(),
        claim.noCounterSupport(),
        claim.alternatives(),
        claim.snapshot(),
        claim.measures(),
        claim.entityKeys());
  }

  @Test
  void anIncompleteClaimIsKeptButNotReviewed() {
    Claim bare =
        new Claim(
            "A fact without support",
            "This claim cites nothing whatever.",
            StatementType.FACT,
            Grade.parse("ADMIRALTY", "F6"),
            "Thought about it at length.",
            List.of(),
            List.of(),
            "Nothing was looked for.",
            List.of(),
            null,
            List.of(),
            List.of());
    Finding draft = findings.draft(author, bare);
    assertThat(findings.remarks(bare)).extracting(Remark::code).contains("SX-FIND-SUPPORT");
    refuses("SX-FIND-SUPPORT", () -> findings.submit(author, draft.id()));
    assertThat(findings.finding(author, draft.id()).state()).isEqualTo(FindingState.DRAFT);
  }

  @Test
  void aRecordOutOfScopeCannotBeCited() {
    Claim stray =
        new Claim(
            claim.title(),
            claim.text(),
            claim.type(),
            claim.grade(),
            claim.method(),
            List.of(new Citation(Digest.ofFields("elsewhere"), "")),
            List.of(),
            claim.noCounterSupport(),
            claim.alternatives(),
            null,
            List.of(),
            List.of());
    refuses("SX-FIND-NOT-FOUND", () -> findings.draft(author, stray));
    assertThat(findings.findings(author)).isEmpty();
  }

  @Test
  void anotherAuthorityAndAnotherCaseSeeNothing() {
    Finding signed = signed();
    AuthorityId other = house.authority(caseId, SCOPE);
    Permit sameCase = house.permit(house.secondAnalyst(), other);
    Permit otherCase =
        house.permit(
            Set.of(Selector.parse("platform_id@telegram:777001")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE);
    assertThat(findings.findings(sameCase)).isEmpty();
    assertThat(findings.findings(otherCase)).isEmpty();
    refuses("SX-FIND-NOT-FOUND", () -> findings.finding(sameCase, signed.id()));
    Finding second = findings.draft(sameCase, claim);
    assertThat(second.number()).isEqualTo(signed.number() + 1);
  }

  @Test
  void aDeadPermitTakesNoStep() {
    Finding frozen = submitted();
    house.advance(Duration.ofHours(9));
    refuses(
        "SX-AUTH-PERMIT-DEAD",
        () -> findings.review(reviewer, frozen.id(), ReviewDecision.ACCEPT, "Much too late now."));
  }

  @Test
  void aWithdrawnFindingStaysReadable() {
    Finding signed = signed();
    Finding gone = findings.withdraw(reviewer, signed.id(), "The export turned out to be forged.");
    assertThat(gone.state()).isEqualTo(FindingState.WITHDRAWN);
    assertThat(gone.document()).isEqualTo(signed.document());
    refuses("SX-FIND-PATH", () -> findings.withdraw(author, signed.id(), "Once more, for safety."));
  }

  @Test
  void nothingOfAFindingLiesInTheClear() {
    signed();
    try (Act act = author.begin(Step.VIEW, Particulars.none())) {
      String rows =
          house
              .door()
              .within(
                  act,
                  sql ->
                      sql.jdbc()
                          .sql("select string_agg(finding_step::text, ' ') from finding_step")
                          .query(String.class)
                          .single());
      String hex = java.util.HexFormat.of().formatHex("delivery".getBytes(StandardCharsets.UTF_8));
      assertThat(rows).hasSizeGreaterThan(1000).doesNotContain("delivery").doesNotContain(hex);
    }
  }

  @Test
  void aCorrectionTakesTheOldOnesPlaceWhenItIsSigned() {
    Finding old = signed();
    Finding draft =
        findings.correct(reviewer, old.id(), null, "The hour was read in the wrong zone.");
    Correction corrects = draft.document().corrects();
    assertThat(corrects)
        .isEqualTo(
            new Correction(
                old.id(), old.number(), old.digest(), 2, "The hour was read in the wrong zone."));
    assertThat(draft.number()).isEqualTo(old.number() + 1);
    assertThat(findings.finding(author, old.id()).state()).isEqualTo(FindingState.SIGNED);
    refuses(
        "SX-FIND-CORRECTING",
        () -> findings.correct(reviewer, old.id(), null, "The same thing once again."));
    Finding unseen = findings.correct(author, old.id(), null, "Begun by two at the same time.");
    findings.amend(reviewer, draft.id(), retitled("The account passed the hour in UTC"));
    findings.submit(reviewer, draft.id());
    refuses("SX-FIND-CORRECTING", () -> findings.submit(author, unseen.id()));
    findings.withdraw(author, unseen.id(), "The other correction went first.");
    findings.review(author, draft.id(), ReviewDecision.ACCEPT, "The zone is right now.");
    Finding now = findings.sign(reviewer, draft.id());
    assertThat(now.state()).isEqualTo(FindingState.SIGNED);
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.document().corrects()).isEqualTo(corrects);
    Finding gone = findings.finding(author, old.id());
    assertThat(gone.state()).isEqualTo(FindingState.CORRECTED);
    assertThat(gone.document()).isEqualTo(old.document());
    assertThat(gone.last().reasons())
        .isEqualTo("F-" + now.number() + " takes its place: The hour was read in the wrong zone.");
    assertThat(gone.allowed(house.analyst())).isEmpty();
    refuses(
        "SX-FIND-PATH",
        () -> findings.correct(author, old.id(), null, "It was corrected already."));
    Finding third = findings.correct(author, now.id(), null, "And now the place is wrong.");
    assertThat(third.version()).isEqualTo(3);
  }

  @Test
  void onlyWhatWasSignedIsCorrectedAndWhatIsWithdrawnStaysSo() {
    Finding frozen = submitted();
    refuses(
        "SX-FIND-PATH", () -> findings.correct(author, frozen.id(), null, "It is wrong somehow."));
    Finding old = signed();
    findings.withdraw(author, old.id(), "The hour is wrong, do not use it.");
    Finding draft = findings.correct(author, old.id(), null, "The hour is put right.");
    findings.submit(author, draft.id());
    findings.review(reviewer, draft.id(), ReviewDecision.ACCEPT, "The hour is right now.");
    findings.sign(author, draft.id());
    assertThat(findings.finding(author, old.id()).state()).isEqualTo(FindingState.WITHDRAWN);
  }

  @Test
  void ofTwoCorrectionsOfAWithdrawnFindingSubmittedAtOnceOneGoesOn() throws Exception {
    for (int round = 0; round < 5; round++) {
      Finding old = signed();
      findings.withdraw(author, old.id(), "The hour is wrong, do not use it.");
      Finding one = findings.correct(author, old.id(), null, "The hour is put right.");
      Finding other = findings.correct(reviewer, old.id(), null, "The hour is put right too.");
      CyclicBarrier together = new CyclicBarrier(2);
      List<String> ends;
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        Future<String> first = two.submit(() -> submitting(together, author, one.id()));
        Future<String> second = two.submit(() -> submitting(together, reviewer, other.id()));
        ends = List.of(first.get(), second.get());
      }
      assertThat(ends).containsExactlyInAnyOrder("SUBMITTED", "SX-FIND-CORRECTING");
    }
  }

  private String submitting(CyclicBarrier together, Permit by, FindingId id) throws Exception {
    together.await();
    try {
      return findings.submit(by, id).last().kind().name();
    } catch (FindingFault e) {
      return e.code();
    }
  }

  @Test
  void aDroppedCorrectionLetsAnotherBegin() {
    Finding old = signed();
    Finding draft = findings.correct(author, old.id(), null, "The hour was read wrongly.");
    findings.withdraw(author, draft.id(), "It was right after all, see E-1.");
    assertThat(findings.finding(author, old.id()).state()).isEqualTo(FindingState.SIGNED);
    assertThat(findings.correct(author, old.id(), null, "The place was wrong though.").version())
        .isEqualTo(2);
  }

  @Test
  void theDatabaseLetsNobodyMarkAFindingCorrectedAlone() {
    Finding old = signed();
    try (Act act = author.begin(Step.CLAIM, Particulars.none())) {
      assertThatThrownBy(() ->
              house
                  .door()
                  .within(
                      act,
                      sql ->
                          sql.jdbc()
                              .sql(
                                  "insert into finding_step select case_id, finding, 5,"
                                      + " 'CORRECTED', actor, leaf, at, digest, body"
                                      + " from finding_step where seq = 4 and finding = ?")
                              .param(old.id().value())
                              .update()))
          .isInstanceOf(AuthorityFault.class);
    }
    assertThat(findings.finding(author, old.id()).state()).isEqualTo(FindingState.SIGNED);
  }

  @Test
  void aMatrixIsFrozenWithItsFinding() {
    AchMatrix matrix =
        new AchMatrix(
            List.of(
                new AchMatrix.Hypothesis("The message arranges a delivery", false),
                new AchMatrix.Hypothesis("The words are a joke among friends", true)),
            claim.supports().stream()
                .map(c ->
                    new AchMatrix.Row(
                        AchMatrix.RowKind.RECORD,
                        c.record(),
                        "what it shows",
                        AchMatrix.Level.HIGH,
                        AchMatrix.Level.MEDIUM,
                        List.of(AchMatrix.Cell.C, AchMatrix.Cell.I)))
                .toList(),
            1);
    Claim assessed =
        new Claim(
                claim.title(),
                claim.text(),
                dev.sextant.terms.StatementType.ASSESSMENT,
                claim.grade(),
                claim.method(),
                claim.supports(),
                claim.counterSupports(),
                claim.noCounterSupport(),
                List.of(),
                claim.snapshot(),
                claim.measures(),
                claim.entityKeys())
            .with(new Reasoning(EstimateScale.ICD_203, matrix));
    Finding frozen = findings.submit(author, findings.draft(author, assessed).id());
    assertThat(findings.finding(reviewer, frozen.id()).document().claim()).isEqualTo(assessed);
    Claim guilty =
        assessed.with(
            new Reasoning(
                EstimateScale.NONE,
                new AchMatrix(
                    List.of(
                        new AchMatrix.Hypothesis("He is the kingpin", false),
                        matrix.hypotheses().get(1)),
                    matrix.rows(),
                    0)));
    refuses(
        "SX-FIND-WORD-ROLE", () -> findings.submit(author, findings.draft(author, guilty).id()));
  }
}
