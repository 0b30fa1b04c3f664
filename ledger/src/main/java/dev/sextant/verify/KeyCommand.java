package dev.sextant.verify;

import dev.sextant.ledger.KeyFile;
import dev.sextant.ledger.SignedNote;
import dev.sextant.ledger.SignerKey;
import dev.sextant.ledger.VerifierKey;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * An overseer's own key: {@code key new} makes it in a file under a passphrase, {@code key show}
 * prints its public half, {@code key sign} signs a text that the agency's server gave him to sign.
 * It runs where the agency is not.
 */
final class KeyCommand {
  static final String USAGE =
      """
        sextant-verify key new <file> --name NAME [--passphrase-file FILE]
        sextant-verify key show <file>
        sextant-verify key sign <file> --text FILE [--passphrase-file FILE]
      """;

  /** Nothing longer is a text that anybody reads before signing it. */
  private static final long MOST_TEXT_BYTES = 64 * 1024;

  private final PrintWriter out;

  KeyCommand(PrintWriter out) {
    this.out = out;
  }

  /** Runs {@code key <verb> <file>...}; null if it was called wrongly. */
  @Nullable Integer run(String verb, Options options) throws IOException {
    Path file = Path.of(options.target());
    return switch (verb) {
      case "new" -> make(file, options);
      case "show" -> show(KeyFile.verifier(file));
      case "sign" -> sign(file, options);
      default -> null;
    };
  }

  private @Nullable Integer make(Path file, Options options) throws IOException {
    String name = options.text("--name");
    if (name == null) {
      return null;
    }
    SecureRandom random = new SecureRandom();
    SignerKey key = SignerKey.generate(name, VerifierKey.Kind.NOTE, random);
    KeyFile.write(file, key, passphrase(options, true), random);
    return show(key.verifier());
  }

  private int show(VerifierKey key) {
    out.println(key.text());
    out.println("fingerprint " + key.fingerprint());
    return 0;
  }

  private @Nullable Integer sign(Path file, Options options) throws IOException {
    String source = options.text("--text");
    if (source == null) {
      return null;
    }
    Path from = Path.of(source);
    if (Files.size(from) > MOST_TEXT_BYTES) {
      throw new VerifyFault.Storage(source, new IOException("too long to be read before signing"));
    }
    String text = Files.readString(from, StandardCharsets.UTF_8);
    SignedNote note = KeyFile.open(file, passphrase(options, false)).sign(text);
    out.print(new String(note.bytes(), StandardCharsets.UTF_8));
    return 0;
  }

  private static char[] passphrase(Options options, boolean twice) throws IOException {
    String file = options.text("--passphrase-file");
    if (file != null) {
      return Files.readAllLines(Path.of(file)).stream().findFirst().orElse("").toCharArray();
    }
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new VerifyFault.Storage(
          "--passphrase-file", new IOException("nobody is there to type the passphrase"));
    }
    char[] typed = console.readPassword("passphrase: ");
    if (typed != null && twice) {
      char[] again = console.readPassword("once more: ");
      if (again == null || !new String(typed).equals(new String(again))) {
        throw new VerifyFault.Storage("passphrase", new IOException("the two differ"));
      }
    }
    return typed == null ? new char[0] : typed;
  }
}
