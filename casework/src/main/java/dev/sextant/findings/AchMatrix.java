package dev.sextant.findings;

import dev.sextant.terms.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Competing hypotheses against the evidence, judged cell by cell (R. J. Heuer, Psychology of
 * Intelligence Analysis, CIA 1999, chapter 8). What it yields is {@link AchReading}.
 *
 * @param hypotheses explanations that exclude each other, one of them innocent at least
 * @param rows evidence, and what was looked for or taken for granted; each has a cell for each
 *     hypothesis, in their order
 * @param held number of the hypothesis that the claim states, from 1; 0 if it states none of them
 */
public record AchMatrix(List<Hypothesis> hypotheses, List<Row> rows, int held) {
  /** Copies, and checks that every row has a cell for every hypothesis. */
  public AchMatrix {
    hypotheses = List.copyOf(hypotheses);
    rows = List.copyOf(rows);
    if (rows.size() > MOST_ROWS || hypotheses.size() > MOST_HYPOTHESES) {
      throw new FindingFault.BadMatrix(
          "matrix",
          rows.size() + " rows, " + hypotheses.size() + " hypotheses",
          "keep at most " + MOST_ROWS + " rows and " + MOST_HYPOTHESES + " hypotheses");
    }
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).cells().size() != hypotheses.size()) {
        throw new FindingFault.BadMatrix(
            "matrix row " + (row + 1),
            rows.get(row).cells().size() + " cells",
            "give one cell for each of the " + hypotheses.size() + " hypotheses");
      }
    }
    if (held < 0 || held > hypotheses.size()) {
      throw new FindingFault.BadMatrix(
          "matrix held",
          Integer.toString(held),
          "name a hypothesis by its number, or 0 where the claim states none");
    }
  }

  /* Five times what goes to review: a draft may hold what is still to be weeded out, but no more than a page shows
   * and a step of the register keeps. */
  private static final int MOST_ROWS = 1000;

  private static final int MOST_HYPOTHESES = 60;

  /** How a piece of evidence sits with a hypothesis, if the hypothesis were true. */
  public enum Cell {
    /** Just what one would expect. */
    CC("very consistent", 0),
    /** Fits. */
    C("consistent", 0),
    /** Says nothing either way. */
    N("neutral", 0),
    /** Hardly fits. */
    I("inconsistent", 1),
    /** Cannot well be. */
    II("very inconsistent", 2),
    /** Cannot bear on it. */
    NA("not applicable", 0),
    /** Not judged yet; such a matrix goes to no review. */
    OPEN("not judged", 0);

    private final String words;
    private final int points;

    Cell(String words, int points) {
      this.words = words;
      this.points = points;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** How much it speaks against the hypothesis: 0, 1 or 2. What fits earns nothing. */
    public int points() {
      return points;
    }

    /** What would be judged if the evidence showed the contrary of what it seems to show. */
    Cell reversed() {
      return switch (this) {
        case CC -> II;
        case C -> I;
        case I -> C;
        case II -> CC;
        case N, NA, OPEN -> this;
      };
    }
  }

  /** How far a row is believed, or bears on the question. */
  public enum Level {
    /** Little. */
    LOW,
    /** As usual. */
    MEDIUM,
    /** Much. */
    HIGH;

    /** Steps from the middle: -1, 0 or 1. */
    int steps() {
      return ordinal() - 1;
    }
  }

  /** What a row is. */
  public enum RowKind {
    /** A record that the claim cites. */
    RECORD,
    /** Something that would be there if a hypothesis were true, was looked for, and is not. */
    ABSENCE,
    /** Something taken for granted. */
    ASSUMPTION
  }

  /**
   * One explanation.
   *
   * @param text in a sentence
   * @param innocent whether it would mean that nobody did wrong
   */
  public record Hypothesis(String text, boolean innocent) {}

  /**
   * One row.
   *
   * @param kind what it is
   * @param record the cited record's id; null unless the kind is {@code RECORD}
   * @param text what it shows, in a few words
   * @param credibility how far it is believed
   * @param relevance how far it bears on the question
   * @param cells one for each hypothesis
   */
  public record Row(
      RowKind kind,
      @Nullable Digest record,
      String text,
      Level credibility,
      Level relevance,
      List<Cell> cells) {
    /** Copies. */
    public Row {
      cells = List.copyOf(cells);
      if ((kind == RowKind.RECORD) == (record == null)) {
        throw new FindingFault.BadMatrix(
            "matrix row", kind.name(), "name the record in a row of kind RECORD, and in no other");
      }
    }

    /** The row as it would be if it showed the contrary. */
    Row reversed() {
      return new Row(
          kind, record, text, credibility, relevance, cells.stream().map(Cell::reversed).toList());
    }

    /** Whether every hypothesis has the same cell, so that the row tells none from another. */
    public boolean uniform() {
      return cells.stream().distinct().count() < 2;
    }

    private Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("kind", kind.name());
      json.put("record", record == null ? null : record.hex());
      json.put("text", text);
      json.put("credibility", credibility.name());
      json.put("relevance", relevance.name());
      json.put("cells", cells.stream().map(Cell::name).toList());
      return json;
    }

    private static Row read(Fields f) {
      String record = f.maybe("record");
      return new Row(
          f.one(RowKind.class, "kind"),
          record == null ? null : new Digest(record),
          f.text("text"),
          f.one(Level.class, "credibility"),
          f.one(Level.class, "relevance"),
          f.words(Cell.class, "cells"));
    }
  }

  /** Whether every cell is judged, and there is something to read. */
  public boolean judged() {
    return hypotheses.size() >= 2
        && !rows.isEmpty()
        && rows.stream().noneMatch(row -> row.cells().contains(Cell.OPEN));
  }

  /** The matrix as a map for canonical JSON, with its reading once every cell is judged. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(
        "hypotheses",
        hypotheses.stream().map(h -> Map.of("text", h.text(), "innocent", h.innocent())).toList());
    json.put("rows", rows.stream().map(Row::json).toList());
    json.put("held", held);
    json.put("reading", judged() ? AchReading.of(this).json() : null);
    return json;
  }

  /* The reading is not read: it follows from the rest, and the document is compared byte for byte. */
  static AchMatrix read(Fields f) {
    return new AchMatrix(
        f.objects("hypotheses", h -> new Hypothesis(h.text("text"), h.flag("innocent"))),
        f.objects("rows", Row::read),
        Math.toIntExact(f.number("held")));
  }
}
