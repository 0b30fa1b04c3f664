package dev.sextant.disclosure.report;

import dev.sextant.findings.CitedSnapshot;
import dev.sextant.press.Printable;
import dev.sextant.press.RightToLeft;
import dev.sextant.press.Typeface;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Draws a cited snapshot as a PNG. Only outlines are filled (text too), never the machine's fonts,
 * so that the same snapshot, seed and program give the same bytes. Size and colour of a node say
 * nothing about a person: entities that the findings name have a dark ring, that is all.
 */
final class NetworkPicture {
  private static final int WIDTH = 1680;
  private static final int HEIGHT = 1180;
  private static final int MARGIN = 110;
  private static final int FOOT = 130;
  private static final double RADIUS = 13;
  private static final double LABEL = 28;
  private static final double NOTE = 25;

  /** More names than this cover each other; then only the ringed nodes carry theirs. */
  private static final int LABELS_MAX = 60;

  private static final int LABEL_LENGTH = 26;
  private static final Color INK = new Color(0x1b2733);
  private static final Color NODE = new Color(0x9fc3d9);
  private static final Color TIE = new Color(0x6b7c8a);

  private final Typeface face;
  private final Printable printable;
  private final RightToLeft direction = new RightToLeft();

  NetworkPicture(Typeface face) {
    this.face = face;
    this.printable = new Printable(face);
  }

  /**
   * Draws.
   *
   * @param snapshot what to draw
   * @param named keys of the entities to ring
   * @param seed of the layout
   * @param legend lines at the foot: authority, handling, counts
   * @return a PNG
   */
  byte[] draw(CitedSnapshot snapshot, Set<String> named, long seed, List<String> legend) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    ForceLayout layout = ForceLayout.of(snapshot, seed);
    ties(g, snapshot, layout);
    nodes(g, snapshot, layout, named);
    foot(g, legend);
    g.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double px(ForceLayout layout, int node) {
    return MARGIN + layout.x(node) * (WIDTH - 2 * MARGIN);
  }

  private static double py(ForceLayout layout, int node) {
    return MARGIN / 2.0 + layout.y(node) * (HEIGHT - FOOT - MARGIN);
  }

  private void ties(Graphics2D g, CitedSnapshot snapshot, ForceLayout layout) {
    boolean directed = "true".equals(snapshot.rule().get("directed"));
    double heaviest = 1;
    for (CitedSnapshot.Tie tie : snapshot.ties()) {
      heaviest = Math.max(heaviest, Double.parseDouble(tie.weight()));
    }
    g.setColor(TIE);
    for (CitedSnapshot.Tie tie : snapshot.ties()) {
      double share = Math.sqrt(Math.max(0, Double.parseDouble(tie.weight())) / heaviest);
      g.setStroke(new BasicStroke((float) (1.2 + 5 * share)));
      double x1 = px(layout, tie.from());
      double y1 = py(layout, tie.from());
      double x2 = px(layout, tie.to());
      double y2 = py(layout, tie.to());
      g.draw(new Line2D.Double(x1, y1, x2, y2));
      if (directed) {
        head(g, x1, y1, x2, y2);
      }
    }
  }

  private static void head(Graphics2D g, double x1, double y1, double x2, double y2) {
    double length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    if (length < 3 * RADIUS) {
      return;
    }
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double tipX = x2 - ux * (RADIUS + 3);
    double tipY = y2 - uy * (RADIUS + 3);
    var arrow = new java.awt.geom.Path2D.Double();
    arrow.moveTo(tipX, tipY);
    arrow.lineTo(tipX - ux * 15 - uy * 6, tipY - uy * 15 + ux * 6);
    arrow.lineTo(tipX - ux * 15 + uy * 6, tipY - uy * 15 - ux * 6);
    arrow.closePath();
    g.fill(arrow);
  }

  private void nodes(Graphics2D g, CitedSnapshot snapshot, ForceLayout layout, Set<String> named) {
    int n = snapshot.nodes().size();
    int names = snapshot.namedCount();
    List<Rectangle2D> taken = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean ringed = named.contains(snapshot.nodes().get(i).entityKey());
      double x = px(layout, i);
      double y = py(layout, i);
      Ellipse2D disc = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      taken.add(disc.getBounds2D());
      g.setColor(NODE);
      g.fill(disc);
      g.setColor(INK);
      g.setStroke(new BasicStroke(ringed ? 4.5f : 1.2f));
      g.draw(disc);
    }
    for (int i = 0; i < n; i++) {
      CitedSnapshot.Node node = snapshot.nodes().get(i);
      boolean legible = names <= LABELS_MAX || named.contains(node.entityKey());
      if (node.named() && legible) {
        label(g, node.number() + " " + name(node.label()), px(layout, i), py(layout, i), taken);
      } else {
        label(g, Integer.toString(node.number()), px(layout, i), py(layout, i), taken);
      }
    }
  }

  /* Set by itself: beside a name that runs from right to left, the node's number would change
   * places with it. */
  private String name(String label) {
    return direction.visual(printable.of(shortened(label)));
  }

  private static String shortened(String label) {
    int[] points = label.codePoints().toArray();
    return points.length <= LABEL_LENGTH ? label : new String(points, 0, LABEL_LENGTH - 1) + "…";
  }

  /* The label takes the first of eight places around its node that covers nothing drawn before;
   * if all cover something, the first. */
  private void label(Graphics2D g, String text, double x, double y, List<Rectangle2D> taken) {
    Typeface.Outline line = face.outline(text, LABEL);
    double w = line.width();
    double gap = RADIUS + 5;
    double[][] places = {
      {x + gap, y + 9}, {x - gap - w, y + 9}, {x - w / 2, y - gap}, {x - w / 2, y + gap + 20},
      {x + gap, y - 14}, {x + gap, y + 28}, {x - gap - w, y - 14}, {x - gap - w, y + 28}
    };
    double[] chosen = places[0];
    for (double[] place : places) {
      Rectangle2D box = box(place, w);
      boolean inside = box.getMinX() > 4 && box.getMaxX() < WIDTH - 4 && box.getMinY() > 4;
      if (inside && taken.stream().noneMatch(t -> t.intersects(box))) {
        chosen = place;
        break;
      }
    }
    taken.add(box(chosen, w));
    var placed =
        line.path()
            .createTransformedShape(AffineTransform.getTranslateInstance(chosen[0], chosen[1]));
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(placed);
    g.setColor(INK);
    g.fill(placed);
  }

  private static Rectangle2D box(double[] place, double width) {
    return new Rectangle2D.Double(place[0], place[1] - LABEL * 0.8, width, LABEL);
  }

  private void foot(Graphics2D g, List<String> legend) {
    double y = HEIGHT - FOOT + 36;
    g.setColor(INK);
    g.setStroke(new BasicStroke(1f));
    g.draw(new Line2D.Double(30, HEIGHT - FOOT, WIDTH - 30, HEIGHT - FOOT));
    for (String line : legend) {
      var shape = face.outline(direction.visual(printable.of(line)), NOTE);
      double fit = Math.min(1, (WIDTH - 60) / Math.max(1, shape.width()));
      AffineTransform place = AffineTransform.getTranslateInstance(30, y);
      place.scale(fit, fit);
      g.fill(shape.path().createTransformedShape(place));
      y += 36;
    }
  }
}
