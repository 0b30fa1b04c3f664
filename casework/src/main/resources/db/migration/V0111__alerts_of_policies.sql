-- A policy may ask for an overseer's attention (@alert).
alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check check (
  kind in ('REPETITION', 'OVERLAP', 'RECYCLED', 'PROTECTED', 'POLICY'));
