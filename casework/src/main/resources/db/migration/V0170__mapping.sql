-- Mapping profiles kept for a case: what the columns of a table mean. The profile's name, version and
-- digest are in clear, since acts and readings name them; its text, which holds the names of columns of
-- evidence, is sealed under the case's key. Nothing is changed: a new version is a new row.
create table mapping_profile (
  case_id uuid not null references casefile,
  name text not null check (name ~ '^[a-z0-9][a-z0-9.-]{0,39}$'),
  version bigint not null check (version >= 1),
  digest bytea not null check (octet_length(digest) = 32),
  body bytea not null,
  actor uuid not null,
  act uuid not null,
  leaf bigint not null,
  kept_at timestamptz not null,
  primary key (case_id, name, version)
);
select guard('mapping_profile');
