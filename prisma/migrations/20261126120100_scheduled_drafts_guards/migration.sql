-- What the database refuses of messages that are sent by themselves.
ALTER TABLE employee ADD CONSTRAINT employee_undo_seconds_known CHECK (undo_seconds IN (0, 5, 10, 30));
ALTER TABLE message_draft
  ADD CONSTRAINT message_draft_scheduled_whole CHECK ((send_at IS NULL) = (scheduled_by_id IS NULL) AND (send_at IS NULL) = (send_as IS NULL)),
  ADD CONSTRAINT message_draft_scheduled_by_somebody CHECK (send_at IS NOT NULL OR (scheduled_token_id IS NULL AND NOT is_leaving)),
  ADD CONSTRAINT message_draft_waits_or_failed CHECK (send_at IS NULL OR send_problem IS NULL),
  -- Nobody sends what only somebody else sees.
  ADD CONSTRAINT message_draft_scheduled_by_its_writer CHECK (is_shared OR scheduled_by_id IS NULL OR scheduled_by_id = employee_id);
-- What the job of messages asks for, most of the time in vain.
CREATE INDEX message_draft_to_send ON message_draft (send_at) WHERE send_at IS NOT NULL;
