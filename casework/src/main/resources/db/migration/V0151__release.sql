-- Who may receive what leaves the house, what was called back, and how much one person may hand out.

-- Register tables: agreements and recipients are the house's, not a case's. Names and references lie
-- sealed under a key of the house, bound to the other columns.
create table agreement (
  id uuid primary key,
  expires_at timestamptz not null,
  -- The recipient's own rules are equivalent to ours (28 CFR 23.20(d)).
  accepts_rules boolean not null,
  registered_by uuid not null references actor,
  registered_at timestamptz not null,
  suspended_at timestamptz,
  body bytea not null
);
grant select, insert on agreement to ${app};
grant update (suspended_at) on agreement to ${app};

create function agreement_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if old.suspended_at is not null or new.suspended_at is null
     or (new.id, new.expires_at, new.accepts_rules, new.registered_by, new.registered_at, new.body)
       is distinct from
       (old.id, old.expires_at, old.accepts_rules, old.registered_by, old.registered_at, old.body) then
    raise exception 'an agreement can only be suspended; conclude a new one' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger agreement_guard before update on agreement for each row execute function agreement_guard();

create table recipient (
  id uuid primary key,
  agreement uuid not null references agreement,
  registered_by uuid not null references actor,
  registered_at timestamptz not null,
  body bytea not null
);
grant select, insert on recipient to ${app};

-- What each person handed out, for the quota: the log is the record, this is its running list.
create table export_use (
  actor uuid not null references actor,
  at timestamptz not null,
  act uuid primary key
);
create index on export_use (actor, at);
grant select, insert on export_use to ${app};

-- Leave to hand out more than the pack lets one person hand out alone.
create table export_leave (
  id uuid primary key,
  actor uuid not null references actor,
  asked_at timestamptz not null,
  exports int not null check (exports > 0),
  approved_by uuid references actor check (approved_by <> actor),
  -- Not before: a delay in which it can still be stopped.
  usable_from timestamptz,
  until timestamptz,
  stopped_at timestamptz,
  -- Reasons, sealed under a key of the house and bound to the other columns but the last date.
  body bytea not null
);
create index on export_leave (actor);
grant select, insert on export_leave to ${app};
grant update (approved_by, usable_from, until, stopped_at, body) on export_leave to ${app};

create function export_leave_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if (new.id, new.actor, new.asked_at, new.exports) is distinct from (old.id, old.actor, old.asked_at, old.exports)
     or (old.approved_by is not null and (new.approved_by, new.usable_from, new.until, new.body)
       is distinct from (old.approved_by, old.usable_from, old.until, old.body))
     or (old.stopped_at is not null and new.stopped_at is distinct from old.stopped_at) then
    raise exception 'leave is approved once and stopped once' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger export_leave_guard before update on export_leave
  for each row execute function export_leave_guard();

-- Case tables. What was called back, and what was said in an emergency.
create table recall_notice (
  case_id uuid not null references casefile,
  id uuid not null,
  disclosure uuid not null,
  authority uuid not null,
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  body bytea not null,
  primary key (case_id, id)
);
select sextant.guard('recall_notice');
create policy only_own_authority on recall_notice as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));

create table assessment (
  case_id uuid not null references casefile,
  id uuid not null,
  authority uuid not null,
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  body bytea not null,
  primary key (case_id, id)
);
select sextant.guard('assessment');
create policy only_own_authority on assessment as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
