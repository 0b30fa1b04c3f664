package dev.sextant.board;

import dev.sextant.terms.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test of an attack a board of its own, and writes down how it went. */
final class BoardExtension
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
  /** Relative to the module's folder, in which tests run. */
  static final Path FOLDER = Path.of("target", "board");

  private static final Namespace PLACE = Namespace.create(BoardExtension.class);

  /** Hides the board from JUnit, which would close it before its scene is written down. */
  private record Opened(Board board) {}

  /** The scenes of one attack. */
  private record Scenes(List<Object> all) {}

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Files.deleteIfExists(file(context));
    context.getStore(PLACE).put("scenes", new Scenes(new ArrayList<>()));
  }

  private static List<Object> scenes(ExtensionContext context) {
    return Objects.requireNonNull(context.getStore(PLACE).get("scenes", Scenes.class)).all();
  }

  private static int number(ExtensionContext context) {
    return context.getRequiredTestClass().getAnnotation(Attack.class).value();
  }

  private static Path file(ExtensionContext context) {
    return FOLDER.resolve(String.format(Locale.ROOT, "%02d.json", number(context)));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Board.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Board board = Board.open(context.getDisplayName().replace("(Board)", ""));
    context.getStore(PLACE).put("board", new Opened(board));
    return board;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Opened opened = context.getStore(PLACE).get("board", Opened.class);
    Board board = opened == null ? null : opened.board();
    Optional<Throwable> failure = context.getExecutionException();
    Scene scene = board == null ? new Scene(context.getDisplayName()) : board.scene();
    scenes(context)
        .add(scene.written(failure.isEmpty(), failure.map(Throwable::toString).orElse("")));
    if (board != null) {
      board.close();
      if (failure.isEmpty() && !scene.proved()) {
        throw new AssertionError(
            "a scenario shows at least one entry of the log with its proof: use refused or leafOf");
      }
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    AttackList.Row row = AttackList.row(number(context));
    TreeMap<String, Object> all = new TreeMap<>();
    all.put("number", row.number());
    all.put("title", row.title());
    all.put("required", row.required());
    all.put("test", context.getRequiredTestClass().getSimpleName());
    all.put("scenes", scenes(context));
    Files.createDirectories(FOLDER);
    Files.write(file(context), CanonicalJson.write(all));
  }
}
