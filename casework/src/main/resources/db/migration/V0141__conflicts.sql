-- Conflicts of interest: whom a person of the house must not look at. Values are keyed hashes under
-- a key of the house, bound to the person who declared them; nobody can read back who is meant.

create table conflict (
  id uuid primary key,
  actor uuid not null references actor,
  -- Relation and kind of identifier, sealed under a key of the house.
  about bytea not null,
  declared_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references actor,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  -- Who declared it does not take it back before looking.
  check (withdrawn_by <> actor)
);
create index on conflict (actor);

-- The value and its beginnings, so that a search for a beginning meets it as well.
create table conflict_tag (
  conflict uuid not null references conflict,
  tag text not null check (tag ~ '^[0-9a-f]{64}$'),
  primary key (conflict, tag)
);
create index on conflict_tag (tag);

-- Steps that were blocked: for the integrity unit.
create table conflict_hit (
  id uuid primary key,
  actor uuid not null references actor,
  conflict uuid not null references conflict,
  casefile uuid references casefile,
  step text not null,
  hit_at timestamptz not null,
  seen_by uuid references actor,
  seen_at timestamptz,
  note bytea
);
grant select, insert on conflict, conflict_tag, conflict_hit to ${app};
grant update (withdrawn_at, withdrawn_by) on conflict to ${app};
grant update (seen_by, seen_at, note) on conflict_hit to ${app};

create function conflict_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if old.withdrawn_at is not null or not exists (select 1 from actor a
      where a.id = new.withdrawn_by and 'INTEGRITY_OFFICER' = any (a.roles) and a.disabled_at is null) then
    raise exception 'a conflict is taken back by the integrity unit' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger conflict_guard before update on conflict for each row execute function conflict_guard();
