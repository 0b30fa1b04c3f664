-- Duty sessions (who works in which part, from which official device, in which shift) and the
-- devices they are bound to. Register tables: they say who may act, and hold no evidence.

create table device (
  id uuid primary key,
  actor uuid not null references actor,
  -- The public half of a P-256 key that never leaves the device (SubjectPublicKeyInfo, DER).
  public_key bytea not null,
  registered_at timestamptz not null,
  -- Null until an administrator, another person than the holder, has approved it.
  approved_by uuid references actor,
  revoked_at timestamptz,
  -- HMAC under a key derived from the agency's, over the other columns but the last date: whoever
  -- writes to this table without that key registers nothing.
  seal bytea not null
);
create index on device (actor);
grant select, insert on device to ${app};
grant update (approved_by, revoked_at, seal) on device to ${app};

create function device_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if (new.id, new.actor, new.public_key, new.registered_at)
       is distinct from (old.id, old.actor, old.public_key, old.registered_at)
     or (old.approved_by is not null and new.approved_by is distinct from old.approved_by)
     or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
    raise exception 'a device is approved once and revoked once' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger device_guard before update on device for each row execute function device_guard();

create table duty_session (
  id uuid primary key,
  actor uuid not null references actor,
  role text not null,
  device uuid not null references device,
  begun_at timestamptz not null,
  until timestamptz not null check (until > begun_at),
  ended_at timestamptz
);
create index on duty_session (actor, begun_at);
grant select, insert on duty_session to ${app};
grant update (ended_at) on duty_session to ${app};

create function duty_session_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if old.ended_at is not null or new.ended_at is null
     or (new.id, new.actor, new.role, new.device, new.begun_at, new.until)
       is distinct from (old.id, old.actor, old.role, old.device, old.begun_at, old.until) then
    raise exception 'a duty session can only be ended' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger duty_session_guard before update on duty_session
  for each row execute function duty_session_guard();
