-- Approved versions of the machine's methods. Register tables: they hold no evidence and no case.
-- A row counts only with its seal (HMAC under a key derived from the agency's), or with the notes of
-- two people; the program checks both.
create table model_proposal (
  id uuid primary key,
  model text not null check (model ~ '^[a-z][a-z0-9-]{1,60}$'),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  evaluation text not null check (length(evaluation) between 1 and 20000),
  proposed_by uuid references actor,
  expires timestamptz not null,
  proposed_at timestamptz not null,
  seal bytea not null
);
create index on model_proposal (model, fingerprint);

create table model_approval (
  proposal uuid not null references model_proposal,
  actor uuid not null references actor,
  role text not null,
  reasons text not null check (length(reasons) between 1 and 4000),
  note text not null,
  approved_at timestamptz not null,
  primary key (proposal, actor)
);
grant select, insert on model_proposal, model_approval to ${app};
