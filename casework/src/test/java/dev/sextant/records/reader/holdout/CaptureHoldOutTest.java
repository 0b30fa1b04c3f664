package dev.sextant.records.reader.holdout;

import dev.sextant.records.Record;
import dev.sextant.records.reader.Battering;
import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Web archives with right and wrong digests, and what browser captures wrote line by line. */
class CaptureHoldOutTest {
  private static final URI PAGE = URI.create("https://boats.example/sale?id=7");

  private static String sha256(byte[] bytes) {
    return Digest.of(bytes).hex();
  }

  static byte[] warc(boolean packed, boolean right) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] body =
        "<html><head><title>Boat sale zzwarcbody</title></head><body>Call me</body></html>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] http =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: nginx\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] block = new byte[http.length + body.length];
    System.arraycopy(http, 0, block, 0, http.length);
    System.arraycopy(body, 0, block, http.length, body.length);
    String payload = right ? sha256(body) : sha256(http);
    try (WarcWriter writer =
        new WarcWriter(
            Channels.newChannel(out), packed ? WarcCompression.GZIP : WarcCompression.NONE)) {
      Instant at = Instant.parse("2025-03-01T10:00:00Z");
      writer.write(
          new Warcinfo.Builder()
              .date(at)
              .fields(Map.of("software", java.util.List.of("zzsoftware")))
              .build());
      writer.write(
          new WarcResponse.Builder(PAGE)
              .date(at)
              .body(MediaType.HTTP_RESPONSE, block)
              .payloadDigest("sha256", payload)
              .blockDigest("sha256", sha256(block))
              .addHeader("WARC-IP-Address", "198.51.100.77")
              .build());
      writer.write(
          new WarcRequest.Builder(PAGE)
              .date(at)
              .body(
                  MediaType.HTTP_REQUEST,
                  "GET /sale?id=7 HTTP/1.1\r\nHost: boats.example\r\n\r\n"
                      .getBytes(StandardCharsets.UTF_8))
              .build());
      writer.write(
          new WarcResource.Builder(URI.create("urn:zzresource"))
              .date(at)
              .body(MediaType.parse("text/plain"), "plain".getBytes(StandardCharsets.UTF_8))
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void told(HoldOut h, boolean right) {
    h.by("warc|wacz").kept("https://boats.example/sale?id=7", "198.51.100.77");
    h.the(Record.class, "captured at ten", r -> r.toString().contains("2025-03-01T10:00:00Z"));
    boolean complained =
        h.trial().notes.stream().anyMatch(n -> n.what().matches("(?is).*(digest|hash|sha).*"))
            || !h.trial().faults.isEmpty()
            || h.trial().records.stream()
                .anyMatch(r ->
                    r.header()
                        .extra()
                        .toString()
                        .matches("(?is).*(mismatch|differs|does not match|not those|wrong).*"));
    if (!right) {
      h.expect(
          complained,
          "the digest that is not the payload's told",
          h.trial().notes + " " + h.trial().records.stream().map(r -> r.header().extra()).toList());
    }
  }

  @Test
  void readsWarcPacked() {
    HoldOut h = HoldOut.of("warc-gz").opaque().file("c.warc.gz", warc(true, true)).readPlain();
    told(h, true);
    h.expect(h.trial().faults.isEmpty(), "no complaint", h.trial().faults);
    h.kept("zzsoftware", "zzresource").done();
  }

  @Test
  void readsWarcPlain() {
    HoldOut h = HoldOut.of("warc-plain").opaque().file("c.warc", warc(false, true)).readPlain();
    told(h, true);
    h.kept("Boat sale").done();
  }

  @Test
  void readsWarcWithAWrongDigest() {
    HoldOut h =
        HoldOut.of("warc-wrong-digest").opaque().file("c.warc.gz", warc(true, false)).readPlain();
    told(h, false);
    h.doneBut("SX-");
  }

  static Map<String, byte[]> waczFiles(boolean right) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/data.warc.gz", warc(true, true));
    files.put(
        "pages/pages.jsonl",
        "{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All Pages\"}\n{\"id\":\"p1\",\"url\":\"https://boats.example/sale?id=7\",\"ts\":\"2025-03-01T10:00:00Z\",\"title\":\"Boat sale\",\"text\":\"zzpagetext\"}\n"
            .getBytes(StandardCharsets.UTF_8));
    files.put(
        "indexes/index.cdx",
        "example,boats)/sale?id=7 20250301100000 {\"url\":\"https://boats.example/sale?id=7\",\"mime\":\"text/html\",\"status\":\"200\",\"filename\":\"data.warc.gz\"}\n"
            .getBytes(StandardCharsets.UTF_8));
    StringBuilder resources = new StringBuilder();
    files.forEach((path, bytes) ->
        resources
            .append(resources.isEmpty() ? "" : ",")
            .append(
                "{\"name\":\"%s\",\"path\":\"%s\",\"hash\":\"sha256:%s\",\"bytes\":%d}"
                    .formatted(
                        path.substring(path.lastIndexOf('/') + 1),
                        path,
                        right || !path.startsWith("pages") ? sha256(bytes) : "0".repeat(64),
                        bytes.length)));
    byte[] pack =
        ("{\"profile\":\"data-package\",\"title\":\"zzwacztitle\",\"wacz_version\":\"1.1.1\",\"software\":\"zzrecorder\",\"created\":\"2025-03-01T10:05:00Z\",\"resources\":["
                + resources
                + "]}")
            .getBytes(StandardCharsets.UTF_8);
    files.put("datapackage.json", pack);
    files.put(
        "datapackage-digest.json",
        ("{\"path\":\"datapackage.json\",\"hash\":\"sha256:" + sha256(pack) + "\"}")
            .getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static HoldOut wacz(boolean right) {
    return HoldOut.of(right ? "wacz" : "wacz-wrong-hash")
        .opaque()
        .file("c.wacz", Battering.zip(waczFiles(right)))
        .readPlain();
  }

  @Test
  void readsWacz() {
    HoldOut h = wacz(true);
    told(h, true);
    h.expect(
        h.trial().faults.isEmpty()
            && h.trial().notes.stream()
                .noneMatch(n -> n.what().matches("(?is).*(mismatch|differ|not those|wrong).*")),
        "no complaint",
        h.trial().notes);
    h.kept("zzpagetext", "zzrecorder").done();
  }

  @Test
  void readsWaczWithAWrongHash() {
    HoldOut h = wacz(false);
    told(h, false);
    h.doneBut("SX-");
  }

  private static String line(String platform, String id, String data) {
    return "{\"nav_index\":\"1:1\",\"item_id\":\"%s\",\"timestamp_collected\":1740830400000,\"source_platform\":\"%s\",\"source_platform_url\":\"https://www.%s/zzsource\",\"last_updated\":1740830400000,\"data\":%s}\n"
        .formatted(id, platform, platform, data);
  }

  static HoldOut tiktok() {
    return HoldOut.of("zeeschuimer-tiktok")
        .file(
            "zeeschuimer-export-tiktok.ndjson",
            line(
                    "tiktok.com",
                    "7300000000000000001",
                    "{\"id\":\"7300000000000000001\",\"desc\":\"wake #boat @sxt_bo\",\"createTime\":1740823200,\"author\":{\"id\":\"6900\",\"uniqueId\":\"sxt_tk\",\"nickname\":\"Tk\"},\"authorStats\":{\"followerCount\":5},\"stats\":{\"diggCount\":1,\"commentCount\":2,\"shareCount\":3,\"playCount\":4},\"music\":{\"title\":\"zzmusic\"},\"challenges\":[{\"title\":\"boat\"}],\"textExtra\":[{\"hashtagName\":\"boat\"}],\"zz\":\"zztkfield\"}")
                + line(
                    "tiktok.com",
                    "7300000000000000002",
                    "{\"id\":\"7300000000000000002\",\"desc\":\"author as text\",\"createTime\":\"1740823300\",\"author\":\"sxt_str\",\"nickname\":\"S\"}")
                + "{broken zzbroken\n");
  }

  @Test
  void readsTiktok() {
    HoldOut h = tiktok().readPlain().by("zeeschuimer|4cat|capture");
    h.post("wake #boat")
        .by("sxt_tk")
        .id("7300000000000000001")
        .at("2025-03-01T10:00:00Z")
        .on("tiktok")
        .bytes("wake #boat");
    h.post("author as text").by("sxt_str").at("2025-03-01T10:01:40Z");
    h.doneBut("SX-READ-MALFORMED");
  }

  static HoldOut tiktokComments() {
    return HoldOut.of("zeeschuimer-tiktok-comments")
        .file(
            "c.ndjson",
            line(
                    "tiktok.com",
                    "81",
                    "{\"cid\":\"81\",\"aweme_id\":\"7300\",\"reply_id\":\"0\",\"text\":\"first!\",\"create_time\":1740823200,\"user\":{\"uid\":\"6901\",\"unique_id\":\"sxt_cm\",\"nickname\":\"Cm\"},\"digg_count\":3}")
                + line(
                    "tiktok.com",
                    "82",
                    "{\"cid\":\"82\",\"aweme_id\":\"7300\",\"reply_id\":\"81\",\"text\":\"second!\",\"create_time\":1740823201,\"user\":{\"uid\":\"6902\",\"unique_id\":\"sxt_cn\"}}"));
  }

  @Test
  void readsTiktokComments() {
    HoldOut h = tiktokComments().readPlain().by("zeeschuimer|4cat|capture");
    h.post("first!").by("sxt_cm").id("81").replyTo("7300").at("2025-03-01T10:00:00Z");
    h.post("second!").replyTo("81");
    h.done();
  }

  static HoldOut instagram() {
    return HoldOut.of("zeeschuimer-instagram")
        .file(
            "i.ndjson",
            line(
                    "instagram.com",
                    "31",
                    "{\"pk\":\"31\",\"id\":\"31_41\",\"code\":\"Cab\",\"taken_at\":1740823200,\"media_type\":1,\"user\":{\"pk\":\"41\",\"username\":\"sxt_ig\",\"full_name\":\"Ig\"},\"caption\":{\"text\":\"harbour light\",\"created_at\":1740823200},\"like_count\":4,\"comment_count\":null,\"location\":{\"pk\":\"5\",\"name\":\"Porto\",\"lat\":41.15,\"lng\":-8.61},\"usertags\":{\"in\":[{\"user\":{\"pk\":\"42\",\"username\":\"sxt_tag\"}}]},\"zz\":\"zzigfield\"}")
                + line(
                    "instagram.com",
                    "32",
                    "{\"id\":\"32\",\"shortcode\":\"Cac\",\"__typename\":\"GraphImage\",\"taken_at_timestamp\":1740823300,\"owner\":{\"id\":\"41\",\"username\":\"sxt_ig\"},\"edge_media_to_caption\":{\"edges\":[{\"node\":{\"text\":\"legacy shape\"}}]},\"edge_media_to_comment\":{\"count\":1},\"edge_media_preview_like\":{\"count\":2}}")
                + line(
                    "instagram.com",
                    "33",
                    "{\"__typename\":\"XDTPolarisMedia\",\"pk\":\"33\",\"code\":\"Cad\",\"user\":{\"pk\":\"41\",\"username\":\"sxt_ig\"},\"caption\":{\"text\":\"partial one\"},\"_zs_partial\":true}"));
  }

  @Test
  void readsInstagram() {
    HoldOut h = instagram().readPlain().by("zeeschuimer|4cat|capture");
    h.post("harbour light").by("41").at("2025-03-01T10:00:00Z").on("instagram").mentions("42");
    h.place(41.15, -8.61).at("2025-03-01T10:00:00Z");
    h.post("legacy shape").by("41").at("2025-03-01T10:01:40Z");
    h.post("partial one").timeless().by("41");
    h.done();
  }

  static HoldOut x() {
    return HoldOut.of("zeeschuimer-x")
        .file(
            "x.ndjson",
            line(
                    "twitter.com",
                    "1001",
                    "{\"__typename\":\"Tweet\",\"rest_id\":\"1001\",\"core\":{\"user_results\":{\"result\":{\"__typename\":\"User\",\"rest_id\":\"777\",\"core\":{\"screen_name\":\"sxt_x\",\"name\":\"Xa\",\"created_at\":\"Thu Jan 01 00:00:00 +0000 2015\"},\"legacy\":{\"followers_count\":1}}}},\"legacy\":{\"full_text\":\"x words &amp; more @sxt_bo\",\"created_at\":\"Sat Mar 01 10:00:00 +0000 2025\",\"conversation_id_str\":\"1001\",\"user_id_str\":\"777\",\"id_str\":\"1001\",\"entities\":{\"user_mentions\":[{\"id_str\":\"888\",\"screen_name\":\"sxt_bo\",\"name\":\"Bo\"}]},\"favorite_count\":1},\"zz\":\"zzxfield\"}")
                + line(
                    "twitter.com",
                    "1002",
                    "{\"__typename\":\"TweetWithVisibilityResults\",\"tweet\":{\"rest_id\":\"1002\",\"core\":{\"user_results\":{\"result\":{\"rest_id\":\"777\",\"legacy\":{\"screen_name\":\"sxt_x\",\"name\":\"Xa\"}}}},\"legacy\":{\"full_text\":\"limited words\",\"created_at\":\"Sat Mar 01 10:01:00 +0000 2025\",\"user_id_str\":\"777\",\"in_reply_to_status_id_str\":\"1001\"}}}")
                + line(
                    "twitter.com",
                    "1003",
                    "{\"rest_id\":\"1003\",\"core\":{\"user_results\":{}},\"legacy\":{\"full_text\":\"authorless\",\"created_at\":\"Sat Mar 01 10:02:00 +0000 2025\",\"user_id_str\":\"999\"}}"));
  }

  @Test
  void readsX() {
    HoldOut h = x().readPlain().by("zeeschuimer|4cat|capture");
    h.post("x words & more")
        .by("777")
        .id("1001")
        .at("2025-03-01T10:00:00Z")
        .mentions("888")
        .on("x");
    h.post("limited words").by("777").id("1002").replyTo("1001");
    h.post("authorless").by("999");
    h.done();
  }

  static HoldOut threads() {
    return HoldOut.of("zeeschuimer-threads")
        .file(
            "t.ndjson",
            line(
                "threads.net",
                "51",
                "{\"pk\":\"51\",\"id\":\"51_61\",\"code\":\"Dab\",\"taken_at\":1740823200,\"user\":{\"pk\":\"61\",\"username\":\"sxt_th\",\"is_verified\":false},\"caption\":{\"text\":\"threaded words\"},\"like_count\":1,\"text_post_app_info\":{\"direct_reply_count\":0,\"reply_to_author\":{\"id\":\"62\",\"username\":\"sxt_other\"},\"is_reply\":true},\"zz\":\"zzthfield\"}"));
  }

  @Test
  void readsThreads() {
    HoldOut h = threads().readPlain().by("zeeschuimer|4cat|capture");
    h.post("threaded words").by("61").id("51").at("2025-03-01T10:00:00Z").on("threads");
    h.kept("sxt_other").done();
  }

  @Test
  void readsFourCat() {
    HoldOut h =
        HoldOut.of("4cat-csv")
            .file(
                "4cat.csv",
                Made.bom(
                    "id,thread_id,author,body,timestamp,unix_timestamp,likes,zz\n901,900,sxt_4c,\"hello, 4cat\nsecond\",2025-03-01 10:00:00,1740823200,5,zzfourcat\n902,900,,no author,2025-03-01 10:01:00,1740823260,,\n"))
            .readPlain()
            .by("4cat|capture");
    h.post("hello, 4cat")
        .text("hello, 4cat\nsecond")
        .by("sxt_4c")
        .id("901")
        .at("2025-03-01T10:00:00Z")
        .bytes("hello, 4cat");
    h.post("no author").byNobody();
    h.done();
  }
}
