-- The register of cases, people, authorities and permits, and the functions by which every later
-- table is closed to those who hold no living permit.
--
-- Two kinds of table:
--   register tables (here): who may do what; no evidence. Free text in them is sealed under the
--     case's key before it comes here.
--   case tables (later files): have a column case_id and are closed with sextant.guard(table).
--
-- The application's role (${app}) owns nothing. It may add rows; it may change only the columns
-- named in a grant below, and only along the paths that the triggers allow.

revoke all on schema sextant from public;
grant usage on schema sextant to ${app};

-- ---------------------------------------------------------------- time

-- By how many milliseconds the house's clock is ahead of this server's. Written by the owner only.
create table house_clock (
  singleton boolean primary key default true check (singleton),
  offset_ms bigint not null default 0
);
insert into house_clock default values;

create function moment() returns timestamptz
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select clock_timestamp() + (select offset_ms from house_clock) * interval '1 millisecond' $$;

-- ---------------------------------------------------------------- people

create table actor (
  id uuid primary key,
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  name text not null check (length(name) between 1 and 200),
  roles text[] not null check (roles <@ array['ANALYST','AUTHORISING_OFFICER','OVERSEER','ADMINISTRATOR'] and cardinality(roles) > 0),
  password_hash text not null,
  vkey text not null unique,
  sealed_key bytea not null,
  enrolled_at timestamptz not null,
  disabled_at timestamptz
);

-- ---------------------------------------------------------------- cases

create table casefile (
  id uuid primary key,
  number bigint generated always as identity unique,
  name text not null check (length(name) between 1 and 200),
  opened_by uuid not null references actor,
  opened_at timestamptz not null
);

-- A case's key, wrapped by the agency's. Destroying the row makes everything of the case unreadable.
create table case_key (
  casefile uuid primary key references casefile,
  wrapped bytea not null
);

-- ---------------------------------------------------------------- authorities

create table authority_version (
  authority uuid not null,
  version int not null check (version >= 1),
  casefile uuid not null references casefile,
  applicant uuid not null references actor,
  -- SHA-256 of the canonical document; what principles and approvals sign.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- The canonical document, sealed under the case's key.
  body bytea not null,
  state text not null,
  needs_oversight boolean not null,
  team uuid[] not null,
  platforms text[] not null,
  content_from timestamptz,
  content_to timestamptz,
  operation_from timestamptz not null,
  operation_to timestamptz not null check (operation_to > operation_from),
  -- End of the operation window, or earlier where a review is due. Nothing lives past it.
  live_until timestamptz not null check (live_until <= operation_to),
  created_at timestamptz not null,
  primary key (authority, version)
);
-- At most one version of an authority is live.
create unique index authority_one_live on authority_version (authority)
  where state in ('ACTIVE', 'ACTIVE_URGENT', 'SUSPENDED');
create index on authority_version (casefile);

create table principle_signature (
  authority uuid not null,
  version int not null,
  principle text not null check (principle in ('CAUSE','MOTIVE','NECESSITY','RIGHT','LAST_RESORT','PROSPECT')),
  actor uuid not null references actor,
  digest text not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (authority, version, principle, digest),
  foreign key (authority, version) references authority_version
);

create table approval (
  id uuid primary key,
  authority uuid not null,
  version int not null,
  role text not null check (role in ('AUTHORISING_OFFICER','OVERSEER')),
  actor uuid not null references actor,
  decision text not null check (decision in ('APPROVED','REFUSED','RETURNED')),
  digest text not null,
  reasons bytea not null,
  note text not null,
  decided_at timestamptz not null,
  foreign key (authority, version) references authority_version
);
create index on approval (authority, version);

create table authority_history (
  authority uuid not null,
  version int not null,
  number int not null,
  from_state text not null,
  to_state text not null,
  -- Null where the clock, not a person, moved it.
  actor uuid references actor,
  reasons bytea not null,
  leaf bigint not null,
  happened_at timestamptz not null,
  primary key (authority, version, number),
  foreign key (authority, version) references authority_version
);

-- The paths of docs/formats/acts.md. EXPIRED and review suspension come by clock; these rows only
-- record them.
create table authority_path (from_state text, to_state text, primary key (from_state, to_state));
insert into authority_path values
  ('DRAFT','SUBMITTED'), ('RENEWAL_PENDING','SUBMITTED'), ('RETURNED','SUBMITTED'),
  ('SUBMITTED','RETURNED'), ('SUBMITTED','REFUSED'), ('SUBMITTED','APPROVED'),
  ('APPROVED','ACTIVE'), ('APPROVED','OVERSIGHT_PENDING'),
  ('OVERSIGHT_PENDING','ACTIVE'), ('OVERSIGHT_PENDING','REFUSED'), ('OVERSIGHT_PENDING','RETURNED'),
  ('ACTIVE_URGENT','OVERSIGHT_PENDING'), ('ACTIVE_URGENT','LAPSED'),
  ('ACTIVE','SUSPENDED'), ('SUSPENDED','ACTIVE'), ('ACTIVE_URGENT','SUSPENDED'),
  ('ACTIVE','EXPIRED'), ('SUSPENDED','EXPIRED'),
  ('ACTIVE','CANCELLED'), ('SUSPENDED','CANCELLED'), ('ACTIVE_URGENT','CANCELLED'),
  ('EXPIRED','CLOSING'), ('CANCELLED','CLOSING'), ('LAPSED','CLOSING'), ('CLOSING','CLOSED');
-- Before a decision the applicant may withdraw; whatever lives or ended may be quashed by a court.
insert into authority_path
  select s, 'CANCELLED' from unnest(array['DRAFT','RENEWAL_PENDING','RETURNED','SUBMITTED','APPROVED','OVERSIGHT_PENDING']) s;
insert into authority_path
  select s, 'QUASHED' from unnest(array['DRAFT','RENEWAL_PENDING','SUBMITTED','RETURNED','REFUSED','APPROVED','OVERSIGHT_PENDING',
    'ACTIVE','ACTIVE_URGENT','LAPSED','SUSPENDED','EXPIRED','CANCELLED','CLOSING','CLOSED']) s;

create function authority_version_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  officer uuid;
begin
  if tg_op = 'INSERT' then
    if new.state not in ('DRAFT', 'RENEWAL_PENDING') then
      raise exception 'an authority begins as a draft' using errcode = 'SX001';
    end if;
    return new;
  end if;
  if new.authority <> old.authority or new.version <> old.version or new.casefile <> old.casefile
     or new.applicant <> old.applicant or new.created_at <> old.created_at then
    raise exception 'an authority keeps its identity' using errcode = 'SX001';
  end if;
  if (new.digest, new.team, new.platforms, new.needs_oversight, new.operation_from, new.operation_to)
       is distinct from
     (old.digest, old.team, old.platforms, old.needs_oversight, old.operation_from, old.operation_to)
     or new.content_from is distinct from old.content_from or new.content_to is distinct from old.content_to
     or new.body <> old.body then
    if old.state not in ('DRAFT', 'RETURNED', 'RENEWAL_PENDING') or new.state <> old.state then
      raise exception 'a submitted authority does not change' using errcode = 'SX001';
    end if;
  end if;
  if new.state <> old.state then
    if not exists (select 1 from authority_path p where p.from_state = old.state and p.to_state = new.state) then
      raise exception 'no path from % to %', old.state, new.state using errcode = 'SX001';
    end if;
    if new.state in ('ACTIVE', 'OVERSIGHT_PENDING') then
      select a.actor into officer from approval a
        where a.authority = new.authority and a.version = new.version and a.digest = new.digest
          and a.role = 'AUTHORISING_OFFICER' and a.decision = 'APPROVED'
          and a.actor <> new.applicant and not (a.actor = any (new.team))
        limit 1;
      if officer is null then
        raise exception 'no valid approval by an authorising officer' using errcode = 'SX001';
      end if;
    end if;
    if new.state = 'ACTIVE' and new.needs_oversight and not exists (
        select 1 from approval a
        where a.authority = new.authority and a.version = new.version and a.digest = new.digest
          and a.role = 'OVERSEER' and a.decision = 'APPROVED'
          and a.actor <> new.applicant and a.actor <> officer and not (a.actor = any (new.team))) then
      raise exception 'no valid approval by an overseer' using errcode = 'SX001';
    end if;
    if new.state not in ('ACTIVE', 'ACTIVE_URGENT') then
      update permit set revoked_at = moment()
        where authority = new.authority and version = new.version and revoked_at is null;
    end if;
  end if;
  return new;
end $$;
create trigger authority_version_guard before insert or update on authority_version
  for each row execute function authority_version_guard();

-- ---------------------------------------------------------------- permits

create table permit (
  id uuid primary key,
  actor uuid not null references actor,
  casefile uuid not null references casefile,
  authority uuid not null,
  version int not null,
  purpose bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at and expires_at <= issued_at + interval '8 hours'),
  revoked_at timestamptz,
  foreign key (authority, version) references authority_version
);
create index on permit (authority, version) where revoked_at is null;

create function permit_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  v authority_version;
begin
  if tg_op = 'UPDATE' then
    if old.revoked_at is not null or new.revoked_at is null
       or (new.id, new.actor, new.casefile, new.authority, new.version, new.purpose, new.issued_at, new.expires_at)
          is distinct from
          (old.id, old.actor, old.casefile, old.authority, old.version, old.purpose, old.issued_at, old.expires_at) then
      raise exception 'a permit can only be revoked' using errcode = 'SX001';
    end if;
    return new;
  end if;
  select * into v from authority_version a where a.authority = new.authority and a.version = new.version;
  if v.authority is null or v.casefile <> new.casefile or v.state not in ('ACTIVE', 'ACTIVE_URGENT')
     or moment() < v.operation_from - interval '1 minute' or moment() >= v.live_until
     or new.expires_at > v.live_until or not (new.actor = any (v.team))
     or exists (select 1 from actor a where a.id = new.actor and a.disabled_at is not null) then
    raise exception 'no living authority for this permit' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger permit_guard before insert or update on permit
  for each row execute function permit_guard();

-- The living permit of this transaction, or nothing.
create function living_permit() returns setof authority_version
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select v.* from permit p
    join authority_version v on v.authority = p.authority and v.version = p.version
    join actor a on a.id = p.actor
  where p.id = nullif(current_setting('sextant.permit', true), '')::uuid
    and p.revoked_at is null and p.expires_at > moment()
    and v.state in ('ACTIVE', 'ACTIVE_URGENT') and v.operation_from <= p.expires_at and v.live_until > moment()
    and a.disabled_at is null
$$;

create function permit_case() returns uuid
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select casefile from living_permit() $$;
create function permit_authority() returns uuid
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select authority from living_permit() $$;
create function permit_from() returns timestamptz
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select content_from from living_permit() $$;
create function permit_to() returns timestamptz
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select content_to from living_permit() $$;
create function permit_platforms() returns text[]
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select platforms from living_permit() $$;

-- Takes up a permit for this transaction; answers its case, or null if it is dead.
create function enter(permit uuid) returns uuid
  language plpgsql volatile security invoker set search_path = sextant, pg_temp as $$
begin
  perform set_config('sextant.permit', permit::text, true);
  return permit_case();
end $$;

-- ---------------------------------------------------------------- closing case tables

-- Closes a case table: called by each room's migration for every table that has case_id.
--   select sextant.guard('exhibit');                              -- add and read only
--   select sextant.guard('record', 'select, insert, delete');
create function guard(target regclass, rights text default 'select, insert') returns void
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- Restrictive: whatever permissive policy a later file adds, this one still binds.
  execute format('create policy only_permitted_case on %s as restrictive for all to public
    using (case_id = (select sextant.permit_case())) with check (case_id = (select sextant.permit_case()))', target);
  execute format('create policy permitted_case on %s as permissive for all to public
    using (case_id = (select sextant.permit_case())) with check (case_id = (select sextant.permit_case()))', target);
  execute format('grant %s on %s to ${app}', rights, target);
end $$;
revoke execute on function guard(regclass, text) from public;

-- Makes a case's partitions: calls every function named open_case_<room>(uuid) of later files.
create function open_case(opened uuid) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  room text;
begin
  if not exists (select 1 from casefile c where c.id = opened) then
    raise exception 'no such case' using errcode = 'SX001';
  end if;
  for room in
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'sextant' and p.proname like 'open\_case\_%' order by 1
  loop
    execute format('select sextant.%I($1)', room) using opened;
  end loop;
end $$;

-- ---------------------------------------------------------------- where a case's acts lie in the log

-- Rebuilt from the log whenever it is behind: it saves reading the whole log for one case.
create table act_leaf (
  leaf bigint primary key,
  casefile uuid,
  act uuid not null
);
create index on act_leaf (casefile, leaf);

-- ---------------------------------------------------------------- grants

revoke all on all functions in schema sextant from public;
alter default privileges in schema sextant revoke execute on functions from public;
grant execute on function moment(), permit_case(), permit_authority(), permit_from(), permit_to(),
  permit_platforms(), enter(uuid), open_case(uuid) to ${app};
grant select, insert on actor, casefile, case_key, authority_version, principle_signature, approval,
  authority_history, permit, act_leaf to ${app};
grant select on authority_path, house_clock to ${app};
grant update (roles, password_hash, disabled_at) on actor to ${app};
grant update (digest, body, state, needs_oversight, team, platforms, content_from, content_to,
  operation_from, operation_to, live_until) on authority_version to ${app};
grant update (revoked_at) on permit to ${app};
