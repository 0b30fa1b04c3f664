-- After a reading of millions the planner knew nothing of them: finding fifty records by their ids
-- read all of them, some ten seconds, until autovacuum came by. So a reading ends with a look at what it
-- brought. Only at columns that somebody asks by; statistics hold samples, and of these all are keyed
-- hashes, numbers and times. The table is its owner's, who alone may look: hence the function.
create function learn_records() returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  execute format('analyze sextant.%I (authority_id, exhibit_id, reading, record_id, kind, platform, claimed_at,
    account_keys, conversation_key, part_key, byte_from)', 'record_' || replace(permit_case()::text, '-', ''));
end $$;
revoke execute on function learn_records() from public;
grant execute on function learn_records() to ${app};
