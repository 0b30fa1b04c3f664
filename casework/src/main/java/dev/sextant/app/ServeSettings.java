package dev.sextant.app;

import java.util.List;

/**
 * How the server is run.
 *
 * @param address the address it listens on
 * @param port its port
 * @param training true if nobody in this home is real, so that log-ins may be shown
 * @param trainingLogins log-ins of a training home, for the sign-in page
 * @param behindTls true if only a TLS proxy speaks to it: the session's cookie then never crosses a
 *     network in clear
 */
public record ServeSettings(
    String address, int port, boolean training, List<String> trainingLogins, boolean behindTls) {
  /** Spoken to directly, on this machine. */
  public ServeSettings(String address, int port, boolean training, List<String> trainingLogins) {
    this(address, port, training, trainingLogins, false);
  }

  /** Copies. */
  public ServeSettings {
    trainingLogins = List.copyOf(trainingLogins);
  }
}
