-- What examining a capture came to. The verdict is in clear for the database's own checks; it counts
-- only as "about" says it, which is sealed under the case's key together with the exhibit's name.
create table capture_sheet (
  case_id uuid not null,
  exhibit uuid not null,
  verdict text not null check (verdict in ('CAPTURE', 'UPLOADED')),
  about bytea not null,
  act uuid not null,
  leaf bigint not null,
  examined_at timestamptz not null,
  primary key (case_id, exhibit, act),
  foreign key (case_id, exhibit) references exhibit (case_id, id)
);
select guard('capture_sheet');
