-- The register of disclosures: what was released, to whom, when, why (28 CFR 23.20(f)). Append
-- only. The bundles themselves lie as files beside the database.

create table disclosure (
  case_id uuid not null references casefile,
  id uuid not null,
  authority uuid not null,
  actor uuid not null references actor,
  -- Where the release's intent lies in the log.
  leaf bigint not null,
  at timestamptz not null,
  -- SHA-256 and length of the bundle.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  -- Title, recipient and findings, sealed under the case's key and bound to the other columns.
  body bytea not null,
  primary key (case_id, id)
);
select sextant.guard('disclosure');
