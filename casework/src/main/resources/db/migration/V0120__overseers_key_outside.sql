-- An overseer's private key is never in the house. One that lies here from before is destroyed: what it
-- signed still verifies, but whoever held it signs nothing more until enrolled anew by a key of his own.
alter table actor alter column sealed_key drop not null;
update actor set sealed_key = null where 'OVERSEER' = any (roles);
alter table actor add constraint actor_overseer_key_outside
  check ((sealed_key is null) = ('OVERSEER' = any (roles)));
