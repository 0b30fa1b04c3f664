-- What people decided to take out of what is released: where and why, never what. Places and reasons lie
-- sealed under the case's key, bound to the other columns. A mark is taken back by whoever may act under the
-- authority; it is never changed.
create table redaction (
  case_id uuid not null references casefile,
  id uuid not null,
  authority uuid not null,
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  -- The finding, or the exhibit of which it takes out an area.
  thing uuid not null,
  withdrawn_at timestamptz,
  body bytea not null,
  primary key (case_id, id)
);
create index on redaction (thing);
select sextant.guard('redaction', 'select, insert, update (withdrawn_at)');
create policy only_own_authority on redaction as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));

create function redaction_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null
     or (new.case_id, new.id, new.authority, new.actor, new.leaf, new.at, new.thing, new.body) is distinct from
       (old.case_id, old.id, old.authority, old.actor, old.leaf, old.at, old.thing, old.body) then
    raise exception 'a redaction can only be taken back, once' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger redaction_guard before update on redaction for each row execute function redaction_guard();
