-- What rests on what, so that a quashed authority, an unwritten oral one or an unlawfully obtained
-- exhibit takes everything derived with it: at the moment the register says so, in the same
-- transaction, for every authority of the case and for raw SQL as well.
--
-- These tables hold random identifiers only; the triggers below write them, nobody else can.

create table exhibit_source (
  casefile uuid not null references casefile,
  exhibit uuid not null,
  number int not null,
  file text not null,
  authority uuid not null,
  primary key (casefile, exhibit)
);

create table origin (
  casefile uuid not null references casefile,
  derived uuid not null,
  kind text not null check (kind in ('JUDGEMENT', 'SNAPSHOT', 'FINDING', 'DISCLOSURE')),
  authority uuid not null,
  -- Null for the line that says under which authority it was made.
  exhibit uuid,
  unique nulls not distinct (derived, authority, exhibit)
);
create index on origin (casefile, exhibit);
create index on origin (authority);

-- Found to have been obtained unlawfully (28 CFR 23.20(c)), or found not to have been after all. The
-- last line counts.
create table taint (
  casefile uuid not null references casefile,
  exhibit uuid not null,
  number int not null check (number >= 1),
  tainted boolean not null,
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  reasons bytea not null,
  primary key (casefile, exhibit, number)
);

-- ---------------------------------------------------------------- what is void

-- Quashed, or granted by word of mouth and never written up: by the clock, whether or not anybody
-- has written that down.
create function void_authority(of_authority uuid) returns boolean
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select exists (select 1 from authority_version v where v.authority = of_authority and (
    v.state = 'QUASHED'
    or (v.oral and v.granted is null
      and not (v.state in ('ACTIVE_URGENT', 'SUSPENDED') and v.live_until > moment())
      and not exists (select 1 from authority_history h
        where h.authority = v.authority and h.to_state = 'ACTIVE'))))
$$;

create function void_exhibits_of(of_case uuid) returns uuid[]
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select coalesce(array_agg(s.exhibit), '{}') from exhibit_source s
  where s.casefile = of_case and (void_authority(s.authority)
    or coalesce((select t.tainted from taint t where t.casefile = s.casefile and t.exhibit = s.exhibit
                 order by t.number desc limit 1), false))
$$;
create function void_derived_of(of_case uuid) returns uuid[]
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select coalesce(array_agg(distinct o.derived), '{}') from origin o
  where o.casefile = of_case
    and (o.exhibit = any (void_exhibits_of(of_case)) or void_authority(o.authority))
$$;
create function void_exhibits() returns uuid[]
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select void_exhibits_of(permit_case()) $$;
create function void_derived() returns uuid[]
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select void_derived_of(permit_case()) $$;
-- Whether the case holds a sealed file of this name that nobody may use.
create function void_file(of_name text) returns boolean
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select exists (select 1 from exhibit_source s where s.casefile = permit_case() and s.file = of_name
    and s.exhibit = any (void_exhibits()))
$$;
create function next_exhibit_number() returns int
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select coalesce(max(number), 0) + 1 from exhibit_source where casefile = permit_case() $$;

-- The readings that a permit sees, void ones left out by their own policy.
create function seen_readings() returns uuid[]
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select coalesce(array_agg(id), '{}') from reading $$;

create policy not_void on exhibit as restrictive for select to public
  using (not (id = any ((select sextant.void_exhibits())::uuid[])));
create policy not_void on custody_entry as restrictive for select to public
  using (not (exhibit = any ((select sextant.void_exhibits())::uuid[])));
create policy not_void on reading as restrictive for select to public
  using (not (exhibit_id = any ((select sextant.void_exhibits())::uuid[])));
create policy not_void on record as restrictive for select to public
  using (not (exhibit_id = any ((select sextant.void_exhibits())::uuid[])));
create policy not_void on sealed_record as restrictive for select to public
  using (reading = any ((select sextant.seen_readings())::uuid[]));
create policy not_void on judgement as restrictive for select to public
  using (not (id = any ((select sextant.void_derived())::uuid[])));
create policy not_void on snapshot as restrictive for select to public
  using (not (id = any ((select sextant.void_derived())::uuid[])));
create policy not_void on measure as restrictive for select to public
  using (not (snapshot = any ((select sextant.void_derived())::uuid[])));
create policy not_void on finding as restrictive for select to public
  using (not (id = any ((select sextant.void_derived())::uuid[])));
create policy not_void on disclosure as restrictive for select to public
  using (not (id = any ((select sextant.void_derived())::uuid[])));

-- ---------------------------------------------------------------- who writes it down

create function exhibit_source_of() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  -- Waits for whoever is quashing or ending the authority this very moment, then looks again.
  perform 1 from authority_version v where v.authority = new.authority and v.state in ('ACTIVE', 'ACTIVE_URGENT')
    and v.live_until > moment() for share;
  if not found then
    raise exception 'no living authority to seal under' using errcode = '42501';
  end if;
  insert into exhibit_source (casefile, exhibit, number, file, authority)
    values (new.case_id, new.id, new.number, new.file, new.authority);
  return new;
end $$;
create trigger exhibit_source_of after insert on exhibit
  for each row execute function exhibit_source_of();

-- Says what the next derived row of this transaction rests on: records (null: every exhibit that its
-- authority has read), and what other derived things rest on. Unsaid, it rests on all that was read.
create function rests_on(said_records bytea[], said_things uuid[]) returns void
  language plpgsql volatile security definer set search_path = sextant, pg_temp as $$
begin
  perform set_config('sextant.rests_on', case when said_records is null then '' else (
    select coalesce(array_agg(distinct r.exhibit_id), '{}')::text
    from reading g join record r on r.case_id = g.case_id and r.reading = g.id and r.record_id = any (said_records)) end, true);
  perform set_config('sextant.rests_on_things', coalesce(said_things, '{}')::text, true);
end $$;

create function note_origin() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  said text := nullif(current_setting('sextant.rests_on', true), '');
  things text := nullif(current_setting('sextant.rests_on_things', true), '');
  thing uuid;
  what text := case tg_table_name when 'judgement' then 'JUDGEMENT' when 'snapshot' then 'SNAPSHOT'
    when 'disclosure' then 'DISCLOSURE' else 'FINDING' end;
begin
  if tg_table_name = 'finding_step' then
    thing := new.finding;
  else
    thing := new.id;
  end if;
  insert into origin (casefile, derived, kind, authority, exhibit)
    values (new.case_id, thing, what, permit_authority(), null) on conflict do nothing;
  if said is null then
    insert into origin (casefile, derived, kind, authority, exhibit)
      select distinct new.case_id, thing, what, permit_authority(), r.exhibit_id from reading r
      on conflict do nothing;
  else
    insert into origin (casefile, derived, kind, authority, exhibit)
      select new.case_id, thing, what, permit_authority(), e from unnest(said::uuid[]) e on conflict do nothing;
  end if;
  if things is not null then
    insert into origin (casefile, derived, kind, authority, exhibit)
      select new.case_id, thing, what, o.authority, o.exhibit from origin o
      where o.casefile = new.case_id and o.derived = any (things::uuid[]) on conflict do nothing;
  end if;
  perform set_config('sextant.rests_on', '', true), set_config('sextant.rests_on_things', '', true);
  return new;
end $$;
create trigger note_origin after insert on judgement for each row execute function note_origin();
create trigger note_origin after insert on snapshot for each row execute function note_origin();
create trigger note_origin after insert on finding_step for each row execute function note_origin();
create trigger note_origin after insert on disclosure for each row execute function note_origin();

-- ---------------------------------------------------------------- whom to tell

-- To whom material went, so that they can be asked to give it back when nobody may open the
-- disclosure any more. Names are sealed under the case's key.
create table recallable (
  casefile uuid not null references casefile,
  disclosure uuid primary key,
  authority uuid not null,
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  body bytea not null
);
create index on recallable (casefile);

-- Disclosures that rest on what an authority sealed or derived.
create function released_under(of_authority uuid) returns setof recallable
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select distinct r.* from recallable r join origin o on o.derived = r.disclosure
  where o.authority = of_authority
     or exists (select 1 from exhibit_source s where s.casefile = o.casefile and s.exhibit = o.exhibit and s.authority = of_authority)
$$;
-- Disclosures that rest on one exhibit.
create function released_from(of_case uuid, of_exhibit uuid) returns setof recallable
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select distinct r.* from recallable r join origin o on o.derived = r.disclosure
  where o.casefile = of_case and o.exhibit = of_exhibit
$$;
-- How much of what kind falls with an authority: for whoever decides, before it is decided.
create function resting_on(of_authority uuid) returns table (kind text, things bigint)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select 'EXHIBIT', count(*) from exhibit_source s where s.authority = of_authority
  union all
  select o.kind, count(distinct o.derived) from origin o
    where o.authority = of_authority or exists (select 1 from exhibit_source s
      where s.casefile = o.casefile and s.exhibit = o.exhibit and s.authority = of_authority)
    group by o.kind
$$;

-- ---------------------------------------------------------------- versions and what they cover

-- A further version that covers less must not show what the one before was allowed to find.
alter table finding add column version int not null default 1;
alter table finding alter column version set default permit_version();
alter table disclosure add column version int not null default 1;
alter table disclosure alter column version set default permit_version();
alter table reading add column version int not null default 1;
alter table reading alter column version set default permit_version();
create policy only_covered_versions on finding as restrictive for all to public
  using (version = any ((select sextant.permit_covers())::int[]))
  with check (version = (select sextant.permit_version()));
create policy only_covered_versions on disclosure as restrictive for all to public
  using (version = any ((select sextant.permit_covers())::int[]))
  with check (version = (select sextant.permit_version()));

-- ---------------------------------------------------------------- quotas of items and subjects

-- What a version has read in so far: records in scope (the fullest generation of each exhibit), and
-- the accounts that they name. Asked within the reading's own transaction.
create function read_in(of_authority uuid, of_version int) returns table (items bigint, subjects bigint)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select (select coalesce(sum(most), 0)::bigint from (select max(g.records) as most from reading g
            where g.authority_id = of_authority and g.version = of_version group by g.exhibit_id) x),
         (select count(distinct k) from reading g join record r on r.case_id = g.case_id and r.reading = g.id,
            unnest(r.account_keys) k where g.authority_id = of_authority and g.version = of_version)
$$;

grant select, insert on taint, recallable to ${app};
grant select on exhibit_source, origin to ${app};
grant execute on function void_exhibits(), void_derived(), seen_readings(), void_file(text), next_exhibit_number(), rests_on(bytea[], uuid[]),
  released_under(uuid), released_from(uuid, uuid), resting_on(uuid), read_in(uuid, int), void_authority(uuid),
  void_exhibits_of(uuid) to ${app};
