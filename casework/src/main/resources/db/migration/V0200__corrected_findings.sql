-- A signed finding can be corrected: another, reviewed and signed like any, takes its place. The old one
-- stays as it was signed; its last step says that it was corrected, in the same transaction as the new
-- one's signature.
alter table finding_step drop constraint finding_step_kind_check;
alter table finding_step add constraint finding_step_kind_check check (kind in
  ('DRAFTED', 'AMENDED', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'SIGNED', 'WITHDRAWN', 'CORRECTED'));

create or replace function finding_step_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
declare
  f finding;
  before finding_step;
  leads boolean;
begin
  select * into f from finding where case_id = new.case_id and id = new.finding;
  select * into before from finding_step
    where case_id = new.case_id and finding = new.finding order by seq desc limit 1;
  if f.id is null or new.seq <> coalesce(before.seq, 0) + 1 then
    raise exception 'a step out of turn' using errcode = 'SX060';
  end if;
  if before.seq is null then
    if new.kind <> 'DRAFTED' or new.actor <> f.author then
      raise exception 'a finding begins with its author''s draft' using errcode = 'SX001';
    end if;
    return new;
  end if;
  leads := case new.kind
    when 'AMENDED' then before.kind in ('DRAFTED', 'AMENDED', 'RETURNED') and new.actor = f.author
    when 'SUBMITTED' then before.kind in ('DRAFTED', 'AMENDED', 'RETURNED') and new.actor = f.author
    when 'ACCEPTED' then before.kind = 'SUBMITTED' and new.actor <> f.author and new.digest = before.digest
    when 'RETURNED' then before.kind = 'SUBMITTED' and new.actor <> f.author and new.digest = before.digest
    when 'SIGNED' then before.kind = 'ACCEPTED' and new.actor = f.author and new.digest = before.digest
    when 'WITHDRAWN' then before.kind not in ('WITHDRAWN', 'CORRECTED') and new.digest = before.digest
      and (new.actor = f.author or before.kind = 'SIGNED')
    -- By whoever signs the correction in this very transaction, who need not be its author.
    when 'CORRECTED' then before.kind = 'SIGNED' and new.digest = before.digest and exists (
      select 1 from finding_step s join finding g on g.case_id = s.case_id and g.id = s.finding
      where s.case_id = new.case_id and s.finding <> new.finding and s.kind = 'SIGNED' and s.leaf = new.leaf
        and g.author = new.actor)
    else false
  end;
  if not leads then
    raise exception 'no path from % to %', before.kind, new.kind using errcode = 'SX001';
  end if;
  return new;
end $$;
