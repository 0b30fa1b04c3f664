-- Until when nothing may leave the house under an authority, and by which code. A bar ends by the
-- clock alone; it is neither changed nor removed.
create table release_bar (
  id uuid primary key,
  casefile uuid not null references casefile,
  authority uuid not null,
  code text not null check (code ~ '^SX-[A-Z-]{3,60}$'),
  until timestamptz not null,
  set_at timestamptz not null
);
create index on release_bar (authority, until);
grant select, insert on release_bar to ${app};
