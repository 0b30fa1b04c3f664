package dev.sextant.app;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What this program can do and must never be able to do, as the build found it to be.
 *
 * @param text the manifest's YAML
 * @param digest SHA-256 of the text
 */
public record Capabilities(String text, Digest digest) {

  /** The manifest that was built into this program. */
  public static Capabilities manifest() {
    try (InputStream in = Capabilities.class.getResourceAsStream("/policies/capabilities.yaml")) {
      if (in == null) {
        throw new HomeFault(
            "SX-HOME-CAPABILITIES",
            "this program lacks its manifest of capabilities",
            "/policies/capabilities.yaml",
            "no such resource",
            "build it anew");
      }
      byte[] bytes = in.readAllBytes();
      return new Capabilities(new String(bytes, StandardCharsets.UTF_8), Digest.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
