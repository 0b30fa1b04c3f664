package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.CustodyEntry.Touch;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
  private static final Selector BEN =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200");
  private static final Set<Platform> TELEGRAM = Set.of(Platform.TELEGRAM);

  private TestHouse house;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static byte[] sample() {
    return new TelegramSample()
        .chat(
            200,
            new Said(100, DAY, "The van is in the yard, Grüße"),
            new Said(200, DAY.plusSeconds(60), "Bring the keys to the harbour"),
            new Said(100, DAY.plus(Duration.ofDays(40)), "Too late for the window"))
        .chat(
            300,
            new Said(300, DAY.plusSeconds(120), "Cleo speaks of her garden"),
            new Said(100, DAY.plusSeconds(180), "Anna answers Cleo about the van"))
        .bytes();
  }

  private Exhibit sealed(Permit permit, byte[] bytes) {
    return house.seal(permit, "result.json", bytes);
  }

  private ReadReport read(Permit permit, byte[] bytes) {
    return house.records().read(permit, sealed(permit, bytes).id(), Progress.silent());
  }

  private List<StoredRecord> all(Permit permit) {
    List<StoredRecord> all = new ArrayList<>();
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "test"))) {
      house.records().each(act, RecordFilter.all(), all::add);
      act.done();
    }
    return all;
  }

  private static List<String> words(List<StoredRecord> records) {
    return records.stream()
        .filter(r -> r.record() instanceof Record.Message)
        .map(r -> r.record().words())
        .toList();
  }

  private List<String> found(Permit permit, String query) {
    return house.records().search(permit, RecordQuery.of(query)).found().stream()
        .map(f -> f.record().record().words())
        .toList();
  }

  @Test
  void everythingInScopeIsReadAndCounted() {
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
    ReadReport report = read(permit, sample());
    Counts counts = report.counts();
    assertThat(counts)
        .isEqualTo(
            new Counts(
                6,
                6,
                0,
                0,
                0,
                0,
                Map.of(RecordKind.PROFILE, 1L, RecordKind.MESSAGE, 5L),
                Map.of()));
    assertThat(counts.balanced()).isTrue();
    assertThat(report.generation()).isEqualTo(1);
    assertThat(report.reader()).startsWith("telegram-desktop/");
    assertThat(words(all(permit)))
        .containsExactly(
            "The van is in the yard, Grüße",
            "Bring the keys to the harbour",
            "Cleo speaks of her garden",
            "Anna answers Cleo about the van",
            "Too late for the window");
    assertThat(all(permit)).hasSize((int) counts.records());
    assertThat(house.records().readings(permit)).containsExactly(report);
  }

  @Test
  void whoeverIsNotNamedIsSealedOff() {
    Permit permit = house.permit(Set.of(BEN), TELEGRAM, TestHouse.WIDE);
    Counts counts = read(permit, sample()).counts();
    assertThat(counts)
        .isEqualTo(
            new Counts(
                6,
                3,
                3,
                0,
                0,
                0,
                Map.of(RecordKind.MESSAGE, 3L),
                Map.of(Verdict.SEALED_SELECTOR, 3L)));
    assertThat(words(all(permit))).noneMatch(w -> w.contains("Cleo"));
    assertThat(found(permit, "Cleo")).isEmpty();
    assertThat(house.records().search(permit, RecordQuery.of("garden")).total()).isZero();
  }

  @Test
  void theWindowSealsOff() {
    Span march = Span.between(DAY.minus(Duration.ofDays(1)), DAY.plus(Duration.ofDays(10)));
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, march);
    Counts counts = read(permit, sample()).counts();
    assertThat(counts.byKind()).isEqualTo(Map.of(RecordKind.PROFILE, 1L, RecordKind.MESSAGE, 4L));
    assertThat(counts.sealedBy()).isEqualTo(Map.of(Verdict.SEALED_TIME, 1L));
    assertThat(words(all(permit))).doesNotContain("Too late for the window");
    assertThat(found(permit, "late")).isEmpty();
    assertThat(all(permit)).hasSize((int) counts.records());
  }

  @Test
  void thePlatformSealsOff() {
    Permit permit = house.permit(Set.of(ANNA), Set.of(Platform.WHATSAPP), TestHouse.WIDE);
    Counts counts = read(permit, sample()).counts();
    assertThat(counts.records()).isZero();
    assertThat(counts.read()).isZero();
    assertThat(counts.balanced()).isTrue();
    assertThat(counts.sealedBy()).isEqualTo(Map.of(Verdict.SEALED_PLATFORM, 6L));
    assertThat(all(permit)).isEmpty();
    Page page = house.records().search(permit, RecordQuery.all());
    assertThat(page.total()).isZero();
    assertThat(page.byKind()).isEmpty();
  }

  @Test
  void messagesWithoutATimeAreSealedOff() {
    byte[] bytes =
        new String(sample(), StandardCharsets.UTF_8)
            .replace(
                "\"date_unixtime\": \"" + DAY.getEpochSecond() + "\"", "\"date\": \"some day\"")
            .getBytes(StandardCharsets.UTF_8);
    Permit permit = house.permit(Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    Counts counts = read(permit, bytes).counts();
    assertThat(counts.balanced()).isTrue();
    assertThat(counts.sealedBy()).isEqualTo(Map.of(Verdict.SEALED_UNKNOWN_TIME, 1L));
    assertThat(words(all(permit))).doesNotContain("The van is in the yard, Grüße");
  }

  @Test
  void anotherAuthoritySeesNothingOfThis() {
    CaseId of = house.openCase();
    Permit first = house.permit(of, Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    ReadReport report = read(first, sample());
    Digest known = all(first).getFirst().id();
    Permit second = house.permit(of, Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    assertThat(all(second)).isEmpty();
    assertThat(house.records().readings(second)).isEmpty();
    Page page = house.records().search(second, RecordQuery.of("van"));
    assertThat(page.total()).isZero();
    assertThat(page.byKind()).isEmpty();
    assertThat(page.byPlatform()).isEmpty();
    assertThatThrownBy(() -> house.records().record(second, known))
        .isInstanceOf(RecordFault.NotFound.class);
    assertThatThrownBy(() -> house.records().view(second, known, 10))
        .isInstanceOf(RecordFault.NotFound.class);
    // The same exhibit under the other authority is a reading of its own.
    ReadReport own = house.records().read(second, report.exhibit(), Progress.silent());
    assertThat(own.generation()).isEqualTo(1);
    assertThat(found(second, "harbour")).hasSize(1);
    assertThat(found(first, "harbour")).hasSize(1);
  }

  @Test
  void anExpiredPermitOpensNothing() {
    try (TestHouse other = TestHouse.start()) {
      Permit permit = other.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
      Exhibit exhibit = other.seal(permit, "result.json", sample());
      other.records().read(permit, exhibit.id(), Progress.silent());
      other.advance(Duration.ofHours(9));
      assertThatThrownBy(() -> other.records().search(permit, RecordQuery.all()))
          .hasFieldOrPropertyWithValue("code", "SX-AUTH-PERMIT-DEAD");
      assertThatThrownBy(() -> other.records().read(permit, exhibit.id(), Progress.silent()))
          .hasFieldOrPropertyWithValue("code", "SX-AUTH-PERMIT-DEAD");
    }
  }

  @Test
  void readingAgainReplacesWhatIsShown() {
    Permit permit = house.permit(Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    ReadReport first = read(permit, sample());
    List<StoredRecord> before = all(permit);
    ReadReport again = house.records().read(permit, first.exhibit(), Progress.silent());
    assertThat(again.generation()).isEqualTo(2);
    assertThat(again.counts()).isEqualTo(first.counts());
    List<StoredRecord> after = all(permit);
    assertThat(after).extracting(StoredRecord::id).isEqualTo(ids(before));
    assertThat(after).allSatisfy(r -> assertThat(r.generation()).isEqualTo(2));
    Page page =
        house.records().search(permit, RecordQuery.of("van").kinds(Set.of(RecordKind.MESSAGE)));
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.found()).allSatisfy(f -> assertThat(f.record().generation()).isEqualTo(2));
    assertThat(house.records().readings(permit)).hasSize(2);
  }

  private static List<Digest> ids(List<StoredRecord> records) {
    return records.stream().map(StoredRecord::id).toList();
  }

  @Test
  void twoExhibitsAreBothFoundAndTheChainTellsOfTheReading() {
    Permit permit = house.permit(Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    read(permit, sample());
    ReadReport second =
        read(permit, new TelegramSample().chat(200, new Said(200, DAY, "a second van")).bytes());
    assertThat(found(permit, "van AND \"a second\"")).containsExactly("a second van");
    assertThat(
            house.records().search(permit, RecordQuery.of("van").exhibit(second.exhibit())).total())
        .isEqualTo(1);
    assertThat(house.custody().chain(permit, second.exhibit()))
        .extracting(e -> e.touch())
        .containsExactly(Touch.SEALED, Touch.READ);
  }

  @Test
  void whatNobodyKnowsLeavesNothing() {
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
    Exhibit exhibit = house.seal(permit, "noise", new byte[] {0, 1, 2, 3, (byte) 0xff, 7, 8, 9});
    assertThatThrownBy(() -> house.records().read(permit, exhibit.id(), Progress.silent()))
        .isInstanceOf(ReaderFault.Unknown.class);
    assertThat(house.records().readings(permit)).isEmpty();
    assertThat(all(permit)).isEmpty();
  }

  @Test
  void aReadingThatBreaksOffLeavesNothing() {
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
    Exhibit exhibit = sealed(permit, sample());
    Progress broken =
        (done, total, unit) -> {
          throw new IllegalStateException("the listener broke");
        };
    // 300 messages, so that progress is told in the middle.
    TelegramSample.Said[] many = new Said[300];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Said(100, DAY.plusSeconds(i), "message " + i);
    }
    Exhibit large = sealed(permit, new TelegramSample().chat(200, many).bytes());
    assertThatThrownBy(() -> house.records().read(permit, large.id(), broken))
        .isInstanceOf(IllegalStateException.class);
    assertThat(house.records().readings(permit)).isEmpty();
    assertThat(all(permit)).isEmpty();
    ReadReport report = house.records().read(permit, exhibit.id(), Progress.silent());
    assertThat(report.generation()).isEqualTo(1);
  }

  @Test
  void oddCharactersAreKeptAndFound() {
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
    byte[] bytes =
        new String(sample(), StandardCharsets.UTF_8)
            .replace("Bring the keys", "Br\\ud800ing \\u0000 \\u202e the keys \ue000")
            .getBytes(StandardCharsets.UTF_8);
    Counts counts = read(permit, bytes).counts();
    assertThat(counts.balanced()).isTrue();
    assertThat(counts.items()).isEqualTo(6);
    Page page = house.records().search(permit, RecordQuery.of("keys"));
    assertThat(page.total() + counts.faults()).isEqualTo(1);
    page.found()
        .forEach(f ->
            assertThat(f.highlights().getFirst())
                .containsOnlyOnce("\ue000")
                .contains("\ue000keys"));
  }

  @Test
  void anAuthorityThatIsSuspendedInTheMiddleStopsTheReading() {
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
    Said[] many = new Said[600];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Said(100, DAY.plusSeconds(i), "message " + i);
    }
    Exhibit exhibit = sealed(permit, new TelegramSample().chat(200, many).bytes());
    boolean[] once = {false};
    Progress suspending =
        (done, total, unit) -> {
          if (!once[0]) {
            once[0] = true;
            house
                .authorities()
                .suspend(house.officer(), permit.authority(), "Stop at once, please.");
          }
        };
    assertThatThrownBy(() -> house.records().read(permit, exhibit.id(), suspending))
        .isInstanceOf(Fault.class);
    assertThat(once[0]).isTrue();
    house.authorities().resume(house.officer(), permit.authority(), "The doubt was cleared up.");
    Permit again = house.permit(house.analyst(), permit.authority());
    assertThat(house.records().readings(again)).isEmpty();
    assertThat(all(again)).isEmpty();
  }

  @Test
  void everyRecordLeadsToItsBytes() {
    Permit permit = house.permit(Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    byte[] bytes = sample();
    read(permit, bytes);
    for (StoredRecord stored : all(permit)) {
      Excerpt excerpt = house.records().view(permit, stored.id(), 0);
      var at = stored.record().header().locator();
      byte[] original = java.util.Arrays.copyOfRange(bytes, (int) at.from(), (int) at.to());
      assertThat(excerpt.own()).isEqualTo(original);
      assertThat(excerpt.whole()).isTrue();
      assertThat(excerpt.digest()).isEqualTo(Digest.of(original));
      assertThat(new String(excerpt.own(), StandardCharsets.UTF_8))
          .contains(stored.record().words());
      assertThat(house.records().view(permit, at, 0).own()).isEqualTo(original);
    }
  }

  @Test
  void whatStandsBesideARecordIsMaskedUnlessItIsInScopeToo() {
    Permit permit = house.permit(Set.of(BEN), TELEGRAM, TestHouse.WIDE);
    byte[] bytes = sample();
    read(permit, bytes);
    List<StoredRecord> visible = all(permit);
    StoredRecord keys =
        visible.stream().filter(r -> r.record().words().contains("keys")).findFirst().orElseThrow();
    Excerpt excerpt = house.records().view(permit, keys.id(), 1 << 16);
    String shown = new String(excerpt.bytes(), StandardCharsets.UTF_8);
    assertThat(excerpt.contextFrom()).isZero();
    assertThat(excerpt.contextTo()).isEqualTo(bytes.length);
    assertThat(excerpt.bytes()).hasSameSizeAs(bytes);
    assertThat(shown).contains("Bring the keys to the harbour");
    // Cleo's chat names neither Ben nor anything else of the scope.
    assertThat(shown).doesNotContain("Cleo speaks of her garden");
    assertThat(shown).doesNotContain("Here is the data you requested");
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("Cleo speaks of her garden");
  }

  @Test
  void aSearchFindsWordsHoweverTheyAreWritten() {
    Permit permit = house.permit(Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    read(permit, sample());
    assertThat(found(permit, "GRUSSE")).hasSize(1);
    assertThat(found(permit, "grüße")).hasSize(1);
    assertThat(found(permit, "grusse OR Grüsse")).hasSize(1);
    assertThat(found(permit, "van")).hasSize(2);
    assertThat(found(permit, "van -yard")).containsExactly("Anna answers Cleo about the van");
    assertThat(found(permit, "harb*")).containsExactly("Bring the keys to the harbour");
    assertThat(found(permit, "\"keys to\"")).hasSize(1);
    assertThat(found(permit, "\"to keys\"")).isEmpty();
    assertThat(found(permit, "keys OR yard")).hasSize(2);
    assertThat(found(permit, "(keys OR yard) -harbour")).hasSize(1);
    assertThat(found(permit, "authority:x")).isEmpty();
    Page page = house.records().search(permit, RecordQuery.of("keys"));
    assertThat(page.found().getFirst().highlights())
        .containsExactly("Bring the \uE000keys\uE001 to the harbour");
  }

  @Test
  void badWordsAreRefusedWithTheirPlace() {
    Permit permit = house.permit(Set.of(ANNA), TELEGRAM, TestHouse.WIDE);
    Map<String, Integer> bad =
        Map.of("a \"b", 2, "(a", 0, "a)", 1, "a AND", 5, "OR a", 0, "a !!!", 2, "x*", 0, "a (", 3);
    bad.forEach((words, position) ->
        assertThatThrownBy(() -> house.records().search(permit, RecordQuery.of(words)))
            .as(words)
            .isInstanceOf(RecordFault.BadQuery.class)
            .hasFieldOrPropertyWithValue("position", position));
    assertThatThrownBy(() -> RecordQuery.of("a".repeat(501)))
        .isInstanceOf(RecordFault.BadQuery.class);
    assertThatThrownBy(() -> RecordQuery.all().page(0, 1001))
        .isInstanceOf(RecordFault.BadPage.class);
  }

  @Test
  void pagesFiltersAndFacetsAgree() {
    Permit permit = house.permit(Set.of(ANNA, BEN), TELEGRAM, TestHouse.WIDE);
    Said[] many = new Said[120];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Said(i % 3 == 0 ? 200 : 100, DAY.plusSeconds(i), "note " + i);
    }
    read(permit, new TelegramSample().chat(200, many).bytes());
    RecordQuery notes = RecordQuery.of("note").sorted(RecordQuery.Sort.TIME);
    List<Digest> paged = new ArrayList<>();
    for (int from = 0; from < 120; from += 7) {
      house
          .records()
          .search(permit, notes.page(from, 7))
          .found()
          .forEach(f -> paged.add(f.record().id()));
    }
    Page whole = house.records().search(permit, notes.page(0, 1000));
    assertThat(whole.total()).isEqualTo(120);
    assertThat(whole.found()).extracting(f -> f.record().id()).isEqualTo(paged);
    assertThat(whole.found()).extracting(f -> f.record().record().words()).startsWith("note 0");
    assertThat(house.records().search(permit, notes.page(500, 7)).found()).isEmpty();
    assertThat(
            house
                .records()
                .search(permit, notes.sorted(RecordQuery.Sort.TIME_DESCENDING).page(0, 1))
                .found()
                .getFirst()
                .record()
                .record()
                .words())
        .isEqualTo("note 119");
    Page windowed =
        house
            .records()
            .search(permit, notes.window(Span.between(DAY.plusSeconds(10), DAY.plusSeconds(20))));
    assertThat(windowed.total()).isEqualTo(10);
    Page profiles =
        house.records().search(permit, RecordQuery.all().kinds(Set.of(RecordKind.PROFILE)));
    assertThat(profiles.byKind()).containsEntry(RecordKind.MESSAGE, 120L);
    assertThat(profiles.total()).isEqualTo(profiles.byKind().get(RecordKind.PROFILE));
    String ben = whole.found().getFirst().record().record().accounts().getFirst().accountKey();
    assertThat(house.records().search(permit, notes.account(ben)).total()).isEqualTo(120);
    String conversation =
        java.util.Objects.requireNonNull(
                whole.found().getFirst().record().record().inConversation())
            .conversationKey();
    assertThat(house.records().search(permit, notes.conversation(conversation)).total())
        .isEqualTo(120);
    assertThat(house.records().search(permit, notes.conversation("telegram/none")).total())
        .isZero();
  }
}
