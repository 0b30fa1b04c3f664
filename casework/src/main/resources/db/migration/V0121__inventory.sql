-- What is held, without what it says: for an overseer's kit, so that evidence and log can be held
-- against each other. No bytes, no names, no key. Written by triggers alone: the application's role reads.
create table inventory (
  casefile uuid not null references casefile,
  exhibit uuid not null,
  file text not null,
  bytes bigint not null,
  sealed_at timestamptz not null,
  primary key (casefile, exhibit)
);
grant select on inventory to ${app};

-- What was sealed before this file: the owner looks past its own policies once, in this transaction.
alter table exhibit no force row level security;
insert into inventory select case_id, id, file, bytes, sealed_at from exhibit;
alter table exhibit force row level security;

create function take_inventory() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into inventory values (new.case_id, new.id, new.file, new.bytes, new.sealed_at);
    return new;
  end if;
  delete from inventory i where i.casefile = old.case_id and i.exhibit = old.id;
  return old;
end $$;
create trigger take_inventory after insert or delete on exhibit
  for each row execute function take_inventory();
