package dev.sextant.records.reader.archive.reddit;

import com.github.luben.zstd.ZstdInputStream;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.Zstandard;
import dev.sextant.records.reader.archive.ArchiveReader;
import dev.sextant.records.reader.archive.JsonLines;
import dev.sextant.records.reader.archive.Opened;
import dev.sextant.records.reader.json.Json;
import dev.sextant.records.reader.json.JsonHead;
import dev.sextant.records.reader.json.JsonItems;
import dev.sextant.records.reader.json.JsonStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reddit's comments and posts as JSON: one a line, plain or packed with Zstandard ({@code RC_},
 * {@code RS_} of the public dumps), and listings as the programming interface answers them.
 */
public final class RedditDump extends ArchiveReader {
  private static final Pattern KIND = Pattern.compile("\"kind\"\\s*:\\s*\"(Listing|t[1-5])\"");

  private static final int HEAD = 1 << 16;

  @Override
  public ReaderCard card() {
    return new ReaderCard(
        "reddit-dump",
        2,
        "Reddit dumps and listings (NDJSON, zst, JSON)",
        List.of(
            "comments and posts of the public dumps, plain and packed with Zstandard, with windows"
                + " up to 2 GiB; listings, threads with answers, messages and accounts as the"
                + " interface gives them; deleted authors are nobody"),
        List.of(
            "votes and awards stay in the extra fields",
            "locators into packed files count unpacked bytes"));
  }

  @Override
  protected boolean candidate(String path) {
    return path.matches("(?i).*\\.(zst|ndjson|jsonl|json)|(.*/)?R[CS]_[0-9-]+");
  }

  @Override
  protected int sniff(Source.Part part, String head) throws IOException {
    return sniff(Zstandard.packed(part.head()) ? unpackedHead(part) : head);
  }

  private static int sniff(String head) {
    if (listing(head)) {
      return 90;
    }
    int end = head.indexOf('\n');
    String line = end < 0 ? head : head.substring(0, end);
    boolean thing =
        line.stripLeading().startsWith("{")
            && line.contains("\"subreddit\"")
            && (line.contains("\"created_utc\"") || line.contains("\"retrieved_on\""))
            && line.contains("\"author\"");
    return thing ? 90 : 0;
  }

  /* A listing's kind may stand after its data: then those of its children show what it is. */
  private static boolean listing(String head) {
    if (!KIND.matcher(head).find()) {
      return false;
    }
    JsonHead seen = JsonHead.of(head);
    return seen.has("data") && (seen.has("kind") || seen.holds("children", "kind"));
  }

  /* Damage shows as no head: another reader may know it, or none does. */
  private static String unpackedHead(Source.Part part) throws IOException {
    try (InputStream in = Zstandard.unpacked(part, Long.MAX_VALUE)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (ReaderFault.Limit e) {
      return "";
    } catch (IOException e) {
      // The start of a file cut short can still be unpacked from its own bytes.
      return startOf(part.head());
    }
  }

  private static String startOf(byte[] packed) {
    byte[] out = new byte[HEAD];
    int got = 0;
    try (ZstdInputStream in = Zstandard.unpacked(new ByteArrayInputStream(packed))) {
      in.setContinuous(true);
      int n = in.read(out, 0, out.length);
      while (n > 0 && got < out.length) {
        got += n;
        n = in.read(out, got, out.length - got);
      }
    } catch (IOException e) {
      return new String(out, 0, got, StandardCharsets.UTF_8);
    }
    return new String(out, 0, got, StandardCharsets.UTF_8);
  }

  @Override
  protected void read(Opened archive) throws IOException {
    for (Source.Part part : archive.parts()) {
      boolean ours = part.path().isEmpty() || candidate(part.path());
      if (ours && part.size() > 0 && sniff(part, head(part)) > 0) {
        if (Zstandard.packed(part.head())) {
          packed(archive, part);
        } else if (listing(head(part))) {
          listing(archive, part);
        } else {
          archive.use(part);
          new JsonLines(archive.source(), archive.sink(), part::at)
              .read(part.open(), RedditForms::unfamiliar, RedditForms::thing);
        }
      }
    }
  }

  private static void packed(Opened archive, Source.Part part) throws IOException {
    archive.use(part);
    String name = part.fileName().replaceFirst("(?i)\\.zst$", "");
    String path = part.path() + "!/" + name;
    JsonLines lines =
        new JsonLines(
            archive.source(),
            archive.sink(),
            (from, to, pointer) ->
                new dev.sextant.terms.Locator(archive.source().digest(), path, from, to, pointer));
    lines.read(
        Zstandard.unpacked(part, archive.source().limits().unpackedBytes()),
        RedditForms::unfamiliar,
        RedditForms::thing);
  }

  /* {kind: Listing, data: {children: [...]}}, or a list of such: a post and its comments. */
  private static void listing(Opened archive, Source.Part part) throws IOException {
    List<String> kinds = ListingKinds.of(archive.source(), part);
    Iterator<String> next = kinds.iterator();
    JsonItems items = archive.json(part);
    items.run(in -> {
      do {
        if (in.kind() == JsonStream.Kind.ARRAY) {
          in.array(index -> document(in, items, next));
        } else {
          document(in, items, next);
        }
      } while (in.more());
    });
  }

  private static void document(JsonStream in, JsonItems items, Iterator<String> kinds)
      throws IOException {
    String kind = kinds.hasNext() ? kinds.next() : "";
    if (in.kind() != JsonStream.Kind.OBJECT) {
      items.unknown(in, "listing");
      return;
    }
    in.object(key -> {
      if (key.equals("kind") && in.kind() == JsonStream.Kind.SCALAR) {
        in.skip(); // Known before.
      } else if (key.equals("data") && kind.equals(ListingKinds.LISTING)) {
        children(in, items);
      } else if (key.equals("data")) {
        items.item(in, (v, at) -> RedditForms.thing(wrapped(kind, v), at));
      } else {
        items.unknown(in, key);
      }
    });
  }

  private static Json wrapped(String kind, Json data) {
    java.util.Map<String, Json> fields = new java.util.LinkedHashMap<>();
    fields.put("kind", new Json.Text(kind, data.from(), data.from()));
    fields.put("data", data);
    return new Json.Obj(fields, data.from(), data.to());
  }

  private static void children(JsonStream in, JsonItems items) throws IOException {
    if (in.kind() != JsonStream.Kind.OBJECT) {
      items.unknown(in, "listing data");
      return;
    }
    in.object(key -> {
      if (key.equals("children") && in.kind() == JsonStream.Kind.ARRAY) {
        in.array(index -> items.known(in, RedditForms::unfamiliar, RedditForms::thing));
      } else if (in.nothing()
          || key.equals("modhash")
          || key.equals("dist")
          || key.equals("geo_filter")) {
        in.skip(); // Said of the page.
      } else {
        items.unknown(in, "listing field " + key);
      }
    });
  }
}
