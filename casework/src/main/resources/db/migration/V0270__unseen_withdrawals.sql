-- A draft that its author drops before anybody else saw it stays the author's alone to its end: the step that withdraws
-- it names the finding, so the database shows that step to nobody else either. Steps from before were all shown.
alter table finding_step add column shown boolean not null default true;

create function finding_step_shown() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  new.shown := new.kind <> 'WITHDRAWN' or exists (
    select 1 from finding_step s where s.case_id = new.case_id and s.finding = new.finding and s.kind = 'SUBMITTED');
  return new;
end $$;
create trigger finding_step_shown before insert on finding_step
  for each row execute function finding_step_shown();

create policy unseen_withdrawals_are_their_authors on finding_step as restrictive for select to public
  using (shown or actor = (select sextant.permit_actor()));
