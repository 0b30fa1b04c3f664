-- What was sealed off, for the filter officer and for nobody else. Bodies lie here under a key that
-- the case's key does not open; the application may add rows and reads them only through the
-- functions below, which ask for a filter officer's own permit.

create table filter_permit (
  id uuid primary key,
  actor uuid not null references actor,
  casefile uuid not null references casefile,
  authority uuid not null,
  version int not null,
  purpose bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at and expires_at <= issued_at + interval '8 hours'),
  foreign key (authority, version) references authority_version
);
grant select, insert on filter_permit to ${app};

-- Nobody filters a case in which he works.
create function filter_permit_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if not exists (select 1 from actor a where a.id = new.actor and 'FILTER_OFFICER' = any (a.roles) and a.disabled_at is null)
     or exists (select 1 from authority_version v where v.casefile = new.casefile
       and (v.applicant = new.actor or new.actor = any (v.team)))
     or not exists (select 1 from authority_version v where v.authority = new.authority
       and v.version = new.version and v.casefile = new.casefile and v.state <> 'QUASHED') then
    raise exception 'no filter permit for this person here' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger filter_permit_guard before insert on filter_permit
  for each row execute function filter_permit_guard();

create function filter_living() returns setof filter_permit
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select p.* from filter_permit p
    join actor a on a.id = p.actor
    join authority_version v on v.authority = p.authority and v.version = p.version
  where p.id = nullif(current_setting('sextant.filter', true), '')::uuid
    and p.expires_at > moment() and a.disabled_at is null and v.state <> 'QUASHED'
$$;

create function enter_filter(permit uuid) returns uuid
  language plpgsql volatile security invoker set search_path = sextant, pg_temp as $$
begin
  perform set_config('sextant.filter', permit::text, true);
  return (select casefile from filter_living());
end $$;

-- One key a reading, wrapped by the agency's and by no case's.
create table filter_key (
  reading uuid primary key,
  casefile uuid not null references casefile,
  wrapped bytea not null
);
grant insert on filter_key to ${app};

create table filter_item (
  id uuid primary key default gen_random_uuid(),
  casefile uuid not null references casefile,
  authority uuid not null,
  reading uuid not null,
  exhibit uuid not null,
  verdict text not null,
  kind text not null,
  -- Keyed hash of the record's id: a later reading of the same bytes meets the decision.
  tag uuid not null,
  -- Null once it was destroyed or returned.
  body bytea,
  state text not null default 'SEALED' check (state in ('SEALED', 'DESTROYED', 'RETURNED', 'NEW_PROCESS', 'RELEASED')),
  -- Under which authority it was released, after a new process.
  released_to uuid,
  check ((body is null) = (state in ('DESTROYED', 'RETURNED'))),
  check ((released_to is not null) = (state = 'RELEASED'))
);
create index on filter_item (casefile, authority, state);
create index on filter_item (reading);
grant insert (casefile, authority, reading, exhibit, verdict, kind, tag, body) on filter_item to ${app};

alter table sealed_record drop constraint sealed_record_verdict_check;
alter table sealed_record add constraint sealed_record_verdict_check check (verdict ~ '^SEALED_[A-Z_]{2,40}$');

-- How many by reason, kind and state.
create function filter_counts() returns table (verdict text, kind text, state text, items bigint)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select i.verdict, i.kind, i.state, count(*) from filter_item i, filter_living() p
  where i.casefile = p.casefile and i.authority = p.authority group by 1, 2, 3
$$;

create function filter_items(page_from bigint, page_size int)
  returns table (id uuid, reading uuid, exhibit uuid, verdict text, kind text, state text, tag uuid, body bytea, wrapped bytea)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select i.id, i.reading, i.exhibit, i.verdict, i.kind, i.state, i.tag, i.body, k.wrapped
  from filter_item i join filter_key k on k.reading = i.reading, filter_living() p
  where i.casefile = p.casefile and i.authority = p.authority
  order by i.verdict, i.id offset page_from limit least(page_size, 200)
$$;

-- Decides on items that are still sealed or wait for a new process; answers how many.
create function filter_decide(which uuid[], decision text, under uuid) returns bigint
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  p filter_permit;
  changed bigint;
begin
  select * into p from filter_living();
  if p.id is null or decision not in ('DESTROYED', 'RETURNED', 'NEW_PROCESS', 'RELEASED') then
    raise exception 'not a filter officer''s decision' using errcode = 'SX001';
  end if;
  -- Released to an authority in force in the same case only.
  if decision = 'RELEASED' and not exists (select 1 from authority_version v where v.authority = under
      and v.casefile = p.casefile and v.state in ('ACTIVE', 'ACTIVE_URGENT') and v.live_until > moment()) then
    raise exception 'no authority in force to release to' using errcode = 'SX001';
  end if;
  -- What is held is not destroyed and not given back.
  if decision in ('DESTROYED', 'RETURNED') and exists (
      select 1 from filter_item i join hold h on h.casefile = i.casefile and h.lifted_at is null
        and (h.thing = 'CASE' or (h.thing = 'EXHIBIT' and h.of_id = i.exhibit)
          or (h.thing = 'AUTHORITY' and h.of_id = i.authority))
      where i.id = any (which)) then
    raise exception 'held' using errcode = 'SX002';
  end if;
  update filter_item i set state = decision,
      body = case when decision in ('DESTROYED', 'RETURNED') then null else i.body end,
      released_to = case when decision = 'RELEASED' then under end
    where i.id = any (which) and i.casefile = p.casefile and i.authority = p.authority
      and (i.state in ('SEALED', 'NEW_PROCESS')) and (decision <> 'RELEASED' or i.state = 'NEW_PROCESS');
  get diagnostics changed = row_count;
  return changed;
end $$;

-- What a later reading must know of earlier decisions: keyed hashes only.
create function filter_decided() returns table (tag uuid, state text)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select distinct i.tag, i.state from filter_item i
  where i.casefile = permit_case() and (i.state in ('DESTROYED', 'RETURNED')
    or (i.state = 'RELEASED' and i.released_to = permit_authority()))
$$;

-- Where there is something to filter: cases and authorities with how many items wait.
create function filter_waiting(officer uuid)
  returns table (casefile uuid, authority uuid, verdict text, items bigint)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select i.casefile, i.authority, i.verdict, count(*) from filter_item i
  where i.state in ('SEALED', 'NEW_PROCESS')
    and exists (select 1 from actor a where a.id = officer and 'FILTER_OFFICER' = any (a.roles) and a.disabled_at is null)
    and not exists (select 1 from authority_version v where v.casefile = i.casefile
      and (v.applicant = officer or officer = any (v.team)))
  group by 1, 2, 3
$$;

create function destroy_filter(of_case uuid, of_authority uuid, exhibits uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  delete from filter_key k using filter_item i where i.reading = k.reading and i.casefile = of_case
    and (i.exhibit = any (exhibits) or i.authority = of_authority);
  delete from filter_item i where i.casefile = of_case
    and (i.exhibit = any (exhibits) or i.authority = of_authority);
end $$;

grant execute on function filter_living(), enter_filter(uuid), filter_counts(), filter_items(bigint, int),
  filter_decide(uuid[], text, uuid), filter_decided(), filter_waiting(uuid) to ${app};

-- Whose words are privileged in a case: lawyers, clergy, doctors. Adding narrows and is instant.
create table privileged_selector (
  case_id uuid not null references casefile,
  id uuid not null,
  actor uuid not null references actor,
  at timestamptz not null,
  body bytea not null,
  primary key (case_id, id)
);
select sextant.guard('privileged_selector');
