package dev.sextant.kernels.doubt;

import dev.sextant.kernels.BadGraph;

/**
 * Where a data set ends, for the sensitivity of measures to that: a network has no edge of its own,
 * whoever gathered it drew one (E. O. Laumann, P. V. Marsden and D. Prensky 1983, in R. S. Burt and
 * M. J. Minor, Applied Network Analysis, 18-34; its effects: G. Kossinets 2006,
 * doi:10.1016/j.socnet.2005.07.002). Some people were <i>watched</i>: their own ties were gathered,
 * from a seized phone, an account's return, an interview. The others are in the network only since
 * they are tied to somebody watched, and nobody could see ties among two of them.
 *
 * <p>Two questions may be asked, one by one or together. <i>Narrower:</i> what if fewer had been
 * watched? Each watched person is left unwatched with a probability; ties that nobody watched then
 * go, and so do people whom nothing ties to a watched one; ranks are among those who remain. It is
 * the only question where everybody was watched. <i>Rim:</i> what of the ties that could not be
 * seen? Two who were not watched and share contacts are tied with the probability that such a pair
 * has if one of it was watched, by how many contacts they share (1, 2, or 3 and more). Ties beyond
 * the rim that share no contact are not made up.
 *
 * @param watched by node
 * @param narrower probability that a watched node would not have been, from 0 to below 1
 * @param rim whether ties among those not watched come in
 */
public record Boundary(boolean[] watched, double narrower, boolean rim) {
  /** Refuses what is no probability; copies. */
  public Boundary {
    if (!(narrower >= 0 && narrower < 1)) {
      throw new BadGraph("narrower " + narrower + ": need a number from 0 to below 1");
    }
    watched = watched.clone();
  }

  /** Everybody was watched. */
  public static Boundary narrower(int nodes, double share) {
    boolean[] all = new boolean[nodes];
    java.util.Arrays.fill(all, true);
    return new Boundary(all, share, false);
  }
}
