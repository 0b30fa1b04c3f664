-- Fewer and lighter indexes of records: a reading of millions spent most of its time on them.
--
-- An id is a digest: kept in order beside the reading it cost a page of its own for nearly every
-- record. It is only ever looked for whole, which a hash does in a tenth of the room. That no reading
-- holds an id twice is seen to where records come in (Staging drops repeats before they are stored).
-- Nobody asks for kinds without anything else; and the order by time needs no id within it.
alter table record drop constraint record_pkey;
create index record_by_id on record using hash (record_id);

do $$
declare
  old regclass;
begin
  for old in
    select i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'record'::regclass
      and pg_get_indexdef(i.indexrelid) ~ '\((reading, kind|authority_id, claimed_at, record_id)\)$'
  loop
    execute format('drop index %s', old);
  end loop;
end $$;
create index record_by_time on record (authority_id, claimed_at);
