-- What people write beside a record: notes and translations. Appended and never changed; a later version takes an
-- earlier one's place, and both stay. A note is seen under its own authority only, and only while its exhibit is.
create table record_note (
  case_id uuid not null references casefile,
  id uuid not null,
  version int not null check (version >= 1),
  kind text not null check (kind in ('NOTE', 'TRANSLATION', 'WITHDRAWN')),
  record bytea not null check (length(record) = 32),
  exhibit uuid not null,
  actor uuid not null references actor,
  authority uuid not null,
  -- Where the act's intent lies in the log.
  leaf bigint not null,
  at timestamptz not null,
  -- What was written, the original words that it is of, and a withdrawal's reason: sealed under the case's key
  -- and bound to the other columns.
  body bytea not null,
  primary key (case_id, id, version)
);
create index on record_note (case_id, record);
create index on record_note (case_id, exhibit);
select guard('record_note');
create policy only_own_authority on record_note as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
create policy not_void on record_note as restrictive for select to public
  using (not (exhibit = any ((select sextant.void_exhibits())::uuid[])));
create policy only_own_in on record_note as restrictive for insert to public
  with check (actor = (select sextant.permit_actor()));

-- Versions are numbered without a gap, and stay beside the record that the first one was written beside.
create function record_note_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  if new.version > 1 and not exists (
      select 1 from record_note n where n.case_id = new.case_id and n.id = new.id
        and n.version = new.version - 1 and n.authority = new.authority
        and n.record = new.record and n.exhibit = new.exhibit) then
    raise exception 'versions of a note are numbered one after the other' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger record_note_guard before insert on record_note
  for each row execute function record_note_guard();

create function destroy_notes(of_case uuid, of_authority uuid, gone uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  execute 'alter table record_note no force row level security';
  delete from record_note n where n.case_id = of_case and (n.authority = of_authority or n.exhibit = any (gone));
  execute 'alter table record_note force row level security';
end $$;
revoke execute on function destroy_notes(uuid, uuid, uuid[]) from public;
