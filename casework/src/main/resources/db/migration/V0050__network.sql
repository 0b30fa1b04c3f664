-- Frozen ties and the numbers over them. Append only. Legends, ties and values are sealed under the
-- case's key and bound to the other columns.

create table snapshot (
  case_id uuid not null references casefile,
  id uuid not null,
  actor uuid not null references actor,
  at timestamptz not null,
  head bytea not null,
  body bytea not null,
  primary key (case_id, id)
);
create index on snapshot (case_id, at);
select sextant.guard('snapshot');

create table measure (
  case_id uuid not null references casefile,
  id uuid not null,
  snapshot uuid not null,
  actor uuid not null references actor,
  at timestamptz not null,
  head bytea not null,
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id, snapshot) references snapshot (case_id, id)
);
create index on measure (case_id, snapshot, at);
select sextant.guard('measure');
