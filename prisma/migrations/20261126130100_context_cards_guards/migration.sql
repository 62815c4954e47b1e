-- What the database refuses of context cards and what was kept of their answers, and who may see them.

-- 1. Values.
ALTER TABLE context_card
  ADD CONSTRAINT context_card_of_the_web CHECK (url ~ '^https?://'),
  ADD CONSTRAINT context_card_waits_a_while CHECK (timeout_seconds BETWEEN 1 AND 10),
  ADD CONSTRAINT context_card_former_secret_ends CHECK ((former_salt IS NULL) = (former_until IS NULL));
ALTER TABLE context_card_answer
  ADD CONSTRAINT context_card_answer_state_known CHECK (state IN ('answered', 'empty', 'failed')),
  ADD CONSTRAINT context_card_answer_fails_with_reason CHECK ((failure IS NOT NULL) = (state = 'failed')),
  ADD CONSTRAINT context_card_answer_says_something CHECK (
    jsonb_typeof(components) = 'array' AND (jsonb_array_length(components) > 0) = (state = 'answered')),
  ADD CONSTRAINT context_card_answer_kept_a_day CHECK (expires_at BETWEEN asked_at AND asked_at + interval '24 hours');

-- 2. Who may see them: staff alone.
ALTER TABLE context_card ENABLE ROW LEVEL SECURITY;
ALTER TABLE context_card FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON context_card TO timedesk_staff USING (true) WITH CHECK (true);
ALTER TABLE context_card_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE context_card_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON context_card_answer TO timedesk_staff USING (true) WITH CHECK (true);
REVOKE ALL ON context_card, context_card_answer FROM timedesk_extranet;
