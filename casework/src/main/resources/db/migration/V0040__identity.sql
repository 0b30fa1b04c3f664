-- What people judged of pairs of accounts. Append only: a judgement is taken back by another row.

create table judgement (
  case_id uuid not null references casefile,
  id uuid not null,
  actor uuid not null references actor,
  authority uuid not null,
  -- Where the act's intent lies in the log.
  leaf bigint not null,
  at timestamptz not null,
  withdraws uuid,
  -- Accounts, verdict and reason, sealed under the case's key and bound to the other columns.
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id, withdraws) references judgement (case_id, id),
  -- Nobody can take back twice.
  unique (case_id, withdraws)
);
create index on judgement (case_id, leaf);
select sextant.guard('judgement');
