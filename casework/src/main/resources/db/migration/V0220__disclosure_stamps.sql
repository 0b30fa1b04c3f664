-- Timestamps of releases (RFC 3161): what was asked, and the answers that were checked and believed.
create table disclosure_stamp (
  case_id uuid not null references casefile,
  id uuid not null,
  disclosure uuid not null,
  -- The request that this answers; null in a request.
  request uuid,
  authority uuid not null,
  actor uuid not null references actor,
  leaf bigint not null,
  at timestamptz not null,
  -- Digest and nonce of a request, or the answer, sealed under the case's key and bound to the other columns.
  body bytea not null,
  primary key (case_id, id),
  foreign key (case_id, disclosure) references disclosure (case_id, id),
  foreign key (case_id, request) references disclosure_stamp (case_id, id)
);
-- A request is answered once.
create unique index on disclosure_stamp (case_id, request) where request is not null;
select sextant.guard('disclosure_stamp');
create policy only_own_authority on disclosure_stamp as restrictive for all to public
  using (authority = (select sextant.permit_authority()))
  with check (authority = (select sextant.permit_authority()) and actor = (select sextant.permit_actor()));
