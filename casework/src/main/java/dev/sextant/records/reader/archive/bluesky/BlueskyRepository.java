package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A repository of the AT protocol as {@code com.atproto.sync.getRepo} gives it: a CAR file of
 * blocks, each checked against its identifier, with a signed commit and a search tree over the
 * records. Answers of the interface and DID documents beside it are read too.
 */
public final class BlueskyRepository extends ArchiveReader {
  private static final String TID = "234567abcdefghijklmnopqrstuvwxyz";

  private final BlueskyApi beside = new BlueskyApi();

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "bluesky-repository",
        1,
        "Bluesky repository (CAR)",
        List.of(
            "posts, likes, reposts, follows, blocks, lists and profile of a CAR file, version 1;"
                + " every block checked against its identifier; the commit's signature checked"
                + " (secp256k1, P-256) if a DID document lies beside it"),
        List.of(
            "pictures and films are not in the file",
            "records of other applications are listed as unknown",
            "without a DID document the signature is not checked: a note says so"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".car");
  }

  @Override
  protected int sniff(Source.Part part, String head) throws IOException {
    return CarBlocks.starts(part.head()) ? 96 : 0;
  }

  @Override
  protected void read(Opened archive) throws IOException {
    for (Source.Part part : archive.parts()) {
      if (part.size() > 0 && CarBlocks.starts(part.head())) {
        archive.use(part);
        new Repository(archive, part).read();
      }
    }
    beside.read(archive);
  }

  /** The reading of one repository, in two passes: first what names the records, then them. */
  private static final class Repository {
    private final Opened archive;
    private final Source.Part part;
    private final Sink sink;
    private final RecordForms forms;
    private final RepositoryTree tree = new RepositoryTree();
    private final Map<String, Json> commits = new TreeMap<>();
    private RepositoryTree.Walked walked = new RepositoryTree.Walked(Map.of(), 0);
    private @Nullable String root;
    private @Nullable String did;
    private long found;

    Repository(Opened archive, Source.Part part) {
      this.archive = archive;
      this.part = part;
      this.sink = archive.sink();
      this.forms = new RecordForms(archive.source().zone(), archive.scope() + "/" + part.path());
    }

    private int deepest() {
      return archive.source().limits().nesting();
    }

    void read() throws IOException {
      survey();
      Json commit = root == null ? null : commits.get(root);
      if (commit == null && !commits.isEmpty()) {
        commit = commits.values().iterator().next();
        archive.note("SX-NOTE-ROOT", "the commit that the CAR header names is not in the file");
      }
      Fields f = Fields.of(commit);
      did = f.text("did");
      walked = tree.walk(f.object("data").text("$link"));
      if (walked.missing() > 0) {
        archive.note(
            "SX-NOTE-COUNT", walked.missing() + " nodes of the repository's tree are not there");
      }
      tell();
      long promised = walked.keys().values().stream().mapToLong(List::size).sum();
      archive.compare("the repository's tree", promised, found);
    }

    private void survey() throws IOException {
      try (CarBlocks blocks = CarBlocks.of(part, archive.source().limits())) {
        root = blocks.roots().isEmpty() ? null : blocks.roots().getFirst();
        for (CarBlocks.Block b = blocks.next(); b != null; b = blocks.next()) {
          Json value = value(b);
          if (value != null && b.cid() != null && RepositoryTree.node(value)) {
            tree.add(b.cid(), value);
          } else if (value != null && b.cid() != null && commit(value)) {
            commits.put(b.cid().toString(), value);
          }
        }
      }
    }

    private static boolean commit(Json value) {
      return value instanceof Json.Obj o
          && o.get("did") instanceof Json.Text
          && o.get("sig") != null;
    }

    private @Nullable Json value(CarBlocks.Block block) {
      if (block.fault() != null || block.cid() == null || block.cid().codec() != Cid.DAG_CBOR) {
        return null;
      }
      try {
        return DagCbor.decode(block.data(), block.from(), deepest());
      } catch (DagCbor.Broken e) {
        return null; // Told as broken when the blocks are told.
      }
    }

    private void tell() throws IOException {
      try (CarBlocks blocks = CarBlocks.of(part, archive.source().limits())) {
        for (CarBlocks.Block b = blocks.next(); b != null; b = blocks.next()) {
          block(b);
        }
        ReadFault broken = blocks.broken();
        if (broken != null) {
          sink.item();
          sink.fault(part.at(Math.min(blocks.at(), part.size()), part.size(), ""), broken);
        }
      }
    }

    private void block(CarBlocks.Block block) throws IOException {
      Json value = value(block);
      String cid = block.cid() == null ? "" : block.cid().toString();
      if (value != null && RepositoryTree.node(value)) {
        return; // The tree's own: what it says are the records' keys.
      }
      List<String> keys = walked.keys().getOrDefault(cid, List.of());
      found += value == null ? 0 : keys.size();
      Locator at = part.at(block.from(), block.to(), keys.isEmpty() ? cid : keys.getFirst());
      sink.item();
      ReadFault fault = block.fault();
      if (fault != null) {
        sink.fault(at, fault);
      } else if (block.cid() == null || block.cid().codec() != Cid.DAG_CBOR) {
        sink.unknown(at, "block that is no DAG-CBOR");
      } else if (value == null) {
        sink.fault(at, new ReadFault(ReadFault.MALFORMED, "the block is not DAG-CBOR"));
      } else if (commit(value)) {
        sink.records(signed(block, value, at));
      } else {
        record(value, at, keys, cid);
      }
    }

    private void record(Json value, Locator at, List<String> keys, String cid) {
      String type = Names.type(Fields.of(value));
      List<Record> records = new ArrayList<>();
      AccountRef owner = Names.account(did);
      if (RecordForms.knows(type)) {
        for (String key : keys) {
          String uri = did == null ? null : "at://" + did + "/" + key;
          records.addAll(forms.records(value, at, type, owner, uri));
        }
        if (keys.isEmpty()) {
          // Nothing of the tree leads here: an older version, or the tree is cut.
          records.addAll(forms.records(value, at, type, owner, null));
        }
      }
      if (!records.isEmpty()) {
        sink.records(records);
      } else if (RecordForms.knows(type)) {
        sink.fault(at, new ReadFault(ReadFault.MISSING, "nothing says whom this is about"));
      } else {
        sink.unknown(at, type.isEmpty() ? "block without a type" : type);
      }
    }

    private List<Record> signed(CarBlocks.Block block, Json commit, Locator at) throws IOException {
      Fields f = Fields.of(commit);
      String whose = f.textOrEmpty("did");
      CommitSignature.Outcome outcome =
          CommitSignature.check(block.data(), commit, block.from(), keys(whose));
      String said =
          switch (outcome) {
            case HOLDS -> "holds: made with a key that the DID document names";
            case FAILS -> "does not hold: made with none of the keys that the DID document names";
            case UNCHECKED -> "not checked: no DID document";
          };
      archive.note("SX-NOTE-SIGNATURE", "the commit's signature " + said);
      AccountRef account = Names.account(whose);
      if (account == null) {
        account = AccountRef.ofId(Names.BLUESKY, "unknown", null, null);
      }
      String rev = f.text("rev");
      Map<String, String> extra = new TreeMap<>(f.rest());
      extra.put("signature", said);
      Stating stating = new Stating().id(Names.BLUESKY, "did", whose);
      return List.of(
          new Record.Profile(
              new Header(Names.BLUESKY, at, time(rev), extra),
              account,
              stating.selectors(),
              stating.attributes()));
    }

    /* A revision is a time: 53 bits of microseconds and 10 of a clock's number, in base 32. */
    private static ClaimedTime time(@Nullable String rev) {
      if (rev == null) {
        return ClaimedTime.none();
      }
      long number = 0;
      for (char c : rev.toCharArray()) {
        int digit = TID.indexOf(c);
        if (digit < 0 || rev.length() != 13) {
          return ClaimedTime.unreadable(rev);
        }
        number = (number << 5) | digit;
      }
      long micros = (number >>> 10) & ((1L << 53) - 1);
      Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
      boolean sane = micros > 1_600_000_000_000_000L && micros < 7_000_000_000_000_000L;
      return sane ? ClaimedTime.utc(at, rev, Precision.MILLISECOND) : ClaimedTime.unreadable(rev);
    }

    private List<CommitSignature.Key> keys(String whose) throws IOException {
      List<CommitSignature.Key> keys = new ArrayList<>();
      for (Source.Part other : archive.parts()) {
        String head = head(other);
        boolean names =
            head.contains("verificationMethod")
                || head.contains("signingKey")
                || head.contains("\"didDoc\"");
        if (names && head.contains(whose) && !whose.isEmpty()) {
          try (JsonStream in = JsonStream.of(other, archive.source().limits())) {
            do {
              keys.addAll(CommitSignature.keys(in.tree(), whose));
            } while (in.more());
          } catch (JsonBroken e) {
            continue; // Not a document after all; its own reading tells.
          }
        }
      }
      return keys;
    }
  }
}
