-- More reasons for which a record of a provider's return is sealed off: its sender is privileged, its
-- category was not ordered, or the enforcing State objected.
alter table sealed_record drop constraint sealed_record_verdict_check;
alter table sealed_record add constraint sealed_record_verdict_check check (verdict in (
  'SEALED_TIME', 'SEALED_UNKNOWN_TIME', 'SEALED_PLATFORM', 'SEALED_SELECTOR',
  'SEALED_PRIVILEGED', 'SEALED_CATEGORY', 'SEALED_OBJECTION'));
