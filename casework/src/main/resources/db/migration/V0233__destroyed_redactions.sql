-- Marks name persons by their keys and pictures by their exhibits: they are hidden and destroyed with what they mark.
create policy not_void on redaction as restrictive for select to public
  using (not (thing = any ((select sextant.void_exhibits())::uuid[]) or thing = any ((select sextant.void_derived())::uuid[])));

create function destroy_redactions(of_case uuid, of_authority uuid, gone uuid[]) returns void
  language plpgsql security definer set search_path = sextant, pg_temp as $$
begin
  execute 'alter table redaction no force row level security';
  delete from redaction r where r.case_id = of_case and (r.authority = of_authority or r.thing = any (gone));
  execute 'alter table redaction force row level security';
end $$;
revoke execute on function destroy_redactions(uuid, uuid, uuid[]) from public;
