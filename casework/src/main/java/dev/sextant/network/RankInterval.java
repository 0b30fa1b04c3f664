package dev.sextant.network;

/**
 * An entity's rank, 1 for the highest value; equal values share the best rank.
 *
 * @param rank in the snapshot as it is
 * @param low rank that 5 % of the replicas stay below: seldom better than this
 * @param high rank that 95 % of the replicas do not exceed: seldom worse than this
 */
public record RankInterval(int rank, int low, int high) {}
