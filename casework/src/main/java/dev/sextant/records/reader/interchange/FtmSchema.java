package dev.sextant.records.reader.interchange;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schemata of FollowTheMoney that are edges, with the properties that are their ends (the
 * {@code edge} blocks of followthemoney's schema files).
 */
final class FtmSchema {
  /** An edge's ends. */
  record Edge(String source, String target, boolean directed) {}

  private static final Map<String, Edge> EDGES =
      Map.ofEntries(
          Map.entry("Ownership", new Edge("owner", "asset", true)),
          Map.entry("Directorship", new Edge("director", "organization", true)),
          Map.entry("Membership", new Edge("member", "organization", true)),
          Map.entry("Employment", new Edge("employee", "employer", true)),
          Map.entry("Family", new Edge("person", "relative", true)),
          Map.entry("Associate", new Edge("person", "associate", true)),
          Map.entry("Representation", new Edge("agent", "client", true)),
          Map.entry("UnknownLink", new Edge("subject", "object", true)),
          Map.entry("Payment", new Edge("payer", "beneficiary", true)),
          Map.entry("Debt", new Edge("debtor", "creditor", true)),
          Map.entry("Succession", new Edge("predecessor", "successor", true)),
          Map.entry("Occupancy", new Edge("holder", "post", true)),
          Map.entry("ProjectParticipant", new Edge("participant", "project", true)),
          Map.entry("ContractAward", new Edge("supplier", "contract", true)),
          Map.entry("CourtCaseParty", new Edge("party", "case", true)),
          Map.entry("Documentation", new Edge("document", "entity", true)),
          Map.entry("Similar", new Edge("candidate", "match", false)),
          Map.entry("Mention", new Edge("document", "resolved", true)),
          Map.entry("TaxRoll", new Edge("taxee", "issuer", true)),
          Map.entry("EconomicActivity", new Edge("holder", "directorFinDepartment", true)),
          Map.entry("Post", new Edge("holder", "organization", true)),
          Map.entry("Risk", new Edge("entity", "securityRisk", true)));

  private static final Set<String> THINGS =
      Set.of(
          "Thing",
          "Person",
          "Company",
          "Organization",
          "LegalEntity",
          "PublicBody",
          "Asset",
          "Airplane",
          "Vessel",
          "Vehicle",
          "RealEstate",
          "BankAccount",
          "Address",
          "UserAccount",
          "Message",
          "Email",
          "Call",
          "Document",
          "Article",
          "PlainText",
          "HyperText",
          "Pages",
          "Page",
          "Folder",
          "Package",
          "Workbook",
          "Table",
          "Image",
          "Video",
          "Audio",
          "Event",
          "Trip",
          "Position",
          "Identification",
          "Passport",
          "Sanction",
          "License",
          "Contract",
          "CryptoWallet",
          "Security",
          "Project",
          "CourtCase",
          "Note",
          "Assessment",
          "Value",
          "Analyzable",
          "Interest",
          "Interval",
          "CallForTenders",
          "Import",
          "Mention");

  private static final Pattern NAMED = Pattern.compile("\"schema\"\\s*:\\s*\"([A-Za-z]{2,40})\"");

  private FtmSchema() {}

  /** The ends of an edge, or null if the schema is none. */
  static @Nullable Edge edge(String schema) {
    return EDGES.get(schema);
  }

  /** True if the first schema that a text names is one of FollowTheMoney's. */
  static boolean names(String head) {
    Matcher m = NAMED.matcher(head);
    return m.find() && (EDGES.containsKey(m.group(1)) || THINGS.contains(m.group(1)));
  }

  /** True if a schema is known at all. */
  static boolean known(String schema) {
    return EDGES.containsKey(schema) || THINGS.contains(schema);
  }
}
