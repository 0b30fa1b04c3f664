package dev.sextant.app.cli;

import dev.sextant.app.Capabilities;
import dev.sextant.app.Program;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it into the jar. */
final class Version implements IVersionProvider {
  /** Made by picocli. */
  Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {
      "sextant " + Program.version(), "capabilities " + Capabilities.manifest().digest().hex()
    };
  }
}
