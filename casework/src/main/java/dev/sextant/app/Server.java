package dev.sextant.app;

import dev.sextant.app.flow.RetentionRun;
import dev.sextant.app.http.HttpSide;
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

  private final RetentionClock retention;
  private final DeconflictionClock deconfliction;

  private Server(
      ConfigurableApplicationContext context,
      RetentionClock retention,
      DeconflictionClock deconfliction) {
    this.context = context;
    this.retention = retention;
    this.deconfliction = deconfliction;
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
    return new Server(
        application.run(),
        new RetentionClock(RetentionRun.of(house)),
        new DeconflictionClock(house.rooms().deconfliction()));
  }

  /** The port that it listens on. */
  public int port() {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  @Override
  public void close() {
    context.close();
    retention.close();
    deconfliction.close();
  }
}
