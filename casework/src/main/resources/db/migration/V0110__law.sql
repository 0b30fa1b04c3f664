-- The law of the house: texts of policy bundles and jurisdiction packs, their changes, and who signed
-- them (docs/formats/policies.md). The database itself refuses a change in force that two people of the
-- right parts have not signed, or before its time.

create table law_text (
  kind text not null check (kind in ('POLICY', 'PACK')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 100),
  version bigint not null check (version >= 1),
  body text not null check (length(body) between 1 and 1048576),
  primary key (kind, digest)
);

create table law_change (
  id uuid primary key,
  number bigint generated always as identity unique,
  kind text not null check (kind in ('POLICY', 'PACK')),
  old_digest text,
  new_digest text not null,
  -- Null for the law that shipped with the program, which the first opening of a house takes up.
  proposer uuid references actor,
  reasons text not null check (length(reasons) between 1 and 4000),
  note text,
  narrowing boolean not null,
  state text not null check (state in ('PROPOSED', 'NOTICED', 'FORCED', 'STOPPED', 'LAPSED')),
  proposed_at timestamptz not null,
  noticed_at timestamptz,
  due_at timestamptz,
  ended_at timestamptz,
  -- The intent of the deed that brought it into force.
  leaf bigint,
  foreign key (kind, new_digest) references law_text (kind, digest),
  foreign key (kind, old_digest) references law_text (kind, digest),
  check (not narrowing or kind = 'POLICY'),
  check ((old_digest is null) = (proposer is null)),
  check ((proposer is null) = (note is null))
);
-- A house has one first law of each kind, and each law is followed by one.
create unique index law_first on law_change (kind) where old_digest is null and state = 'FORCED';

create table law_signature (
  change uuid not null references law_change,
  role text not null check (role in ('AUTHORISING_OFFICER', 'OVERSEER')),
  actor uuid not null references actor,
  decision text not null check (decision in ('APPROVED', 'REFUSED')),
  reasons text not null check (length(reasons) between 1 and 4000),
  note text not null,
  signed_at timestamptz not null,
  primary key (change, role),
  unique (change, actor)
);

create function law_change_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'PROPOSED' then
      raise exception 'a change begins as a proposal' using errcode = 'SX001';
    end if;
    return new;
  end if;
  if (new.id, new.number, new.kind, new.new_digest, new.reasons, new.narrowing, new.proposed_at)
       is distinct from (old.id, old.number, old.kind, old.new_digest, old.reasons, old.narrowing, old.proposed_at)
     or new.old_digest is distinct from old.old_digest or new.proposer is distinct from old.proposer
     or new.note is distinct from old.note then
    raise exception 'a proposal does not change' using errcode = 'SX001';
  end if;
  if (old.state, new.state) not in (('PROPOSED', 'NOTICED'), ('PROPOSED', 'STOPPED'), ('PROPOSED', 'LAPSED'),
      ('PROPOSED', 'FORCED'), ('NOTICED', 'FORCED'), ('NOTICED', 'STOPPED'), ('NOTICED', 'LAPSED')) then
    raise exception 'no path from % to %', old.state, new.state using errcode = 'SX001';
  end if;
  if new.state = 'NOTICED' and (new.due_at is null or new.noticed_at is null
      or new.noticed_at < moment() - interval '1 minute') then
    raise exception 'a notice says from when' using errcode = 'SX001';
  end if;
  if old.state = 'NOTICED' and (new.due_at, new.noticed_at) is distinct from (old.due_at, old.noticed_at) then
    raise exception 'the delay is not shortened' using errcode = 'SX001';
  end if;
  if new.state in ('NOTICED', 'FORCED') and not new.narrowing and new.old_digest is not null and (
      select count(distinct s.role) < 2 or count(distinct s.actor) < 2 or bool_or(s.actor = new.proposer)
      from law_signature s where s.change = new.id and s.decision = 'APPROVED') then
    raise exception 'two people must have approved' using errcode = 'SX001';
  end if;
  if new.state = 'FORCED' then
    if not new.narrowing and new.old_digest is not null
        and (old.state <> 'NOTICED' or new.due_at > moment() + interval '1 second') then
      raise exception 'its time has not come' using errcode = 'SX001';
    end if;
    if new.old_digest is distinct from (
        select c.new_digest from law_change c where c.kind = new.kind and c.state = 'FORCED'
        order by c.ended_at desc, c.number desc limit 1) then
      raise exception 'it was proposed against another law' using errcode = 'SX001';
    end if;
  end if;
  return new;
end $$;
create trigger law_change_guard before insert or update on law_change
  for each row execute function law_change_guard();

-- When somebody was instructed, besides the enrolment.
create table training (
  person uuid not null references actor,
  given_at timestamptz not null,
  recorded_by uuid not null references actor,
  primary key (person, given_at)
);

grant select, insert on law_text, law_change, law_signature, training to ${app};
grant update (state, noticed_at, due_at, ended_at, leaf) on law_change to ${app};
revoke all on function law_change_guard() from public;
