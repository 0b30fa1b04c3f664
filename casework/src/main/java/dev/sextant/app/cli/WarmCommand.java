package dev.sextant.app.cli;

import dev.sextant.app.HomeFolder;
import dev.sextant.app.House;
import dev.sextant.app.ServeSettings;
import dev.sextant.app.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Starts a server on an empty home once and ends it, so that the virtual machine learns which
 * classes a start needs: the launcher makes its ahead-of-time cache from that.
 */
@Command(name = "warm", hidden = true)
final class WarmCommand implements Callable<Integer> {
  /** Made by picocli. */
  WarmCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sextant-warm");
    try (House house = House.open(new HomeFolder(folder), Optional.empty(), Clock.systemUTC());
        Server server = Server.start(house, new ServeSettings("127.0.0.1", 0, false, List.of()));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path : List.of("/api/session", "/", "/v3/api-docs")) {
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      delete(folder);
    }
    return ExitCode.OK;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
