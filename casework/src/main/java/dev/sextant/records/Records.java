package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Custody;
import dev.sextant.helpdesk.Returns;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.search.CaseIndexes;
import dev.sextant.records.search.Hits;
import dev.sextant.records.store.Current;
import dev.sextant.records.store.FilterRows;
import dev.sextant.records.store.MappingRows;
import dev.sextant.records.store.NoteRows;
import dev.sextant.records.store.Privileges;
import dev.sextant.records.store.RecordRows;
import dev.sextant.records.store.RecordStore;
import dev.sextant.records.store.ReturnScope;
import dev.sextant.records.store.SavedRows;
import dev.sextant.records.store.ScopeCheck;
import dev.sextant.records.text.Languages;
import dev.sextant.records.text.Selectors;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The room's front door: reads exhibits into records, keeps them, finds them, shows the bytes
 * behind them. Safe for many threads; one process a folder of indexes.
 */
public final class Records implements AutoCloseable {
  /** Changes listed at a time. */
  public static final int MOST_CHANGES = 500;

  private final RecordStore store;
  private final RecordRows rows;
  private final CaseIndexes indexes;
  private final Selectors selectors;
  private final Mappings mappings;
  private final Indexing indexing;
  private final Readings readings;
  private final Opening opening;
  private final Generations generations;
  private final Filtering filtering;
  private final KeptSearches kept;
  private final Notes notes;
  private final Sniffs sniffs;

  /**
   * What the room rests on.
   *
   * @param door to the case tables
   * @param keys of the cases; record bodies are sealed
   * @param custody of the exhibits
   * @param returns by which terms providers' returns are read
   * @param privilegedTerms words by which a text says of itself that it is privileged, in lower
   *     case
   * @param region country of telephone numbers and plates that are written without one, in two
   *     letters (ISO 3166-1), or the empty text for none
   */
  public record Ground(
      Door door,
      CaseKeys keys,
      Custody custody,
      Returns returns,
      List<String> privilegedTerms,
      String region) {
    /** Copies. */
    public Ground {
      privilegedTerms = List.copyOf(privilegedTerms);
    }

    /** Without terms and region. */
    public Ground(Door door, CaseKeys keys, Custody custody, Returns returns) {
      this(door, keys, custody, returns, List.of(), "");
    }
  }

  /**
   * @param ground what it rests on
   * @param reading how readers are run
   * @param limits how much a reading may cost
   * @param indexes the folder of search indexes, one a case
   */
  public Records(Ground ground, Reading reading, Limits limits, Path indexes) {
    this.store = new RecordStore(ground.door(), ground.keys(), ground.custody());
    this.rows =
        new RecordRows(ground.door(), ground.keys(), ground.custody(), ground.privilegedTerms());
    Privileges privileges = rows.privileges();
    this.filtering = new Filtering(privileges, new FilterRows(ground.door(), ground.keys()));
    this.selectors = new Selectors(ground.region());
    this.kept = new KeptSearches(new SavedRows(ground.door(), ground.keys()));
    this.indexes = new CaseIndexes(indexes, selectors);
    this.indexing = new Indexing(ground.keys(), this.indexes, store, rows);
    this.readings =
        new Readings(ground, reading, limits, new Readings.Kept(store, privileges, indexing));
    this.opening =
        new Opening(
            store,
            rows,
            new Cutting(ground.custody(), limits),
            new TableLook(ground.custody(), reading, limits));
    this.sniffs = new Sniffs(ground.custody(), reading, limits);
    this.notes = new Notes(new NoteRows(ground.door(), ground.keys()), opening);
    this.generations = new Generations(store, rows);
    this.mappings =
        new Mappings(
            new Mappings.Ground(
                new MappingRows(ground.door()),
                ground.custody(),
                reading,
                limits,
                (act, sealed) ->
                    new ReturnScope(
                        act.permit().scope(),
                        privileges.check(act),
                        readings.limits(act, sealed))));
  }

  /** Tables whose columns are mapped by people, and the profiles kept for them. */
  public Mappings mappings() {
    return mappings;
  }

  /** What people write beside records. */
  public Notes notes() {
    return notes;
  }

  /** As {@link #read(Permit, ExhibitId, Optional, Progress)}, in no declared zone. */
  public ReadReport read(Permit permit, ExhibitId exhibit, Progress progress) {
    return read(permit, exhibit, Optional.empty(), progress);
  }

  /**
   * Reads an exhibit into records: a new generation, whole or not at all. Records out of scope are
   * sealed off as they come. Reading again under the same authority makes a further generation, and
   * the earlier one is no longer shown.
   *
   * @param zone the zone that the analyst declares for local times without one
   * @throws dev.sextant.records.reader.ReaderFault if nobody knows the content, or it cannot be
   *     read to its end; nothing is kept
   */
  public ReadReport read(
      Permit permit, ExhibitId exhibit, Optional<ZoneId> zone, Progress progress) {
    return read(permit, exhibit, zone, Optional.empty(), progress);
  }

  /**
   * As {@link #read(Permit, ExhibitId, Optional, Progress)}, of tables under a mapping profile,
   * which the act names by name, version and digest.
   *
   * @param profile empty to choose a reader by content
   */
  public ReadReport read(
      Permit permit,
      ExhibitId exhibit,
      Optional<ZoneId> zone,
      Optional<MappingProfile> profile,
      Progress progress) {
    return readings.read(permit, exhibit, zone, profile, progress);
  }

  /**
   * Which reader would read an exhibit, and what it looked at to know it; looking is logged. Found
   * out in a child process with the limits of a reading, once while the program runs.
   *
   * @throws dev.sextant.records.reader.ReaderFault.Child if that overruns or crashes
   */
  public ReaderLook reader(Permit permit, ExhibitId exhibit) {
    return sniffs.look(permit, exhibit);
  }

  /**
   * Destroys the search index of the act's case, in memory and on the disk; to be called when the
   * case's key is destroyed. While the key stands, the next search builds the index anew.
   */
  public void destroyIndex(Act act) {
    indexes.destroy(act.permit().caseId());
    rows.forget(act.permit().caseId());
    sniffs.forget(act.permit().caseId());
  }

  /** All readings of the case under this authority, by exhibit and generation. */
  public List<ReadReport> readings(Permit permit) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none().token("what", "readings"))) {
      List<ReadReport> all = readings(act);
      act.done(Particulars.none().number("readings", all.size()));
      return all;
    }
  }

  /** All readings under this authority, within an act that is under way. */
  public List<ReadReport> readings(Act act) {
    return store.readings(act);
  }

  /**
   * Holds two readings of an exhibit against each other: what a newer reader says otherwise.
   * Looking is logged.
   *
   * @param older generation of the one
   * @param newer generation of the other, later one
   * @param from the first change wanted, from 0
   * @param size how many changes, at most {@value #MOST_CHANGES}
   * @throws RecordFault.NotFound if there is no such generation under this authority
   */
  public GenerationDiff compare(
      Permit permit, ExhibitId exhibit, int older, int newer, long from, int size) {
    return generations.compare(permit, exhibit, older, newer, from, size);
  }

  /**
   * Looks for records; the query's words enter the log as a keyed hash only.
   *
   * @throws RecordFault.BadQuery if the words cannot be looked for, or ask for a special category
   *     of personal data; logged as well
   */
  public Page search(Permit permit, RecordQuery query) {
    return search(permit, query, (act, page) -> page);
  }

  /**
   * Looks for records, and shows them within the same act: one consultation, one entry in the log.
   *
   * @param showing makes what is shown of the page
   */
  public <T> T search(Permit permit, RecordQuery query, BiFunction<Act, Page, T> showing) {
    try (Act act = permit.begin(Step.SEARCH, inputs(query))) {
      Page page;
      try {
        page = page(act, query);
      } catch (RecordFault.BadQuery e) {
        act.failed(e.code());
        throw e;
      }
      T shown = showing.apply(act, page);
      act.done(
          Particulars.none().number("total", page.total()).number("shown", page.found().size()));
      return shown;
    }
  }

  /** The page itself, within an act that is under way. */
  Page page(Act act, RecordQuery query) {
    indexes.check(query);
    List<Current> current = indexing.index(act, Progress.silent());
    Hits hits = hits(act, current, query);
    List<Page.Found> found =
        stored(act, current, hits).stream()
            .map(r ->
                new Page.Found(
                    r, hits.highlights().apply(r.record(), Languages.of(r.record().words()))))
            .toList();
    return new Page(hits.total(), query.from(), found, hits.facets(), hits.next());
  }

  /**
   * Where else in the case the media of a record are, as the same bytes or as a picture that looks
   * the same; within the permit's scope, and logged as a search.
   *
   * @throws RecordFault.NotFound if there is no such record within the scope
   */
  public <T> T same(Permit permit, Digest id, BiFunction<Act, List<SameMedia>, T> showing) {
    Particulars inputs = Particulars.none().token("what", "same-media").digest("record", id);
    try (Act act = permit.begin(Step.SEARCH, inputs)) {
      List<Media> media = record(act, id).record().media();
      List<SameMedia> same = new ArrayList<>();
      for (int i = 0; i < media.size() && same.size() < SameMedia.MOST_MEDIA; i++) {
        String words = SameMedia.words(media.get(i));
        if (!words.isEmpty()) {
          RecordQuery query = RecordQuery.all().words(words).page(0, SameMedia.MOST_FOUND + 1);
          same.add(SameMedia.of(i, media.get(i), id, page(act, query)));
        }
      }
      T shown = showing.apply(act, same);
      act.done(
          Particulars.none()
              .number("media", media.size())
              .number("found", same.stream().mapToLong(SameMedia::others).sum()));
      return shown;
    }
  }

  private Hits hits(Act act, List<Current> current, RecordQuery query) {
    Digest like = query.like();
    Record alike = like == null ? null : record(act, like).record();
    return indexes.search(indexing.sight(act), current, query, alike);
  }

  private List<StoredRecord> stored(Act act, List<Current> current, Hits hits) {
    Map<Digest, StoredRecord> stored = rows.byIds(act, current, hits.ids());
    return hits.ids().stream().map(stored::get).filter(Objects::nonNull).toList();
  }

  /**
   * Gives all that a query finds, page after page, in its order: as much as there is, in the memory
   * of one page.
   *
   * @return how many were given
   * @throws RecordFault.BadCursor if the records change meanwhile; what was given was right
   */
  public long eachFound(Act act, RecordQuery query, Consumer<StoredRecord> taker) {
    indexes.check(query);
    List<Current> current = indexing.index(act, Progress.silent());
    RecordQuery next = query.page(0, RecordQuery.MOST_SIZE);
    long given = 0;
    while (true) {
      Hits hits = hits(act, current, next);
      List<StoredRecord> found = stored(act, current, hits);
      found.forEach(taker);
      given += found.size();
      if (hits.next() == null) {
        return given;
      }
      next = next.after(hits.next());
    }
  }

  /**
   * As {@link #eachFound}, no more than so many.
   *
   * @param most how many at most, 1 or more
   * @return how many there are in all
   */
  public long firstFound(Act act, RecordQuery query, int most, Consumer<StoredRecord> taker) {
    indexes.check(query);
    List<Current> current = indexing.index(act, Progress.silent());
    RecordQuery next = query.page(0, Math.min(most, RecordQuery.MOST_SIZE));
    int left = most;
    while (true) {
      Hits hits = hits(act, current, next);
      List<StoredRecord> found = stored(act, current, hits);
      found.stream().limit(left).forEach(taker);
      left -= found.size();
      if (hits.next() == null || left <= 0) {
        return hits.total();
      }
      next = next.after(hits.next());
    }
  }

  /**
   * Checks that a query can be looked for, without looking.
   *
   * @throws RecordFault.BadQuery if its words cannot
   */
  public void check(RecordQuery query) {
    indexes.check(query);
  }

  /** What a machine reads in the words of a record: derived whenever it is asked for. */
  public RecordText text(Record record) {
    return RecordText.of(record, selectors);
  }

  /**
   * Keeps a search under a name, for this person in this case.
   *
   * @param name 1 to {@value SavedSearch#MOST_NAME} characters
   * @param query the search, as the caller writes it down
   * @throws RecordFault.BadQuery if there are too many, or the name is none
   */
  public SavedSearch save(Permit permit, String name, String query) {
    return kept.save(permit, name, query);
  }

  /** The searches that this person keeps in this case. */
  public List<SavedSearch> saved(Permit permit) {
    return kept.saved(permit);
  }

  /**
   * Keeps a search no longer.
   *
   * @throws RecordFault.NotFound if this person keeps none such in this case
   */
  public void drop(Permit permit, UUID id) {
    kept.drop(permit, id);
  }

  /**
   * What a query says to the log and the rules. What was looked for is for the overseer to test,
   * not to read: a keyed hash of each.
   */
  public static Particulars inputs(RecordQuery query) {
    return Queries.inputs(query);
  }

  /**
   * One record; looking is logged.
   *
   * @throws RecordFault.NotFound if there is none such within the scope
   */
  public StoredRecord record(Permit permit, Digest id) {
    return opening.record(permit, id);
  }

  /** One record, within an act that is under way. */
  public StoredRecord record(Act act, Digest id) {
    return opening.record(act, id);
  }

  /**
   * Gives every record in scope, of current generations, one after another: by claimed time, those
   * without one last, then by id.
   */
  public void each(Act act, RecordFilter filter, Consumer<StoredRecord> taker) {
    rows.each(act, filter, taker);
  }

  /**
   * The original bytes at and around a record; looking is logged, and in the exhibit's chain.
   *
   * @param context bytes before and after, at most {@value Excerpt#MOST_CONTEXT}
   * @throws RecordFault.NotFound if there is no such record within the scope
   */
  public Excerpt view(Permit permit, Digest id, int context) {
    return opening.view(permit, id, context);
  }

  /**
   * The original bytes of a medium that a record carries; looking is logged, and in the exhibit's
   * chain.
   *
   * @param medium which of its media, from 0
   * @throws RecordFault.NotFound if there is no such record within the scope, or no such medium in
   *     the exhibit
   */
  public Excerpt medium(Permit permit, Digest id, int medium) {
    return opening.medium(permit, id, medium);
  }

  /**
   * The bytes of a medium that a record carries, whole, within an act that is under way; what of
   * them is sealed off is masked.
   *
   * @param medium which of its media, from 0
   * @throws RecordFault.NotFound if there is no such record within the scope, or no such medium in
   *     the exhibit
   * @throws RecordFault.Bytes if they are more than 32 MiB
   */
  public byte[] mediumBytes(Act act, Digest id, int medium) {
    return opening.mediumBytes(act, id, medium);
  }

  /**
   * Rows of the table that a record was read from, round it, masked where they are not in scope;
   * looking is logged, and in the exhibit's chain.
   *
   * @return without rows if the record's part is no table of a workbook or of separated text
   * @throws RecordFault.NotFound if there is no such record within the scope
   * @throws dev.sextant.records.reader.ReaderFault if the table cannot be read within a minute
   */
  public TableRound tableRound(Permit permit, Digest id) {
    return opening.tableRound(permit, id);
  }

  /** As {@link #view(Permit, Digest, int)}, of the record that was read from these bytes. */
  public Excerpt view(Permit permit, Locator at, int context) {
    return opening.view(permit, at, context);
  }

  /** As {@link #view(Permit, Digest, int)}, within an act that is under way. */
  public Excerpt excerpt(Act act, Digest id, int context) {
    return opening.excerpt(act, id, context);
  }

  /**
   * The bytes that a record was read from, as they stand in the exhibit; only what lies inside them
   * and is sealed off is masked.
   *
   * @throws RecordFault.NotFound if no record within the scope was read from exactly these bytes
   * @throws RecordFault.Bytes if they are more than 32 MiB
   */
  public byte[] bytes(Act act, Locator at) {
    return opening.bytes(act, at);
  }

  /**
   * Says that an identifier's words are privileged in this case. It narrows: records that name it
   * are hidden from the team at once, and sealed off at the next reading of their exhibit.
   */
  public void privilege(Permit permit, Selector selector) {
    filtering.privilege(permit, selector);
  }

  /** How many identifiers are privileged in this case; whose, only the filter officer needs. */
  public int privileged(Permit permit) {
    return filtering.privileged(permit);
  }

  /** How many items are sealed off under a filter permit's authority. */
  public List<FilterCount> sealedOff(Permit filter) {
    return filtering.sealedOff(filter);
  }

  /**
   * What was sealed off, opened for the filter officer; looking is logged.
   *
   * @param from the first item wanted, from 0
   * @param size at most 200
   */
  public List<SealedItem> sealedItems(Permit filter, long from, int size) {
    return filtering.sealedItems(filter, from, size);
  }

  /**
   * A filter officer's decision on items.
   *
   * @param under for {@link FilterDecision#RELEASED}: the authority in force that covers them now
   * @return how many it was taken on; items decided on for good before are not among them
   */
  public long decide(
      Permit filter, List<UUID> items, FilterDecision decision, Optional<AuthorityId> under) {
    return filtering.decide(filter, items, decision, under);
  }

  /**
   * A mark of everything that decides which records an act may see, and what they say: its scope,
   * whose words are privileged and what was released of them, and the readings that count and that
   * nobody voided. While it stays the same, {@link #each} gives the same.
   */
  public Digest mark(Act act) {
    List<String> fields = new ArrayList<>();
    fields.add("sextant-records-mark/v1");
    fields.add(act.permit().caseId().toString());
    fields.add(act.permit().authority().toString());
    fields.add(ScopeCheck.fingerprint(act.permit().scope()).hex());
    fields.add(rows.privileges().fingerprint(act).hex());
    // What is found unlawful and cleared again while somebody reads leaves the same readings
    // behind.
    fields.add(Long.toString(store.taints(act)));
    for (Current one : store.current(act)) {
      fields.add(one.toString());
    }
    return Digest.ofFields(fields.toArray(String[]::new));
  }

  /**
   * Removes a case's search index after a destruction, and what is remembered of its records; the
   * next search makes it anew.
   */
  public void forget(CaseId of) {
    indexes.forget(of);
    rows.forget(of);
    sniffs.forget(of);
  }

  @Override
  public void close() {
    indexes.close();
  }
}
