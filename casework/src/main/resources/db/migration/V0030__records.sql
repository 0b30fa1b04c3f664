-- Records read from exhibits, under the scope of an authority.
--
-- In the clear are only what row security and order need: kind, platform, claimed time, and places
-- in bytes. Accounts, conversations and paths are keyed hashes under the case's key (128 bits of
-- HMAC-SHA-256, kept as uuid); what a record says lies sealed in "body", bound to the other columns.

-- One reading of an exhibit under an authority. Append only: the highest generation counts.
create table reading (
  case_id uuid not null references casefile,
  id uuid not null,
  authority_id uuid not null,
  exhibit_id uuid not null,
  generation int not null check (generation >= 1),
  actor uuid not null references actor,
  -- Where the act's intent lies in the log.
  leaf bigint not null,
  at timestamptz not null,
  -- How many records are in scope, and how many are sealed off.
  records bigint not null check (records >= 0),
  sealed bigint not null check (sealed >= 0),
  -- Reader, counts, notes, faults and unknown sections, sealed.
  about bytea not null,
  primary key (case_id, id),
  unique (case_id, authority_id, exhibit_id, generation),
  foreign key (case_id, exhibit_id) references exhibit (case_id, id)
);
select guard('reading');

create table record (
  case_id uuid not null,
  authority_id uuid not null,
  exhibit_id uuid not null,
  reading uuid not null,
  record_id bytea not null check (octet_length(record_id) = 32),
  -- The item it comes from, counted within the reading from 1, and its place within the item from 0.
  item bigint not null,
  ordinal int not null,
  kind text not null,
  platform text not null,
  -- Null where the source gives no time that can be placed.
  claimed_at timestamptz,
  acquired_at timestamptz not null,
  account_keys uuid[] not null,
  conversation_key uuid,
  -- Exhibit and part, and which bytes of it.
  part_key uuid not null,
  byte_from bigint not null,
  byte_to bigint not null,
  body bytea not null,
  primary key (case_id, reading, record_id)
) partition by list (case_id);
create index on record (authority_id, claimed_at, record_id);
create index on record (reading, kind);
create index on record (reading, part_key, byte_from);
create index on record (conversation_key) where conversation_key is not null;
create index on record using gin (account_keys);
select guard('record');

-- Records out of scope. Nobody can read them back: the application may add rows and ask how many
-- there are, and which bytes to mask. A later, wider authority reads the exhibit again.
create table sealed_record (
  case_id uuid not null,
  authority_id uuid not null,
  reading uuid not null,
  kind text not null,
  verdict text not null check (verdict in ('SEALED_TIME', 'SEALED_UNKNOWN_TIME', 'SEALED_PLATFORM', 'SEALED_SELECTOR')),
  part_key uuid not null,
  byte_from bigint not null,
  byte_to bigint not null,
  body bytea not null
) partition by list (case_id);
create index on sealed_record (reading, part_key, byte_from);
select guard('sealed_record', 'insert');

-- ---------------------------------------------------------------- the permit's authority and scope

do $$
declare
  target text;
begin
  foreach target in array array['reading', 'record', 'sealed_record'] loop
    execute format('create policy only_permitted_authority on %I as restrictive for all to public
      using (authority_id = (select sextant.permit_authority()))
      with check (authority_id = (select sextant.permit_authority()))', target);
  end loop;
end $$;

create policy only_permitted_platforms on record as restrictive for all to public
  using (platform = any ((select sextant.permit_platforms())::text[]))
  with check (platform = any ((select sextant.permit_platforms())::text[]));

-- Kinds that happen at a moment need one inside the content window, unless all of time is inside.
create policy only_permitted_time on record as restrictive for all to public
  using (
    case when claimed_at is null
      then kind in ('PROFILE', 'FOLLOW', 'MEMBERSHIP', 'RELATION')
        or ((select sextant.permit_from()) is null and (select sextant.permit_to()) is null)
      else claimed_at >= coalesce((select sextant.permit_from()), '-infinity')
        and claimed_at < coalesce((select sextant.permit_to()), 'infinity')
    end)
  with check (
    case when claimed_at is null
      then kind in ('PROFILE', 'FOLLOW', 'MEMBERSHIP', 'RELATION')
        or ((select sextant.permit_from()) is null and (select sextant.permit_to()) is null)
      else claimed_at >= coalesce((select sextant.permit_from()), '-infinity')
        and claimed_at < coalesce((select sextant.permit_to()), 'infinity')
    end);

-- ---------------------------------------------------------------- what may be known of the sealed

-- How many records of each reading are sealed off, by why and kind; within the permit's authority.
create function sealed_counts() returns table (reading uuid, verdict text, kind text, records bigint)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select s.reading, s.verdict, s.kind, count(*) from sealed_record s
  where s.case_id = permit_case() and s.authority_id = permit_authority()
  group by 1, 2, 3
$$;

-- Which bytes of a part belong to sealed records, so that they can be masked.
create function sealed_ranges(of_reading uuid, of_part uuid, range_from bigint, range_to bigint)
  returns table (byte_from bigint, byte_to bigint)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select s.byte_from, s.byte_to from sealed_record s
  where s.case_id = permit_case() and s.authority_id = permit_authority() and s.reading = of_reading
    and s.part_key = of_part and s.byte_from < range_to and s.byte_to > range_from
$$;

grant execute on function sealed_counts(), sealed_ranges(uuid, uuid, bigint, bigint) to ${app};

-- ---------------------------------------------------------------- partitions

-- A partition is attached, not created in place: that waits for nobody's reading. It is closed on
-- its own account too, so that it can be reached through its parent's policies alone.
create function open_case_records(opened uuid) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  parent text;
  part text;
begin
  foreach parent in array array['record', 'sealed_record'] loop
    part := parent || '_' || replace(opened::text, '-', '');
    if to_regclass(format('sextant.%I', part)) is null then
      execute format('create table sextant.%I (like sextant.%I including all)', part, parent);
      execute format('alter table sextant.%I enable row level security', part);
      execute format('alter table sextant.%I force row level security', part);
      execute format('alter table sextant.%I attach partition sextant.%I for values in (%L)', parent, part, opened);
    end if;
  end loop;
end $$;
