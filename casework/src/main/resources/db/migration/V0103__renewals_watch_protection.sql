-- How like a renewal's principles are to those of the version before, in hundredths.
create table principle_similarity (
  authority uuid not null,
  version int not null,
  principle text not null check (principle in ('CAUSE','MOTIVE','NECESSITY','RIGHT','LAST_RESORT','PROSPECT')),
  percent int not null check (percent between 0 and 100),
  digest text not null,
  primary key (authority, version, principle),
  foreign key (authority, version) references authority_version
);
grant select, insert, delete on principle_similarity to ${app};
