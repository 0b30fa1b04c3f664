-- Findings and every step of their way. Append only: a finding's state is that of its last step,
-- and a step, once taken, stays.

create table finding (
  case_id uuid not null references casefile,
  id uuid not null,
  -- Running number within the case, for people.
  number int not null check (number >= 1),
  author uuid not null references actor,
  -- Under which authority it was begun; it is read under no other.
  authority uuid not null,
  begun_at timestamptz not null,
  primary key (case_id, id),
  unique (case_id, number)
);
select sextant.guard('finding');

-- The last number given out in a case, whatever the authority: numbers are never used twice.
create table finding_counter (
  case_id uuid primary key references casefile,
  last int not null
);
select sextant.guard('finding_counter', 'select, insert, update');

create table finding_step (
  case_id uuid not null,
  finding uuid not null,
  seq int not null check (seq >= 1),
  kind text not null check (kind in
    ('DRAFTED', 'AMENDED', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'SIGNED', 'WITHDRAWN')),
  actor uuid not null references actor,
  -- Where the act's intent lies in the log.
  leaf bigint not null,
  at timestamptz not null,
  -- SHA-256 of the finding's canonical document at this step.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Document, reasons or signature, sealed under the case's key and bound to the other columns.
  body bytea not null,
  primary key (case_id, finding, seq),
  foreign key (case_id, finding) references finding (case_id, id)
);
select sextant.guard('finding_step');

-- Another authority is another purpose (Directive (EU) 2016/680, Article 4(2)): its permits see
-- nothing of these.
create policy only_own_authority on finding as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
create policy only_own_authority on finding_step as restrictive for all to public
  using (exists (select 1 from finding f where f.case_id = finding_step.case_id and f.id = finding_step.finding))
  with check (exists (select 1 from finding f where f.case_id = finding_step.case_id and f.id = finding_step.finding));

-- The database holds the path too: nobody reviews what is their own, nobody signs what was not
-- accepted, and what is signed is what was accepted.
create function finding_step_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
declare
  f finding;
  before finding_step;
  leads boolean;
begin
  select * into f from finding where case_id = new.case_id and id = new.finding;
  select * into before from finding_step
    where case_id = new.case_id and finding = new.finding order by seq desc limit 1;
  if f.id is null or new.seq <> coalesce(before.seq, 0) + 1 then
    raise exception 'a step out of turn' using errcode = 'SX060';
  end if;
  if before.seq is null then
    if new.kind <> 'DRAFTED' or new.actor <> f.author then
      raise exception 'a finding begins with its author''s draft' using errcode = 'SX001';
    end if;
    return new;
  end if;
  leads := case new.kind
    when 'AMENDED' then before.kind in ('DRAFTED', 'AMENDED', 'RETURNED') and new.actor = f.author
    when 'SUBMITTED' then before.kind in ('DRAFTED', 'AMENDED', 'RETURNED') and new.actor = f.author
    when 'ACCEPTED' then before.kind = 'SUBMITTED' and new.actor <> f.author and new.digest = before.digest
    when 'RETURNED' then before.kind = 'SUBMITTED' and new.actor <> f.author and new.digest = before.digest
    when 'SIGNED' then before.kind = 'ACCEPTED' and new.actor = f.author and new.digest = before.digest
    when 'WITHDRAWN' then before.kind <> 'WITHDRAWN' and new.digest = before.digest
      and (new.actor = f.author or before.kind = 'SIGNED')
    else false
  end;
  if not leads then
    raise exception 'no path from % to %', before.kind, new.kind using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger finding_step_guard before insert on finding_step
  for each row execute function finding_step_guard();
