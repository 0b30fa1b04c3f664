package dev.sextant.linkage.compare;

import dev.sextant.linkage.handle.HandleChain;
import dev.sextant.linkage.handle.HandleReader;
import dev.sextant.linkage.handle.HandleShape;
import dev.sextant.linkage.handle.HandleText;
import dev.sextant.linkage.handle.HandleWeights;
import dev.sextant.linkage.handle.WordModel;
import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.Nicknames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two handles, weighed by how surprising what they share is under a character model of the table's
 * own handles. Cells: handle; then, where the profile gives them, platform and display name.
 */
public final class Handles implements Weighed<Handles.Prepared> {
  private static final List<String> LEVELS =
      List.of(
          "same handle, very rare (32 bits or more)",
          "same handle, rare (24 bits or more)",
          "same handle, uncommon (16 bits or more)",
          "same handle, common",
          "same without separators, office words, end digits and digits for letters; rare",
          "same without separators, office words, end digits and digits for letters; common",
          "shares 28 bits or more",
          "shares 24 bits or more",
          "shares 20 bits or more",
          "shares 17 bits or more",
          "shares 14 bits or more",
          "shares 11 bits or more",
          "shares 8 bits or more",
          "made from the other's display name",
          "shares less");

  /* The bands of the levels from 6 on, in whole bits. */
  private static final int[] BANDS = {28, 24, 20, 17, 14, 11, 8};
  private static final int NAMED = LEVELS.size() - 2;

  private final HandleReader reader;
  private final ThreadLocal<HandleChain> chains;

  private final HandleWeights weights;

  private Handles(HandleReader reader, Nicknames nicknames, HandleWeights weights) {
    this.reader = reader;
    this.chains = ThreadLocal.withInitial(() -> new HandleChain(nicknames));
    this.weights = weights;
  }

  /** Makes it; no options. */
  static Handles make(Options options, Corpus corpus) {
    return learned(corpus);
  }

  /** A comparison whose model is learned from the corpus' handles. */
  public static Handles learned(Corpus corpus) {
    HandleShape.Reader shapes = new HandleShape.Reader();
    List<WordModel.Seen> seen = new ArrayList<>();
    corpus.walk((cells, times) -> {
      HandleShape shape = shapes.read(cell(cells, 0));
      if (!shape.stretches().isEmpty() && !shape.number()) {
        seen.add(new WordModel.Seen(shape, cell(cells, 1), times));
      }
    });
    HandleReader reader = new HandleReader(new WordModel(seen));
    Nicknames nicknames = Nicknames.shipped();
    return new Handles(reader, nicknames, HandleWeights.learn(seen, reader, nicknames));
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Prepared prepare(List<String> cells) {
    HandleText handle = reader.read(cell(cells, 0), cell(cells, 1));
    return handle == null
        ? null
        : new Prepared(
            handle,
            reader.readLeet(cell(cells, 0), cell(cells, 1)),
            reader.read(cell(cells, 2), ""));
  }

  @Override
  public int level(Prepared a, Prepared b) {
    int bits = a.handle.bits() / Bits.ONE;
    if (a.handle.whole().equals(b.handle.whole())) {
      bits = Math.min(bits, b.handle.bits() / Bits.ONE);
      return bits >= 32 ? 0 : bits >= 24 ? 1 : bits >= 16 ? 2 : 3;
    }
    int evidence = evidence(a, b) / Bits.ONE;
    if (a.handle.core().equals(b.handle.core())) {
      return evidence >= 18 ? 4 : 5;
    }
    for (int band = 0; band < BANDS.length; band++) {
      if (evidence >= BANDS[band]) {
        return 6 + band;
      }
    }
    return named(a, b) / Bits.ONE >= 14 ? NAMED : NAMED + 1;
  }

  private int named(Prepared a, Prepared b) {
    int left = b.name == null ? 0 : chains.get().evidence(a.handle, b.name);
    int right = a.name == null ? 0 : chains.get().evidence(b.handle, a.name);
    return Math.max(left, right);
  }

  @Override
  public int weight(Prepared a, Prepared b) {
    return weights.ratio(
        Math.max(evidence(a, b), named(a, b) - 2 * Bits.ONE));
  }

  /* Digits for letters are a second reading, which costs a bit. */
  private int evidence(Prepared a, Prepared b) {
    HandleChain chain = chains.get();
    int evidence = chain.evidence(a.handle, b.handle);
    if (a.leet != null) {
      evidence = Math.max(evidence, chain.evidence(a.leet, b.handle) - Bits.ONE);
    }
    if (b.leet != null) {
      evidence = Math.max(evidence, chain.evidence(a.handle, b.leet) - Bits.ONE);
    }
    return evidence;
  }

  @Override
  public @Nullable String term(Prepared value, int level) {
    return level <= 3 ? value.handle.whole() : level <= 5 ? value.handle.core() : null;
  }

  /** A handle and, where it is known, the name shown beside it. */
  public static final class Prepared {
    private final HandleText handle;
    private final @Nullable HandleText leet;
    private final @Nullable HandleText name;

    Prepared(HandleText handle, @Nullable HandleText leet, @Nullable HandleText name) {
      this.handle = handle;
      this.leet = leet;
      this.name = name;
    }
  }
}
