-- Three more parts: who filters sealed-off material, who serves legal process, who looks into
-- conflicts of interest.
alter table actor drop constraint actor_roles_check;
alter table actor add constraint actor_roles_check check (
  roles <@ array['ANALYST','AUTHORISING_OFFICER','OVERSEER','ADMINISTRATOR',
                 'FILTER_OFFICER','LEGAL_PROCESS_OFFICER','INTEGRITY_OFFICER']
  and cardinality(roles) > 0);
