package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.records.RecordQuery.Narrowing;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.records.text.SelectorKind;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What search finds, counts and shows, against a walk over all records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
  private static final Instant DAY = Instant.parse("2026-03-28T10:00:00Z");
  private static final Selector BEN =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200");
  private static final List<String> SAID =
      List.of(
          "The keys are with my brother, bring the van round to the harbour tonight",
          "He was driving the vans to the harbours all week, call +44 20 7946 0958",
          "Die Schlüssel liegen bei meinem Bruder, komm heute Abend mit dem Wagen zum Hafen",
          "Bringt die Häuser in Ordnung, bevor die anderen Wagen zum Hafen kommen",
          "Las llaves las tiene mi hermano, trae la furgoneta al puerto esta noche",
          "Send it to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa or mail anna@example.org please",
          "pay through p\u0430yp\u0430l as we did before with the other parcels",
          "the pass\u200bword is or\u200bchid, do not write it down anywhere at all",
          "ok");

  private TestHouse house;
  private Permit permit;
  private List<StoredRecord> every;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    permit = house.permit(Set.of(BEN), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    Random random = new Random(4);
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      said.add(
          new Said(
              random.nextBoolean() ? 100 : 200,
              DAY.plusSeconds(3_600L * i / 2),
              SAID.get(i % SAID.size()) + (i % 5 == 0 ? " mark" + i : "")));
    }
    byte[] bytes = new TelegramSample().chat(200, said.toArray(Said[]::new)).bytes();
    house.records().read(permit, house.seal(permit, "a.json", bytes).id(), Progress.silent());
    every = new ArrayList<>();
    try (var act =
        permit.begin(dev.sextant.authority.Step.VIEW, dev.sextant.authority.Particulars.none())) {
      house.records().each(act, RecordFilter.all(), every::add);
      act.done();
    }
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Page search(RecordQuery query) {
    return house.records().search(permit, query);
  }

  private Set<String> texts(String words) {
    return search(RecordQuery.of(words).page(0, 1000)).found().stream()
        .map(f -> f.record().record().words().replaceAll(" mark\\d+$", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> said(int... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(SAID::get).collect(Collectors.toSet());
  }

  @Test
  void wordsAreFoundWithTheirEndings() {
    assertThat(texts("harbour")).isEqualTo(said(0, 1));
    assertThat(texts("\"harbour\"")).isEqualTo(said(0));
    assertThat(texts("drive")).isEqualTo(said(1));
    assertThat(texts("haus")).isEqualTo(said(3));
    assertThat(texts("llave")).isEqualTo(said(4));
    assertThat(texts("SCHLUSSEL")).isEqualTo(said(2));
  }

  @Test
  void whatHidesIsFound() {
    assertThat(texts("paypal")).isEqualTo(said(6));
    assertThat(texts("\"through paypal as\"")).isEqualTo(said(6));
    assertThat(texts("p\u0430yp\u0430l")).isEqualTo(said(6));
    assertThat(texts("password orchid")).isEqualTo(said(7));
  }

  @Test
  void patternsPhrasesAndFields() {
    assertThat(texts("harbor~ -week")).isEqualTo(said(0));
    assertThat(texts("furgonetta~")).isEqualTo(said(4));
    assertThat(texts("\"keys brother\"~3")).isEqualTo(said(0));
    assertThat(texts("\"keys brother\"~1")).isEmpty();
    assertThat(texts("/h[aä]rbou?rs?/")).isEqualTo(said(0, 1));
    assertThat(texts("/.*schl.ss.*/")).isEqualTo(said(2));
    assertThat(texts("has:phone")).isEqualTo(said(1));
    assertThat(texts("has:btc has:email")).isEqualTo(said(5));
    assertThat(texts("btc:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")).isEqualTo(said(5));
    assertThat(texts("phone:\"+44 20 7946 0958\"")).isEqualTo(said(1));
    assertThat(texts("phone:+4420*")).isEqualTo(said(1));
    assertThat(texts("lang:es kind:message")).isEqualTo(said(4));
    assertThat(texts("lang:unknown kind:message")).contains(SAID.get(8));
  }

  @Test
  void highlightsStandOnWhatWasWritten() {
    assertThat(marked("harbours")).contains("\ue000harbours\ue001").contains("\ue000harbour\ue001");
    assertThat(marked("paypal")).contains("\ue000p\u0430yp\u0430l\ue001");
    assertThat(marked("orchid")).contains("\ue000or\u200bchid\ue001");
  }

  private String marked(String words) {
    return search(RecordQuery.of(words).page(0, 1000)).found().stream()
        .flatMap(f -> f.highlights().stream())
        .collect(Collectors.joining("\n"));
  }

  /* The twin: every facet by a walk over the records. */
  private <K extends Comparable<K>> Map<K, Long> count(
      Predicate<StoredRecord> fits, Function<StoredRecord, Stream<K>> values) {
    return every.stream()
        .filter(fits)
        .flatMap(r -> values.apply(r).distinct())
        .collect(Collectors.groupingBy(k -> k, TreeMap::new, Collectors.counting()));
  }

  private static String month(StoredRecord r) {
    Instant at = r.record().header().claimed().instant();
    return at == null
        ? Facets.NO_MONTH
        : DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC).format(at);
  }

  private String language(StoredRecord r) {
    return house.records().text(r.record()).language().code();
  }

  private Stream<SelectorKind> selectors(StoredRecord r) {
    return house.records().text(r.record()).seen().stream().map(s -> s.sighting().kind());
  }

  private static Stream<String> accounts(StoredRecord r) {
    return r.record().accounts().stream().map(a -> a.keyAt(r.record().header().locator()));
  }

  private static <T> Predicate<T> any(Set<?> chosen, Function<T, Stream<?>> values) {
    return r -> chosen.isEmpty() || values.apply(r).anyMatch(chosen::contains);
  }

  @Test
  void everyFacetCountsWhatAWalkCounts() {
    long seed = System.nanoTime();
    System.out.println("SearchTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      Set<RecordKind> kinds = random.nextInt(3) > 0 ? Set.of() : Set.of(RecordKind.MESSAGE);
      Set<String> months = random.nextInt(3) > 0 ? Set.of() : Set.of("2026-03", "none");
      Set<String> languages = random.nextInt(3) > 0 ? Set.of() : Set.of("en", "unknown");
      Set<SelectorKind> has = random.nextInt(3) > 0 ? Set.of() : Set.of(SelectorKind.PHONE);
      String account = random.nextInt(3) > 0 ? null : "telegram/platform_id/user100";
      Narrowing by = new Narrowing(kinds, Set.of(), account, languages, months, has);
      Page page = search(RecordQuery.all().narrowed(by).page(0, 10));
      Predicate<StoredRecord> kind = any(kinds, r -> Stream.of(r.record().kind()));
      Predicate<StoredRecord> month = any(months, r -> Stream.of(month(r)));
      Predicate<StoredRecord> language = any(languages, r -> Stream.of(language(r)));
      Predicate<StoredRecord> selector = any(has, this::selectors);
      Predicate<StoredRecord> named =
          any(account == null ? Set.of() : Set.of(account), SearchTest::accounts);
      Predicate<StoredRecord> allBut = month.and(language).and(selector);
      assertThat(page.total())
          .isEqualTo(every.stream().filter(allBut.and(kind).and(named)).count());
      Facets facets = page.facets();
      assertThat(facets.kind())
          .isEqualTo(count(allBut.and(named), r -> Stream.of(r.record().kind())));
      assertThat(facets.month())
          .isEqualTo(count(kind.and(language).and(selector).and(named), r -> Stream.of(month(r))));
      assertThat(facets.language())
          .isEqualTo(count(kind.and(month).and(selector).and(named), r -> Stream.of(language(r))));
      assertThat(facets.selector())
          .isEqualTo(count(kind.and(month).and(language).and(named), this::selectors));
      assertThat(facets.account()).isEqualTo(count(allBut.and(kind), SearchTest::accounts));
      assertThat(facets.accounts()).isEqualTo(facets.account().size());
    }
  }

  private List<Digest> pagedOn(RecordQuery first) {
    List<Digest> ids = new ArrayList<>();
    @Nullable String next = null;
    do {
      Page page = search(first.after(next));
      page.found().forEach(f -> ids.add(f.record().id()));
      next = page.next();
    } while (next != null);
    return ids;
  }

  @Test
  void goingOnGivesEveryRecordOnceInOrder() {
    for (RecordQuery.Sort sort : RecordQuery.Sort.values()) {
      for (String words : List.of("", "the OR die OR ok")) {
        RecordQuery query = RecordQuery.all().words(words).sorted(sort);
        List<Digest> whole =
            search(query.page(0, 1000)).found().stream().map(f -> f.record().id()).toList();
        assertThat(pagedOn(query.page(0, 7))).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(search(query.page(11, 7)).found().getFirst().record().id())
            .isEqualTo(whole.get(11));
      }
    }
  }

  @Test
  void aCursorIsOfItsSearchAndItsGeneration() {
    RecordQuery query = RecordQuery.all().page(0, 5);
    String next = search(query).next();
    assertThat(next).isNotNull();
    assertThatThrownBy(() -> search(query.words("van").after(next)))
        .isInstanceOf(RecordFault.BadCursor.class);
    assertThatThrownBy(() -> search(query.after("AAAA"))).isInstanceOf(RecordFault.BadCursor.class);
    assertThatThrownBy(() -> search(query.after("!"))).isInstanceOf(RecordFault.BadCursor.class);
    Permit other = house.permit(Set.of(BEN), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    assertThatThrownBy(() -> house.records().search(other, query.after(next)))
        .isInstanceOf(RecordFault.BadCursor.class);
  }

  @Test
  void whatResemblesSharesTellingWords() {
    StoredRecord one =
        every.stream()
            .filter(r -> r.record().words().equals(SAID.get(4)))
            .findFirst()
            .orElseThrow();
    Page alike = search(RecordQuery.all().like(one.id()).page(0, 1000));
    assertThat(alike.total()).isGreaterThan(20);
    assertThat(alike.found())
        .extracting(f -> f.record().record().words())
        .allMatch(w -> w.startsWith(SAID.get(4)));
    assertThat(search(RecordQuery.all().like(one.id()).words("mark40")).total())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void searchesAreKeptByPersonAndCase() {
    SavedSearch kept = house.records().save(permit, "vans", "q=van&sort=time");
    assertThat(house.records().saved(permit)).contains(kept);
    Permit other = house.permit(Set.of(BEN), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    assertThat(house.records().saved(other)).isEmpty();
    assertThatThrownBy(() -> house.records().drop(other, kept.id()))
        .isInstanceOf(RecordFault.NotFound.class);
    house.records().drop(permit, kept.id());
    assertThat(house.records().saved(permit)).isEmpty();
    assertThatThrownBy(() -> house.records().save(permit, " ", "q=van"))
        .isInstanceOf(RecordFault.BadQuery.class);
  }

  @Test
  void whatBecomesPrivilegedLeavesEveryCount() {
    Permit own = house.permit(Set.of(BEN), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    byte[] bytes =
        new TelegramSample()
            .chat(200, new Said(100, DAY, "lawyer words"), new Said(200, DAY, "other words"))
            .bytes();
    house.records().read(own, house.seal(own, "b.json", bytes).id(), Progress.silent());
    RecordQuery messages = RecordQuery.all().kinds(Set.of(RecordKind.MESSAGE));
    assertThat(house.records().search(own, messages).total()).isEqualTo(2);
    house.records().privilege(own, Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100"));
    Page after = house.records().search(own, messages.words("words"));
    assertThat(after.total()).isEqualTo(after.found().size()).isLessThan(2);
    assertThat(after.facets().account().keySet()).noneMatch(k -> k.endsWith("user100"));
  }
}
