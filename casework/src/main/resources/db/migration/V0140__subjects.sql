-- Persons of a case with their roles, and what makes a person a subject (28 CFR 23.20(a); Directive
-- (EU) 2016/680, Articles 5 to 7). Append only: whatever is corrected is followed by another row.
--
-- In the clear are identifiers, roles, kinds and times, which the database must judge by; names,
-- identifiers of accounts, facts and reasons lie sealed under a key of the person's own, which is
-- destroyed with the person's rows.

create function permit_actor() returns uuid
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select p.actor from permit p, living_permit()
        where p.id = nullif(current_setting('sextant.permit', true), '')::uuid $$;
grant execute on function permit_actor() to ${app};

create table person (
  case_id uuid not null references casefile,
  id uuid not null,
  number int not null check (number >= 1),
  authority uuid not null,
  author uuid not null references actor,
  leaf bigint not null,
  begun_at timestamptz not null,
  -- Until when somebody without role or suspicion may be kept.
  dispose_at timestamptz not null check (dispose_at > begun_at),
  primary key (case_id, id),
  unique (case_id, number)
);

-- A person's own key, wrapped by the case's.
create table person_key (
  case_id uuid not null,
  person uuid not null,
  wrapped bytea not null,
  primary key (case_id, person),
  foreign key (case_id, person) references person (case_id, id)
);

-- The name to show and the identifiers, as last edited.
create table person_edit (
  case_id uuid not null,
  person uuid not null,
  seq int not null check (seq >= 1),
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  body bytea not null,
  primary key (case_id, person, seq),
  foreign key (case_id, person) references person (case_id, id)
);

-- Keyed hashes of the identifiers of each edit: under the case's key, so that a record's account
-- finds its person, and the keys of the log's hashes go with the person.
create table person_identifier (
  case_id uuid not null,
  person uuid not null,
  seq int not null,
  tag text not null check (tag ~ '^[0-9a-f]{64}$'),
  primary key (case_id, person, seq, tag),
  foreign key (case_id, person, seq) references person_edit (case_id, person, seq)
);
create index on person_identifier (case_id, tag);

create table person_role (
  case_id uuid not null,
  person uuid not null,
  seq int not null check (seq >= 1),
  role text not null check (role in ('SUSPECT', 'CONVICTED', 'VICTIM', 'WITNESS', 'OTHER', 'CHILD')),
  held boolean not null,
  dispose_at timestamptz not null,
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  body bytea not null,
  primary key (case_id, person, seq),
  foreign key (case_id, person) references person (case_id, id)
);

create table suspicion (
  case_id uuid not null,
  id uuid not null,
  person uuid not null,
  authority uuid not null,
  author uuid not null references actor,
  -- A word of the jurisdiction's catalogue.
  offence text not null check (offence ~ '^[a-z][a-z0-9-]{2,60}$'),
  leaf bigint not null,
  at timestamptz not null,
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id, person) references person (case_id, id)
);
create index on suspicion (case_id, person);

create table suspicion_fact (
  case_id uuid not null,
  suspicion uuid not null,
  number int not null check (number >= 1),
  type text not null check (type in ('FACT', 'REPORTED', 'ASSESSMENT', 'MACHINE')),
  basis text not null check (basis in ('RECORD', 'EXHIBIT', 'STATEMENT', 'NETWORK', 'SCORE')),
  body bytea not null,
  primary key (case_id, suspicion, number),
  foreign key (case_id, suspicion) references suspicion (case_id, id),
  -- What a program computed is called what it is.
  check ((basis = 'SCORE') = (type = 'MACHINE') or (basis = 'NETWORK' and type = 'MACHINE')),
  -- Who is tied to whom is a reading of the ties.
  check (basis <> 'NETWORK' or type in ('ASSESSMENT', 'MACHINE'))
);

create table suspicion_review (
  case_id uuid not null,
  suspicion uuid not null,
  reviewer uuid not null references actor,
  decision text not null check (decision in ('ACCEPTED', 'REFUSED')),
  leaf bigint not null,
  at timestamptz not null,
  valid_until timestamptz,
  body bytea not null,
  primary key (case_id, suspicion),
  foreign key (case_id, suspicion) references suspicion (case_id, id),
  check ((decision = 'ACCEPTED') = (valid_until is not null))
);

-- ---------------------------------------------------------------- until when

-- The end of an accepted suspicion, if the person has one. An edit of identifiers is not asked.
create function suspicion_until(of_case uuid, of_person uuid) returns timestamptz
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select max(r.valid_until) from suspicion s
    join suspicion_review r on r.case_id = s.case_id and r.suspicion = s.id
  where s.case_id = of_case and s.person = of_person and r.decision = 'ACCEPTED'
$$;

create function person_until(of_case uuid, of_person uuid) returns timestamptz
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select coalesce(
    greatest(
      suspicion_until(of_case, of_person),
      (select max(dispose_at) from (
        select distinct on (role) role, held, dispose_at from person_role
        where case_id = of_case and person = of_person order by role, seq desc) last
       where held and role <> 'SUSPECT')),
    (select dispose_at from person where case_id = of_case and id = of_person))
$$;

create function person_lives(of_case uuid, of_person uuid) returns boolean
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select person_until(of_case, of_person) > moment() $$;

create function next_person_number() returns int
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select coalesce(max(number), 0) + 1 from person where case_id = permit_case() $$;

grant execute on function suspicion_until(uuid, uuid), person_until(uuid, uuid), person_lives(uuid, uuid),
  next_person_number() to ${app};

-- ---------------------------------------------------------------- what the database itself refuses

create function suspicion_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  if new.author is distinct from permit_actor() then
    raise exception 'a suspicion is written by whoever holds the permit' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger suspicion_guard before insert on suspicion for each row execute function suspicion_guard();

create function suspicion_fact_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  if exists (select 1 from suspicion_review r where r.case_id = new.case_id and r.suspicion = new.suspicion) then
    raise exception 'a decided suspicion takes no more facts' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger suspicion_fact_guard before insert on suspicion_fact
  for each row execute function suspicion_fact_guard();

-- Nobody becomes a subject without facts of which one at least is neither a tie nor a program's
-- output, and without a second person.
create function suspicion_review_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  s suspicion;
begin
  select * into s from suspicion where case_id = new.case_id and id = new.suspicion;
  if new.reviewer is distinct from permit_actor() or new.reviewer = s.author then
    raise exception 'a suspicion is decided on by a second person' using errcode = 'SX001';
  end if;
  if new.decision = 'ACCEPTED' then
    if not exists (select 1 from suspicion_fact f
        where f.case_id = new.case_id and f.suspicion = new.suspicion
          and f.type in ('FACT', 'REPORTED') and f.basis in ('RECORD', 'EXHIBIT', 'STATEMENT')) then
      raise exception 'no fact from outside the network' using errcode = 'SX001';
    end if;
    -- 28 CFR 23.20(h): five years at most, whatever a pack says.
    if new.at > moment() + interval '1 minute' or new.valid_until <= new.at
       or new.valid_until > new.at + interval '5 years' then
      raise exception 'not a suspicion''s time' using errcode = 'SX001';
    end if;
  end if;
  return new;
end $$;
create trigger suspicion_review_guard before insert on suspicion_review
  for each row execute function suspicion_review_guard();

-- A suspect is a subject. Giving a role once more does not lengthen the time it keeps somebody.
create function person_role_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  earlier timestamptz;
begin
  if new.actor is distinct from permit_actor() then
    raise exception 'a role is given by whoever holds the permit' using errcode = 'SX001';
  end if;
  if new.held and new.role = 'SUSPECT'
     and coalesce(suspicion_until(new.case_id, new.person), '-infinity') <= moment() then
    raise exception 'a suspect needs an accepted suspicion' using errcode = 'SX001';
  end if;
  select min(r.dispose_at) into earlier from person_role r
    where r.case_id = new.case_id and r.person = new.person and r.role = new.role;
  if new.role <> 'SUSPECT' and earlier is not null then
    new.dispose_at := least(new.dispose_at, earlier);
  end if;
  return new;
end $$;
create trigger person_role_guard before insert on person_role for each row execute function person_role_guard();

-- ---------------------------------------------------------------- rows

-- True inside functions that run with the owner's rights: those of this file, which look across
-- persons whose time is over and across cases, and give away no more than they say.
do $$
begin
  execute format('create function sextant.as_owner() returns boolean language sql stable
    set search_path = sextant, pg_temp as $f$ select current_user = %L $f$', current_user);
end $$;
grant execute on function as_owner() to ${app};

do $$
declare
  target text;
  policy text;
begin
  foreach target in array array['person', 'person_key', 'person_edit', 'person_identifier', 'person_role',
      'suspicion', 'suspicion_fact', 'suspicion_review'] loop
    perform sextant.guard(target::regclass);
    foreach policy in array array['only_permitted_case', 'permitted_case'] loop
      execute format('alter policy %I on %I
        using (case_id = (select sextant.permit_case()) or (select sextant.as_owner()))', policy, target);
    end loop;
  end loop;
end $$;
-- Whose time is over is gone at once, before the schedule removes the rows.
create policy only_living on person as restrictive for select to ${app}
  using (sextant.person_lives(case_id, id));

-- Subjects: persons with an accepted suspicion that still holds. The only list that searches use;
-- what waits for a decision is in quarantine and not in it.
create view subject with (security_invoker = true) as
  select p.case_id, p.id, p.number, suspicion_until(p.case_id, p.id) as valid_until
  from person p where suspicion_until(p.case_id, p.id) > moment();
grant select on subject to ${app};

-- ---------------------------------------------------------------- protecting roles across cases

-- A victim, witness or child of one case is not to be shown as a suspect in another: keyed hashes
-- under a key of the house, with the role and nothing else.
create table protecting_role (
  tag text not null check (tag ~ '^[0-9a-f]{64}$'),
  casefile uuid not null references casefile,
  person uuid not null,
  role text not null check (role in ('VICTIM', 'WITNESS', 'CHILD')),
  primary key (tag, casefile, person, role)
);
grant insert, delete on protecting_role to ${app};

create function protecting_roles(tags text[]) returns table (tag text, role text)
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select distinct r.tag, r.role from protecting_role r
  where r.tag = any (tags) and permit_case() is not null and r.casefile <> permit_case()
    and person_lives(r.casefile, r.person)
$$;
grant execute on function protecting_roles(text[]) to ${app};
-- Needed to take back what one has given.
grant select on protecting_role to ${app};

-- ---------------------------------------------------------------- keys of the log's hashes

-- One key for every selector that a case's log names: without it nobody can try the hash, whoever
-- holds the case's key. It goes when the selector's person or authority is destroyed.
create table selector_key (
  casefile uuid not null references casefile,
  tag text not null check (tag ~ '^[0-9a-f]{64}$'),
  authority uuid,
  wrapped bytea not null,
  primary key (casefile, tag)
);
grant select, insert on selector_key to ${app};
