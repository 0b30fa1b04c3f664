package dev.sextant.app.cli;

import dev.sextant.network.FileRoles;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Brokers between groups. */
@Command(
    name = "brokerage",
    description =
        "Count, for each node, the pairs it stands between by role (Gould and Fernandez 1989):"
            + " coordinator, itinerant, gatekeeper, representative, liaison; groups are an attribute's.",
    mixinStandardHelpOptions = true)
final class BrokerageCommand extends GroupsAsk {
  @Override
  String answer(Given given, ProgressBar bar) throws IOException {
    return FileRoles.of(given.graph()).brokerage(attribute(given, bar), bar);
  }
}
