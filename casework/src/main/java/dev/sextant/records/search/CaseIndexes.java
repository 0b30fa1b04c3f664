package dev.sextant.records.search;

import dev.sextant.authority.Permit;
import dev.sextant.records.Record;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.RecordText;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.store.Current;
import dev.sextant.records.text.Selectors;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The indexes of all cases in one folder, each in a folder of its own: a purge removes it. */
public final class CaseIndexes implements AutoCloseable {
  /** Hits held in memory at a time; deeper pages are reached step by step. */
  private static final int STEP = 50_000;

  private final Path root;
  private final Terms terms = new Terms();
  private final Selectors selectors;
  private final BlockCache cache = new BlockCache(BlockCache.share());
  private final Map<CaseId, CaseIndex> open = new HashMap<>();

  /**
   * @param root the folder of all indexes
   * @param selectors what is seen in words
   */
  public CaseIndexes(Path root, Selectors selectors) {
    this.root = root;
    this.selectors = selectors;
  }

  /**
   * Under what a permit sees records.
   *
   * @param permit whose scope decides
   * @param privileges digest of what is hidden as privileged, and of what was released
   */
  public record Sight(Permit permit, Digest privileges) {
    Mark mark() {
      return Mark.of(permit, privileges);
    }
  }

  /**
   * Brings a case's index up to date for a permit.
   *
   * @param key the case's key for its index, asked for anew at every search: once the case's key is
   *     destroyed, the index is neither readable nor asked
   * @param current the readings that count
   * @param source streams an exhibit's records from the store
   * @throws RecordFault.Index if the disk fails
   */
  public void ensure(
      Sight sight,
      byte[] key,
      List<Current> current,
      BiConsumer<Current, Consumer<StoredRecord>> source,
      Progress progress) {
    try {
      of(sight.permit().caseId(), key).ensure(sight.mark(), current, source::accept, progress);
    } catch (IOException e) {
      throw new RecordFault.Index(root.toString(), e);
    }
  }

  private RecordText read(Record record) {
    return RecordText.of(record, selectors);
  }

  private synchronized CaseIndex of(CaseId id, byte[] key) throws IOException {
    CaseIndex index = open.get(id);
    if (index == null) {
      index = new CaseIndex(root.resolve(id.toString()), terms, this::read, key, cache);
      open.put(id, index);
    }
    return index;
  }

  private synchronized CaseIndex opened(CaseId id) {
    CaseIndex index = open.get(id);
    if (index == null) {
      throw new IllegalStateException("an index is brought up to date before it is searched");
    }
    return index;
  }

  /**
   * Closes and removes a case's index: what was opened of it leaves the memory, and what is sealed
   * on the disk goes too.
   *
   * @throws RecordFault.Index if the disk fails
   */
  public synchronized void destroy(CaseId id) {
    try {
      CaseIndex index = open.remove(id);
      if (index != null) {
        index.close();
      }
      Path folder = root.resolve(id.toString());
      if (!Files.isDirectory(folder)) {
        return;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new RecordFault.Index(root.toString(), e);
    }
  }

  /**
   * What a query looks for, checked.
   *
   * @throws RecordFault.BadQuery if its words cannot be looked for
   */
  public void check(RecordQuery asked) {
    words(asked);
  }

  private Query words(RecordQuery asked) {
    return Words.query(asked.words(), terms, List.of(RecordDocument.TEXT, RecordDocument.NAMES));
  }

  /**
   * Removes a case's index with its folder: it is made anew from what the store still has.
   *
   * @throws RecordFault.Index if the disk fails
   */
  public synchronized void forget(CaseId id) {
    CaseIndex index = open.remove(id);
    try {
      if (index != null) {
        index.close();
      }
      Path folder = root.resolve(id.toString());
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new RecordFault.Index(root.toString(), e);
    }
  }

  /**
   * Looks for records; {@link #ensure} was called before.
   *
   * @param current the readings that count
   * @param like the text that found records resemble, or null for any
   * @throws RecordFault.BadCursor if a page that is gone on from is of another search
   * @throws RecordFault.Index if the disk fails
   */
  public Hits search(Sight sight, List<Current> current, RecordQuery asked, @Nullable Record like) {
    try {
      CaseIndex index = opened(sight.permit().caseId());
      SearcherManager searchers = index.searchers();
      Level searcher = (Level) searchers.acquire();
      try {
        Mark mark = sight.mark();
        Query guard = searcher.within(Guarded.guard(mark, sight.permit().scope(), current));
        Query words = words(asked);
        if (like != null) {
          words = both(words, Alike.query(searcher, guard, like.words(), terms));
        }
        Guarded guarded = new Guarded(guard, asked, words);
        return search(searcher, guarded, new Cursor(mark, current, asked), asked, terms);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new RecordFault.Index(root.toString(), e);
    }
  }

  private static Query both(Query words, Query alike) {
    return words instanceof MatchAllDocsQuery
        ? alike
        : new BooleanQuery.Builder().add(words, Occur.MUST).add(alike, Occur.MUST).build();
  }

  static Hits search(Level searcher, Guarded guarded, Cursor cursor, RecordQuery asked, Terms terms)
      throws IOException {
    Tally tally = searcher.tally(guarded);
    List<FieldDoc> page = page(searcher, guarded.whole(), cursor, asked);
    boolean more = asked.size() > 0 && page.size() > asked.size();
    List<FieldDoc> shown = more ? page.subList(0, asked.size()) : page;
    Supplier<Query> marked =
        () ->
            asked.like() == null
                ? Words.query(asked.words(), terms, List.of(RecordDocument.TEXT))
                : guarded.words();
    return new Hits(
        tally.total(),
        ids(shown),
        tally.facets(),
        more ? cursor.after(shown.getLast()) : null,
        new Highlights(marked, terms)::of);
  }

  /* One more than asked for tells whether anything follows. */
  private static List<FieldDoc> page(
      IndexSearcher searcher, Query query, Cursor cursor, RecordQuery asked) throws IOException {
    Sort sort = sort(asked);
    int documents = searcher.getIndexReader().maxDoc();
    boolean scored = sort.getSort().length == 3;
    @Nullable ScoreDoc after = cursor.from(asked.after(), scored, documents);
    if (asked.size() == 0 || searcher.getIndexReader().numDocs() == 0) {
      return List.of();
    }
    int skip = asked.from();
    while (skip > STEP) {
      TopDocs step = searcher.searchAfter(after, query, STEP, sort);
      if (step.scoreDocs.length < STEP) {
        return List.of();
      }
      after = step.scoreDocs[STEP - 1];
      skip -= STEP;
    }
    ScoreDoc[] last = searcher.searchAfter(after, query, skip + asked.size() + 1, sort).scoreDocs;
    return Arrays.stream(last).skip(skip).map(FieldDoc.class::cast).toList();
  }

  private static List<Digest> ids(List<FieldDoc> found) {
    List<Digest> ids = new ArrayList<>();
    for (FieldDoc doc : found) {
      BytesRef id = (BytesRef) doc.fields[doc.fields.length - 1];
      ids.add(Digest.ofRaw(Arrays.copyOfRange(id.bytes, id.offset, id.offset + id.length)));
    }
    return ids;
  }

  /* The id comes last in every order: it settles ties, the same whenever the index is rebuilt, and
   * brings the id along. */
  private static Sort sort(RecordQuery asked) {
    boolean newest = asked.sort() == RecordQuery.Sort.TIME_DESCENDING;
    SortField time =
        LongField.newSortField(
            RecordDocument.TIME,
            newest,
            newest ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN);
    time.setMissingValue(newest ? Long.MIN_VALUE : Long.MAX_VALUE);
    SortField id = new SortField(RecordDocument.ID, SortField.Type.STRING_VAL);
    boolean fit = asked.like() != null || !asked.words().isBlank();
    boolean best = asked.sort() == RecordQuery.Sort.RELEVANCE && fit;
    return best ? new Sort(SortField.FIELD_SCORE, time, id) : new Sort(time, id);
  }

  @Override
  public synchronized void close() {
    try {
      for (CaseIndex index : open.values()) {
        index.close();
      }
    } catch (IOException e) {
      throw new RecordFault.Index(root.toString(), e);
    } finally {
      open.clear();
    }
  }
}
