package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;

/** A table, profile or question that linkage cannot work with; nothing was half-done. */
public final class BadLinkage extends IdentityFault {
  private static final long serialVersionUID = 1L;

  /** The library's fault as one of the house. */
  BadLinkage(LinkageFault fault) {
    super(fault.code(), fault.what(), fault.place(), fault.value(), fault.cure());
  }
}
