-- Views of the workspace that people keep in a case: name and state sealed under the case's key. A draft is
-- its maker's alone, as a kept search is; what is published, everybody with a permit for the case sees.
create table saved_view (
  case_id uuid not null,
  id uuid not null,
  actor uuid not null references actor,
  at timestamptz not null,
  published boolean not null default false,
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id) references casefile
);
select guard('saved_view', 'select, insert, update (published), delete');
create policy own_or_published on saved_view as restrictive for select to public
  using (published or actor = (select sextant.permit_actor()));
create policy only_own_in on saved_view as restrictive for insert to public
  with check (actor = (select sextant.permit_actor()));
create policy only_own_on on saved_view as restrictive for update to public
  using (actor = (select sextant.permit_actor())) with check (actor = (select sextant.permit_actor()));
create policy only_own_out on saved_view as restrictive for delete to public
  using (actor = (select sextant.permit_actor()));
