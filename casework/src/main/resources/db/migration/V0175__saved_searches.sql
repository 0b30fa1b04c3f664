-- Searches that a person keeps in a case: name and words sealed under the case's key. They are nobody
-- else's to read, not even in the same case: what somebody looks for tells what they think.
create table saved_search (
  case_id uuid not null,
  id uuid not null,
  actor uuid not null references actor,
  at timestamptz not null,
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id) references casefile
);
select guard('saved_search', 'select, insert, delete');
create policy only_own_search on saved_search as restrictive for all to public
  using (actor = (select sextant.permit_actor())) with check (actor = (select sextant.permit_actor()));
