-- Exhibits and who touched them. Names, digests and the words of people lie sealed in "about"; the
-- columns hold random identifiers, numbers and keyed names only.

-- Which sealed files there should be: asked at start-up, before anybody holds a permit, to remove
-- what a crash left. A name is an HMAC under the case's key and says nothing of the bytes.
create table sealed_file (
  name text primary key check (name ~ '^[0-9a-f]{64}$'),
  casefile uuid not null references casefile,
  bytes bigint not null check (bytes >= 0)
);
create index on sealed_file (casefile);
grant select, insert, delete on sealed_file to ${app};

create table exhibit (
  case_id uuid not null references casefile,
  id uuid not null,
  number int not null check (number >= 1),
  authority uuid not null,
  file text not null,
  bytes bigint not null check (bytes >= 0),
  about bytea not null,
  sealed_at timestamptz not null,
  primary key (case_id, id),
  unique (case_id, number),
  unique (case_id, file)
);
select guard('exhibit');

create table custody_entry (
  case_id uuid not null,
  exhibit uuid not null,
  number int not null check (number >= 1),
  touch text not null check (touch in ('SEALED', 'SEALED_AGAIN', 'OPENED', 'READ', 'VERIFIED', 'FAILED_VERIFICATION')),
  actor uuid not null,
  authority uuid not null,
  permit uuid not null,
  act uuid not null,
  leaf bigint not null,
  touched_at timestamptz not null,
  about bytea,
  primary key (case_id, exhibit, number),
  foreign key (case_id, exhibit) references exhibit (case_id, id)
);
select guard('custody_entry');
