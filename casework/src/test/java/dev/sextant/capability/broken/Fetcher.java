package dev.sextant.capability.broken;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Breaks: what evidence links to is never fetched. */
final class Fetcher {
  InputStream preview(String link) throws IOException {
    return URI.create(link).toURL().openStream();
  }
}
