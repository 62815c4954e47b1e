-- What the database refuses, whatever the application forgets.

-- 1. Roles. The application never works as the owner: staff requests and jobs run as
--    timedesk_staff, extranet requests as timedesk_extranet.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'timedesk_staff') THEN
    CREATE ROLE timedesk_staff NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'timedesk_extranet') THEN
    CREATE ROLE timedesk_extranet NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END
$$;
GRANT timedesk_staff TO CURRENT_USER;
GRANT timedesk_extranet TO CURRENT_USER;

GRANT USAGE ON SCHEMA public TO timedesk_staff, timedesk_extranet;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO timedesk_staff;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO timedesk_staff;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO timedesk_staff;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO timedesk_staff;

-- 2. History is append-only, for the owner too.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
REVOKE UPDATE, DELETE, TRUNCATE ON event FROM timedesk_staff;

-- 3. Values.
ALTER TABLE company ADD CONSTRAINT company_is_one CHECK (id = 1);
ALTER TABLE employee
  ADD CONSTRAINT employee_role_known CHECK (role IN ('agent', 'lead', 'finance', 'manager', 'administrator')),
  ADD CONSTRAINT employee_email_folded CHECK (email = lower(email));
ALTER TABLE contact
  ADD CONSTRAINT contact_role_known CHECK (role IN ('requester', 'manager', 'bookkeeper')),
  ADD CONSTRAINT contact_email_folded CHECK (email = lower(email));
ALTER TABLE staff_secret ADD CONSTRAINT staff_secret_purpose_known CHECK (purpose IN ('invitation', 'reset'));
ALTER TABLE contact_secret ADD CONSTRAINT contact_secret_purpose_known CHECK (purpose IN ('invitation', 'reset'));
ALTER TABLE case_status ADD CONSTRAINT case_status_category_known
  CHECK (category IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'solved', 'closed', 'cancelled'));
ALTER TABLE support_case
  ADD CONSTRAINT support_case_via_known CHECK (created_via IN ('desk', 'extranet', 'api', 'import', 'mail')),
  ADD CONSTRAINT support_case_reopened_counted CHECK (reopened_count >= 0);
ALTER TABLE reply
  ADD CONSTRAINT reply_kind_known CHECK (kind IN ('description', 'reply')),
  ADD CONSTRAINT reply_author_known CHECK (author_kind IN ('employee', 'contact', 'token', 'system', 'import'));
ALTER TABLE attachment
  ADD CONSTRAINT attachment_uploader_known CHECK (uploader_kind IN ('employee', 'contact')),
  ADD CONSTRAINT attachment_size_positive CHECK (size_bytes >= 0),
  ADD CONSTRAINT attachment_of_one_message CHECK (reply_id IS NULL OR note_id IS NULL),
  ADD CONSTRAINT attachment_draft_or_claimed CHECK (
    (claimed_at IS NULL AND case_id IS NULL AND reply_id IS NULL AND note_id IS NULL)
    OR (claimed_at IS NOT NULL AND case_id IS NOT NULL AND customer_id IS NOT NULL AND (reply_id IS NOT NULL OR note_id IS NOT NULL)));
ALTER TABLE time_entry
  ADD CONSTRAINT time_entry_minutes_counted CHECK (minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT time_entry_ends_after_start CHECK (started_at IS NULL OR ended_at IS NULL OR ended_at >= started_at),
  ADD CONSTRAINT time_entry_case_has_customer CHECK (case_id IS NULL OR customer_id IS NOT NULL),
  ADD CONSTRAINT time_entry_project_has_customer CHECK (project_id IS NULL OR customer_id IS NOT NULL);
ALTER TABLE time_rating
  ADD CONSTRAINT time_rating_minutes_counted CHECK (billable_minutes >= 0),
  ADD CONSTRAINT time_rating_rate_counted CHECK (rate_per_hour IS NULL OR rate_per_hour >= 0);
ALTER TABLE cover_piece ADD CONSTRAINT cover_piece_kind_known
  CHECK (kind IN ('time_spent', 'non_billable', 'missing_rate', 'subscription', 'voucher', 'overage'));
ALTER TABLE agreement
  ADD CONSTRAINT agreement_settlement_known CHECK (settlement IN ('time_spent', 'voucher', 'subscription')),
  ADD CONSTRAINT agreement_state_known CHECK (state IN ('draft', 'active', 'suspended', 'ended')),
  ADD CONSTRAINT agreement_rounding_counted CHECK (increment_minutes BETWEEN 1 AND 240 AND minimum_minutes BETWEEN 0 AND 480),
  ADD CONSTRAINT agreement_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE event_delivery ADD CONSTRAINT event_delivery_state_known CHECK (state IN ('waiting', 'done', 'dead'));
ALTER TABLE mail ADD CONSTRAINT mail_state_known CHECK (state IN ('waiting', 'sent', 'failed', 'not_configured'));
ALTER TABLE import_job ADD CONSTRAINT import_job_state_known CHECK (state IN ('waiting', 'running', 'finished', 'failed'));

-- NULLs are told apart by ordinary unique indexes; the roots of the trees need names of their own too.
CREATE UNIQUE INDEX department_root_name_key ON department (name) WHERE parent_id IS NULL;
CREATE UNIQUE INDEX case_type_root_name_key ON case_type (name) WHERE parent_id IS NULL;
CREATE UNIQUE INDEX priority_one_default ON priority (is_default) WHERE is_default;
CREATE UNIQUE INDEX agreement_one_active_time_spent ON agreement (customer_id) WHERE settlement = 'time_spent' AND state = 'active';
CREATE UNIQUE INDEX reply_one_description ON reply (case_id) WHERE kind = 'description';

-- 4. The ways lists are read. All end in the id, so that a cursor is exact.
CREATE INDEX support_case_active_by_activity ON support_case (last_activity_at DESC, id DESC)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party');
CREATE INDEX support_case_active_of_person ON support_case (responsible_id, last_activity_at DESC, id DESC)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party');
CREATE INDEX support_case_active_of_department ON support_case (department_id, last_activity_at DESC, id DESC)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party');
CREATE INDEX support_case_active_by_deadline ON support_case (deadline, id)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party');
CREATE INDEX support_case_of_project ON support_case (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX event_delivery_waiting ON event_delivery (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX mail_waiting ON mail (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX attachment_drafts ON attachment (uploaded_at) WHERE claimed_at IS NULL;
CREATE INDEX time_entry_of_project ON time_entry (project_id) WHERE project_id IS NOT NULL;

-- What searches look at: worked out once, when it is written. The indexes on it are declared with the tables.
CREATE TRIGGER support_case_keeps_words BEFORE INSERT OR UPDATE OF subject, external_reference, product ON support_case
  FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(search, 'pg_catalog.simple', subject, external_reference, product);
CREATE TRIGGER reply_keeps_words BEFORE INSERT OR UPDATE OF body ON reply
  FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(search, 'pg_catalog.simple', body);
CREATE TRIGGER note_keeps_words BEFORE INSERT OR UPDATE OF body ON note
  FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(search, 'pg_catalog.simple', body);

-- Limits may be forgotten in a crash; their writes should cost little.
ALTER TABLE rate_limit_bucket SET UNLOGGED;

-- 5. Who is asking, for the extranet's role. A setting that was never made, or was made and rolled back, is no one.
CREATE FUNCTION asking_customer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.customer_id', true), '')::uuid $$;
CREATE FUNCTION asking_contact() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.contact_id', true), '')::uuid $$;
CREATE FUNCTION asking_sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.sees_all', true), '') = 'true' $$;
CREATE FUNCTION asking_reads_dialogue() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.contact_role', true), '') IN ('requester', 'manager') $$;

-- 6. Row-level security, forced, on everything that belongs to a customer or to a person.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'customer', 'contact', 'project', 'agreement', 'support_case', 'reply', 'note', 'attachment', 'event', 'event_delivery',
    'contact_read_mark', 'contact_notice', 'staff_read_mark', 'staff_notice', 'time_entry', 'time_rating', 'cover_piece',
    'timer', 'idempotency_key', 'staff_session', 'staff_secret', 'contact_session', 'contact_secret', 'api_token', 'mail',
    'import_job', 'import_refusal'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY staff_all ON %I TO timedesk_staff USING (true) WITH CHECK (true)', owned);
  END LOOP;
END
$$;

-- What a contact may read: columns first, rows second.
GRANT SELECT (id, name, currency, time_zone, language, mail_includes_text, default_department_id) ON company TO timedesk_extranet;
GRANT SELECT (id, name, parent_id, is_active) ON department TO timedesk_extranet;
GRANT SELECT (id, name, is_active, department_id) ON employee TO timedesk_extranet;
GRANT SELECT ON case_type, priority, case_status TO timedesk_extranet;

GRANT SELECT (id, number, name, currency, language, is_active) ON customer TO timedesk_extranet;
CREATE POLICY own_customer ON customer FOR SELECT TO timedesk_extranet USING (id = asking_customer());

GRANT SELECT (id, customer_id, name, email, phone, title, role, sees_all_cases, language, is_active, version) ON contact TO timedesk_extranet;
GRANT UPDATE (name, phone, title, language, version) ON contact TO timedesk_extranet;
CREATE POLICY own_colleagues ON contact FOR SELECT TO timedesk_extranet USING (customer_id = asking_customer());
CREATE POLICY own_profile ON contact FOR UPDATE TO timedesk_extranet USING (id = asking_contact() AND customer_id = asking_customer());

GRANT SELECT (id, customer_id, number, name, is_active) ON project TO timedesk_extranet;
CREATE POLICY own_projects ON project FOR SELECT TO timedesk_extranet USING (customer_id = asking_customer());
GRANT SELECT (id, customer_id, number, heading, settlement, state, valid_from, valid_to) ON agreement TO timedesk_extranet;
CREATE POLICY own_agreements ON agreement FOR SELECT TO timedesk_extranet USING (customer_id = asking_customer());

GRANT SELECT, INSERT ON support_case TO timedesk_extranet;
GRANT UPDATE (status_id, category, last_activity_at, last_contact_reply_at, last_reply_snippet, solved_at, closed_at, reopened_count, version)
  ON support_case TO timedesk_extranet;
GRANT USAGE, SELECT ON SEQUENCE support_case_number_seq, event_sequence_seq TO timedesk_extranet;
CREATE POLICY own_cases ON support_case TO timedesk_extranet
  USING (customer_id = asking_customer() AND (asking_sees_all() OR contact_id = asking_contact()))
  WITH CHECK (customer_id = asking_customer() AND (asking_sees_all() OR contact_id = asking_contact()));

GRANT SELECT, INSERT ON reply TO timedesk_extranet;
CREATE POLICY own_dialogue ON reply FOR SELECT TO timedesk_extranet
  USING (asking_reads_dialogue() AND customer_id = asking_customer() AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = reply.case_id));
CREATE POLICY own_words ON reply FOR INSERT TO timedesk_extranet
  WITH CHECK (asking_reads_dialogue() AND customer_id = asking_customer() AND author_kind = 'contact' AND author_id = asking_contact()
    AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = reply.case_id));

GRANT SELECT, INSERT ON attachment TO timedesk_extranet;
GRANT UPDATE (customer_id, case_id, reply_id, claimed_at) ON attachment TO timedesk_extranet;
CREATE POLICY own_files ON attachment FOR SELECT TO timedesk_extranet
  USING (asking_reads_dialogue() AND note_id IS NULL AND (
    (claimed_at IS NULL AND uploader_kind = 'contact' AND uploader_id = asking_contact())
    OR (reply_id IS NOT NULL AND customer_id = asking_customer() AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = attachment.case_id))));
CREATE POLICY own_uploads ON attachment FOR INSERT TO timedesk_extranet
  WITH CHECK (asking_reads_dialogue() AND uploader_kind = 'contact' AND uploader_id = asking_contact() AND claimed_at IS NULL);
CREATE POLICY own_claims ON attachment FOR UPDATE TO timedesk_extranet
  USING (claimed_at IS NULL AND uploader_kind = 'contact' AND uploader_id = asking_contact())
  WITH CHECK (note_id IS NULL AND customer_id = asking_customer() AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = attachment.case_id));

GRANT SELECT (id, sequence, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_id, actor_name, at, recorded_at), INSERT ON event TO timedesk_extranet;
CREATE POLICY own_history ON event FOR SELECT TO timedesk_extranet
  USING (NOT is_internal AND customer_id = asking_customer() AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = event.case_id));
CREATE POLICY own_deeds ON event FOR INSERT TO timedesk_extranet
  WITH CHECK (actor_kind = 'contact' AND actor_id = asking_contact() AND customer_id = asking_customer());
GRANT INSERT ON event_delivery TO timedesk_extranet;
CREATE POLICY own_deliveries ON event_delivery FOR INSERT TO timedesk_extranet WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_read_mark TO timedesk_extranet;
CREATE POLICY own_marks ON contact_read_mark TO timedesk_extranet
  USING (contact_id = asking_contact() AND customer_id = asking_customer())
  WITH CHECK (contact_id = asking_contact() AND customer_id = asking_customer());
GRANT SELECT, UPDATE (read_at) ON contact_notice TO timedesk_extranet;
CREATE POLICY own_notices ON contact_notice TO timedesk_extranet
  USING (asking_reads_dialogue() AND contact_id = asking_contact() AND customer_id = asking_customer());

GRANT SELECT, INSERT ON idempotency_key TO timedesk_extranet;
CREATE POLICY own_keys ON idempotency_key TO timedesk_extranet
  USING (actor_key = 'contact:' || asking_contact()::text)
  WITH CHECK (actor_key = 'contact:' || asking_contact()::text);

-- 7. What must always be true. Empty, or something is broken.
CREATE VIEW integrity_violations WITH (security_invoker = true) AS
  SELECT 'case_without_description' AS kind, c.id::text AS subject
    FROM support_case c WHERE NOT EXISTS (SELECT 1 FROM reply r WHERE r.case_id = c.id AND r.kind = 'description')
  UNION ALL
  SELECT 'case_without_creation_event', c.id::text
    FROM support_case c WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.case_id = c.id AND e.type = 'case.created')
  UNION ALL
  SELECT 'reply_without_event', r.id::text
    FROM reply r
   WHERE r.kind = 'reply'
     AND NOT EXISTS (SELECT 1 FROM event e WHERE e.case_id = r.case_id AND e.type = 'reply.posted' AND e.payload ->> 'replyId' = r.id::text)
  UNION ALL
  SELECT 'note_without_event', n.id::text
    FROM note n
   WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.case_id = n.case_id AND e.type = 'note.written' AND e.payload ->> 'noteId' = n.id::text)
  UNION ALL
  SELECT 'time_without_rating', t.id::text
    FROM time_entry t WHERE NOT EXISTS (SELECT 1 FROM time_rating r WHERE r.entry_id = t.id)
  UNION ALL
  SELECT 'pieces_differ_from_billable_minutes', r.entry_id::text
    FROM time_rating r
   WHERE r.billable_minutes <> (SELECT coalesce(sum(p.minutes), 0) FROM cover_piece p WHERE p.entry_id = r.entry_id AND p.kind <> 'non_billable')
  UNION ALL
  SELECT 'pieces_differ_from_amount', r.entry_id::text
    FROM time_rating r
   WHERE r.amount IS NOT NULL AND r.amount <> (SELECT coalesce(sum(p.amount), 0) FROM cover_piece p WHERE p.entry_id = r.entry_id);
GRANT SELECT ON integrity_violations TO timedesk_staff;
