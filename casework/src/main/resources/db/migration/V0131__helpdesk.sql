-- Legal process: requests to providers, their steps, their returns. Register tables: people who
-- hold no permit work on them. What a request says lies sealed in "body" and "about" under the
-- case's key; in the clear are states, persons' identifiers, kinds and moments.
--
-- A transaction sees the papers of the one case that it names, and of none if it names none.

create function papers_case() returns uuid
  language sql stable set search_path = sextant, pg_temp
  as $$ select nullif(current_setting('sextant.papers', true), '')::uuid $$;
grant execute on function papers_case() to ${app};

create function guard_papers(target regclass, rights text) returns void
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy only_named_case on %s as restrictive for all to public
    using (casefile = (select sextant.papers_case())) with check (casefile = (select sextant.papers_case()))', target);
  execute format('create policy named_case on %s as permissive for all to public
    using (casefile = (select sextant.papers_case())) with check (casefile = (select sextant.papers_case()))', target);
  execute format('grant %s on %s to ${app}', rights, target);
end $$;
revoke execute on function guard_papers(regclass, text) from public;

create table legal_request (
  casefile uuid not null references casefile,
  id uuid primary key,
  number int not null check (number >= 1),
  authority uuid not null,
  -- Null until an instrument is chosen.
  instrument text,
  provider text not null check (provider ~ '^[a-z0-9][a-z0-9.-]{0,39}$'),
  emergency boolean not null,
  state text not null,
  drafted_by uuid not null references actor,
  reviewed_by uuid references actor,
  -- What the reviewer read.
  reviewed_digest text,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  body bytea not null,
  created_at timestamptz not null,
  issued_at timestamptz,
  served_at timestamptz,
  -- The overseer's word on an emergency: null until it is given.
  emergency_upheld boolean,
  unique (casefile, number)
);

create table legal_step (
  casefile uuid not null references casefile,
  request uuid not null references legal_request,
  number int not null check (number >= 1),
  deed text not null,
  from_state text not null,
  to_state text not null,
  actor uuid not null references actor,
  about bytea not null,
  leaf bigint not null,
  happened_at timestamptz not null,
  primary key (request, number)
);

create table legal_return (
  casefile uuid not null references casefile,
  id uuid primary key,
  request uuid not null references legal_request,
  exhibit uuid not null,
  about bytea not null,
  -- Whether the bytes are those that the provider hashed; null where it gave no hash.
  hash_holds boolean,
  received_at timestamptz not null,
  provisional_until timestamptz,
  objected_at timestamptz,
  checked_at timestamptz,
  in_scope bigint,
  sealed bigint,
  unique (request, exhibit)
);
create index on legal_return (exhibit);

select guard_papers('legal_request', 'select, insert');
select guard_papers('legal_step', 'select, insert');
select guard_papers('legal_return', 'select, insert');
grant update (instrument, emergency, state, reviewed_by, reviewed_digest, digest, body, issued_at, served_at,
  emergency_upheld) on legal_request to ${app};
grant update (objected_at, checked_at, in_scope, sealed) on legal_return to ${app};

create table legal_path (from_state text, to_state text, primary key (from_state, to_state));
insert into legal_path values
  ('INTAKE','ADVISED'), ('ADVISED','DRAFT'), ('DRAFT','LEGAL_REVIEW'), ('LEGAL_REVIEW','DRAFT'), ('LEGAL_REVIEW','ISSUED'),
  ('ISSUED','SERVED'),
  ('SERVED','ACKNOWLEDGED'), ('SERVED','CLARIFY'), ('SERVED','REFUSED'), ('SERVED','CHALLENGED'), ('SERVED','PRESERVED'),
  ('ACKNOWLEDGED','CLARIFY'), ('ACKNOWLEDGED','REFUSED'), ('ACKNOWLEDGED','CHALLENGED'), ('ACKNOWLEDGED','PRESERVED'),
  ('CLARIFY','ACKNOWLEDGED'), ('CLARIFY','REFUSED'), ('CLARIFY','CHALLENGED'), ('CLARIFY','PRESERVED'),
  ('CHALLENGED','ACKNOWLEDGED'), ('CHALLENGED','REFUSED'),
  ('SERVED','PARTIAL'), ('ACKNOWLEDGED','PARTIAL'), ('CLARIFY','PARTIAL'), ('CHALLENGED','PARTIAL'), ('PARTIAL','PARTIAL'),
  ('SERVED','RETURNED'), ('ACKNOWLEDGED','RETURNED'), ('CLARIFY','RETURNED'), ('CHALLENGED','RETURNED'), ('PARTIAL','RETURNED'),
  ('PARTIAL','SCOPE_CHECK'), ('RETURNED','SCOPE_CHECK'), ('SCOPE_CHECK','PARTIAL'), ('SCOPE_CHECK','RETURNED'),
  ('SCOPE_CHECK','RELEASED'), ('SCOPE_CHECK','SEALED_OVERPRODUCTION'),
  ('RELEASED','PARTIAL'), ('RELEASED','RETURNED'), ('SEALED_OVERPRODUCTION','PARTIAL'), ('SEALED_OVERPRODUCTION','RETURNED'),
  ('SEALED_OVERPRODUCTION','RELEASED'), ('RELEASED','INTERPRETED'), ('INTERPRETED','NOTICE_DONE'), ('NOTICE_DONE','CLOSED'),
  ('REFUSED','CLOSED'), ('PRESERVED','PRESERVED'), ('PRESERVED','CLOSED');
insert into legal_path
  select s, 'WITHDRAWN' from unnest(array['INTAKE','ADVISED','DRAFT','LEGAL_REVIEW','ISSUED','SERVED','ACKNOWLEDGED','CLARIFY',
    'CHALLENGED']) s;
grant select on legal_path to ${app};

create function legal_request_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'INTAKE' or new.reviewed_by is not null or new.issued_at is not null or new.served_at is not null
       or new.emergency_upheld is not null then
      raise exception 'a request begins at the intake' using errcode = 'SX001';
    end if;
    return new;
  end if;
  if (new.casefile, new.id, new.number, new.authority, new.provider, new.drafted_by, new.created_at) is distinct from
     (old.casefile, old.id, old.number, old.authority, old.provider, old.drafted_by, old.created_at) then
    raise exception 'a request keeps its identity' using errcode = 'SX001';
  end if;
  if new.state <> old.state and not exists (
      select 1 from legal_path p where p.from_state = old.state and p.to_state = new.state) then
    raise exception 'no path from % to %', old.state, new.state using errcode = 'SX001';
  end if;
  if (new.digest, new.body, new.instrument, new.emergency) is distinct from (old.digest, old.body, old.instrument, old.emergency)
     and (old.state not in ('INTAKE', 'ADVISED', 'DRAFT') or new.state not in ('ADVISED', 'DRAFT')) then
    raise exception 'a submitted request does not change' using errcode = 'SX001';
  end if;
  if new.state = 'ISSUED' and old.state <> 'ISSUED'
     and (new.reviewed_by is null or new.reviewed_by = new.drafted_by or new.reviewed_digest is distinct from new.digest) then
    raise exception 'no second person has reviewed what is issued' using errcode = 'SX001';
  end if;
  if (old.issued_at is not null and new.issued_at is distinct from old.issued_at)
     or (old.served_at is not null and new.served_at is distinct from old.served_at)
     or (old.emergency_upheld is not null and new.emergency_upheld is distinct from old.emergency_upheld) then
    raise exception 'what was done is not undone' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger legal_request_guard before insert or update on legal_request
  for each row execute function legal_request_guard();

create function legal_return_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if (new.casefile, new.id, new.request, new.exhibit, new.about, new.hash_holds, new.received_at, new.provisional_until)
       is distinct from
     (old.casefile, old.id, old.request, old.exhibit, old.about, old.hash_holds, old.received_at, old.provisional_until)
     or (old.objected_at is not null and new.objected_at is distinct from old.objected_at) then
    raise exception 'a return keeps its papers' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger legal_return_guard before update on legal_return
  for each row execute function legal_return_guard();

-- ---------------------------------------------------------------- emergencies, over all cases

-- Figures of all cases, without saying of which: one row for each request that was served.
create table legal_tally (
  request uuid primary key,
  emergency boolean not null,
  served_at timestamptz not null,
  upheld boolean
);
grant select on legal_tally to ${app};

create function legal_request_tally() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if new.served_at is not null then
    insert into legal_tally (request, emergency, served_at, upheld)
      values (new.id, new.emergency, new.served_at, new.emergency_upheld)
      on conflict (request) do update set upheld = excluded.upheld;
  end if;
  return null;
end $$;
create trigger legal_request_tally after update on legal_request
  for each row execute function legal_request_tally();

-- While one of these is open nobody serves an emergency request. Only the overseer lifts it.
create table emergency_stop (
  id uuid primary key,
  code text not null check (code in ('SX-HELP-EMERGENCY-RATIO', 'SX-HELP-EMERGENCY-UNREVIEWED')),
  emergencies bigint not null,
  requests bigint not null,
  began_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid references actor
);
create unique index emergency_one_stop on emergency_stop ((true)) where lifted_at is null;
grant select, insert on emergency_stop to ${app};
grant update (lifted_at, lifted_by) on emergency_stop to ${app};
