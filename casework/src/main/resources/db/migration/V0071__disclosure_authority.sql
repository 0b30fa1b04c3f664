-- A released bundle holds its findings in the clear, so it is handed out as they are: under the
-- authority it was released under and no other (Directive (EU) 2016/680, Article 4(2)).
create policy only_own_authority on disclosure as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()));
