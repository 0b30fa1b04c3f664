-- A judgement shows under the authority it was made under, and under no other of the same case.
create policy only_own_authority on judgement as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
