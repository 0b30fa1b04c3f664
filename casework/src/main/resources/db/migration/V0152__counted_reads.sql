-- How many rows of case tables were read, by the server's own counters, which count whoever reads:
-- the program, a raw connection as its role, the administrator. Every transaction of the program
-- says at its end what it has read itself; the difference belongs to nobody's act.

-- Rows that this transaction has read so far. The counters of earlier transactions have left this
-- connection already, since each of ours hands them over at its end.
create function rows_read_here() returns bigint
  language plpgsql volatile security definer set search_path = sextant, pg_temp as $$
declare
  rows bigint;
begin
  select coalesce(sum(pg_stat_get_xact_tuples_returned(t.oid) + pg_stat_get_xact_tuples_fetched(t.oid)), 0)
       + coalesce(sum((select coalesce(sum(pg_stat_get_xact_tuples_fetched(i.indexrelid)), 0)
                       from pg_index i where i.indrelid = t.oid)), 0)
    into rows
  from pg_class t where t.relnamespace = 'sextant'::regnamespace and t.relrowsecurity and t.relkind = 'r';
  perform pg_stat_force_next_flush();
  return rows;
end $$;

-- Rows that anybody has read since the counters began.
create function rows_read_ever() returns bigint
  language plpgsql volatile security definer set search_path = sextant, pg_temp as $$
declare
  rows bigint;
begin
  perform pg_stat_clear_snapshot();
  select coalesce(sum(pg_stat_get_tuples_returned(t.oid) + pg_stat_get_tuples_fetched(t.oid)), 0)
       + coalesce(sum((select coalesce(sum(pg_stat_get_tuples_fetched(i.indexrelid)), 0)
                       from pg_index i where i.indrelid = t.oid)), 0)
    into rows
  from pg_class t where t.relnamespace = 'sextant'::regnamespace and t.relrowsecurity and t.relkind = 'r';
  return rows;
end $$;

grant execute on function rows_read_here(), rows_read_ever() to ${app};

-- Of the counter of findings only the count moves.
revoke update on finding_counter from ${app};
grant update (last) on finding_counter to ${app};
