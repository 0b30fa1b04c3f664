package dev.sextant.verify;

import dev.sextant.terms.Digest;
import java.util.Set;

/** The paths of a bundle's files and the text that its manifest's signature is over. */
public final class BundleFiles {
  /** The format's name and version, in the manifest. */
  public static final String FORMAT = "sextant-bundle/1";

  /** Lists every other file with its digest. */
  public static final String MANIFEST = "manifest.json";

  /** The agency's signature on the manifest. */
  public static final String SIGNATURE = "manifest.sig";

  /** Public keys and their roles. */
  public static final String KEYS = "keys.json";

  /** The findings with their signatures. */
  public static final String FINDINGS = "findings.json";

  /** Exhibits: number, digest, length, acquisition. */
  public static final String EXHIBITS = "exhibits.json";

  /** The chain of custody of each exhibit. */
  public static final String CUSTODY = "custody.json";

  /** The log's checkpoint. */
  public static final String CHECKPOINT = "ledger/checkpoint";

  /** Log entries with inclusion proofs. */
  public static final String ACTS = "ledger/acts.json";

  /** The report that a court reads. */
  public static final String REPORT = "report.pdf";

  /** What the report says, machine-readable; not in every bundle. */
  public static final String REPORT_SOURCE = "report.json";

  /** The network as frozen, machine-readable. */
  public static final String NETWORK = "network.json";

  /** Excerpts lie below this. */
  public static final String EXCERPTS = "excerpts/";

  /** What must be in every bundle. */
  static final Set<String> REQUIRED =
      Set.of(
          MANIFEST,
          SIGNATURE,
          KEYS,
          FINDINGS,
          EXHIBITS,
          CUSTODY,
          CHECKPOINT,
          ACTS,
          REPORT,
          NETWORK);

  /** What {@link BundleWriter} makes itself, beside the checkpoint. */
  static final Set<String> WRITTEN =
      Set.of(MANIFEST, SIGNATURE, KEYS, FINDINGS, EXHIBITS, CUSTODY, ACTS);

  private BundleFiles() {}

  /** The text that the disclosure key signs. */
  public static String manifestText(Digest manifest) {
    return "sextant-manifest/v1\n" + manifest.hex() + "\n";
  }
}
