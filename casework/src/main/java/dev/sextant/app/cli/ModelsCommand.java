package dev.sextant.app.cli;

import dev.sextant.authority.Model;
import dev.sextant.authority.ModelCard;
import dev.sextant.identity.Identity;
import dev.sextant.network.Inquiries;
import dev.sextant.network.Method;
import dev.sextant.network.Network;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the cards of the machine's methods and the fingerprints of what this program runs. */
@Command(
    name = "models",
    description =
        "List the machine's methods: their cards, and the fingerprints of this program's.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Made by picocli. */
  ModelsCommand() {}

  @Override
  public Integer call() {
    Map<String, Model> running = new TreeMap<>();
    running.put(Identity.model().id(), Identity.model());
    for (Method method : Method.values()) {
      running.put(Network.model(method).id(), Network.model(method));
    }
    Inquiries.models().forEach(model -> running.put(model.id(), model));
    PrintWriter out = spec.commandLine().getOut();
    for (ModelCard card : ModelCard.shipped()) {
      Model model = running.get(card.id());
      out.println(card.id() + "  " + card.title());
      out.println("  purpose      " + card.purpose());
      card.forbidden().forEach(use -> out.println("  not for      " + use));
      out.println("  works on     " + card.data());
      out.println("  languages    " + card.languages());
      out.println("  limits       " + card.limits());
      out.println("  evaluation   " + card.evaluation());
      out.println("  owner        " + card.owner());
      out.println("  expires      " + card.expires());
      if (model != null) {
        out.println("  version      " + model.version() + " " + model.parameters());
        out.println("  fingerprint  " + model.fingerprint().hex());
      }
      out.println();
    }
    return ExitCode.OK;
  }
}
