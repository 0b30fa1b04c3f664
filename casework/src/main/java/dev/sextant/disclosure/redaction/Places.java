package dev.sextant.disclosure.redaction;

import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedNote;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts of a finding in which words can be marked, by path. */
public final class Places {
  private Places() {}

  /** Text by path, in the order in which a report prints them. */
  public static Map<String, String> of(FindingDocument finding) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("title", finding.claim().title());
    texts.put("text", finding.claim().text());
    texts.put("method", finding.claim().method());
    supports(texts, "supports", finding.supports());
    supports(texts, "counterSupports", finding.counterSupports());
    texts.put("noCounterSupport", finding.claim().noCounterSupport());
    for (int i = 0; i < finding.claim().alternatives().size(); i++) {
      texts.put("alternatives/" + i, finding.claim().alternatives().get(i));
    }
    for (int i = 0; i < finding.entities().size(); i++) {
      List<CitedEntity.CitedJudgement> judgements = finding.entities().get(i).judgements();
      for (int j = 0; j < judgements.size(); j++) {
        texts.put("entities/" + i + "/judgements/" + j, judgements.get(j).reason());
      }
    }
    AchMatrix matrix = finding.claim().reasoning().matrix();
    if (matrix != null) {
      for (int i = 0; i < matrix.hypotheses().size(); i++) {
        texts.put("hypotheses/" + i, matrix.hypotheses().get(i).text());
      }
      for (int i = 0; i < matrix.rows().size(); i++) {
        texts.put("rows/" + i, matrix.rows().get(i).text());
      }
    }
    if (finding.corrects() != null) {
      texts.put("corrects", finding.corrects().reason());
    }
    texts.values().removeIf(String::isBlank);
    return texts;
  }

  private static void supports(Map<String, String> texts, String name, List<Support> supports) {
    for (int i = 0; i < supports.size(); i++) {
      texts.put(name + "/" + i + "/words", supports.get(i).words());
      texts.put(name + "/" + i + "/note", supports.get(i).note());
      List<CitedNote> beside = supports.get(i).beside();
      for (int j = 0; j < beside.size(); j++) {
        texts.put(name + "/" + i + "/beside/" + j, beside.get(j).text());
      }
    }
  }

  /** Paths of the cited records. */
  public static List<String> records(FindingDocument finding) {
    return Stream.concat(
            IntStream.range(0, finding.supports().size()).mapToObj(i -> "supports/" + i),
            IntStream.range(0, finding.counterSupports().size())
                .mapToObj(i -> "counterSupports/" + i))
        .toList();
  }

  /** Whether a path names a cited record of a finding. */
  public static boolean isRecord(FindingDocument finding, String path) {
    int slash = path.indexOf('/');
    if (slash < 0 || !path.substring(slash + 1).matches("[0-9]{1,5}")) {
      return false;
    }
    int i = Integer.parseInt(path.substring(slash + 1));
    return switch (path.substring(0, slash)) {
      case "supports" -> i < finding.supports().size();
      case "counterSupports" -> i < finding.counterSupports().size();
      default -> false;
    };
  }

  /** The cited record of a path that {@link #isRecord} knows. */
  public static Support support(FindingDocument finding, String path) {
    List<Support> of =
        path.startsWith("supports/") ? finding.supports() : finding.counterSupports();
    return of.get(Integer.parseInt(path.substring(path.indexOf('/') + 1)));
  }

  /** A path in words, as a log of redactions prints it. */
  public static String words(int finding, String path) {
    String[] parts = path.split("/");
    String in = "F-" + finding + ", ";
    return switch (parts[0]) {
      case "title" -> in + "title";
      case "text" -> in + "claim";
      case "method" -> in + "method";
      case "noCounterSupport" -> in + "what speaks against it";
      case "alternatives" -> in + "other explanation " + number(parts[1]);
      case "supports" -> in + "S-" + finding + "." + number(parts[1]) + part(parts);
      case "counterSupports" -> in + "C-" + finding + "." + number(parts[1]) + part(parts);
      case "hypotheses" -> in + "hypothesis " + number(parts[1]);
      case "rows" -> in + "row " + number(parts[1]) + " of the matrix";
      case "corrects" -> in + "what was wrong in the finding that it corrects";
      case "entities" -> in + "reason of a judgement";
      default -> in + "a text";
    };
  }

  private static String part(String[] parts) {
    if (parts.length > 3) {
      return ", what is written beside it " + number(parts[3]);
    }
    return parts.length > 2 ? ", " + parts[2] : "";
  }

  private static int number(String index) {
    return Integer.parseInt(index) + 1;
  }
}
