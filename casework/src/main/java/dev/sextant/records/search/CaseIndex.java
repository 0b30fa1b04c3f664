package dev.sextant.records.search;

import dev.sextant.records.Record;
import dev.sextant.records.RecordFault;
import dev.sextant.records.RecordText;
import dev.sextant.records.StoredRecord;
import dev.sextant.records.store.Current;
import dev.sextant.terms.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * One case's index: derived from the store, and built anew from it wherever it is missing, broken
 * or behind. What is committed names, for each authority and exhibit, the reading and scope that it
 * shows; searches see commits only.
 */
final class CaseIndex implements AutoCloseable {
  /** Memory for documents on their way to disk, in MiB. */
  private static final double BUFFER_MEGABYTES = 96;

  private static final String FORMAT_KEY = "format";

  /** What a document holds; one more whenever that changes. */
  private static final String FORMAT = "3";

  private static final int TELL_EVERY_RECORDS = 512;

  private final Path folder;
  private final Terms terms;
  private final Supplier<Function<Record, RecordText>> reading;
  private final UnaryOperator<Directory> sealing;

  /** One writes at a time; not bound to a thread, since whoever searches may end a feed. */
  private final Semaphore writing = new Semaphore(1, true);

  private volatile @Nullable IndexFeed feed;
  private volatile Directory directory;
  private volatile SearcherManager searchers;

  /** Streams the records of an exhibit from the store. */
  interface Source {
    void each(Current exhibit, Consumer<StoredRecord> taker);
  }

  /**
   * @param reading gives, for a run over many records, what a machine reads in a record's words
   * @param cache of opened blocks, shared with other indexes
   * @param key the case's key for its index: whoever does not hold it reads nothing of it
   */
  CaseIndex(
      Path folder,
      Terms terms,
      Supplier<Function<Record, RecordText>> reading,
      byte[] key,
      BlockCache cache)
      throws IOException {
    this(folder, terms, reading, plain -> new SealedDirectory(plain, key, cache));
  }

  /* Apart from the bench that compares, nobody opens an index otherwise than sealed. */
  CaseIndex(
      Path folder,
      Terms terms,
      Supplier<Function<Record, RecordText>> reading,
      UnaryOperator<Directory> sealing)
      throws IOException {
    this.folder = folder;
    this.terms = terms;
    this.reading = reading;
    this.sealing = sealing;
    this.directory = open(folder);
    this.searchers = searchers(directory);
  }

  private Directory open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return sealing.apply(FSDirectory.open(folder));
  }

  private SearcherManager searchers(Directory in) throws IOException {
    try {
      return existing(in);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IndexNotFoundException
        | EOFException
        | NoSuchFileException e) {
      // Nothing here is evidence: what cannot be read is built anew from the store.
      wipe();
      return existing(in);
    }
  }

  private SearcherManager existing(Directory in) throws IOException {
    if (DirectoryReader.indexExists(in)
        && !FORMAT.equals(SegmentInfos.readLatestCommit(in).getUserData().get(FORMAT_KEY))) {
      // An older program wrote it: its documents hold other fields.
      wipe();
    }
    if (!DirectoryReader.indexExists(in)) {
      try (IndexWriter writer = new IndexWriter(in, config())) {
        writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
        writer.commit();
      }
    }
    return new SearcherManager(in, new Leveling());
  }

  /* How well a record fits must not depend on records that the searcher may not see. */
  private static final class Leveling extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
      return new Level(reader);
    }
  }

  private IndexWriterConfig config() {
    return new IndexWriterConfig(terms).setRAMBufferSizeMB(BUFFER_MEGABYTES);
  }

  private void wipe() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Brings the index up to date for a permit, from the store, if it is not. */
  void ensure(Mark mark, List<Current> current, Source source, Progress progress)
      throws IOException {
    if (DirectoryReader.indexExists(directory) && behind(mark, current).isEmpty()) {
      return;
    }
    takeOver();
    try {
      if (!DirectoryReader.indexExists(directory)) {
        // Somebody removed the folder under us.
        close();
        directory = open(folder);
        searchers = searchers(directory);
      }
      for (Current exhibit : behind(mark, current)) {
        build(mark, exhibit, source, progress);
      }
    } finally {
      writing.release();
    }
  }

  /* Somebody waits for an answer: a reading that is under way is indexed when it is done. */
  private void takeOver() {
    IndexFeed under = feed;
    if (under != null) {
      under.close();
    }
    writing.acquireUninterruptibly();
  }

  /**
   * Begins to take the documents of a reading while it goes on; they are found when it is
   * committed. None if somebody else writes.
   *
   * @param reading of which exhibit; its numbers of records are not known yet
   */
  Optional<IndexFeed> feed(Mark mark, Current reading) throws IOException {
    if (!writing.tryAcquire()) {
      return Optional.empty();
    }
    IndexFeed begun = null;
    try {
      if (DirectoryReader.indexExists(directory)) {
        IndexWriter writer = new IndexWriter(directory, config());
        writer.deleteDocuments(of(mark, reading));
        begun =
            new IndexFeed(
                writer,
                () -> new Run(reading, mark)::document,
                () -> {
                  feed = null;
                  writing.release();
                });
        feed = begun;
      }
      return Optional.ofNullable(begun);
    } finally {
      if (begun == null) {
        writing.release();
      }
    }
  }

  /**
   * Ends a feed well: what it took is found from now on.
   *
   * @return false if it was broken off, and must be built from the store
   */
  boolean commit(IndexFeed taken, Mark mark, Current reading) throws IOException {
    Map<String, String> states = new TreeMap<>(states());
    states.put(mark.place(reading), mark.state(reading));
    boolean whole = taken.commit(states);
    searchers.maybeRefreshBlocking();
    return whole;
  }

  private List<Current> behind(Mark mark, List<Current> current) throws IOException {
    Map<String, String> states = states();
    return current.stream().filter(c -> !mark.state(c).equals(states.get(mark.place(c)))).toList();
  }

  private Map<String, String> states() throws IOException {
    searchers.maybeRefreshBlocking();
    var searcher = searchers.acquire();
    try {
      return ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData();
    } finally {
      searchers.release(searcher);
    }
  }

  private void build(Mark mark, Current exhibit, Source source, Progress progress)
      throws IOException {
    Map<String, String> states = new TreeMap<>(states());
    Run run = new Run(exhibit, mark);
    IndexWriter writer = new IndexWriter(directory, config());
    boolean committed = false;
    try {
      writer.deleteDocuments(of(mark, exhibit));
      long[] done = {0};
      source.each(
          exhibit,
          stored -> {
            add(writer, run.document(stored));
            if (++done[0] % TELL_EVERY_RECORDS == 0) {
              progress.at(done[0], exhibit.records(), "records indexed");
            }
          });
      states.put(mark.place(exhibit), mark.state(exhibit));
      writer.setLiveCommitData(states.entrySet());
      writer.commit();
      committed = true;
    } finally {
      if (committed) {
        writer.close();
      } else {
        writer.rollback();
      }
    }
    searchers.maybeRefreshBlocking();
  }

  /* What an earlier reading of the exhibit under the same authority put there. */
  private static Query of(Mark mark, Current exhibit) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(RecordDocument.AUTHORITY, mark.authority())), Occur.MUST)
        .add(
            new TermQuery(new Term(RecordDocument.EXHIBIT, exhibit.exhibit().toString())),
            Occur.MUST)
        .build();
  }

  /** One run over the records of a reading, by one thread. */
  private final class Run {
    private final Function<Record, RecordText> read = reading.get();
    private final RecordDocument documents;

    Run(Current exhibit, Mark mark) {
      this.documents = new RecordDocument(exhibit.reading(), mark, Terms.remembering());
    }

    Document document(StoredRecord stored) {
      return documents.of(stored, read.apply(stored.record()));
    }
  }

  private void add(IndexWriter writer, Document document) {
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new RecordFault.Index(folder.toString(), e);
    }
  }

  SearcherManager searchers() {
    return searchers;
  }

  @Override
  public void close() throws IOException {
    IndexFeed under = feed;
    if (under != null) {
      under.close();
    }
    searchers.close();
    directory.close();
  }
}
