-- The whole state machine: leave given by word of mouth, reviews that alone prolong, bounds that the
-- database counts by. Columns repeat what the sealed document says; the program compares the two.

alter table authority_version
  -- Granted by word of mouth. Until it is written up, "granted" is null; then it is the digest of
  -- what the officer granted and signed.
  add column oral boolean not null default false,
  add column granted text check (granted ~ '^[0-9a-f]{64}$'),
  -- Seconds between reviews, and seconds after activation within which the overseer must have
  -- confirmed (the jurisdiction's).
  add column review_seconds bigint not null default 0 check (review_seconds >= 0),
  add column overseen_seconds bigint not null default 0 check (overseen_seconds >= 0),
  add column quota_items bigint not null default 0 check (quota_items >= 0),
  add column quota_subjects bigint not null default 0 check (quota_subjects >= 0),
  -- Versions of the same authority whose scope lies wholly within this one's, this one included.
  add column covers int[] not null default '{}',
  add constraint written_up_was_oral check (granted is null or oral);

-- Of two decisions at one moment the later counts.
alter table approval add column number bigint generated always as identity;

insert into authority_path values ('SUSPENDED', 'ACTIVE_URGENT'), ('SUSPENDED', 'LAPSED');

-- Whether an overseer's last word on this very document is yes.
create function overseer_confirms(of_authority uuid, of_version int, of_digest text) returns boolean
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select coalesce((select a.decision = 'APPROVED' from approval a
    where a.authority = of_authority and a.version = of_version and a.digest = of_digest and a.role = 'OVERSEER'
    order by a.decided_at desc, a.number desc limit 1), false)
$$;

-- An officer who takes no part, and said yes to this document or to the one granted by word of mouth.
create function officer_approves(v authority_version) returns uuid
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select a.actor from approval a
    where a.authority = v.authority and a.version = v.version
      and (a.digest = v.digest or a.digest = v.granted)
      and a.role = 'AUTHORISING_OFFICER' and a.decision = 'APPROVED'
      and a.actor <> v.applicant and not (a.actor = any (v.team))
    limit 1
$$;

-- Until when reviews and the overseer's word let it live.
create function lives_at_most(v authority_version) returns timestamptz
  language sql stable security definer set search_path = sextant, pg_temp as $$
  select least(v.operation_to,
    coalesce(max(h.happened_at), moment()) + v.review_seconds * interval '1 second',
    case when overseer_confirms(v.authority, v.version, v.digest) then 'infinity'::timestamptz
      else coalesce(min(h.happened_at), moment()) + v.overseen_seconds * interval '1 second' end)
  from authority_history h
  where h.authority = v.authority and h.version = v.version and h.to_state = 'ACTIVE'
$$;

create or replace function authority_version_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  officer uuid;
  drafting boolean;
  written boolean;
begin
  if tg_op = 'INSERT' then
    if new.granted is not null then
      raise exception 'nothing is written up before it is granted' using errcode = 'SX001';
    end if;
    if new.state = 'ACTIVE_URGENT' and new.oral and new.needs_oversight and new.version = 1
       -- However a pack is written: three days is the longest for which anybody's word is enough.
       and new.operation_to <= moment() + interval '72 hours 1 minute' then
      return new;
    end if;
    if new.oral or new.state not in ('DRAFT', 'RENEWAL_PENDING') then
      raise exception 'an authority begins as a draft' using errcode = 'SX001';
    end if;
    return new;
  end if;
  if new.authority <> old.authority or new.version <> old.version or new.casefile <> old.casefile
     or new.applicant <> old.applicant or new.created_at <> old.created_at then
    raise exception 'an authority keeps its identity' using errcode = 'SX001';
  end if;
  drafting := old.state in ('DRAFT', 'RETURNED', 'RENEWAL_PENDING') and new.state = old.state;
  -- The write-up argues what was granted; it changes nothing of it.
  written := old.state = 'ACTIVE_URGENT' and new.state = 'OVERSIGHT_PENDING' and old.oral and new.oral
    and old.granted is null and new.granted = old.digest;
  if not drafting then
    if (new.team, new.platforms, new.needs_oversight, new.operation_from, new.operation_to, new.oral,
        new.review_seconds, new.overseen_seconds, new.quota_items, new.quota_subjects, new.covers)
         is distinct from
       (old.team, old.platforms, old.needs_oversight, old.operation_from, old.operation_to, old.oral,
        old.review_seconds, old.overseen_seconds, old.quota_items, old.quota_subjects, old.covers)
       or new.content_from is distinct from old.content_from or new.content_to is distinct from old.content_to
       or (not written and (new.digest <> old.digest or new.body <> old.body
                            or new.granted is distinct from old.granted)) then
      raise exception 'a submitted authority does not change' using errcode = 'SX001';
    end if;
  end if;
  if new.state <> old.state then
    if not exists (select 1 from authority_path p where p.from_state = old.state and p.to_state = new.state) then
      raise exception 'no path from % to %', old.state, new.state using errcode = 'SX001';
    end if;
    if old.state = 'ACTIVE_URGENT' and new.state = 'OVERSIGHT_PENDING' and not written then
      raise exception 'nothing was written up' using errcode = 'SX001';
    end if;
    if new.state in ('ACTIVE', 'ACTIVE_URGENT', 'OVERSIGHT_PENDING') then
      officer := officer_approves(new);
      if officer is null then
        raise exception 'no valid approval by an authorising officer' using errcode = 'SX001';
      end if;
    end if;
    if new.state = 'ACTIVE' then
      if new.oral and new.granted is null then
        raise exception 'what was granted by word of mouth was never written up' using errcode = 'SX001';
      end if;
      if new.needs_oversight and not (overseer_confirms(new.authority, new.version, new.digest) and exists (
          select 1 from approval a
          where a.authority = new.authority and a.version = new.version and a.digest = new.digest
            and a.role = 'OVERSEER' and a.decision = 'APPROVED'
            and a.actor <> new.applicant and a.actor <> officer and not (a.actor = any (new.team)))) then
        raise exception 'no valid approval by an overseer' using errcode = 'SX001';
      end if;
      if old.state <> 'SUSPENDED' then
        new.live_until := least(new.live_until, new.operation_to,
          moment() + new.review_seconds * interval '1 second' + interval '1 minute');
        if not overseer_confirms(new.authority, new.version, new.digest) then
          new.live_until := least(new.live_until,
            moment() + new.overseen_seconds * interval '1 second' + interval '1 minute');
        end if;
      end if;
    end if;
    if new.state = 'ACTIVE_URGENT' and (not new.oral or new.granted is not null or moment() >= new.live_until) then
      raise exception 'nothing urgent lives any longer' using errcode = 'SX001';
    end if;
    if new.state not in ('ACTIVE', 'ACTIVE_URGENT') then
      update permit set revoked_at = moment()
        where authority = new.authority and version = new.version and revoked_at is null;
    end if;
  end if;
  -- Only reviews and the overseer's word prolong, and only what is in force.
  if not drafting and new.live_until > old.live_until
     and (new.state <> 'ACTIVE' or new.live_until > lives_at_most(new) + interval '1 second') then
    raise exception 'nobody has reviewed it' using errcode = 'SX001';
  end if;
  return new;
end $$;

-- The history is where reviews are read from: nobody writes one for a time to come, and nobody who
-- takes part reviews.
create function authority_history_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  v authority_version;
begin
  select * into v from authority_version a where a.authority = new.authority and a.version = new.version;
  if new.happened_at > moment() + interval '1 minute' then
    raise exception 'a step of the future' using errcode = 'SX001';
  end if;
  if new.to_state = 'ACTIVE' and (new.actor is null or new.actor = v.applicant or new.actor = any (v.team)
      or not exists (select 1 from actor a where a.id = new.actor and a.disabled_at is null
        and a.roles && array['AUTHORISING_OFFICER', 'OVERSEER'])) then
    raise exception 'not a person who may let it go on' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger authority_history_guard before insert on authority_history
  for each row execute function authority_history_guard();

-- Somebody who was disabled stays so; a person who comes back is enrolled anew.
create function actor_guard() returns trigger
  language plpgsql set search_path = sextant, pg_temp as $$
begin
  if old.disabled_at is not null and new.disabled_at is distinct from old.disabled_at then
    raise exception 'nobody disabled comes back' using errcode = 'SX001';
  end if;
  return new;
end $$;
create trigger actor_guard before update on actor for each row execute function actor_guard();

create or replace function permit_guard() returns trigger
  language plpgsql security definer set search_path = sextant, pg_temp as $$
declare
  v authority_version;
begin
  if tg_op = 'UPDATE' then
    if old.revoked_at is not null or new.revoked_at is null
       or (new.id, new.actor, new.casefile, new.authority, new.version, new.purpose, new.issued_at, new.expires_at)
          is distinct from
          (old.id, old.actor, old.casefile, old.authority, old.version, old.purpose, old.issued_at, old.expires_at) then
      raise exception 'a permit can only be revoked' using errcode = 'SX001';
    end if;
    return new;
  end if;
  select * into v from authority_version a where a.authority = new.authority and a.version = new.version;
  if v.authority is null or v.casefile <> new.casefile or v.state not in ('ACTIVE', 'ACTIVE_URGENT')
     or moment() < v.operation_from - interval '1 minute' or moment() >= v.live_until
     or new.expires_at > v.live_until or not (new.actor = any (v.team))
     or exists (select 1 from actor a where a.id = new.actor and a.disabled_at is not null)
     or officer_approves(v) is null then
    raise exception 'no living authority for this permit' using errcode = 'SX001';
  end if;
  return new;
end $$;

create function permit_version() returns int
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select version from living_permit() $$;
create function permit_covers() returns int[]
  language sql stable security definer set search_path = sextant, pg_temp
  as $$ select covers from living_permit() $$;

grant execute on function permit_version(), permit_covers() to ${app};
grant update (oral, granted, review_seconds, overseen_seconds, quota_items, quota_subjects, covers)
  on authority_version to ${app};
