package dev.sextant.capability.broken;

/** Breaks: nobody is given a number for what he may do. */
final class Danger {
  double violenceRiskScore(String account) {
    return account.length();
  }
}
