-- What a permit says is asked for by every policy of every statement, so it is asked of its tables at
-- once and not through living_permit(): each of these is a statement of its own to the planner, and
-- the one inside the other cost as much again. The conditions are those of living_permit(), to the
-- letter; LivingPermitTest holds them against each other.
do $$
declare
  one text[];
begin
  foreach one slice 1 in array array[
    ['permit_case', 'uuid', 'v.casefile'],
    ['permit_authority', 'uuid', 'v.authority'],
    ['permit_from', 'timestamptz', 'v.content_from'],
    ['permit_to', 'timestamptz', 'v.content_to'],
    ['permit_platforms', 'text[]', 'v.platforms'],
    ['permit_version', 'int', 'v.version'],
    ['permit_covers', 'int[]', 'v.covers'],
    ['permit_actor', 'uuid', 'p.actor']
  ] loop
    execute format($f$
      create or replace function %s() returns %s
        language sql stable security definer set search_path = sextant, pg_temp as $b$
        select %s from permit p
          join authority_version v on v.authority = p.authority and v.version = p.version
          join actor a on a.id = p.actor
        where p.id = nullif(current_setting('sextant.permit', true), '')::uuid
          and p.revoked_at is null and p.expires_at > moment()
          and v.state in ('ACTIVE', 'ACTIVE_URGENT') and v.operation_from <= p.expires_at and v.live_until > moment()
          and a.disabled_at is null
        $b$
      $f$, one[1], one[2], one[3]);
  end loop;
end $$;
