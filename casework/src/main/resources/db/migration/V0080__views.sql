-- How many views each version of an authority has used of its quota. The log is the record; this is
-- its running sum.
create table view_count (
  authority uuid not null,
  version int not null,
  views bigint not null check (views >= 0),
  primary key (authority, version),
  foreign key (authority, version) references authority_version
);
grant select, insert on view_count to ${app};
grant update (views) on view_count to ${app};

-- It only grows.
create function view_count_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  if new.views <= old.views or (new.authority, new.version) is distinct from (old.authority, old.version) then
    raise exception 'views are not given back' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger view_count_guard before update on view_count
  for each row execute function view_count_guard();
