-- Which account of an entity gives it its name, as people chose. Appended, never changed; taking a choice back is
-- a row of its own. A choice holds for whatever entity its account is in, joined or parted since.
create table lead_account (
  case_id uuid not null references casefile,
  id uuid not null,
  actor uuid not null references actor,
  authority uuid not null,
  leaf bigint not null,
  at timestamptz not null,
  withdraws uuid,
  exhibits uuid[] not null,
  -- Account and reason, sealed under the case's key and bound to the other columns.
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id, withdraws) references lead_account (case_id, id) on delete cascade
);
create index on lead_account (case_id, leaf);
select guard('lead_account');
create policy only_own_authority on lead_account as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
create policy not_void on lead_account as restrictive for select to public
  using (not (exhibits && (select sextant.void_exhibits())::uuid[]));
create policy only_own_in on lead_account as restrictive for insert to public
  with check (actor = (select sextant.permit_actor()));

create function destroy_leads(of_case uuid, of_authority uuid, gone uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  execute 'alter table lead_account no force row level security';
  delete from lead_account l where l.case_id = of_case and (l.authority = of_authority or l.exhibits && gone);
  execute 'alter table lead_account force row level security';
end $$;
revoke execute on function destroy_leads(uuid, uuid, uuid[]) from public;
