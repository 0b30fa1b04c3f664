package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.archive.Stating;
import dev.sextant.records.reader.returns.Said;
import dev.sextant.terms.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One item that names very many things, each twice: they are told once each and in order, and a
 * reader that looked through all before each would not come to its end.
 */
class ManyThingsTest {
  private static final int MANY = 30_000;

  @TempDir Path folder;

  private static String all(String between, IntFunction<String> one) {
    return IntStream.range(0, 2 * MANY)
        .mapToObj(i -> one.apply(i % MANY))
        .collect(Collectors.joining(between));
  }

  private static String number(int i) {
    return "+4477" + (10_000_000 + i);
  }

  private static String snowflake(int i) {
    return Long.toString(500_000_000_000_000_000L + i);
  }

  private List<Record> read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    try (ReadTrial trial = ReadTrial.of(file)) {
      assertThat(trial.outcome().stopped()).isEmpty();
      assertThat(trial.faults).isEmpty();
      return trial.records;
    }
  }

  private static List<String> mentioned(List<Record> records) {
    Record.Message last = (Record.Message) records.getLast();
    return last.mentions().stream().map(a -> a.key()).toList();
  }

  private static List<String> each(IntFunction<String> one) {
    return IntStream.range(0, MANY).mapToObj(one).toList();
  }

  @Test
  void mentionsOfDiscord() throws IOException {
    List<Record> records =
        read(
            "channel.json",
            "{\"guild\":{\"id\":\"1\",\"name\":\"W\"},\"channel\":{\"id\":\"2\",\"type\":\"GuildTextChat\","
                + "\"name\":\"p\"},\"exportedAt\":\"2025-06-01T10:00:00Z\",\"messages\":[{\"id\":\"1\","
                + "\"type\":\"Default\",\"timestamp\":\"2025-05-13T20:05:00Z\",\"content\":\"all\","
                + "\"author\":{\"id\":\"4\",\"name\":\"ana\"},\"mentions\":["
                + all(",", i -> "{\"id\":\"" + snowflake(i) + "\",\"name\":\"n\"}")
                + "]}],\"messageCount\":1}");
    assertThat(mentioned(records)).isEqualTo(each(ManyThingsTest::snowflake));
  }

  @Test
  void mentionsOfTelegram() throws IOException {
    List<Record> records =
        read(
            "result.json",
            "{\"name\":\"Ben\",\"type\":\"personal_chat\",\"id\":200,\"messages\":[{\"id\":1,"
                + "\"type\":\"message\",\"date\":\"2025-02-01T11:00:00\",\"date_unixtime\":\"1738407600\","
                + "\"from\":\"Ben\",\"from_id\":\"user200\",\"text\":["
                + all(",", i -> "{\"type\":\"mention_name\",\"text\":\"a\",\"user_id\":" + i + "}")
                + "]}]}");
    assertThat(mentioned(records)).isEqualTo(each(Integer::toString));
  }

  @Test
  void numbersOfACard() throws IOException {
    List<Record> records =
        read(
            "card.vcf",
            "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n"
                + all("\n", i -> "TEL:" + number(i))
                + "\nEND:VCARD\n");
    Record.Profile profile = (Record.Profile) records.getFirst();
    assertThat(profile.selectors().stream().map(s -> s.selector().value()))
        .containsExactlyElementsOf(each(ManyThingsTest::number));
  }

  @Test
  void valuesOfOneNameInCharts() throws IOException {
    List<Record> chart =
        read(
            "chart.graphml",
            "<graphml><key id=\"d\" for=\"node\" attr.name=\"colour\"/><graph"
                + " edgedefault=\"undirected\"><node id=\"a\">"
                + all("", i -> "<data key=\"d\">" + i + "</data>")
                + "</node></graph></graphml>");
    List<Record> plain =
        read("chart.gml", "graph [ node [ id 1 " + all(" ", i -> "colour " + i) + " ] ]");
    for (List<Record> records : List.of(chart, plain)) {
      var said = ((Record.Profile) records.getFirst()).attributes();
      assertThat(said).hasSize(2 * MANY);
      assertThat(said).containsEntry("colour (" + 2 * MANY + ")", Integer.toString(MANY - 1));
    }
  }

  @Test
  void whatReturnsAndArchivesSayOfAnAccount() {
    Platform platform = new Platform("example");
    Said said = new Said(platform).phone("Phone", all("\n", ManyThingsTest::number), false);
    Stating stating = new Stating();
    for (int i = 0; i < 2 * MANY; i++) {
      stating.phone("phone", number(i % MANY), false);
    }
    List<String> once = each(ManyThingsTest::number);
    assertThat(said.selectors().stream().map(s -> s.selector().value()))
        .containsExactlyElementsOf(once);
    assertThat(stating.selectors().stream().map(s -> s.selector().value()))
        .containsExactlyElementsOf(once);
  }
}
