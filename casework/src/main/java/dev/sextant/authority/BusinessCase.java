package dev.sextant.authority;

/**
 * The five lawful business cases for social media analysis (RAND for the National Institute of
 * Justice, RR-2301). There is no sixth: watching lawful expression for vague purposes has no value
 * here, and so cannot be applied for.
 */
public enum BusinessCase {
  /** Watching for short-term threats to safety. */
  SHORT_TERM_THREAT,
  /** Finding, by the network, those at high risk of being in violence. */
  HIGH_RISK_IDENTIFICATION,
  /** Watching those at high risk for signs that violence is near. */
  HIGH_RISK_IMMINENCE,
  /** Understanding organised-crime networks. */
  ORGANISED_CRIME_NETWORK,
  /** Investigating a crime. */
  CRIME_INVESTIGATION
}
