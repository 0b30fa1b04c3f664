-- What the author of a finding is still writing is the author's alone. The team sees what was submitted, and every
-- step of review, signature and withdrawal; the step that submits carries the whole document.
create policy drafts_are_their_authors on finding_step as restrictive for select to public
  using (kind not in ('DRAFTED', 'AMENDED') or actor = (select sextant.permit_actor()));
