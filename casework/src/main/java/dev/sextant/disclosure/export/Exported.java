package dev.sextant.disclosure.export;

import dev.sextant.disclosure.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All exports of a report. Equal reports give equal bytes. */
public final class Exported {
  private Exported() {}

  /** The files, each once; a report without a network has none of the network's formats. */
  public static List<ExportFile> of(Report report) {
    Carried carried = Carried.of(report);
    List<ExportFile> files = new ArrayList<>();
    for (Chart chart : Chart.of(report)) {
      files.add(ExportFile.named(chart.name() + ".gexf", Gexf.write(chart, carried)));
      files.add(ExportFile.named(chart.name() + ".graphml", GraphMl.write(chart, carried)));
      files.add(ExportFile.named(chart.name() + ".net", Matrices.pajek(chart, carried)));
      files.add(ExportFile.named(chart.name() + ".dl", Matrices.dl(chart)));
      files.add(ExportFile.named(chart.name() + ".cx2", Cx2.write(chart, carried)));
      files.add(ExportFile.named(chart.name() + "-nodes.csv", Tables.nodes(chart, carried)));
      files.add(ExportFile.named(chart.name() + "-ties.csv", Tables.ties(chart, carried)));
    }
    files.add(ExportFile.named("findings.stix.json", Stix.write(report, carried)));
    files.add(ExportFile.named("findings.ftm.jsonl", Ftm.write(report, carried)));
    files.add(ExportFile.named("findings.misp.json", Misp.write(report, carried)));
    files.add(ExportFile.named("findings.case.jsonld", CaseUco.write(report, carried)));
    List<Spot> spots = Spot.of(report);
    files.add(ExportFile.named("places.geojson", GeoJson.write(spots, carried)));
    files.add(ExportFile.named("places.kml", Kml.write(spots, report.title(), carried)));
    files.add(ExportFile.named("README.txt", readme(carried, files)));
    return List.copyOf(files);
  }

  private static String readme(Carried carried, List<ExportFile> files) {
    StringBuilder out =
        new StringBuilder("What the signed findings of this bundle say, in other formats.\n\n");
    for (Map.Entry<String, String> fact : carried.facts().entrySet()) {
      out.append(fact.getKey()).append(": ").append(fact.getValue()).append('\n');
    }
    out.append(
        """

        Entities are accounts that a person judged to be one actor. Being in a finding or a network is not guilt; a
        value of a measure is not suspicion, and its rank has an interval (rankLow, rankHigh) for ties that are missing.
        Whoever the findings do not name is a number here as well. Places are the cited records' own words: where an account
        says it was is not where a person was, and accuracyMetres is the source's, not ours. A file of places without a feature says
        that no cited record has coordinates.

        """);
    files.forEach(file -> out.append(file.path()).append('\n'));
    return out.toString();
  }
}
