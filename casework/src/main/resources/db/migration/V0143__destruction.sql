-- Duties to keep and ordered removal. Register tables: identifiers, times and people; reasons are
-- sealed. Two people lift a hold, and two people confirm a destruction; the database asks too.

create table hold (
  id uuid primary key,
  casefile uuid not null references casefile,
  kind text not null check (kind in ('LEGAL', 'EXCULPATORY')),
  thing text not null check (thing in ('EXHIBIT', 'PERSON', 'AUTHORITY', 'CASE')),
  of_id uuid not null,
  placed_by uuid not null references actor,
  placed_at timestamptz not null,
  reasons bytea not null,
  -- A hold binds from its first hour; a second person confirms that it was right.
  confirmed_by uuid references actor,
  confirmed_at timestamptz,
  lift_by uuid references actor,
  lift_at timestamptz,
  lift_reasons bytea,
  lifted_by uuid references actor,
  lifted_at timestamptz,
  check (confirmed_by <> placed_by),
  check (lifted_by <> lift_by),
  check (lifted_by is null or lift_by is not null)
);
create index on hold (casefile, thing, of_id) where lifted_at is null;

create table destruction (
  id uuid primary key,
  casefile uuid not null references casefile,
  thing text not null check (thing in ('EXHIBIT', 'AUTHORITY', 'PERSON')),
  of_id uuid not null,
  cause text not null check (cause in ('SCHEDULE', 'ORDER')),
  due_at timestamptz not null,
  -- Null where the schedule proposed it.
  proposed_by uuid references actor,
  proposed_at timestamptz not null,
  reasons bytea not null,
  -- True where the jurisdiction lets the schedule act by itself.
  automatic boolean not null default false,
  first_by uuid references actor,
  first_at timestamptz,
  second_by uuid references actor,
  second_at timestamptz,
  done_at timestamptz,
  -- What lies outside the database and is to be removed with it, and when it was.
  files text[] not null default '{}',
  bundles text[] not null default '{}',
  cleared_at timestamptz,
  check (first_by <> second_by),
  check (not automatic or cause = 'SCHEDULE')
);
create unique index destruction_open on destruction (casefile, thing, of_id) where done_at is null;

-- Attempts to destroy what is held: shown to the defence.
create table destruction_refused (
  id uuid primary key,
  casefile uuid not null references casefile,
  thing text not null,
  of_id uuid not null,
  actor uuid references actor,
  at timestamptz not null,
  code text not null,
  leaf bigint not null
);
create index on destruction_refused (casefile);

create function hold_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if (new.id, new.casefile, new.kind, new.thing, new.of_id, new.placed_by, new.placed_at)
       is distinct from (old.id, old.casefile, old.kind, old.thing, old.of_id, old.placed_by, old.placed_at)
     or old.lifted_at is not null
     or (old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by) then
    raise exception 'a hold keeps what it holds' using errcode = 'SX001';
  end if;
  -- What speaks for a person is let go only with the overseer's word.
  if new.lifted_by is not null and new.kind = 'EXCULPATORY' and not exists (
      select 1 from actor a where a.id in (new.lifted_by, new.lift_by) and 'OVERSEER' = any (a.roles)) then
    raise exception 'an exculpatory hold is lifted with the overseer' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger hold_guard before update on hold for each row execute function hold_guard();

create function destruction_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if (new.id, new.casefile, new.thing, new.of_id, new.cause, new.due_at, new.automatic)
       is distinct from (old.id, old.casefile, old.thing, old.of_id, old.cause, old.due_at, old.automatic)
     or (old.first_by is not null and new.first_by is distinct from old.first_by)
     or (old.second_by is not null and new.second_by is distinct from old.second_by)
     or (old.done_at is not null and new.done_at is distinct from old.done_at) then
    raise exception 'a destruction keeps what was confirmed' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger destruction_guard before update on destruction for each row execute function destruction_guard();

grant select, insert on hold, destruction, destruction_refused to ${app};
grant update (confirmed_by, confirmed_at, lift_by, lift_at, lift_reasons, lifted_by, lifted_at) on hold to ${app};
grant update (first_by, first_at, second_by, second_at, cleared_at) on destruction to ${app};

-- Whether a thing must be kept: by a hold of its own, of its authority or case, or of a part of it.
create function held(of_case uuid, what text, which uuid) returns boolean
  language plpgsql volatile security definer set search_path = sextant, pg_temp as $$
declare
  found boolean;
begin
  select exists (select 1 from hold h where h.casefile = of_case and h.lifted_at is null
    and (h.thing = 'CASE' or (h.thing = what and h.of_id = which))) into found;
  if found or what = 'PERSON' then
    return found;
  end if;
  execute 'alter table exhibit no force row level security';
  select exists (select 1 from hold h join exhibit e
      on e.case_id = of_case
        and ((h.thing = 'EXHIBIT' and h.of_id = e.id) or (h.thing = 'AUTHORITY' and h.of_id = e.authority))
    where h.casefile = of_case and h.lifted_at is null
      and ((what = 'EXHIBIT' and e.id = which) or (what = 'AUTHORITY' and e.authority = which))) into found;
  execute 'alter table exhibit force row level security';
  return found;
end $$;

-- ---------------------------------------------------------------- persons whose time is over

create function persons_over() returns table (case_id uuid, id uuid)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select p.case_id, p.id from person p
  where not person_lives(p.case_id, p.id)
    and not exists (select 1 from hold h where h.casefile = p.case_id and h.lifted_at is null
      and (h.thing = 'CASE' or (h.thing = 'PERSON' and h.of_id = p.id)))
$$;

create function forget_person(of_case uuid, which uuid) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  -- Keys of the log's hashes go, unless somebody who is kept has the identifier too.
  delete from selector_key k using person_identifier i
    where i.case_id = of_case and i.person = which and k.casefile = of_case and k.tag = i.tag
      and not exists (select 1 from person_identifier o
        where o.case_id = of_case and o.person <> which and o.tag = i.tag and person_lives(of_case, o.person));
  delete from protecting_role r where r.casefile = of_case and r.person = which;
  delete from suspicion_review r using suspicion s
    where s.case_id = of_case and s.person = which and r.case_id = of_case and r.suspicion = s.id;
  delete from suspicion_fact f using suspicion s
    where s.case_id = of_case and s.person = which and f.case_id = of_case and f.suspicion = s.id;
  delete from suspicion where case_id = of_case and person = which;
  delete from person_role where case_id = of_case and person = which;
  delete from person_identifier where case_id = of_case and person = which;
  delete from person_edit where case_id = of_case and person = which;
  delete from person_key where case_id = of_case and person = which;
  delete from person where case_id = of_case and id = which;
end $$;
revoke execute on function forget_person(uuid, uuid) from public;

-- Only whose time is over, and who is not held.
create function purge_person(of_case uuid, which uuid) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if person_lives(of_case, which) or held(of_case, 'PERSON', which) then
    raise exception 'this person is kept' using errcode = 'SX001';
  end if;
  perform forget_person(of_case, which);
end $$;

-- ---------------------------------------------------------------- exhibits and authorities

-- Destroys what two people confirmed, and nothing that is held: rows, keys, keyed hashes. The owner
-- steps past row security for this one transaction; nobody else sees it, since the tables are locked.
-- A further room's tables are reached through functions destroy_<room>(case, authority, exhibits).
create function destroy(which uuid) returns destruction
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  d destruction;
  exhibits uuid[] := '{}';
  readings uuid[];
  target text;
  room text;
  closed constant text[] := array['exhibit', 'custody_entry', 'item_key', 'reading', 'record', 'sealed_record',
    'snapshot', 'measure', 'judgement', 'finding', 'finding_step', 'disclosure'];
begin
  select * into d from destruction where id = which for update;
  if d.id is null or d.done_at is not null then
    raise exception 'no such destruction' using errcode = 'SX001';
  end if;
  if not d.automatic and (d.first_by is null or d.second_by is null or d.first_by = d.second_by
      or (select count(*) from actor a where a.id in (d.first_by, d.second_by) and a.disabled_at is null
            and a.roles && array['AUTHORISING_OFFICER', 'OVERSEER']) <> 2) then
    raise exception 'two people confirm a destruction' using errcode = 'SX001';
  end if;
  if d.due_at > moment() then
    raise exception 'not due' using errcode = 'SX001';
  end if;
  if held(d.casefile, d.thing, d.of_id) then
    raise exception 'held' using errcode = 'SX001';
  end if;
  if d.thing = 'PERSON' then
    perform forget_person(d.casefile, d.of_id);
    update destruction set done_at = moment() where id = which returning * into d;
    return d;
  end if;
  foreach target in array closed loop
    execute format('alter table %I no force row level security', target);
  end loop;
  if d.thing = 'EXHIBIT' then
    exhibits := array[d.of_id];
    select coalesce(array_agg(r.id), '{}') into readings from reading r
      where r.case_id = d.casefile and r.exhibit_id = d.of_id;
  else
    -- What another authority reads too stays for that one.
    select coalesce(array_agg(e.id), '{}') into exhibits from exhibit e
      where e.case_id = d.casefile and e.authority = d.of_id
        and not exists (select 1 from reading r where r.case_id = d.casefile and r.exhibit_id = e.id
          and r.authority_id <> d.of_id);
    select coalesce(array_agg(r.id), '{}') into readings from reading r
      where r.case_id = d.casefile and r.authority_id = d.of_id;
    select coalesce(array_agg(x.id::text), '{}') into d.bundles from disclosure x
      where x.case_id = d.casefile and x.authority = d.of_id;
    delete from judgement where case_id = d.casefile and authority = d.of_id;
    delete from finding_step s using finding f where f.case_id = d.casefile and f.authority = d.of_id
      and s.case_id = f.case_id and s.finding = f.id;
    delete from finding where case_id = d.casefile and authority = d.of_id;
  end if;
  for room in
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'sextant' and p.proname like 'destroy\_%' order by 1
  loop
    execute format('select sextant.%I($1, $2, $3)', room)
      using d.casefile, case when d.thing = 'AUTHORITY' then d.of_id end, exhibits;
  end loop;
  -- Frozen networks hold what was read; they can be frozen again from what is left.
  delete from measure where case_id = d.casefile;
  delete from snapshot where case_id = d.casefile;
  delete from record where case_id = d.casefile and reading = any (readings);
  delete from sealed_record where case_id = d.casefile and reading = any (readings);
  delete from reading where case_id = d.casefile and id = any (readings);
  select coalesce(array_agg(e.file), '{}') into d.files from exhibit e
    where e.case_id = d.casefile and e.id = any (exhibits);
  delete from custody_entry where case_id = d.casefile and exhibit = any (exhibits);
  delete from item_key where case_id = d.casefile and exhibit = any (exhibits);
  delete from exhibit where case_id = d.casefile and id = any (exhibits);
  delete from sealed_file where casefile = d.casefile and name = any (d.files);
  -- The keys of the log's hashes of what was asked under the authority.
  delete from selector_key k where k.casefile = d.casefile and (
    (d.thing = 'AUTHORITY' and (k.authority = d.of_id or k.authority is null))
    or (d.thing = 'EXHIBIT' and not exists (select 1 from reading r where r.case_id = d.casefile
      and r.authority_id = k.authority)));
  foreach target in array closed loop
    execute format('alter table %I force row level security', target);
  end loop;
  update destruction set done_at = moment(), files = d.files, bundles = d.bundles
    where id = which returning * into d;
  return d;
end $$;

grant execute on function held(uuid, text, uuid), persons_over(), purge_person(uuid, uuid), destroy(uuid) to ${app};
