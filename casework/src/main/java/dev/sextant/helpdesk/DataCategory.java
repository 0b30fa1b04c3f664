package dev.sextant.helpdesk;

/** Kinds of data by how deep they reach into a life, shallowest first. */
public enum DataCategory {
  /** Who holds an account, since when, and how it is paid. */
  SUBSCRIBER,
  /** What serves only to find out who used an account: an address at a moment. */
  IDENTIFICATION,
  /** Who was in touch with whom, when, from where: records without words. */
  TRAFFIC,
  /** Words, pictures, files, places. */
  CONTENT
}
