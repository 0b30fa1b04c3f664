package dev.sextant.linkage.link;

/** Is told what a run is about to compare, and how far it is. */
@FunctionalInterface
public interface Watch {
  /** Is told what is about to be compared, before it is. */
  void announced(Announcement announcement);

  /**
   * Is told that a run goes on. Comes from any of the run's threads, and often: to be quick about.
   *
   * @param stage that it is at
   * @param done pieces of work of this stage; 0 when it begins
   * @param of all pieces of this stage; 0 where they are not counted
   */
  default void at(Stage stage, int done, int of) {}

  /** The stages of a run, in order; those from learning to grouping come twice. */
  enum Stage {
    /** Values are prepared, blocks are built. */
    BLOCKING,
    /** Pairs are found and compared. */
    COMPARING,
    /** The model is learned. */
    LEARNING,
    /** Pairs are scored. */
    SCORING,
    /** Records are put in groups. */
    GROUPING
  }
}
