package dev.sextant.records.search;

import dev.sextant.authority.Permit;
import dev.sextant.records.Record;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordKind;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.store.Current;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
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
  private final Map<CaseId, CaseIndex> open = new HashMap<>();

  /**
   * @param root the folder of all indexes
   */
  public CaseIndexes(Path root) {
    this.root = root;
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
      Permit permit,
      byte[] key,
      List<Current> current,
      BiConsumer<Current, Consumer<StoredRecord>> source,
      Progress progress) {
    try {
      of(permit.caseId(), key).ensure(Mark.of(permit), current, source::accept, progress);
    } catch (IOException e) {
      throw new RecordFault.Index(root.toString(), e);
    }
  }

  private synchronized CaseIndex of(CaseId id, byte[] key) throws IOException {
    CaseIndex index = open.get(id);
    if (index == null) {
      index = new CaseIndex(root.resolve(id.toString()), terms, key);
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

  /** Finds places in a record's words that fit a query. */
  public Function<Record, List<String>> highlights(RecordQuery asked) {
    return new Highlights(Words.query(asked.words(), terms, List.of(RecordDocument.TEXT)), terms)
        ::of;
  }

  /**
   * Looks for records; {@link #ensure} was called before.
   *
   * @param current the readings that count
   * @throws RecordFault.Index if the disk fails
   */
  public Hits search(Permit permit, List<Current> current, RecordQuery asked) {
    Guarded guarded = new Guarded(Mark.of(permit), permit.scope(), current, asked, words(asked));
    try {
      SearcherManager searchers = opened(permit.caseId()).searchers();
      IndexSearcher searcher = searchers.acquire();
      try {
        return search(searcher, guarded, permit.scope().platforms(), asked);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new RecordFault.Index(root.toString(), e);
    }
  }

  static Hits search(
      IndexSearcher searcher, Guarded guarded, Set<Platform> platforms, RecordQuery asked)
      throws IOException {
    Map<RecordKind, Long> byKind = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      count(searcher, guarded.ofKind(kind), kind, byKind);
    }
    Map<Platform, Long> byPlatform = new TreeMap<>();
    for (Platform platform : platforms) {
      count(searcher, guarded.ofPlatform(platform), platform, byPlatform);
    }
    Query whole = guarded.whole();
    return new Hits(searcher.count(whole), page(searcher, whole, asked), byKind, byPlatform);
  }

  private static <K> void count(IndexSearcher searcher, Query query, K key, Map<K, Long> counts)
      throws IOException {
    int count = searcher.count(query);
    if (count > 0) {
      counts.put(key, (long) count);
    }
  }

  private static List<Digest> page(IndexSearcher searcher, Query query, RecordQuery asked)
      throws IOException {
    if (asked.size() == 0 || searcher.getIndexReader().numDocs() == 0) {
      return List.of();
    }
    Sort sort = sort(asked);
    @Nullable ScoreDoc after = null;
    int skip = asked.from();
    while (skip > STEP) {
      TopDocs step = searcher.searchAfter(after, query, STEP, sort);
      if (step.scoreDocs.length < STEP) {
        return List.of();
      }
      after = step.scoreDocs[STEP - 1];
      skip -= STEP;
    }
    ScoreDoc[] last = searcher.searchAfter(after, query, skip + asked.size(), sort).scoreDocs;
    List<ScoreDoc> found = List.of(last).subList(Math.min(skip, last.length), last.length);
    return ids(found);
  }

  private static List<Digest> ids(List<ScoreDoc> found) {
    List<Digest> ids = new ArrayList<>();
    for (ScoreDoc doc : found) {
      Object[] fields = ((FieldDoc) doc).fields;
      BytesRef id = (BytesRef) fields[fields.length - 1];
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
    SortField id = new SortField(RecordDocument.ID, SortField.Type.STRING);
    boolean best = asked.sort() == RecordQuery.Sort.RELEVANCE && !asked.words().isBlank();
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
