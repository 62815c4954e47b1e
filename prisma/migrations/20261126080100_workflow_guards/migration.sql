-- What the database refuses of workflows, clocks, fields and rules, and what every installation begins with.

-- 1. Values.
ALTER TABLE support_case DROP CONSTRAINT support_case_via_known,
  ADD CONSTRAINT support_case_via_known CHECK (created_via IN ('desk', 'extranet', 'api', 'import', 'mail', 'recurring')),
  ADD CONSTRAINT support_case_due_has_clock CHECK (due_at IS NULL OR due_clock IS NOT NULL),
  ADD CONSTRAINT support_case_clock_known CHECK (due_clock IN ('first_response', 'next_response', 'resolution')),
  ADD CONSTRAINT support_case_fields_are_named CHECK (jsonb_typeof(fields) = 'object'),
  ADD CONSTRAINT support_case_estimate_counted CHECK (estimate_minutes BETWEEN 0 AND 100000);
ALTER TABLE case_status ADD CONSTRAINT case_status_color_known
  CHECK (color IN ('gray', 'blue', 'teal', 'green', 'yellow', 'orange', 'red', 'violet', 'pink'));
ALTER TABLE case_link
  ADD CONSTRAINT case_link_kind_known CHECK (kind IN ('parent', 'follow_up')),
  ADD CONSTRAINT case_link_of_two CHECK (case_id <> other_id);
CREATE UNIQUE INDEX case_link_one_parent ON case_link (case_id) WHERE kind = 'parent';
CREATE UNIQUE INDEX case_link_follows_one ON case_link (case_id) WHERE kind = 'follow_up';
CREATE UNIQUE INDEX workflow_one_default ON workflow (is_default) WHERE is_default;
ALTER TABLE workflow ADD CONSTRAINT workflow_default_is_active CHECK (is_active OR NOT is_default);
ALTER TABLE custom_field
  ADD CONSTRAINT custom_field_kind_known CHECK (kind IN ('text', 'number', 'date', 'choice', 'tree', 'contact', 'checkbox')),
  ADD CONSTRAINT custom_field_key_is_a_word CHECK (key ~ '^[a-z][a-z0-9_]{0,49}$'),
  ADD CONSTRAINT custom_field_contacts_known CHECK (for_contacts IN ('hidden', 'shown', 'editable'));
ALTER TABLE case_checklist_item ADD CONSTRAINT case_checklist_item_done_by CHECK ((done_at IS NULL) = (done_by_name IS NULL));
ALTER TABLE recurring_case
  ADD CONSTRAINT recurring_case_unit_known CHECK (unit IN ('day', 'week', 'month')),
  ADD CONSTRAINT recurring_case_every_counted CHECK (every BETWEEN 1 AND 366),
  ADD CONSTRAINT recurring_case_day_known CHECK (day_of_month BETWEEN 1 AND 31),
  ADD CONSTRAINT recurring_case_clock_known CHECK (clock_minutes BETWEEN 0 AND 1439),
  ADD CONSTRAINT recurring_case_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE recurring_case_run
  ADD CONSTRAINT recurring_case_run_state_known CHECK (state IN ('created', 'skipped')),
  ADD CONSTRAINT recurring_case_run_has_case CHECK ((state = 'created') = (case_id IS NOT NULL)),
  ADD CONSTRAINT recurring_case_run_has_reason CHECK ((state = 'skipped') = (reason IS NOT NULL) AND reason IN ('overtaken', 'refused'));
ALTER TABLE service_calendar_hours ADD CONSTRAINT service_calendar_hours_set_known CHECK (holiday_set IN ('none', 'denmark'));
ALTER TABLE service_calendar_span DROP CONSTRAINT service_calendar_span_apart;
ALTER TABLE service_calendar_span ADD CONSTRAINT service_calendar_span_apart
  EXCLUDE USING gist (calendar_id WITH =, valid_from WITH =, weekday WITH =, int4range(opens_at, closes_at) WITH &&);
-- Whether clocks have ever gone by a calendar.
CREATE INDEX event_policy_calendar ON event ((payload ->> 'calendarId')) WHERE type = 'case.policy_applied';
ALTER TABLE service_target ADD CONSTRAINT service_target_counted CHECK (first_response > 0 AND next_response > 0 AND resolution > 0);
ALTER TABLE case_clock
  ADD CONSTRAINT case_clock_known CHECK (clock IN ('first_response', 'next_response', 'resolution')),
  ADD CONSTRAINT case_clock_state_known CHECK (state IN ('running', 'paused', 'stopped')),
  ADD CONSTRAINT case_clock_result_known CHECK (result IN ('met', 'missed')),
  ADD CONSTRAINT case_clock_marks_while_it_runs CHECK (next_mark_at IS NULL OR state = 'running');
ALTER TABLE clock_mark ADD CONSTRAINT clock_mark_share_counted CHECK (share BETWEEN 1 AND 500);
ALTER TABLE employee_skill ADD CONSTRAINT employee_skill_level_known CHECK (level BETWEEN 1 AND 3);
ALTER TABLE absence
  ADD CONSTRAINT absence_ends_after_start CHECK (to_day >= from_day),
  ADD CONSTRAINT absence_of_two CHECK (delegate_id IS DISTINCT FROM employee_id),
  ADD CONSTRAINT absence_apart EXCLUDE USING gist (employee_id WITH =, daterange(from_day, to_day, '[]') WITH &&);
ALTER TABLE dispatch_rule
  ADD CONSTRAINT dispatch_rule_conditions_listed CHECK (jsonb_typeof(conditions) = 'array'),
  ADD CONSTRAINT dispatch_rule_target_known CHECK (target ->> 'kind' IN ('queue', 'person', 'round_robin', 'least_loaded', 'skilled'));
ALTER TABLE automation_rule ADD CONSTRAINT automation_rule_kind_known CHECK (kind IN ('event', 'time'));
ALTER TABLE automation_run ADD CONSTRAINT automation_run_outcome_known CHECK (outcome IN ('done', 'refused', 'stopped'));
ALTER TABLE macro
  ADD CONSTRAINT macro_scope_known CHECK (scope IN ('everyone', 'department', 'private')),
  ADD CONSTRAINT macro_scope_owned CHECK ((scope = 'private') = (owner_id IS NOT NULL) AND (scope = 'department') = (department_id IS NOT NULL)),
  ADD CONSTRAINT macro_message_known CHECK (message IN ('reply', 'note', 'none'));
ALTER TABLE canned_text
  ADD CONSTRAINT canned_text_scope_known CHECK (scope IN ('everyone', 'department', 'private')),
  ADD CONSTRAINT canned_text_scope_owned CHECK ((scope = 'private') = (owner_id IS NOT NULL) AND (scope = 'department') = (department_id IS NOT NULL));
CREATE UNIQUE INDEX macro_name_of_scope ON macro (scope, coalesce(owner_id, department_id, '00000000-0000-0000-0000-000000000000'), lower(name)) WHERE is_active;
CREATE UNIQUE INDEX canned_text_shortcut_of_scope ON canned_text (scope, coalesce(owner_id, department_id, '00000000-0000-0000-0000-000000000000'), lower(shortcut)) WHERE is_active;

-- 2. What was said stays: versions of workflows, marks of clocks and runs of rules are history.
CREATE TRIGGER workflow_version_is_append_only BEFORE UPDATE OR DELETE ON workflow_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER clock_mark_is_append_only BEFORE UPDATE OR DELETE ON clock_mark FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER automation_run_is_append_only BEFORE UPDATE OR DELETE ON automation_run FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER recurring_case_run_is_append_only BEFORE UPDATE OR DELETE ON recurring_case_run FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();

-- Money and reports are bound to the category of a status; it never becomes another one.
CREATE FUNCTION refuse_change_of_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the category of a status is fixed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER case_status_keeps_category BEFORE UPDATE OF category ON case_status
  FOR EACH ROW WHEN (OLD.category IS DISTINCT FROM NEW.category) EXECUTE FUNCTION refuse_change_of_category();

-- The kind of a custom field is fixed once a case has had a value of it, whoever wrote that.
CREATE FUNCTION mark_used_fields() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE custom_field SET is_used = true WHERE NOT is_used AND NEW.fields ? id::text;
  RETURN NULL;
END
$$;
CREATE TRIGGER support_case_brings_fields AFTER INSERT ON support_case
  FOR EACH ROW WHEN (NEW.fields <> '{}'::jsonb) EXECUTE FUNCTION mark_used_fields();
CREATE TRIGGER support_case_changes_fields AFTER UPDATE OF fields ON support_case
  FOR EACH ROW WHEN (NEW.fields <> '{}'::jsonb AND NEW.fields IS DISTINCT FROM OLD.fields) EXECUTE FUNCTION mark_used_fields();

-- 3. The ways lists and jobs read.
DROP INDEX support_case_active_by_deadline;
CREATE INDEX support_case_active_by_due ON support_case (due_at, id) INCLUDE (department_id)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party');
-- The dispatcher's board: what waits for somebody and what each person has, the soonest due first; who has it and where stand in the index.
CREATE INDEX support_case_active_unassigned ON support_case (coalesce(due_at, 'infinity'), created_at, id) INCLUDE (due_at, department_id)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party') AND responsible_id IS NULL;
CREATE INDEX support_case_active_load ON support_case (responsible_id, coalesce(due_at, 'infinity'), created_at, id) INCLUDE (due_at, estimate_minutes)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party');
CREATE INDEX support_case_in_status ON support_case (status_id, last_activity_at, id)
  WHERE category IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'solved');
CREATE INDEX case_clock_alive_of_policy ON case_clock (policy_id, case_id) WHERE state <> 'stopped';
CREATE INDEX case_clock_running_by_calendar ON case_clock (calendar_id) WHERE state = 'running';
CREATE INDEX case_clock_next_mark ON case_clock (next_mark_at) WHERE next_mark_at IS NOT NULL;
CREATE INDEX recurring_case_active ON recurring_case (starts_on) WHERE is_active;

-- 4. What every installation begins with: the moves of R82 between the standard statuses, and for statuses that were added the same moves.
UPDATE case_status SET pauses_clock = category IN ('waiting_customer', 'waiting_third_party', 'solved', 'closed', 'cancelled'),
  color = CASE category WHEN 'new' THEN 'blue' WHEN 'open' THEN 'teal' WHEN 'waiting_customer' THEN 'yellow'
    WHEN 'waiting_third_party' THEN 'orange' WHEN 'solved' THEN 'green' WHEN 'cancelled' THEN 'red' ELSE 'gray' END;
WITH move (from_category, to_category, by_contact) AS (VALUES
    ('new', 'open', false), ('new', 'waiting_customer', false), ('new', 'waiting_third_party', false), ('new', 'solved', true), ('new', 'cancelled', false),
    ('open', 'waiting_customer', false), ('open', 'waiting_third_party', false), ('open', 'solved', true), ('open', 'cancelled', false),
    ('waiting_customer', 'open', false), ('waiting_customer', 'waiting_third_party', false), ('waiting_customer', 'solved', true), ('waiting_customer', 'cancelled', false),
    ('waiting_third_party', 'open', false), ('waiting_third_party', 'waiting_customer', false), ('waiting_third_party', 'solved', true), ('waiting_third_party', 'cancelled', false),
    ('solved', 'open', true), ('solved', 'closed', true), ('solved', 'cancelled', false),
    ('closed', 'open', false), ('cancelled', 'open', false)),
  who (by_contact, who) AS (VALUES
    (false, '[]'::jsonb), (true, '["agent", "lead", "finance", "manager", "administrator", "contact"]'::jsonb)),
  transition AS (
    SELECT f.position AS f, t.position AS t, jsonb_build_object('fromId', f.id, 'toId', t.id, 'who', who.who, 'requires', '[]'::jsonb, 'gates', '[]'::jsonb) AS transition
      FROM move m JOIN case_status f ON f.category = m.from_category JOIN case_status t ON t.category = m.to_category JOIN who ON who.by_contact = m.by_contact
    UNION ALL
    SELECT f.position, t.position, jsonb_build_object('fromId', f.id, 'toId', t.id, 'who', '[]'::jsonb, 'requires', '[]'::jsonb, 'gates', '[]'::jsonb)
      FROM case_status f JOIN case_status t ON t.category = f.category AND t.id <> f.id),
  flow AS (INSERT INTO workflow (id, name, is_default, version) VALUES ('00000000-0000-7000-8000-000000000041', 'Standard', true, 1) RETURNING id)
INSERT INTO workflow_version (workflow_id, number, name, definition, comment, saved_at, saved_by_name)
SELECT flow.id, 1, 'Standard', jsonb_build_object(
    'statusIds', (SELECT jsonb_agg(id ORDER BY position, name) FROM case_status),
    'transitions', (SELECT jsonb_agg(transition ORDER BY f, t) FROM transition),
    'silence', '[]'::jsonb, 'reopenDays', 30), '', now(), 'Timedesk'
  FROM flow;

-- Deadlines that were set before there were clocks: the log says from now on that they count, and a clock goes by each.
WITH deadline AS (
    SELECT id, customer_id, category, deadline FROM support_case
     WHERE deadline IS NOT NULL AND category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')),
  history AS (
    INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_name, at)
    SELECT gen_random_uuid(), 'case.deadline_set', 'case', id, id, customer_id, true,
           jsonb_build_object('from', NULL, 'to', to_char(deadline AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', ''),
           'system', 'Timedesk', now()
      FROM deadline),
  clock AS (
    INSERT INTO case_clock (case_id, clock, cycle, state, started_at, due_at, used, next_mark_at, is_by_hand)
    SELECT c.id, 'resolution', 1, CASE WHEN c.category LIKE 'waiting%' THEN 'paused' ELSE 'running' END, c.created_at, d.deadline, 0,
           CASE WHEN c.category LIKE 'waiting%' THEN NULL ELSE now() END, true
      FROM support_case c JOIN deadline d ON d.id = c.id)
UPDATE support_case c SET due_at = d.deadline, due_clock = 'resolution' FROM deadline d WHERE d.id = c.id;

-- 5. Who may see it. Staff's role works on all of it; a contact sees of its own cases what is meant for it.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'case_link', 'case_mark', 'case_checklist_item', 'case_clock', 'clock_mark', 'automation_run', 'recurring_case', 'recurring_case_run',
    'service_policy', 'service_target', 'custom_field', 'macro', 'canned_text', 'absence'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY staff_all ON %I TO timedesk_staff USING (true) WITH CHECK (true)', owned);
  END LOOP;
END
$$;

REVOKE SELECT ON support_case FROM timedesk_extranet;
GRANT SELECT (id, number, customer_id, contact_id, subject, type_id, priority_id, status_id, category, department_id, responsible_id,
  project_id, agreement_id, is_outside_contract, deadline, resolution, external_reference, product, service_level, tags, created_via, created_by_name,
  created_at, last_activity_at, last_staff_reply_at, last_contact_reply_at, last_reply_snippet, first_replied_at, solved_at, closed_at,
  reopened_count, import_source, import_key, search, version) ON support_case TO timedesk_extranet;

-- What is promised, where it is shown to customers, and how it stands; a deadline by hand is shown to everybody.
GRANT SELECT (id, name, calendar_id, is_shown_to_customers) ON service_policy TO timedesk_extranet;
CREATE POLICY shown_policies ON service_policy FOR SELECT TO timedesk_extranet USING (is_shown_to_customers);
GRANT SELECT (case_id, clock, cycle, state, started_at, stopped_at, due_at, target, is_by_hand, result, policy_id, calendar_id, segments)
  ON case_clock TO timedesk_extranet;
CREATE POLICY own_clocks ON case_clock FOR SELECT TO timedesk_extranet
  USING (EXISTS (SELECT 1 FROM support_case c WHERE c.id = case_id)
    AND (is_by_hand OR EXISTS (SELECT 1 FROM service_policy p WHERE p.id = policy_id)));

GRANT SELECT ON workflow, service_calendar, service_calendar_hours, service_calendar_span, service_calendar_holiday TO timedesk_extranet;
GRANT SELECT (workflow_id, number, definition) ON workflow_version TO timedesk_extranet;

GRANT SELECT ON custom_field TO timedesk_extranet;
CREATE POLICY fields_for_contacts ON custom_field FOR SELECT TO timedesk_extranet USING (is_active AND for_contacts <> 'hidden');

-- Its own cases keep what a contact cannot see of them, whatever it fills in.
CREATE FUNCTION fill_in_fields(of_case uuid, given jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_object_keys(given) AS g (field_id)
              WHERE NOT EXISTS (SELECT 1 FROM custom_field f WHERE f.id::text = g.field_id AND f.is_active AND f.for_contacts = 'editable')) THEN
    RAISE EXCEPTION 'a contact fills in fields for contacts only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE support_case SET fields = jsonb_strip_nulls(fields || given)
   WHERE id = of_case AND asking_reads_dialogue() AND customer_id = asking_customer() AND (asking_sees_all() OR contact_id = asking_contact());
END
$$;

GRANT SELECT, INSERT ON case_link TO timedesk_extranet;
CREATE POLICY own_links ON case_link FOR SELECT TO timedesk_extranet
  USING (EXISTS (SELECT 1 FROM support_case c WHERE c.id = case_id) AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = other_id));
CREATE POLICY own_follow_ups ON case_link FOR INSERT TO timedesk_extranet
  WITH CHECK (kind = 'follow_up' AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = case_id) AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = other_id));

-- Values of fields that contacts see, on cases that they see.
CREATE VIEW extranet_case_field AS
  SELECT c.id AS case_id, f.id AS field_id, c.fields -> f.id::text AS value
    FROM support_case c JOIN custom_field f ON f.is_active AND f.for_contacts <> 'hidden' AND c.fields ? f.id::text
   WHERE asking_reads_dialogue() AND c.customer_id = asking_customer() AND (asking_sees_all() OR c.contact_id = asking_contact());
GRANT SELECT ON extranet_case_field TO timedesk_extranet;
GRANT CREATE ON SCHEMA public TO timedesk_staff;
ALTER VIEW extranet_case_field OWNER TO timedesk_staff;
ALTER FUNCTION fill_in_fields OWNER TO timedesk_staff;
ALTER FUNCTION mark_used_fields OWNER TO timedesk_staff;
REVOKE CREATE ON SCHEMA public FROM timedesk_staff;

GRANT SELECT ON case_mark TO timedesk_extranet;
CREATE POLICY own_case_marks ON case_mark FOR SELECT TO timedesk_extranet USING (EXISTS (SELECT 1 FROM support_case c WHERE c.id = case_id));

-- The workflow that cases of a type move by: that of the nearest type up the tree which names one, else the default.
CREATE FUNCTION workflow_of_type(asked uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line AS (
    SELECT t.parent_id, t.workflow_id, 1 AS distance FROM case_type t WHERE t.id = asked
    UNION ALL SELECT t.parent_id, t.workflow_id, l.distance + 1 FROM case_type t JOIN line l ON t.id = l.parent_id WHERE l.workflow_id IS NULL AND l.distance < 100)
  SELECT coalesce((SELECT workflow_id FROM line WHERE workflow_id IS NOT NULL), (SELECT id FROM workflow WHERE is_default))
$$;

-- What a case has of the things that moves ask for. A contact's own move is bound by steps, time and cases that it must
-- not see, so the answer is worked out as staff and says no more than yes or no.
CREATE FUNCTION case_move_facts(asked uuid) RETURNS TABLE (open_gates text[], filled text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT array_remove(ARRAY[
      CASE WHEN c.resolution <> '' THEN 'resolution' END,
      CASE WHEN (SELECT sum(t.minutes) FROM time_entry t WHERE t.case_id = c.id) > 0 THEN 'time_registered' END,
      CASE WHEN NOT EXISTS (SELECT 1 FROM case_checklist_item i WHERE i.case_id = c.id AND i.is_required AND i.done_at IS NULL) THEN 'checklist_done' END,
      CASE WHEN NOT EXISTS (SELECT 1 FROM case_link l JOIN support_case child ON child.id = l.case_id
        WHERE l.other_id = c.id AND l.kind = 'parent' AND child.category NOT IN ('solved', 'closed', 'cancelled')) THEN 'children_closed' END], NULL),
    array_remove(ARRAY[
      CASE WHEN c.resolution <> '' THEN 'resolution' END,
      CASE WHEN c.type_id IS NOT NULL THEN 'type' END,
      CASE WHEN c.responsible_id IS NOT NULL THEN 'responsible' END,
      CASE WHEN c.agreement_id IS NOT NULL OR c.is_outside_contract THEN 'agreement' END,
      CASE WHEN c.project_id IS NOT NULL THEN 'project' END,
      CASE WHEN c.product <> '' THEN 'product' END,
      CASE WHEN c.contact_id IS NOT NULL THEN 'contact' END], NULL)
      || ARRAY(SELECT 'field:' || f.key FROM jsonb_each(c.fields) f WHERE f.value <> 'null'::jsonb)
    FROM support_case c
   WHERE c.id = asked AND (asking_customer() IS NULL OR c.customer_id = asking_customer())
$$;
REVOKE EXECUTE ON FUNCTION case_move_facts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION case_move_facts(uuid) TO timedesk_staff, timedesk_extranet;
GRANT CREATE ON SCHEMA public TO timedesk_staff;
ALTER FUNCTION case_move_facts(uuid) OWNER TO timedesk_staff;
REVOKE CREATE ON SCHEMA public FROM timedesk_staff;

-- 6. What must always be true, in addition.
ALTER VIEW integrity_violations RENAME TO settlement_violations;
CREATE VIEW workflow_violations WITH (security_invoker = true) AS
  SELECT 'running_clock_of_ended_case' AS kind, k.case_id::text AS subject
    FROM case_clock k JOIN support_case c ON c.id = k.case_id WHERE k.state = 'running' AND c.category IN ('closed', 'cancelled')
  UNION ALL
  SELECT 'clock_mark_without_event', m.case_id::text || ' ' || m.clock || ' ' || m.share::text
    FROM clock_mark m WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.id = m.event_id)
  UNION ALL
  SELECT 'breach_without_mark', k.case_id::text || ' ' || k.clock
    FROM case_clock k
   WHERE k.breached_at IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM clock_mark m WHERE m.case_id = k.case_id AND m.clock = k.clock AND m.cycle = k.cycle AND m.share = 100)
  UNION ALL
  SELECT 'due_differs_from_clocks', c.id::text
    FROM support_case c
   WHERE c.due_at IS DISTINCT FROM (SELECT min(k.due_at) FROM case_clock k WHERE k.case_id = c.id AND k.reached_at IS NULL AND (k.state = 'running' OR k.state = 'paused' AND k.is_by_hand))
  UNION ALL
  SELECT 'value_of_unknown_field', c.id::text || ' ' || v.field_id
    FROM support_case c CROSS JOIN LATERAL jsonb_object_keys(c.fields) AS v (field_id)
   WHERE c.fields <> '{}'::jsonb AND NOT EXISTS (SELECT 1 FROM custom_field f WHERE f.id::text = v.field_id AND f.is_used)
  UNION ALL
  SELECT 'workflow_without_version', w.id::text
    FROM workflow w WHERE NOT EXISTS (SELECT 1 FROM workflow_version v WHERE v.workflow_id = w.id AND v.number = w.version)
  UNION ALL
  SELECT 'case_outside_its_workflow', c.id::text
    FROM support_case c JOIN workflow w ON w.id = workflow_of_type(c.type_id)
    JOIN workflow_version v ON v.workflow_id = w.id AND v.number = w.version
   WHERE c.category NOT IN ('closed', 'cancelled') AND NOT v.definition -> 'statusIds' ? c.status_id::text
  UNION ALL
  SELECT 'workflow_has_inactive_status', s.id::text
    FROM case_status s JOIN workflow_version v ON v.definition -> 'statusIds' ? s.id::text
    JOIN workflow w ON w.id = v.workflow_id AND w.version = v.number AND w.is_active WHERE NOT s.is_active
  UNION ALL
  SELECT 'override_without_move', e.id::text
    FROM event e WHERE e.type = 'case.gate_overridden'
     AND NOT EXISTS (SELECT 1 FROM event m WHERE m.case_id = e.case_id AND m.at = e.at AND (m.type = 'case.status_changed'
       OR m.type = 'case.changed' AND m.payload -> 'changes' @> '[{"field": "type"}]'))
  UNION ALL
  SELECT 'rule_run_without_event', r.id::text
    FROM automation_run r WHERE r.outcome = 'done' AND NOT EXISTS (SELECT 1 FROM event e WHERE e.case_id = r.case_id AND e.type = 'rule.ran' AND e.payload ->> 'runId' = r.id::text);
GRANT SELECT ON workflow_violations TO timedesk_staff;
CREATE VIEW integrity_violations WITH (security_invoker = true) AS
  SELECT kind, subject FROM settlement_violations
  UNION ALL
  SELECT kind, subject FROM workflow_violations;
GRANT SELECT ON integrity_violations TO timedesk_staff;
