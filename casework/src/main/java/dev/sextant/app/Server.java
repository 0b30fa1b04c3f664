package dev.sextant.app;

import dev.sextant.app.flow.RetentionRun;
import dev.sextant.app.http.HttpSide;
import dev.sextant.deconfliction.Deconfliction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP server's thin main: Spring's container around a house that is already open. */
public final class Server implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private final List<Clockwork> clocks;

  private Server(ConfigurableApplicationContext context, List<Clockwork> clocks) {
    this.context = context;
    this.clocks = List.copyOf(clocks);
  }

  /** Starts serving; returns when the port answers. */
  public static Server start(House house, ServeSettings settings) {
    SpringApplication application = new SpringApplication(HttpSide.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.ofEntries(
            Map.entry("server.address", settings.address()),
            Map.entry("server.port", Integer.toString(settings.port())),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.servlet.session.cookie.same-site", "strict"),
            Map.entry("server.servlet.session.cookie.http-only", "true"),
            Map.entry(
                "server.servlet.session.cookie.secure", Boolean.toString(settings.behindTls())),
            Map.entry("server.servlet.session.timeout", "60m"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry("server.error.include-message", "never"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            // Exhibits come as raw bodies and go straight into custody: nothing is spooled in
            // clear.
            Map.entry("spring.servlet.multipart.enabled", "false"),
            Map.entry("spring.jackson.deserialization.fail-on-unknown-properties", "true"),
            Map.entry("springdoc.api-docs.path", "/v3/api-docs"),
            Map.entry("spring.main.lazy-initialization", "false"),
            // These print what a caller sent, which may be evidence.
            Map.entry("logging.level.org.springframework.web", "error"),
            Map.entry("logging.level.root", "warn")));
    application.addInitializers(context -> {
      GenericApplicationContext generic = (GenericApplicationContext) context;
      generic.registerBean(
          House.class, () -> house, definition -> definition.setDestroyMethodName(""));
      generic.registerBean(ServeSettings.class, () -> settings);
    });
    return new Server(application.run(), List.of(retention(house), deconfliction(house)));
  }

  /* Whose time is over is hidden without it, by the clock; this removes the rows. */
  private static Clockwork retention(House house) {
    RetentionRun run = RetentionRun.of(house);
    return new Clockwork("retention", Duration.ofMinutes(1), Duration.ofDays(1), List.of(run::run));
  }

  /* Keeps the index with the authorities in force, and tells the leads of cases of questions that
   * met: at its own time, so that whoever asks sees nothing of it. Ten seconds are soon enough to
   * speak to each other before a door is forced, and too late to be timed. */
  private static Clockwork deconfliction(House house) {
    Deconfliction room = house.rooms().deconfliction();
    Duration every = Duration.ofSeconds(10);
    return new Clockwork(
        "deconfliction", every, every, List.of(room::refresh, room.courier()::deliver));
  }

  /** The port that it listens on. */
  public int port() {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  @Override
  public void close() {
    context.close();
    clocks.forEach(Clockwork::close);
  }
}
