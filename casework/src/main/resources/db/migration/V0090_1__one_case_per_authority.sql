-- All versions of an authority lie in one case: each refers to the first version within its own case.
alter table authority_version add column first int generated always as (1) stored;
alter table authority_version add constraint authority_version_of_case unique (authority, version, casefile);
alter table authority_version add constraint authority_keeps_its_case
  foreign key (authority, first, casefile) references authority_version (authority, version, casefile);
