-- What a team sees of a view is its published versions, each appended and never changed. What one person works
-- on is a draft of it, and stays that person's alone.

-- A view that was published at least once. The number last given out is kept apart from the versions: one that
-- is hidden or destroyed is not numbered anew.
create table published_view (
  case_id uuid not null references casefile,
  id uuid not null,
  authority uuid not null,
  last int not null check (last >= 1),
  primary key (case_id, id)
);
select guard('published_view', 'select, insert, update (last)');
create policy only_own_authority on published_view as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));

create table view_version (
  case_id uuid not null,
  view uuid not null,
  version int not null check (version >= 1),
  kind text not null check (kind in ('PUBLISHED', 'WITHDRAWN')),
  actor uuid not null references actor,
  authority uuid not null,
  -- Where the act's intent lies in the log; null for one that was published before versions were kept.
  leaf bigint,
  at timestamptz not null,
  exhibits uuid[] not null,
  -- Name and state, or the reason of a withdrawal, sealed under the case's key.
  body bytea not null,
  primary key (case_id, view, version),
  foreign key (case_id, view) references published_view (case_id, id)
);
select guard('view_version');
create policy only_own_authority on view_version as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
create policy not_void on view_version as restrictive for select to public
  using (not (exhibits && (select sextant.void_exhibits())::uuid[]));
create policy only_own_in on view_version as restrictive for insert to public
  with check (actor = (select sextant.permit_actor()));

-- A draft may be of a published view, begun from one of its versions.
alter table saved_view add column draft_of uuid;
alter table saved_view add column base int not null default 0 check (base >= 0);

alter table saved_view no force row level security;
alter table published_view no force row level security;
alter table view_version no force row level security;
insert into published_view (case_id, id, authority, last)
  select case_id, id, authority, 1 from saved_view where published;
insert into view_version (case_id, view, version, kind, actor, authority, at, exhibits, body)
  select case_id, id, 1, 'PUBLISHED', actor, authority, at, exhibits, body from saved_view where published;
delete from saved_view where published;
alter table saved_view force row level security;
alter table published_view force row level security;
alter table view_version force row level security;

-- A draft is its maker's alone, whatever its columns say.
drop policy own_or_published on saved_view;
alter table saved_view drop column published;
create policy only_own_draft on saved_view as restrictive for select to public
  using (actor = (select sextant.permit_actor()));
grant update (at, exhibits, body, base) on saved_view to ${app};

-- Versions are numbered without a gap that anybody could fill.
create function published_view_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  if new.last <> old.last + 1 or (new.case_id, new.id, new.authority) is distinct from (old.case_id, old.id, old.authority) then
    raise exception 'versions of a view are numbered one after the other' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger published_view_guard before update on published_view
  for each row execute function published_view_guard();

create or replace function destroy_views(of_case uuid, of_authority uuid, gone uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  execute 'alter table saved_view no force row level security';
  execute 'alter table view_version no force row level security';
  execute 'alter table published_view no force row level security';
  delete from saved_view v where v.case_id = of_case and (v.authority = of_authority or v.exhibits && gone);
  delete from view_version v where v.case_id = of_case and (v.authority = of_authority or v.exhibits && gone);
  delete from published_view p where p.case_id = of_case and p.authority = of_authority;
  execute 'alter table published_view force row level security';
  execute 'alter table view_version force row level security';
  execute 'alter table saved_view force row level security';
end $$;
