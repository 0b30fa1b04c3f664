package dev.sextant.linkage.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A group as SVG: its members in rows, and beside them a bracket for each pair or judgement that
 * holds two of them together, with its bits; those across the weakest link are dashed. Members
 * stand so that the two parts of the weakest link are apart. Title and description say it in words;
 * no script, no style sheet, no font from elsewhere.
 */
public final class GroupPicture {
  private static final int ROW = 26;
  private static final int TOP = 56;
  private static final int LABELS = 260;
  private static final int LANE = 16;
  private static final int NUMBERS = 330;
  private static final int MOST_LABEL = 36;
  private static final int MOST_SAID = 56;
  private static final String PAIR = "#1f6f43";
  private static final String JUDGED = "#33506e";
  private static final String WEAK = "#a33a2a";

  private final GroupExplanation why;
  private final Words words;
  private final List<String> rows;
  private final Set<String> right;
  private final StringBuilder out = new StringBuilder(4096);

  private GroupPicture(GroupExplanation why, Words words) {
    this.why = why;
    this.words = words;
    this.right =
        new HashSet<>(why.weakest().map(GroupExplanation.Weakest::right).orElse(List.of()));
    this.rows = new ArrayList<>();
    why.members().stream().filter(member -> !right.contains(member)).forEach(rows::add);
    why.members().stream().filter(right::contains).forEach(rows::add);
  }

  /** The picture, its words in a language. */
  public static String svg(GroupExplanation why, Words.Language language) {
    GroupPicture picture = new GroupPicture(why, Words.of(language));
    picture.draw();
    return picture.out.toString();
  }

  private void draw() {
    int width = LABELS + (why.links().size() + 1) * LANE + NUMBERS;
    int height = TOP + rows.size() * ROW + 16;
    String title = words.say("group.title", words.whole(why.members().size()));
    put(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\""
            + " aria-labelledby=\"group-title group-desc\" font-family=\"sans-serif\""
            + " font-size=\"13\">\n",
        width, height, words.language().code());
    put("<title id=\"group-title\">%s</title>\n", Waterfall.escaped(title));
    put(
        "<desc id=\"group-desc\">%s</desc>\n",
        Waterfall.escaped(GroupText.text(why, words.language()).replace('\n', ' ').strip()));
    put("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", width, height);
    put(
        "<text x=\"12\" y=\"22\" font-size=\"15\" font-weight=\"bold\">%s</text>\n",
        Waterfall.escaped(title));
    why.weakest().ifPresent(weakest -> divide(weakest, width));
    for (int i = 0; i < rows.size(); i++) {
      put(
          "<text x=\"12\" y=\"%d\">%s</text>\n",
          y(i) + 5, Waterfall.escaped(Waterfall.cut(rows.get(i), MOST_LABEL)));
    }
    for (int lane = 0; lane < why.links().size(); lane++) {
      link(why.links().get(lane), lane);
    }
    out.append("</svg>\n");
  }

  /* Between the two parts that were put together last. */
  private void divide(GroupExplanation.Weakest weakest, int width) {
    int at = TOP + weakest.left().size() * ROW;
    put(
        "<line x1=\"12\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#555555\" stroke-dasharray=\"4"
            + " 3\"/>\n",
        width - 12, at, at);
  }

  /* Each bracket has a lane of its own, so that no two lie on each other; the list beside says what its number
   * is. */
  private void link(GroupExplanation.Link link, int lane) {
    boolean weak = right.contains(link.a()) != right.contains(link.b());
    int one = y(rows.indexOf(link.a()));
    int other = y(rows.indexOf(link.b()));
    int x = LABELS + (lane + 1) * LANE;
    String said =
        link.judged()
            ? words.say("group.judged", link.a(), link.b())
            : words.say("group.step", link.a(), words.bits(link.score()), link.b());
    put("<g>\n<title>%s</title>\n", Waterfall.escaped(said));
    put(
        "<path d=\"M%d %d H%d V%d H%d\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>\n",
        LABELS,
        one,
        x,
        other,
        LABELS,
        weak ? WEAK : link.judged() ? JUDGED : PAIR,
        weak ? " stroke-dasharray=\"6 3\"" : "");
    put(
        "<text x=\"%d\" y=\"%d\" font-size=\"11\">%s</text>\n",
        LABELS + (why.links().size() + 1) * LANE + 8,
        TOP + lane * ROW + ROW / 2 + 4,
        Waterfall.escaped(Waterfall.cut(words.whole(lane + 1) + ": " + said, MOST_SAID)));
    put(
        "<text x=\"%d\" y=\"%d\" font-size=\"10\" text-anchor=\"middle\">%s</text>\n</g>\n",
        x, Math.min(one, other) - 3, words.whole(lane + 1));
  }

  private static int y(int row) {
    return TOP + row * ROW + ROW / 2;
  }

  private void put(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
