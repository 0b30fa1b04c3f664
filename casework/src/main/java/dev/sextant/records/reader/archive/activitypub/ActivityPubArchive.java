package dev.sextant.records.reader.archive.activitypub;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.archive.Accounts;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.CsvRow;
import dev.sextant.records.reader.archive.CsvTable;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonBroken;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The archive that Mastodon gives to its users ({@code actor.json}, {@code outbox.json}, {@code
 * likes.json}, {@code bookmarks.json}), its lists as CSV, and any other ActivityStreams 2.0 JSON.
 */
public final class ActivityPubArchive extends ArchiveReader {
  private static final Pattern CONTEXT =
      Pattern.compile("\"@context\"\\s*:\\s*\\[?\\s*\"https?://www\\.w3\\.org/ns/activitystreams");

  private static final Pattern TYPED =
      Pattern.compile(
          "\"type\"\\s*:\\s*\"(Create|Announce|Like|Follow|Undo|Note|Article|Question|Video"
              + "|Person|Service|OrderedCollection)\"");

  private static final Pattern TIED = Pattern.compile("\"(actor|attributedTo|orderedItems)\"\\s*:");

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "mastodon-archive",
        2,
        "Mastodon archive and ActivityStreams 2.0 (JSON)",
        List.of(
            "account, outbox with visibility, repeated posts, likes, bookmarks, attached media,"
                + " promised counts, lists of followed and muted accounts (CSV), single objects"),
        List.of(
            "archives packed as tar.gz beyond 128 MiB: unpack them first",
            "polls stay in the extra fields"),
        List.of("39 ActivityStreams objects made by the granary library"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.endsWith(".json") || path.endsWith(".csv") || path.endsWith(".jsonld");
  }

  @Override
  protected int sniff(Source.Part part, String head) {
    String start = head.stripLeading();
    if (CsvTable.names(start, "account address")) {
      return 85;
    }
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return 0;
    }
    if (CONTEXT.matcher(head).find()) {
      return 91;
    }
    boolean listing = head.contains("\"likes.json\"") || head.contains("\"bookmarks.json\"");
    boolean tied = TIED.matcher(head).find() && TYPED.matcher(head).find();
    return listing && head.contains("orderedItems") ? 85 : tied ? 60 : 0;
  }

  @Override
  protected void read(Opened archive) throws IOException {
    AccountRef owner = owner(archive);
    for (Source.Part part : archive.parts()) {
      boolean ours = part.path().isEmpty() || candidate(part.path());
      if (ours && sniff(part, head(part)) > 0) {
        if (CsvTable.names(head(part), "account address")) {
          archive.table(part, (row, at) -> listed(row, at, part, owner));
        } else {
          new Document(archive, part, owner).read();
        }
      }
    }
  }

  private static List<Record> listed(
      CsvRow row, Locator at, Source.Part part, @Nullable AccountRef owner) {
    String address = row.said("Account address");
    if (address == null) {
      return List.of();
    }
    AccountRef other = Accounts.handle(Fediverse.MASTODON, address, null);
    Map<String, String> extra = new java.util.TreeMap<>(row.rest());
    extra.put("section", part.fileName());
    Header header = new Header(Fediverse.MASTODON, at, ClaimedTime.none(), extra);
    // A muted account is not blocked: it is listed without saying more than that.
    return List.of(
        owner == null || row.has("Hide notifications")
            ? new Record.Profile(header, other, List.of(), Map.of())
            : new Record.Follow(header, owner, other, Record.Follow.How.FOLLOWS));
  }

  private static @Nullable AccountRef owner(Opened archive) throws IOException {
    for (Source.Part part : archive.parts()) {
      if (part.fileName().equals("actor.json")) {
        try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
          return Fediverse.account(in.tree(), archive.scope());
        } catch (JsonBroken e) {
          return null; // The reading proper meets and reports it.
        }
      }
    }
    return null;
  }

  /** The reading of one file. */
  private static final class Document {
    private final Opened archive;
    private final Source.Part part;
    private final @Nullable AccountRef owner;
    private final JsonItems items;
    private final DoingForms forms;
    private long promised = -1;
    private long count;

    Document(Opened archive, Source.Part part, @Nullable AccountRef owner) {
      this.archive = archive;
      this.part = part;
      this.owner = owner;
      this.items = archive.json(part);
      String scope = archive.scope() + "/" + part.path();
      this.forms = new DoingForms(new ObjectForms(archive, scope, Shelf.folderOf(part)));
    }

    void read() throws IOException {
      boolean collection = collection();
      items.run(in -> {
        do {
          if (collection && in.kind() == JsonStream.Kind.OBJECT) {
            in.object(key -> field(in, key));
          } else if (in.kind() == JsonStream.Kind.ARRAY) {
            in.array(index -> item(in));
          } else {
            item(in);
          }
        } while (in.more());
      });
      if (promised >= 0) {
        archive.compare(part.fileName(), promised, count);
      }
    }

    private boolean collection() throws IOException {
      boolean[] found = {false};
      try (JsonStream in = JsonStream.of(part, archive.source().limits())) {
        if (in.kind() == JsonStream.Kind.OBJECT) {
          in.object(key -> {
            found[0] |= key.equals("orderedItems") || key.equals("items");
            in.skip();
          });
        }
      } catch (JsonBroken e) {
        return found[0]; // The reading proper meets and reports it.
      }
      return found[0];
    }

    private void field(JsonStream in, String key) throws IOException {
      switch (key) {
        case "orderedItems", "items" -> {
          if (in.kind() == JsonStream.Kind.ARRAY) {
            in.array(index -> {
              count++;
              item(in);
            });
          } else {
            items.unknownEach(in, key);
          }
        }
        case "totalItems" -> {
          Json said = in.tree();
          promised = said.raw().matches("[0-9]{1,15}") ? Long.parseLong(said.raw()) : -1;
        }
        case "@context", "id", "type", "first", "last", "next", "prev", "partOf", "current" ->
            in.skip(); // Said of the collection, not by anybody.
        default -> items.unknown(in, "collection field " + key);
      }
    }

    private void item(JsonStream in) throws IOException {
      if (in.kind() == JsonStream.Kind.SCALAR) {
        items.item(in, this::address);
      } else {
        items.known(in, DoingForms::unfamiliar, forms::any);
      }
    }

    /* Likes and bookmarks are bare addresses. */
    private List<Record> address(Json value, Locator at) {
      if (!(value instanceof Json.Text text) || text.text().isBlank()) {
        return List.of();
      }
      String file = part.fileName();
      String word =
          file.startsWith("bookmark") ? "bookmark" : file.startsWith("like") ? "like" : "listed";
      Header header =
          new Header(Fediverse.MASTODON, at, ClaimedTime.none(), Fields.of(null).rest());
      return List.of(new Record.Activity(header, owner, What.REACTED, word, text.text(), null));
    }
  }
}
