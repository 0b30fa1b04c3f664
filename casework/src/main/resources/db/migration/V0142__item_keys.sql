-- One key an exhibit, wrapped by the case's: its sealed file and what was read from it are sealed
-- under it. An exhibit that was sealed before this file has none and does not open: such a house is
-- set up anew.
create table item_key (
  case_id uuid not null,
  exhibit uuid not null,
  wrapped bytea not null,
  primary key (case_id, exhibit),
  foreign key (case_id, exhibit) references exhibit (case_id, id)
);
select sextant.guard('item_key');
