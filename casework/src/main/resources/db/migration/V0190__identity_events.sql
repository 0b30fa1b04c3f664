-- Who is who, as events: nothing is overwritten, so that what was known at any time can be replayed.

-- A second person's word on a judgement that counts only with it. The latest word counts.
create table judgement_review (
  case_id uuid not null references casefile,
  id uuid not null,
  judgement uuid not null,
  actor uuid not null references actor,
  authority uuid not null,
  leaf bigint not null,
  at timestamptz not null,
  -- Decision and reason, sealed under the case's key and bound to the other columns.
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id, judgement) references judgement (case_id, id) on delete cascade
);
create index on judgement_review (case_id, leaf);
select sextant.guard('judgement_review');
create policy only_own_authority on judgement_review as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()) and actor = (select sextant.permit_actor()));
create policy not_void on judgement_review as restrictive for select to public
  using (not (judgement = any ((select sextant.void_derived())::uuid[])));

create function judgement_review_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  if not exists (select 1 from judgement j where j.case_id = new.case_id and j.id = new.judgement
      and j.actor <> new.actor) then
    raise exception 'a judgement is reviewed by a second person' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger judgement_review_guard before insert on judgement_review
  for each row execute function judgement_review_guard();

-- What the machine saw and answered: observations of accounts, scored pairs, the model in use, versions
-- of the proposed groups. It can be made again from records and judgements, and falls with the exhibits
-- that it was made from.
create table identity_event (
  case_id uuid not null references casefile,
  id uuid not null,
  authority uuid not null,
  kind text not null check (kind in ('OBSERVED', 'SCORED', 'MODEL', 'GROUPED')),
  leaf bigint not null,
  -- Its place among the events of one act, from 0.
  place int not null,
  at timestamptz not null,
  exhibits uuid[] not null,
  -- Sealed under the case's key and bound to the other columns.
  body bytea not null,
  primary key (case_id, id)
);
create unique index on identity_event (case_id, authority, leaf, place);
select sextant.guard('identity_event');
create policy only_own_authority on identity_event as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
create policy not_void on identity_event as restrictive for select to public
  using (not (exhibits && (select sextant.void_exhibits())::uuid[]));

create function destroy_identity(of_case uuid, of_authority uuid, gone uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  execute 'alter table identity_event no force row level security';
  delete from identity_event e where e.case_id = of_case and (e.authority = of_authority or e.exhibits && gone);
  execute 'alter table identity_event force row level security';
end $$;
revoke execute on function destroy_identity(uuid, uuid, uuid[]) from public;
