package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.explain.Explainer;
import dev.sextant.linkage.explain.Explanation;
import dev.sextant.linkage.explain.ExplanationJson;
import dev.sextant.linkage.explain.ExplanationText;
import dev.sextant.linkage.explain.GroupExplanation;
import dev.sextant.linkage.explain.GroupPicture;
import dev.sextant.linkage.explain.GroupText;
import dev.sextant.linkage.explain.Provenance;
import dev.sextant.linkage.explain.Recomputation;
import dev.sextant.linkage.explain.Waterfall;
import dev.sextant.linkage.explain.Words;
import dev.sextant.linkage.link.Labels;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Explains scores of tables that belong to no case: for research, and to check what a run claims.
 */
public final class FileExplanation {
  private final Linked linked;
  private final Explainer explainer;

  private FileExplanation(Linked linked, Explainer explainer) {
    this.linked = linked;
    this.explainer = explainer;
  }

  /** The languages that explanations are written in. */
  public enum Language {
    /** English. */
    EN,
    /** Spanish. */
    ES,
    /** Portuguese. */
    PT,
    /** French. */
    FR;

    private Words.Language words() {
      return Words.Language.valueOf(name());
    }
  }

  /** How an explanation is written. */
  public enum Form {
    /** Plain words. */
    TEXT,
    /** Canonical JSON, from which every number can be worked out again. */
    JSON,
    /** A waterfall as SVG. */
    SVG
  }

  /**
   * Links the tables, so that the model, the counts and the calibration by labels are those of a
   * run.
   *
   * @param asked as for {@link FileLinkage}
   * @param code version of the program, for the document
   * @throws BadLinkage where a table or the profile cannot be used
   */
  public static FileExplanation of(FileLinkage.Asked asked, String code) throws IOException {
    try {
      Profile profile = ProfileReader.read(asked.profile());
      Table table = TableReader.read(asked.left(), asked.right().orElse(null), profile.id());
      Labels labels =
          asked.labels().isPresent() ? Labels.read(asked.labels().get(), table) : Labels.NONE;
      Linked linked =
          new Linker(table, profile, Comparisons.standard(), labels).link(asked.threads());
      List<Provenance.Input> inputs = new ArrayList<>();
      inputs.add(input(asked.left()));
      if (asked.right().isPresent()) {
        inputs.add(input(asked.right().get()));
      }
      if (asked.labels().isPresent()) {
        inputs.add(input(asked.labels().get()));
      }
      Provenance provenance = new Provenance(inputs, input(asked.profile()), "", code);
      return new FileExplanation(linked, new Explainer(linked, provenance));
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }

  private static Provenance.Input input(Path file) throws IOException {
    return new Provenance.Input(
        String.valueOf(file.getFileName()), Explainer.sha256(Files.readAllBytes(file)));
  }

  /**
   * Explains two records.
   *
   * @throws BadLinkage where a table has no such id
   */
  public String pair(String left, String right, Form form, Language language) {
    try {
      Explanation why = explainer.pair(left, right);
      return switch (form) {
        case TEXT -> ExplanationText.text(why, language.words());
        case JSON -> ExplanationJson.write(why) + "\n";
        case SVG -> Waterfall.svg(why, language.words());
      };
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }

  /**
   * Explains the group of a record: who is in it, its weakest link, how each holds to the record.
   *
   * @param right whether the id is of the right table
   * @throws BadLinkage where the table has no such id
   */
  public String group(String id, boolean right, Form form, Language language) {
    try {
      GroupExplanation why = GroupExplanation.of(linked, id, right);
      return switch (form) {
        case TEXT -> GroupText.text(why, language.words());
        case JSON -> GroupText.json(why) + "\n";
        case SVG -> GroupPicture.svg(why, language.words());
      };
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }

  /**
   * The strongest way between two records: the one whose weakest step is strongest.
   *
   * @param from id in the left table, or in the only one
   * @param to id in the right table, or in the only one
   * @throws BadLinkage where the table has no such id
   */
  public String path(String from, String to, Form form, Language language) {
    try {
      GroupExplanation why = GroupExplanation.of(linked, from, false);
      GroupExplanation.of(linked, to, linked.table().twoSided());
      return form == Form.JSON
          ? GroupText.pathJson(why, from, to) + "\n"
          : GroupText.path(why, from, to, language.words());
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }

  /**
   * Works every number of an explanation out again from its JSON alone.
   *
   * @return a line for each number that is wrong; empty where all are right, to the bit
   * @throws BadLinkage where the file is no explanation
   */
  public static List<String> recompute(Path json) throws IOException {
    try {
      return Recomputation.of(Files.readString(json, StandardCharsets.UTF_8).strip()).stream()
          .map(wrong ->
              String.format(
                  Locale.ROOT, "%s: %s, not %s", wrong.place(), wrong.found(), wrong.said()))
          .toList();
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }
}
