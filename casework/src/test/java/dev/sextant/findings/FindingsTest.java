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
import dev.sextant.terms.Grade;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.StatementType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
    assertThat(findings.findings(reviewer)).containsExactly(signed);
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
}
