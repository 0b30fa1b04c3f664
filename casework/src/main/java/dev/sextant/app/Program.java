package dev.sextant.app;

/** What this program calls itself in the log. */
public final class Program {
  /** The log's name unless a deployment chooses its own. */
  public static final String ORIGIN = "sextant.local/log";

  private Program() {}

  /** The version, or {@code development} when run from classes. */
  public static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Name and version in one token. */
  public static String id() {
    return "sextant/" + version();
  }
}
