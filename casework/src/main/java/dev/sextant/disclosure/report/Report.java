package dev.sextant.disclosure.report;

import dev.sextant.disclosure.Recipient;
import dev.sextant.findings.FindingDocument;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a report says, before it is set in type. Equal reports give equal bytes.
 *
 * @param id the disclosure
 * @param title its title
 * @param agency the releasing body's name
 * @param caseNumber the case's number
 * @param basis the authority it is released under
 * @param recipient who receives it
 * @param salt of the digest by which the log names the recipient
 * @param at when it was released
 * @param releasedBy who released it, by name
 * @param marking how this copy may be handled, and by what it is known
 * @param persons what the persons are whom it names, and who tried to destroy what is held
 * @param findings what is released
 * @param exhibits the exhibits they rest on
 * @param custody who touched those exhibits, in order
 * @param proof how all of it can be checked
 * @param form in which form it is printed, and what was taken out of it
 */
public record Report(
    DisclosureId id,
    String title,
    String agency,
    String caseNumber,
    Basis basis,
    Recipient recipient,
    String salt,
    Instant at,
    String releasedBy,
    Marking marking,
    Persons persons,
    List<Signed> findings,
    List<Exhibited> exhibits,
    List<Touch> custody,
    Proof proof,
    Form form) {
  /** One of all that there is, with nothing taken out. */
  public Report(
      DisclosureId id,
      String title,
      String agency,
      String caseNumber,
      Basis basis,
      Recipient recipient,
      String salt,
      Instant at,
      String releasedBy,
      Marking marking,
      Persons persons,
      List<Signed> findings,
      List<Exhibited> exhibits,
      List<Touch> custody,
      Proof proof) {
    this(
        id,
        title,
        agency,
        caseNumber,
        basis,
        recipient,
        salt,
        at,
        releasedBy,
        marking,
        persons,
        findings,
        exhibits,
        custody,
        proof,
        Form.PLAIN);
  }

  /** Copies. */
  public Report {
    findings = List.copyOf(findings);
    exhibits = List.copyOf(exhibits);
    custody = List.copyOf(custody);
  }

  /**
   * What must be said of persons and of what is kept for them.
   *
   * @param roles roles in words, by entity's or account's key
   * @param attempts to destroy what a hold binds, oldest first
   */
  public record Persons(Map<String, String> roles, List<Attempted> attempts) {
    /** Nothing to say. */
    public static final Persons NONE = new Persons(Map.of(), List.of());

    /** Copies. */
    public Persons {
      roles = Collections.unmodifiableMap(new TreeMap<>(roles));
      attempts = List.copyOf(attempts);
    }

    /** A role in brackets after a name; nothing where none is known. */
    public String after(String key) {
      String role = roles.get(key);
      return role == null ? "" : " [" + role + "]";
    }
  }

  /**
   * An attempt to destroy what a hold binds.
   *
   * @param thing the exhibit's number, or what else was to go
   * @param at when
   * @param by who, by name
   * @param code with which code it was refused
   * @param leaf index of the act in the log
   */
  public record Attempted(String thing, Instant at, String by, String code, long leaf) {}

  /**
   * What stands on every page of this copy and nowhere else.
   *
   * @param handling handling codes and conditions in one line; may be empty
   * @param mark by which the agency finds whose copy it is; empty in reports of a build without
   *     marks
   */
  public record Marking(String handling, String mark) {
    /** Of reports without marks. */
    public static final Marking NONE = new Marking("", "");
  }

  /**
   * The authority, as its document says.
   *
   * @param instrument kind of instrument
   * @param number its number
   * @param version its version
   * @param businessCase which of the five permitted uses
   * @param offence what is investigated
   * @param selectors selectors in scope
   * @param platforms platforms in scope
   * @param window content window in words
   * @param handling handling instruction
   * @param digest digest of the authority's document
   * @param approvals who decided on it, a line each
   */
  public record Basis(
      String instrument,
      String number,
      int version,
      String businessCase,
      String offence,
      List<String> selectors,
      List<String> platforms,
      String window,
      String handling,
      Digest digest,
      List<String> approvals) {
    /** Copies. */
    public Basis {
      selectors = List.copyOf(selectors);
      platforms = List.copyOf(platforms);
      approvals = List.copyOf(approvals);
    }
  }

  /**
   * A signed finding.
   *
   * @param document the finding
   * @param digest digest of its canonical bytes
   * @param reviewer who reviewed it, by name
   * @param reviewReasons the reviewer's reasons
   * @param reviewedAt when it was accepted
   * @param signedAt when its author signed
   * @param signatures who signed, a line each: role, name, key fingerprint
   */
  public record Signed(
      FindingDocument document,
      Digest digest,
      String reviewer,
      String reviewReasons,
      Instant reviewedAt,
      Instant signedAt,
      List<String> signatures) {
    /** Copies. */
    public Signed {
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * An exhibit.
   *
   * @param number as printed
   * @param digest of its bytes
   * @param bytes its size
   * @param name the name it came under
   * @param how how it was acquired
   * @param source from where
   * @param by by whom, by name
   * @param at when
   */
  public record Exhibited(
      String number,
      Digest digest,
      long bytes,
      String name,
      String how,
      String source,
      String by,
      Instant at) {}

  /**
   * One link of a chain of custody.
   *
   * @param exhibit the exhibit's number
   * @param at when
   * @param by who, by name
   * @param event what was done
   * @param detail more about it; may be empty
   * @param leaf index of the act in the log, or -1
   */
  public record Touch(
      String exhibit, Instant at, String by, String event, String detail, long leaf) {}

  /**
   * What a reader needs to check the bundle.
   *
   * @param origin name of the log
   * @param size entries in the log at the checkpoint
   * @param root root hash of the log at the checkpoint, base64
   * @param cosigners witnesses that cosigned the checkpoint
   * @param keys keys, a line each: role, name, fingerprint
   * @param disclosureKey the verifier key that signs the bundle's manifest
   * @param acts how many acts of the log are proved in the bundle
   */
  public record Proof(
      String origin,
      long size,
      String root,
      List<String> cosigners,
      List<Key> keys,
      String disclosureKey,
      int acts) {
    /** Copies. */
    public Proof {
      cosigners = List.copyOf(cosigners);
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key.
   *
   * @param role what it signs
   * @param name its name
   * @param fingerprint SHA-256 of its public half, in hexadecimal
   */
  public record Key(String role, String name, String fingerprint) {}
}
