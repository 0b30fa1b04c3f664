-- How like a renewal's principles are to those of the version before, in hundredths.
create table principle_similarity (
  authority uuid not null,
  version int not null,
  principle text not null check (principle in ('CAUSE','MOTIVE','NECESSITY','RIGHT','LAST_RESORT','PROSPECT')),
  percent int not null check (percent between 0 and 100),
  digest text not null,
  primary key (authority, version, principle),
  foreign key (authority, version) references authority_version
);
grant select, insert, delete on principle_similarity to ${app};

-- ---------------------------------------------------------------- looks at one person

-- Who looked at which person when, across cases and authorities: the person as HMAC under a key of
-- the house, so that nobody who holds a case's key can tell. One row a working session (a permit).
create table look (
  subject text not null check (subject ~ '^[0-9a-f]{64}$'),
  permit uuid not null references permit,
  authority uuid not null,
  casefile uuid not null references casefile,
  actor uuid not null references actor,
  at timestamptz not null,
  primary key (subject, permit)
);
create index on look (subject, at);
grant select, insert on look to ${app};

-- What was asked for, term by term, by permit or by application, likewise keyed.
create table asked_term (
  term text not null check (term ~ '^[0-9a-f]{64}$'),
  source uuid not null,
  authority uuid not null,
  actor uuid not null references actor,
  at timestamptz not null,
  primary key (term, source)
);
create index on asked_term (term, at);
grant select, insert on asked_term to ${app};

-- Lists of people nobody may work through: kept by overseers, or made of a refused application.
create table protected_list (
  id uuid primary key,
  made_by uuid references actor,
  authority uuid,
  size int not null check (size > 0),
  leaf bigint not null,
  at timestamptz not null,
  title bytea not null
);
create table protected_member (
  list uuid not null references protected_list,
  member text not null check (member ~ '^[0-9a-f]{64}$'),
  primary key (list, member)
);
create index on protected_member (member);
grant select, insert on protected_list, protected_member to ${app};

-- What an overseer must see.
create table alert (
  id uuid primary key,
  kind text not null check (kind in ('REPETITION', 'OVERLAP', 'RECYCLED', 'PROTECTED')),
  code text not null,
  casefile uuid,
  authority uuid,
  actor uuid,
  -- How many there were, and how many are allowed.
  counted bigint not null,
  allowed bigint not null,
  -- Where the alert lies in the log.
  leaf bigint not null,
  at timestamptz not null
);
create index on alert (at);
grant select, insert on alert to ${app};

-- ---------------------------------------------------------------- what is said of single selectors

-- Flags of protected activity, the signed nexus, removals by two people, handles that turned up at
-- another account, and what officers decided. Append only; selectors lie sealed in "body".
create table selector_mark (
  authority uuid not null,
  version int not null,
  number int not null check (number >= 1),
  -- Keyed hash under the case's key.
  selector text not null,
  kind text not null check (kind in ('FLAG', 'NEXUS', 'REMOVAL_PROPOSED', 'REMOVAL_CONFIRMED',
    'SEEN_AT', 'RECYCLED', 'KEPT', 'DROPPED')),
  actor uuid references actor,
  digest text not null,
  note text not null,
  leaf bigint not null,
  at timestamptz not null,
  body bytea not null,
  primary key (authority, version, number),
  foreign key (authority, version) references authority_version
);
grant select, insert on selector_mark to ${app};

-- Two people, neither of them the applicant, take a flag away; a nexus is signed by a second person.
create function selector_mark_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  v authority_version;
begin
  select * into v from authority_version a where a.authority = new.authority and a.version = new.version;
  if new.kind in ('NEXUS', 'REMOVAL_PROPOSED', 'REMOVAL_CONFIRMED')
     and (new.actor is null or (new.kind <> 'REMOVAL_PROPOSED' and new.actor = v.applicant)) then
    raise exception 'a second person is needed' using errcode = 'SX001';
  end if;
  if new.kind = 'REMOVAL_CONFIRMED' and not exists (select 1 from selector_mark m
      where m.authority = new.authority and m.version = new.version and m.selector = new.selector
        and m.kind = 'REMOVAL_PROPOSED' and m.actor <> new.actor) then
    raise exception 'a second person is needed' using errcode = 'SX001';
  end if;
  if new.kind in ('KEPT', 'DROPPED') and (new.actor is null or new.actor = v.applicant or new.actor = any (v.team)) then
    raise exception 'an officer decides' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger selector_mark_guard before insert on selector_mark
  for each row execute function selector_mark_guard();

-- ---------------------------------------------------------------- operations that people carry out

-- Plans and outcomes of work with a persona (level 4): recorded and bounded, never done by the program.
create table operation (
  id uuid primary key,
  authority uuid not null,
  version int not null,
  casefile uuid not null references casefile,
  planned_by uuid not null references actor,
  leaf bigint not null,
  planned_at timestamptz not null,
  begins timestamptz not null,
  ends timestamptz not null check (ends > begins),
  plan bytea not null,
  foreign key (authority, version) references authority_version
);
create table operation_outcome (
  operation uuid primary key references operation,
  reported_by uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  outcome bytea not null
);
grant select, insert on operation, operation_outcome to ${app};
