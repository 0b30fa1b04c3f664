package dev.sextant.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it into the jar. */
public final class Version implements IVersionProvider {
  /** Made by picocli. */
  Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {"sextant " + current()};
  }

  /** The version, or {@code development} when run from classes. */
  public static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
