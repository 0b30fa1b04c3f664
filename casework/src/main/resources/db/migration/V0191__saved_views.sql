-- Views of the workspace that people keep in a case: name and state sealed under the case's key. A draft is
-- its maker's alone, as a kept search is; what is published, everybody with a permit under the same authority
-- sees. A view names words that were searched for and entities that were chosen, so it rests on whatever
-- its authority had read by then, and falls with it.
create table saved_view (
  case_id uuid not null references casefile,
  id uuid not null,
  actor uuid not null references actor,
  authority uuid not null,
  at timestamptz not null,
  published boolean not null default false,
  exhibits uuid[] not null,
  body bytea not null,
  primary key (case_id, id)
);
select guard('saved_view', 'select, insert, update (published), delete');
create policy only_own_authority on saved_view as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
create policy not_void on saved_view as restrictive for select to public
  using (not (exhibits && (select sextant.void_exhibits())::uuid[]));
create policy own_or_published on saved_view as restrictive for select to public
  using (published or actor = (select sextant.permit_actor()));
create policy only_own_in on saved_view as restrictive for insert to public
  with check (actor = (select sextant.permit_actor()));
create policy only_own_on on saved_view as restrictive for update to public
  using (actor = (select sextant.permit_actor())) with check (actor = (select sextant.permit_actor()));
create policy only_own_out on saved_view as restrictive for delete to public
  using (actor = (select sextant.permit_actor()));

create function destroy_views(of_case uuid, of_authority uuid, gone uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  execute 'alter table saved_view no force row level security';
  delete from saved_view v where v.case_id = of_case and (v.authority = of_authority or v.exhibits && gone);
  execute 'alter table saved_view force row level security';
end $$;
revoke execute on function destroy_views(uuid, uuid, uuid[]) from public;
