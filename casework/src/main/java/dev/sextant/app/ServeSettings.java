package dev.sextant.app;

import java.util.List;

/**
 * How the server is run.
 *
 * @param address the address it listens on
 * @param port its port
 * @param training true if nobody in this home is real, so that log-ins may be shown
 * @param trainingLogins log-ins of a training home, for the sign-in page
 */
public record ServeSettings(
    String address, int port, boolean training, List<String> trainingLogins) {
  /** Copies. */
  public ServeSettings {
    trainingLogins = List.copyOf(trainingLogins);
  }
}
