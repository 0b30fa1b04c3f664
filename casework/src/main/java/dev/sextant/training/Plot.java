package dev.sextant.training;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Lays the planted lines and the chatter out in time, conversation by conversation. */
final class Plot {
  /** Chatter looks back this many messages for one to answer. */
  private static final int LOOKS_BACK = 15;

  /** Of chatter in groups, so many in a hundred answer an earlier message. */
  private static final int ANSWERS_PERCENT = 40;

  /** Of chatter, so many in a hundred lie before the authority's time. */
  private static final int EARLY_PERCENT = 12;

  /** Chatter comes in bursts of up to this many messages. */
  private static final int LONGEST_BURST = 9;

  private final Cast cast;
  private final Chatter chatter;
  private final Map<String, List<Planted>> script = new HashMap<>();

  /** A line of the script before it has its number. */
  private record Planted(
      Instant at, Cast.Account author, @Nullable String fact, String replyTo, String text) {}

  private Plot(Cast cast, Chatter chatter) {
    this.cast = cast;
    this.chatter = chatter;
  }

  /** All conversations with their lines in order of time. */
  static Map<Talk, List<Line>> write(Cast cast, List<Talk> talks, long seed) throws IOException {
    Plot plot = new Plot(cast, Chatter.load());
    for (String[] row : Sheet.rows("script.tsv", 6)) {
      plot.script
          .computeIfAbsent(row[1], k -> new ArrayList<>())
          .add(
              new Planted(
                  Instant.parse(row[0]),
                  plot.cast.account(row[2]),
                  row[3].isEmpty() ? null : row[3],
                  row[4],
                  row[5]));
    }
    Map<Talk, List<Line>> lines = new LinkedHashMap<>();
    for (Talk talk : talks) {
      // Each conversation has its own stream, so that a change to one leaves the others alone.
      lines.put(talk, plot.lines(talk, new Random(seed * 31 + talk.key().hashCode())));
    }
    return lines;
  }

  private List<Line> lines(Talk talk, Random random) {
    List<Planted> all = new ArrayList<>(script.getOrDefault(talk.key(), List.of()));
    int wanted = talk.messages() - all.size();
    Instant earliest =
        talk.members().stream().map(Talk.Member::since).min(Instant::compareTo).orElseThrow();
    while (wanted > 0) {
      int burst = Math.min(wanted, 1 + random.nextInt(LONGEST_BURST));
      Instant at = moment(earliest, random);
      for (int i = 0; i < burst; i++) {
        at = at.plusSeconds(15 + random.nextInt(260));
        Cast.Account author = author(talk, at, random);
        String text = chatter.line(talk.topic(), author.person().languages(), random);
        all.add(new Planted(at, author, null, "", text));
      }
      wanted -= burst;
    }
    all.sort(Comparator.comparing(Planted::at));
    return numbered(talk, all, random);
  }

  private static Instant moment(Instant earliest, Random random) {
    boolean early = random.nextInt(100) < EARLY_PERCENT;
    Instant from = early ? Talk.BEGIN : DemoCase.WINDOW_FROM;
    Instant to = early ? DemoCase.WINDOW_FROM : Talk.END;
    if (from.isBefore(earliest)) {
      from = earliest;
    }
    if (!from.isBefore(to)) {
      to = Talk.END;
    }
    long days = Math.max(1, Duration.between(from, to).toDays());
    // People write from seven in the morning to eleven at night.
    long second = 7 * 3600L + random.nextInt(16 * 3600);
    return from.plus(Duration.ofDays(random.nextInt((int) days))).plusSeconds(second);
  }

  private static Cast.Account author(Talk talk, Instant at, Random random) {
    List<Talk.Member> there = talk.members().stream().filter(m -> m.there(at)).toList();
    int total = there.stream().mapToInt(Talk.Member::weight).sum();
    int pick = random.nextInt(total);
    for (Talk.Member member : there) {
      pick -= member.weight();
      if (pick < 0) {
        return member.account();
      }
    }
    return there.getLast().account();
  }

  private static List<Line> numbered(Talk talk, List<Planted> all, Random random) {
    List<Line> lines = new ArrayList<>();
    Map<String, Long> numberOf = new HashMap<>();
    boolean direct = talk.cells().isEmpty();
    for (Planted planted : all) {
      long number = lines.size() + 1L;
      long replyTo = 0;
      if (planted.fact() != null) {
        numberOf.put(planted.fact(), number);
      }
      if (!planted.replyTo().isEmpty()) {
        replyTo = numberOf.getOrDefault(planted.replyTo(), 0L);
      } else if (planted.fact() == null
          && random.nextInt(100) < (direct ? ANSWERS_PERCENT / 8 : ANSWERS_PERCENT)) {
        replyTo = answered(talk, planted.author(), lines, random);
      }
      lines.add(
          new Line(
              number, planted.at(), planted.author(), planted.text(), replyTo, planted.fact()));
    }
    return lines;
  }

  private static long answered(Talk talk, Cast.Account author, List<Line> before, Random random) {
    List<Line> likely = new ArrayList<>();
    for (Line line : before.subList(Math.max(0, before.size() - LOOKS_BACK), before.size())) {
      if (!line.author().equals(author) && talk.answers(author, line.author())) {
        likely.add(line);
      }
    }
    return likely.isEmpty() ? 0 : likely.get(random.nextInt(likely.size())).number();
  }
}
