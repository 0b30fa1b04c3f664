package dev.sextant.network;

import dev.sextant.kernels.Csr;
import java.util.Locale;

/* A drawing as SVG 1.1. Ties of one picture are one path: a hundred thousand elements would choke a
 * viewer. Labels are told as titles, and written beside the dots where there are few. */
final class DrawnSvg {
  /** Width and height of the picture, in its own units. */
  private static final double SIDE = 1000;

  private static final double MARGIN = 20;

  /** Labels are written beside so many nodes at most. */
  private static final int LABELLED = 150;

  private DrawnSvg() {}

  static String of(FileGraph file, double[] x, double[] y) {
    double lowX = Double.POSITIVE_INFINITY;
    double lowY = Double.POSITIVE_INFINITY;
    double span = 1e-9;
    for (int v = 0; v < x.length; v++) {
      lowX = Math.min(lowX, x[v]);
      lowY = Math.min(lowY, y[v]);
    }
    for (int v = 0; v < x.length; v++) {
      span = Math.max(span, Math.max(x[v] - lowX, y[v] - lowY));
    }
    double scale = (SIDE - 2 * MARGIN) / span;
    StringBuilder out = new StringBuilder();
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1000\">\n");
    out.append("<path fill=\"none\" stroke=\"#8a94a0\" stroke-width=\"0.6\" d=\"");
    Csr graph = file.graph();
    for (int v = 0; v < x.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (v < w || (graph.directed() && graph.arc(w, v) < 0)) {
          out.append('M').append(at(x[v], lowX, scale)).append(' ').append(at(y[v], lowY, scale));
          out.append('L').append(at(x[w], lowX, scale)).append(' ').append(at(y[w], lowY, scale));
        }
      }
    }
    out.append("\"/>\n");
    double radius = Math.max(0.8, Math.min(5, 120 / Math.sqrt(x.length + 1.0)));
    for (int v = 0; v < x.length; v++) {
      String label = escaped(VisibleText.of(file.table().labels()[v]));
      String cx = at(x[v], lowX, scale);
      String cy = at(y[v], lowY, scale);
      out.append("<circle cx=\"").append(cx).append("\" cy=\"").append(cy).append("\" r=\"");
      out.append(String.format(Locale.ROOT, "%.2f", radius)).append("\" fill=\"#1f5fa8\"><title>");
      out.append(label).append("</title></circle>\n");
      if (x.length <= LABELLED) {
        out.append("<text x=\"").append(cx).append("\" y=\"").append(cy);
        out.append("\" dx=\"6\" dy=\"-4\" font-family=\"sans-serif\" font-size=\"11\">");
        out.append(label).append("</text>\n");
      }
    }
    return out.append("</svg>\n").toString();
  }

  private static String at(double place, double low, double scale) {
    return String.format(Locale.ROOT, "%.2f", MARGIN + scale * (place - low));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        // Half a pair, and the two characters that XML 1.0 has no way to write.
        default -> out.append(unwritable(text, i) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  private static boolean unwritable(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == '\uFFFE' || c == '\uFFFF';
  }
}
