package dev.sextant.capability.broken;

import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;

/** Breaks: whoever begins a step of a case stands in the manifest. */
final class HiddenStep {
  Act quietly(Permit permit) {
    return permit.begin(Step.VIEW, Particulars.none());
  }
}
