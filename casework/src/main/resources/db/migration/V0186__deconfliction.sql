-- Deconfliction: "another case knows this selector". Register tables: outputs of a keyed function
-- that nobody without the house's key can try, identifiers, times and people; no selector in any
-- form that can be read, and no record. docs/decisions/0036-deconfliction.md

-- Which selectors cases know, each as its token. Equal selectors are equal tokens in every case.
create table deconflict_token (
  token text not null check (token ~ '^[0-9a-f]{64}$'),
  casefile uuid not null references casefile,
  authority uuid not null,
  origin text not null check (origin in ('AUTHORITY', 'RECORDS')),
  -- The version that names it; null where records hold it.
  version int,
  -- The exhibits in whose records it stands; none where a version names it.
  exhibits uuid[] not null default '{}',
  entered_at timestamptz not null,
  primary key (token, authority, origin),
  check ((version is null) = (origin = 'RECORDS')),
  check ((exhibits = '{}') = (origin = 'AUTHORITY'))
);
create index on deconflict_token (authority);

-- Whether one of these exhibits of a case may still be used: neither void nor destroyed.
create function deconflict_rests(of_case uuid, exhibits uuid[]) returns boolean
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select exists (select 1 from unnest(exhibits) e
    where not (e = any ((select void_exhibits_of(of_case))::uuid[]))
      and not exists (select 1 from destruction d where d.casefile = of_case and d.thing = 'EXHIBIT'
        and d.of_id = e and d.done_at is not null))
$$;

-- Which versions were entered, and how much was said of their selectors by then.
create table deconflict_entered (
  authority uuid primary key,
  version int not null,
  marks int not null,
  entered_at timestamptz not null
);

-- Cases that answer nobody: their hits go to the overseer alone.
create table deconflict_cover (
  id uuid primary key,
  casefile uuid not null references casefile,
  set_by uuid not null references actor,
  set_at timestamptz not null,
  reasons bytea not null,
  lifted_by uuid references actor,
  lifted_at timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index deconflict_covered on deconflict_cover (casefile) where lifted_at is null;

-- Questions. "known" is what the asker was told; whom it touches is worked out in the same statement
-- whatever comes of it, and told later, one question like the other.
create table deconflict_question (
  id uuid primary key,
  casefile uuid not null references casefile,
  authority uuid not null,
  actor uuid not null references actor,
  at timestamptz not null,
  -- The other house that was asked, or null for this one.
  house uuid,
  known boolean not null,
  open uuid[] not null,
  silent uuid[] not null,
  told_at timestamptz
);
create index on deconflict_question (at) where told_at is null;
create index on deconflict_question (actor, at);

-- Notices to the leads of both cases: whom to speak to, never about what.
create table deconflict_notice (
  id uuid primary key,
  question uuid not null,
  casefile uuid not null references casefile,
  authority uuid not null,
  side text not null check (side in ('ASKED', 'KNOWS')),
  lead uuid not null references actor,
  contact uuid references actor,
  -- Another house's unit, sealed.
  outside bytea,
  at timestamptz not null,
  seen_by uuid references actor,
  seen_at timestamptz,
  unique nulls not distinct (question, casefile, side, contact),
  check ((contact is null) <> (outside is null))
);
create index on deconflict_notice (authority);

-- The overseer's desk: questions that were answered in silence.
create table deconflict_desk (
  id uuid primary key,
  question uuid not null,
  -- Null where another house asked.
  asker_case uuid references casefile,
  asker_authority uuid,
  known_case uuid references casefile,
  known_authority uuid,
  -- The other house that knows it, where no case of this one does, or that asked.
  house uuid,
  at timestamptz not null,
  decided_by uuid references actor,
  decided_at timestamptz,
  decision text check (decision in ('TOLD', 'LEFT')),
  reasons bytea,
  unique nulls not distinct (question, known_case),
  check ((asker_case is null) = (asker_authority is null)),
  check (case when house is null then asker_case is not null and known_case is not null
    else (asker_case is null) <> (known_case is null) end),
  check ((decided_by is null) = (decision is null))
);

-- How much was asked: numbers as keyed hashes, so that neighbours show.
create table deconflict_pace (
  id uuid primary key,
  actor uuid not null references actor,
  casefile uuid not null references casefile,
  authority uuid not null,
  at timestamptz not null,
  tag text check (tag ~ '^[0-9a-f]{64}$'),
  block text check (block ~ '^[0-9a-f]{64}$')
);
create index on deconflict_pace (at);
create index on deconflict_pace (tag, at);
create index on deconflict_pace (block, at);

-- Other houses, with the keys by which their answers are checked.
create table deconflict_house (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  unit text not null check (length(unit) between 1 and 500),
  public_key text not null check (public_key ~ '^[0-9a-f]{66}$'),
  verifier text not null,
  admitted_by uuid not null references actor,
  admitted_at timestamptz not null
);

-- Questions of other houses that were evaluated, each once.
create table deconflict_served (
  house uuid not null references deconflict_house,
  question uuid not null,
  at timestamptz not null,
  elements int not null check (elements > 0),
  primary key (house, question)
);

-- Questions to other houses under way: blind and selector, sealed under the case's key.
create table deconflict_pending (
  case_id uuid not null references casefile,
  id uuid not null,
  authority uuid not null,
  actor uuid not null references actor,
  house uuid not null references deconflict_house,
  at timestamptz not null,
  body bytea not null,
  primary key (case_id, id)
);
select guard('deconflict_pending', 'select, insert, delete');

grant select, insert, delete on deconflict_token, deconflict_entered to ${app};
grant update (exhibits) on deconflict_token to ${app};
grant execute on function deconflict_rests(uuid, uuid[]) to ${app};
grant select, insert on deconflict_cover, deconflict_question, deconflict_notice, deconflict_desk, deconflict_pace,
  deconflict_house, deconflict_served to ${app};
grant update (lifted_by, lifted_at) on deconflict_cover to ${app};
grant update (told_at) on deconflict_question to ${app};
grant update (seen_by, seen_at) on deconflict_notice to ${app};
grant update (decided_by, decided_at, decision, reasons) on deconflict_desk to ${app};

alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check check (
  kind in ('REPETITION', 'OVERLAP', 'RECYCLED', 'PROTECTED', 'POLICY', 'DECONFLICTION'));

-- An overseer alone decides, once.
create function deconflict_desk_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if old.decided_at is not null or not exists (select 1 from actor a
      where a.id = new.decided_by and 'OVERSEER' = any (a.roles) and a.disabled_at is null) then
    raise exception 'an overseer decides, once' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger deconflict_desk_guard before update on deconflict_desk
  for each row execute function deconflict_desk_guard();

-- An officer alone says that a case answers nobody.
create function deconflict_cover_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if not exists (select 1 from actor a where a.id = coalesce(new.lifted_by, new.set_by)
      and 'AUTHORISING_OFFICER' = any (a.roles) and a.disabled_at is null) then
    raise exception 'an officer covers a case' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger deconflict_cover_guard before insert or update on deconflict_cover
  for each row execute function deconflict_cover_guard();

-- With an authority goes everything that its questions and selectors left; with exhibits go the
-- tokens that stand in no other exhibit's records.
create function destroy_deconfliction(of_case uuid, of_authority uuid, gone uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  delete from deconflict_token where casefile = of_case and origin = 'RECORDS' and exhibits <@ gone;
  update deconflict_token t
    set exhibits = (select array_agg(e order by e) from unnest(t.exhibits) e where not (e = any (gone)))
    where t.casefile = of_case and t.exhibits && gone;
  if of_authority is null then
    return;
  end if;
  delete from deconflict_token where casefile = of_case and authority = of_authority;
  delete from deconflict_entered where authority = of_authority;
  delete from deconflict_notice where casefile = of_case and authority = of_authority;
  delete from deconflict_desk where asker_authority = of_authority or known_authority = of_authority;
  delete from deconflict_question where casefile = of_case and authority = of_authority;
  delete from deconflict_pace where casefile = of_case and authority = of_authority;
  execute 'alter table deconflict_pending no force row level security';
  delete from deconflict_pending where case_id = of_case and authority = of_authority;
  execute 'alter table deconflict_pending force row level security';
end $$;
revoke execute on function destroy_deconfliction(uuid, uuid, uuid[]) from public;
