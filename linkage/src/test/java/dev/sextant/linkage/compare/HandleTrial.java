package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Bits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores all pairs of accounts of different platforms by handle alone. Arguments: accounts file
 * (id, platform, handle first), truth file, or "-" for none.
 */
final class HandleTrial {
  private HandleTrial() {}

  record Account(String id, String platform, String handle) {}

  record Scored(int a, int b, int bits, int level) {}

  public static void main(String[] args) throws IOException {
    List<Account> accounts = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0])).stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      accounts.add(new Account(cells[0], cells[1], cells[2]));
    }
    List<List<String>> rows = accounts.stream().map(x -> List.of(x.handle, x.platform)).toList();
    Handles handles = Handles.learned(Corpus.of(rows));
    List<Handles.Prepared> prepared = new ArrayList<>();
    rows.forEach(row -> prepared.add(handles.prepare(row)));
    long[] within = new long[64];
    long[] cross = new long[64];
    List<Scored> scored = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < accounts.size(); i++) {
      for (int j = i + 1; j < accounts.size(); j++) {
        Handles.Prepared a = prepared.get(i);
        Handles.Prepared b = prepared.get(j);
        if (a == null || b == null) {
          continue;
        }
        int bits = handles.weight(a, b);
        int band = Math.clamp(bits / Bits.ONE, 0, 63);
        if (accounts.get(i).platform.equals(accounts.get(j).platform)) {
          within[band]++;
          if (args.length > 4 && band >= 10 && band < 14) {
            System.out.println("W " + accounts.get(i).handle + " " + accounts.get(j).handle);
          }
        } else {
          cross[band]++;
          if (bits > 0) {
            scored.add(new Scored(i, j, bits, handles.level(a, b)));
          }
        }
      }
    }
    System.out.printf("seconds %.1f%n", (System.nanoTime() - start) / 1e9);
    long w = 0;
    long c = 0;
    long allW = java.util.Arrays.stream(within).sum();
    long allC = java.util.Arrays.stream(cross).sum();
    for (int k = 63; k >= 0; k--) {
      w += within[k];
      c += cross[k];
      if (k % 2 == 0 && k <= 44) {
        System.out.printf(
            "bits>=%d within %d (-log2 rate %.1f) cross %d (excess %.0f)%n",
            k, w, -Math.log((w + .5) / allW) / Math.log(2), c, c - w * (double) allC / allW);
      }
    }
    if (args.length > 2) {
      scored.stream()
          .filter(x -> x.bits > Double.parseDouble(args[2]) * Bits.ONE)
          .filter(x -> x.bits < Double.parseDouble(args[3]) * Bits.ONE)
          .limit(1000)
          .forEach(x ->
              System.out.printf(
                  "%s %s %.1f%n",
                  accounts.get(x.a).handle, accounts.get(x.b).handle, Bits.shown(x.bits)));
    }
    if (!args[1].equals("-")) {
      Map<String, Integer> index = new HashMap<>();
      for (int i = 0; i < accounts.size(); i++) {
        index.put(accounts.get(i).id, i);
      }
      Set<Long> truth = new HashSet<>();
      for (String line : Files.readAllLines(Path.of(args[1])).stream().skip(1).toList()) {
        String[] ids = line.split(",");
        truth.add(key(index.get(ids[0]), index.get(ids[1])));
      }
      judge("raw", scored, truth);
      double[] log = calibrated(within, cross, allW, allC);
      for (int k = 0; k < 40; k++) {
        System.out.printf("%d:%.1f ", k, log[k]);
      }
      System.out.println();
      for (double rival : new double[] {1, 3, 6, 12}) {
        List<Scored> soft = rivals(accounts, scored, log, rival);
        judge("rivals " + rival, soft, truth);
        at0(soft, truth);
      }
    }
  }

  static double[] calibrated(long[] within, long[] cross, long allW, long allC) {
    double[] log = new double[64];
    double w = 0;
    for (int k = 0; k < 64; k++) {
      double u = (within[k] + .5) * allC / allW;
      log[k] = Math.log(Math.max(.02, (cross[k] - u)) / u) / Math.log(2);
    }
    return log;
  }

  static void at0(List<Scored> scored, Set<Long> truth) {
    long said = scored.stream().filter(x -> x.bits > 0).count();
    long hit = scored.stream().filter(x -> x.bits > 0 && truth.contains(key(x.a, x.b))).count();
    double p = hit / (double) said;
    double r = hit / (double) truth.size();
    System.out.printf("   at 0: P %.4f R %.4f F1 %.4f%n", p, r, 2 * p * r / (p + r));
  }

  static List<Scored> rivals(
      List<Account> accounts, List<Scored> scored, double[] log, double cost) {
    List<Scored> odds = new ArrayList<>();
    for (Scored x : scored) {
      odds.add(new Scored(x.a, x.b, x.bits - 9 * Bits.ONE, x.level));
    }
    Map<String, List<Scored>> by = new HashMap<>();
    for (Scored x : odds) {
      by.computeIfAbsent(x.a + accounts.get(x.b).platform, k -> new ArrayList<>()).add(x);
      by.computeIfAbsent(x.b + accounts.get(x.a).platform, k -> new ArrayList<>()).add(x);
    }
    List<Scored> soft = new ArrayList<>();
    for (Scored x : odds) {
      double most = 0;
      for (String k : List.of(x.a + accounts.get(x.b).platform, x.b + accounts.get(x.a).platform)) {
        double sum = 0;
        for (Scored y : by.get(k)) {
          if (y != x) {
            sum += Math.pow(2, Math.min(40, Bits.shown(y.bits)));
          }
        }
        most = Math.max(most, Math.log(1 + sum) / Math.log(2));
      }
      soft.add(new Scored(x.a, x.b, x.bits - Bits.of(Math.min(cost, most)), x.level));
    }
    return soft;
  }

  static long key(int a, int b) {
    return Math.min(a, b) * 1_000_000L + Math.max(a, b);
  }

  static void judge(String what, List<Scored> scored, Set<Long> truth) {
    List<Scored> ranked = new ArrayList<>(scored);
    ranked.sort((x, y) -> Integer.compare(y.bits, x.bits));
    int hits = 0;
    double best = 0;
    double at = 0;
    double recall = 0;
    for (int k = 0; k < ranked.size(); k++) {
      Scored x = ranked.get(k);
      hits += truth.contains(key(x.a, x.b)) ? 1 : 0;
      if (k + 1 < ranked.size() && ranked.get(k + 1).bits == x.bits) {
        continue;
      }
      double p = hits / (k + 1.0);
      double r = hits / (double) truth.size();
      double f = 2 * p * r / (p + r);
      if (f > best) {
        best = f;
        at = Bits.shown(x.bits);
      }
      if (p >= .99) {
        recall = r;
      }
    }
    System.out.printf("%s: best F1 %.4f at %.2f bits, R@P.99 %.4f%n", what, best, at, recall);
  }
}
