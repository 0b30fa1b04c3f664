-- A person's row carries a seal: HMAC-SHA-256 over its identifier, roles and public key, under a key
-- derived from the agency's. The application's role may add rows, but without the agency's key it
-- cannot seal them, and the program counts an unsealed row as nobody. The database cannot check it.
-- Nobody enrolled before this file has a seal: such a house is set up anew.
alter table actor add column seal bytea;

-- No deed of the program changes roles or passwords; so its role need not be able to.
revoke update (roles, password_hash) on actor from ${app};
