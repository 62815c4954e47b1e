-- What the database refuses of views, drafts, merges, side conversations and bulk actions, and who may see them.

-- 1. Values.
ALTER TABLE case_view
  ADD CONSTRAINT case_view_scope_known CHECK (scope IN ('private', 'department', 'everyone')),
  ADD CONSTRAINT case_view_department_given CHECK ((scope = 'department') = (department_id IS NOT NULL));
CREATE UNIQUE INDEX case_view_name_of_scope ON case_view
  (scope, coalesce(department_id, CASE scope WHEN 'private' THEN owner_id END, '00000000-0000-0000-0000-000000000000'), lower(name));
ALTER TABLE case_follower ADD CONSTRAINT case_follower_cause_known CHECK (cause IN ('by_hand', 'mention', 'merge', 'bulk'));
ALTER TABLE case_snooze ADD CONSTRAINT case_snooze_lasts CHECK (until > since);
ALTER TABLE notice_preference
  ADD CONSTRAINT notice_preference_scope_known CHECK (scope IN ('mine', 'followed', 'department')),
  ADD CONSTRAINT notice_preference_channel_known CHECK (channel IN ('in_app', 'mail'));
ALTER TABLE notice_schedule
  ADD CONSTRAINT notice_schedule_quiet_whole CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  ADD CONSTRAINT notice_schedule_of_a_day CHECK (coalesce(quiet_from, 0) BETWEEN 0 AND 1439 AND coalesce(quiet_to, 0) BETWEEN 0 AND 1439
    AND coalesce(digest_at, 0) BETWEEN 0 AND 1439 AND quiet_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]);
ALTER TABLE held_letter
  ADD CONSTRAINT held_letter_held_for_known CHECK (held_for IN ('quiet', 'digest')),
  ADD CONSTRAINT held_letter_scope_known CHECK (scope IN ('mine', 'followed', 'department'));
ALTER TABLE staff_notice ADD CONSTRAINT staff_notice_level_known CHECK (level IN ('high', 'normal', 'low'));
ALTER TABLE message_draft
  ADD CONSTRAINT message_draft_kind_known CHECK (kind IN ('reply', 'note')),
  ADD CONSTRAINT message_draft_device_known CHECK (device_kind IN ('computer', 'tablet', 'phone'));
ALTER TABLE case_presence ADD CONSTRAINT case_presence_state_known CHECK (state IN ('viewing', 'replying', 'noting'));
ALTER TABLE case_merge ADD CONSTRAINT case_merge_of_two CHECK (source_id <> into_id);
ALTER TABLE support_case
  ADD CONSTRAINT support_case_not_into_itself CHECK (merged_into_id <> id),
  ADD CONSTRAINT support_case_tombstone_ended CHECK (merged_into_id IS NULL OR category IN ('closed', 'cancelled'));
ALTER TABLE bulk_action
  ADD CONSTRAINT bulk_action_state_known CHECK (state IN ('planning', 'planned', 'running', 'done', 'undoing', 'undone')),
  ADD CONSTRAINT bulk_action_committed CHECK ((state IN ('planning', 'planned')) = (committed_at IS NULL)),
  ADD CONSTRAINT bulk_action_ended CHECK ((state IN ('done', 'undoing', 'undone')) = (ended_at IS NOT NULL)),
  ADD CONSTRAINT bulk_action_undone_in_time CHECK (state NOT IN ('undoing', 'undone') OR undo_until IS NOT NULL);
ALTER TABLE bulk_action_case
  ADD CONSTRAINT bulk_action_case_planned_known CHECK (planned IN ('changed', 'unchanged', 'refused')),
  ADD CONSTRAINT bulk_action_case_state_known CHECK (state IN ('waiting', 'changed', 'unchanged', 'refused')),
  ADD CONSTRAINT bulk_action_case_undo_known CHECK (undo IS NULL OR (undo IN ('undone', 'kept') AND state = 'changed')),
  ADD CONSTRAINT bulk_action_case_reasons CHECK ((planned_refusal IS NOT NULL) = (coalesce(planned, '') = 'refused')
    AND (refusal IS NOT NULL) = (state = 'refused') AND (kept IS NOT NULL) = (coalesce(undo, '') = 'kept'));
ALTER TABLE side_message ADD CONSTRAINT side_message_direction_known CHECK (direction IN ('out', 'in'));
ALTER TABLE case_link DROP CONSTRAINT case_link_kind_known,
  ADD CONSTRAINT case_link_kind_known CHECK (kind IN ('parent', 'follow_up', 'duplicate', 'blocks', 'relates', 'incident'));
ALTER TABLE attachment DROP CONSTRAINT attachment_of_one_message, DROP CONSTRAINT attachment_draft_or_claimed,
  ADD CONSTRAINT attachment_of_one_message CHECK (num_nonnulls(reply_id, note_id, side_message_id) <= 1),
  ADD CONSTRAINT attachment_draft_or_claimed CHECK (
    (claimed_at IS NULL AND case_id IS NULL AND num_nonnulls(reply_id, note_id, side_message_id) = 0)
    OR (claimed_at IS NOT NULL AND case_id IS NOT NULL AND customer_id IS NOT NULL AND num_nonnulls(reply_id, note_id, side_message_id) = 1));

-- One draft of each kind for each person, and one shared by all.
CREATE UNIQUE INDEX message_draft_own ON message_draft (case_id, kind, employee_id) WHERE NOT is_shared;
CREATE UNIQUE INDEX message_draft_shared ON message_draft (case_id, kind) WHERE is_shared;
-- What somebody has not read yet, by case: the bell asks for it on every screen.
CREATE INDEX staff_notice_unread ON staff_notice (employee_id, case_id, level) WHERE read_at IS NULL;
-- A case is merged once, until that is undone.
CREATE UNIQUE INDEX case_merge_live ON case_merge (source_id) WHERE undone_at IS NULL;
-- What a job of a bulk action has still to do.
CREATE INDEX bulk_action_case_unjudged ON bulk_action_case (bulk_id, position) WHERE planned IS NULL;
CREATE INDEX bulk_action_case_waiting ON bulk_action_case (bulk_id, position) WHERE state = 'waiting';
CREATE INDEX bulk_action_case_to_undo ON bulk_action_case (bulk_id, position) WHERE state = 'changed' AND undo IS NULL;
CREATE INDEX support_case_tombstones ON support_case (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE UNIQUE INDEX case_link_relates_once ON case_link (least(case_id, other_id), greatest(case_id, other_id)) WHERE kind = 'relates';
CREATE UNIQUE INDEX case_link_one_problem ON case_link (case_id) WHERE kind = 'incident';
CREATE UNIQUE INDEX case_link_one_original ON case_link (case_id) WHERE kind = 'duplicate';
CREATE INDEX case_participant_of_merge ON case_participant (merge_id) WHERE merge_id IS NOT NULL;

-- A tombstone points to where its case goes on now, never to another tombstone. After the statement: a merge points a
-- case and what was merged into it at once.
CREATE FUNCTION refuse_chained_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM support_case c WHERE (c.id = NEW.merged_into_id AND c.merged_into_id IS NOT NULL) OR c.merged_into_id = NEW.id) THEN
    RAISE EXCEPTION 'a case goes on in a case that is none itself' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'support_case_merged_into_root';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER support_case_merges_flat AFTER INSERT OR UPDATE OF merged_into_id ON support_case
  FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION refuse_chained_merge();
-- Where a merge came from and went to stays what it was; it is undone once.
CREATE FUNCTION refuse_changed_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.undone_at IS NULL AND (to_jsonb(NEW) - 'undone_at') = (to_jsonb(OLD) - 'undone_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a merge is kept' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'case_merge_kept';
END
$$;
CREATE TRIGGER case_merge_kept BEFORE UPDATE OR DELETE ON case_merge FOR EACH ROW EXECUTE FUNCTION refuse_changed_merge();

-- Who is there may be forgotten in a crash.
ALTER TABLE case_presence SET UNLOGGED;

-- 2. Who may see it.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'case_view', 'case_view_place', 'case_follower', 'case_snooze', 'notice_preference', 'notice_schedule', 'held_letter', 'message_draft',
    'case_presence', 'case_merge', 'case_participant', 'split_message', 'bulk_action', 'bulk_action_case', 'side_conversation',
    'side_participant', 'side_message'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY staff_all ON %I TO timedesk_staff USING (true) WITH CHECK (true)', owned);
  END LOOP;
END
$$;

-- What staff links for its own work is no business of the customer's.
DROP POLICY own_links ON case_link;
CREATE POLICY own_links ON case_link FOR SELECT TO timedesk_extranet
  USING (kind IN ('parent', 'follow_up') AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = case_id)
    AND EXISTS (SELECT 1 FROM support_case c WHERE c.id = other_id));

-- A contact sees the cases that are its own or that it takes part in, and of a case that goes on in one of them the dialogue.
GRANT SELECT (merged_into_id) ON support_case TO timedesk_extranet;
GRANT SELECT (case_id, contact_id) ON case_participant TO timedesk_extranet;
CREATE POLICY own_participation ON case_participant FOR SELECT TO timedesk_extranet USING (contact_id = asking_contact());
DROP POLICY own_cases ON support_case;
CREATE POLICY own_cases ON support_case TO timedesk_extranet
  USING (customer_id = asking_customer() AND (asking_sees_all() OR contact_id = asking_contact()
    OR id IN (SELECT p.case_id FROM case_participant p WHERE p.contact_id = asking_contact())))
  WITH CHECK (customer_id = asking_customer() AND (asking_sees_all() OR contact_id = asking_contact()
    OR id IN (SELECT p.case_id FROM case_participant p WHERE p.contact_id = asking_contact())));

-- What looks as staff is staff's own.
GRANT CREATE ON SCHEMA public TO timedesk_staff;
SET ROLE timedesk_staff;
-- The same for those that look as staff: the views below, and policies of what hangs on a case that the contact does not see itself.
CREATE FUNCTION asking_sees_case(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM support_case c
    WHERE c.id = asked AND c.customer_id = asking_customer() AND (asking_sees_all() OR c.contact_id = asking_contact()
      OR EXISTS (SELECT 1 FROM case_participant p WHERE p.case_id = c.id AND p.contact_id = asking_contact())))
$$;
-- Where a tombstone goes on; null for any other case.
CREATE FUNCTION case_survivor(asked uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.merged_into_id FROM support_case c WHERE c.id = asked AND (asking_customer() IS NULL OR c.customer_id = asking_customer())
$$;
-- A case and those that were merged into it.
CREATE FUNCTION case_family(asked uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT array_agg(c.id) FROM support_case c
   WHERE (c.id = asked OR c.merged_into_id = asked) AND (asking_customer() IS NULL OR c.customer_id = asking_customer())
$$;
-- On a case that goes on in another one nothing is said any more, by whoever does not even see it.
CREATE FUNCTION refuse_words_on_tombstone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM support_case c WHERE c.id = NEW.case_id AND c.merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'the case goes on in another one' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'message_on_tombstone';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION asking_sees_case(uuid), case_survivor(uuid), case_family(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION asking_sees_case(uuid), case_survivor(uuid), case_family(uuid) TO timedesk_staff, timedesk_extranet;

-- Of a case that others were merged into, time is what all of them have, and those below it are all of theirs.
CREATE OR REPLACE FUNCTION case_move_facts(asked uuid) RETURNS TABLE (open_gates text[], filled text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT array_remove(ARRAY[
      CASE WHEN c.resolution <> '' THEN 'resolution' END,
      CASE WHEN (SELECT sum(t.minutes) FROM time_entry t WHERE t.case_id = ANY((SELECT case_family(c.id))::uuid[])) > 0 THEN 'time_registered' END,
      CASE WHEN NOT EXISTS (SELECT 1 FROM case_checklist_item i WHERE i.case_id = c.id AND i.is_required AND i.done_at IS NULL) THEN 'checklist_done' END,
      CASE WHEN NOT EXISTS (SELECT 1 FROM case_link l JOIN support_case below ON below.id = l.case_id JOIN support_case child ON child.id = coalesce(below.merged_into_id, below.id)
        WHERE l.other_id = ANY((SELECT case_family(c.id))::uuid[]) AND l.kind = 'parent' AND child.id <> c.id AND child.category NOT IN ('solved', 'closed', 'cancelled')) THEN 'children_closed' END], NULL),
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

CREATE OR REPLACE FUNCTION fill_in_fields(of_case uuid, given jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_object_keys(given) AS g (field_id)
              WHERE NOT EXISTS (SELECT 1 FROM custom_field f WHERE f.id::text = g.field_id AND f.is_active AND f.for_contacts = 'editable')) THEN
    RAISE EXCEPTION 'a contact fills in fields for contacts only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE support_case SET fields = jsonb_strip_nulls(fields || given)
   WHERE id = of_case AND asking_reads_dialogue() AND merged_into_id IS NULL AND asking_sees_case(id);
END
$$;
CREATE OR REPLACE VIEW extranet_case_field AS
  SELECT c.id AS case_id, f.id AS field_id, c.fields -> f.id::text AS value
    FROM support_case c JOIN custom_field f ON f.is_active AND f.for_contacts <> 'hidden' AND c.fields ? f.id::text
   WHERE asking_reads_dialogue() AND c.customer_id = asking_customer() AND asking_sees_case(c.id);
-- A tombstone's time is seen where it goes on.
CREATE OR REPLACE VIEW extranet_time_line WITH (security_barrier = true) AS
  SELECT t.id, t.customer_id, t.case_id, t.work_date, t.created_at, e.name AS employee_name, ty.name AS activity_type_name, t.minutes, t.is_billable,
      r.billable_minutes, t.customer_text, t.correction, t.corrects_id,
      -- What was declined is not charged (R22).
      CASE WHEN cu.shows_money THEN r.amount - (SELECT coalesce(sum(p.amount), 0)::bigint FROM cover_piece p WHERE p.entry_id = t.id AND p.hold = 'declined') END AS amount,
      CASE WHEN cu.shows_money THEN r.currency END AS currency,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'name', coalesce(pool.name, a.heading), 'minutes', p.minutes, 'hold', p.hold) ORDER BY p.position), '[]')
        FROM cover_piece p LEFT JOIN cover_pool pool ON pool.id = p.pool_id LEFT JOIN agreement a ON a.id = p.agreement_id
       WHERE p.entry_id = t.id) AS pieces,
      q.question, q.state AS question_state, q.contact_name AS asked_by, q.asked_at, q.resolution, q.answer, q.answered_at,
      EXISTS (SELECT 1 FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id WHERE s.entry_id = t.id AND s.is_live AND i.state = 'posted') AS is_invoiced
    FROM time_entry t
    JOIN time_rating r ON r.entry_id = t.id
    JOIN employee e ON e.id = t.employee_id
    JOIN activity_type ty ON ty.id = t.activity_type_id
    JOIN customer cu ON cu.id = t.customer_id
    JOIN support_case c ON c.id = t.case_id
    CROSS JOIN company co
    LEFT JOIN LATERAL (SELECT * FROM time_question w WHERE w.entry_id = t.id ORDER BY w.asked_at DESC, w.id DESC LIMIT 1) q ON true
   WHERE t.customer_id = asking_customer()
     -- Where nobody approves time, all of it counts as approved (R13).
     AND (cu.shows_time = 'live' OR (cu.shows_time = 'approved' AND (t.state = 'approved' OR NOT co.approves_time)))
     AND (asking_sees_case(c.id) OR asking_sees_case(c.merged_into_id));

RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM timedesk_staff;

CREATE TRIGGER reply_not_on_tombstone BEFORE INSERT ON reply FOR EACH ROW EXECUTE FUNCTION refuse_words_on_tombstone();
CREATE TRIGGER note_not_on_tombstone BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION refuse_words_on_tombstone();

DROP POLICY own_dialogue ON reply;
CREATE POLICY own_dialogue ON reply FOR SELECT TO timedesk_extranet
  USING (asking_reads_dialogue() AND customer_id = asking_customer()
    AND (EXISTS (SELECT 1 FROM support_case c WHERE c.id = reply.case_id) OR asking_sees_case(case_survivor(reply.case_id))));
DROP POLICY own_files ON attachment;
CREATE POLICY own_files ON attachment FOR SELECT TO timedesk_extranet
  USING (asking_reads_dialogue() AND note_id IS NULL AND (
    (claimed_at IS NULL AND uploader_kind = 'contact' AND uploader_id = asking_contact())
    OR (reply_id IS NOT NULL AND customer_id = asking_customer()
      AND (EXISTS (SELECT 1 FROM support_case c WHERE c.id = attachment.case_id) OR asking_sees_case(case_survivor(attachment.case_id))))));

-- 3. What must always be true, in addition.
CREATE VIEW workspace_violations WITH (security_invoker = true) AS
  SELECT 'merged_into_a_tombstone' AS kind, c.id::text AS subject
    FROM support_case c JOIN support_case i ON i.id = c.merged_into_id WHERE i.merged_into_id IS NOT NULL
  UNION ALL
  SELECT 'active_tombstone', c.id::text
    FROM support_case c WHERE c.merged_into_id IS NOT NULL AND c.category NOT IN ('closed', 'cancelled')
  UNION ALL
  SELECT 'tombstone_without_merge', c.id::text
    FROM support_case c WHERE c.merged_into_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM case_merge m WHERE m.source_id = c.id AND m.undone_at IS NULL)
  UNION ALL
  SELECT 'merge_without_tombstone', m.id::text
    FROM case_merge m JOIN support_case c ON c.id = m.source_id WHERE m.undone_at IS NULL AND c.merged_into_id IS NULL
  UNION ALL
  SELECT 'survivor_differs_from_merges', c.id::text
    FROM support_case c JOIN case_merge m ON m.source_id = c.id AND m.undone_at IS NULL JOIN support_case i ON i.id = m.into_id
   WHERE c.merged_into_id IS DISTINCT FROM coalesce(i.merged_into_id, i.id)
  UNION ALL
  SELECT 'participant_of_undone_merge', p.case_id::text || ' ' || p.contact_id::text
    FROM case_participant p JOIN case_merge m ON m.id = p.merge_id WHERE m.undone_at IS NOT NULL
  UNION ALL
  SELECT 'timer_on_tombstone', t.employee_id::text
    FROM timer t JOIN support_case c ON c.id = t.case_id WHERE c.merged_into_id IS NOT NULL
  UNION ALL
  SELECT 'copy_without_message', s.copy_id::text
    FROM split_message s
   WHERE NOT EXISTS (SELECT 1 FROM reply r WHERE r.id = s.copy_id AND r.case_id = s.to_case_id)
     AND NOT EXISTS (SELECT 1 FROM note n WHERE n.id = s.copy_id AND n.case_id = s.to_case_id)
  UNION ALL
  SELECT 'copy_without_event', s.copy_id::text
    FROM split_message s WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.case_id = s.to_case_id AND e.type = 'case.split_off')
  UNION ALL
  SELECT 'problem_is_an_incident', l.other_id::text
    FROM case_link l JOIN case_link above ON above.case_id = l.other_id AND above.kind = 'incident' WHERE l.kind = 'incident'
  UNION ALL
  SELECT 'bulk_case_left_over', b.case_id::text
    FROM bulk_action_case b JOIN bulk_action a ON a.id = b.bulk_id
   WHERE (a.state IN ('done', 'undoing', 'undone') AND b.state = 'waiting')
      OR (a.state = 'undone' AND b.state = 'changed' AND b.undo IS NULL)
      OR (a.state <> 'planning' AND b.planned IS NULL);
GRANT SELECT ON workspace_violations TO timedesk_staff;
CREATE OR REPLACE VIEW integrity_violations WITH (security_invoker = true) AS
  -- The entry in the log of a message that was split off is that of the split.
  SELECT kind, subject FROM settlement_violations v
   WHERE NOT (v.kind IN ('reply_without_event', 'note_without_event') AND EXISTS (SELECT 1 FROM split_message s WHERE s.copy_id::text = v.subject))
  UNION ALL
  SELECT kind, subject FROM workflow_violations
  UNION ALL
  SELECT kind, subject FROM workspace_violations;

-- 4. Search. Words are stored as `foldWords` of the domain folds them: without case and accents, with one way to write
--    å and aa, ø and oe, æ and ae, and with spaces for punctuation.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--    What most texts lack is looked for first: a message is folded while it is posted.
CREATE FUNCTION fold_words(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE folded text := replace(replace(replace(given, 'å', 'a'), 'Å', 'a'), 'é', 'e');
BEGIN
  -- Capitals are named too, since a database of the locale C knows those of ASCII only.
  IF folded ~ '[^\u0001-\u007fæøÆØ]' THEN
    folded := translate(regexp_replace(lower(normalize(folded, NFKD)), '[\u00ad\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u200b-\u200d\ufeff]+', '', 'g'),
      'đłħŧıðςĐŁĦŦÐ', 'dlhtidσdlhtd');
    folded := replace(replace(replace(replace(replace(replace(folded, 'œ', 'oe'), 'Œ', 'oe'), 'ß', 'ss'), 'ẞ', 'ss'), 'þ', 'th'), 'Þ', 'th');
    folded := regexp_replace(folded, '[\u0080-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\ufe00-\ufe4f\U0001f000-\U0001faff]+', ' ', 'g');
  END IF;
  folded := replace(replace(replace(replace(lower(folded), 'ø', 'o'), 'Ø', 'o'), 'æ', 'ae'), 'Æ', 'ae');
  RETURN regexp_replace(replace(replace(folded, 'aa', 'a'), 'oe', 'o'), '[\u0001-\u001f\u0021-\u002f\u003a-\u0060\u007b-\u007f]+', ' ', 'g');
END
$$;
CREATE FUNCTION words_of(given text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT to_tsvector('pg_catalog.simple', fold_words(given)) $$;
-- A telephone number is found with and without its country.
CREATE FUNCTION phone_words(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT given || ' ' || regexp_replace(given, '[^0-9]', '', 'g') || ' ' || right(regexp_replace(given, '[^0-9]', '', 'g'), 8) $$;

CREATE FUNCTION keep_body_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := words_of(NEW.body);
  RETURN NEW;
END
$$;
CREATE FUNCTION keep_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := words_of(NEW.name);
  RETURN NEW;
END
$$;
CREATE FUNCTION keep_case_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := setweight(words_of(NEW.subject), 'A') || setweight(words_of(concat_ws(' ', NEW.external_reference, NEW.product)), 'B')
    || setweight(words_of(NEW.resolution), 'C');
  NEW.staff_search := NULLIF(words_of(array_to_string(NEW.tags, ' ')), '');
  RETURN NEW;
END
$$;
CREATE FUNCTION keep_customer_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := setweight(words_of(NEW.name), 'A')
    || setweight(words_of(concat_ws(' ', NEW.number, NEW.city, NEW.vat_id, NEW.cvr, NEW.website, phone_words(NEW.phone))), 'B');
  RETURN NEW;
END
$$;
CREATE FUNCTION keep_contact_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := setweight(words_of(NEW.name), 'A') || setweight(words_of(concat_ws(' ', NEW.email, NEW.title, phone_words(NEW.phone))), 'B');
  RETURN NEW;
END
$$;
DROP TRIGGER support_case_keeps_words ON support_case;
CREATE TRIGGER support_case_keeps_words BEFORE INSERT OR UPDATE OF subject, external_reference, product, resolution, tags ON support_case
  FOR EACH ROW EXECUTE FUNCTION keep_case_words();
DROP TRIGGER reply_keeps_words ON reply;
CREATE TRIGGER reply_keeps_words BEFORE INSERT OR UPDATE OF body ON reply FOR EACH ROW EXECUTE FUNCTION keep_body_words();
DROP TRIGGER note_keeps_words ON note;
CREATE TRIGGER note_keeps_words BEFORE INSERT OR UPDATE OF body ON note FOR EACH ROW EXECUTE FUNCTION keep_body_words();
CREATE TRIGGER attachment_keeps_words BEFORE INSERT OR UPDATE OF name ON attachment FOR EACH ROW EXECUTE FUNCTION keep_name_words();
CREATE TRIGGER customer_keeps_words BEFORE INSERT OR UPDATE OF name, number, city, vat_id, cvr, website, phone ON customer
  FOR EACH ROW EXECUTE FUNCTION keep_customer_words();
CREATE TRIGGER contact_keeps_words BEFORE INSERT OR UPDATE OF name, email, title, phone ON contact FOR EACH ROW EXECUTE FUNCTION keep_contact_words();

-- What there is already is brought over; indexes are quicker made anew than kept.
DROP INDEX support_case_words;
DROP INDEX reply_words;
DROP INDEX note_words;
SET LOCAL ROLE timedesk_staff;
UPDATE support_case SET search = setweight(words_of(subject), 'A') || setweight(words_of(concat_ws(' ', external_reference, product)), 'B')
    || setweight(words_of(resolution), 'C'),
  staff_search = NULLIF(words_of(array_to_string(tags, ' ')), '');
UPDATE reply SET search = words_of(body);
UPDATE note SET search = words_of(body);
UPDATE attachment SET search = words_of(name);
UPDATE customer SET name = name;
UPDATE contact SET name = name;
RESET ROLE;
CREATE INDEX "support_case_words" ON "support_case" USING GIN ("search");
CREATE INDEX "reply_words" ON "reply" USING GIN ("search");
CREATE INDEX "note_words" ON "note" USING GIN ("search");
CREATE INDEX support_case_staff_words ON support_case USING GIN (staff_search) WHERE staff_search IS NOT NULL;

-- The words that there are, of a length that people type. Those that begin as it was typed come by order, those
-- that hold it or look like it by their groups of three letters.
CREATE FUNCTION is_kept_word(word text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT length(word) <= 40 $$;
ALTER TABLE search_word ADD CONSTRAINT search_word_used CHECK (uses > 0);
ALTER TABLE search_progress ADD CONSTRAINT search_progress_is_one CHECK (id = 1);
SET LOCAL ROLE timedesk_staff;
INSERT INTO search_word (word, uses)
SELECT word, sum(ndoc)::int
  FROM (SELECT * FROM ts_stat('SELECT search FROM reply') UNION ALL SELECT * FROM ts_stat('SELECT search FROM note')
    UNION ALL SELECT * FROM ts_stat('SELECT search FROM support_case') UNION ALL SELECT * FROM ts_stat('SELECT staff_search FROM support_case')
    UNION ALL SELECT * FROM ts_stat('SELECT search FROM attachment') UNION ALL SELECT * FROM ts_stat('SELECT search FROM customer')
    UNION ALL SELECT * FROM ts_stat('SELECT search FROM contact')) w
 WHERE is_kept_word(word) GROUP BY word;
INSERT INTO customer_word (customer_id, word)
SELECT customer_id, lexeme
  FROM (SELECT customer_id, search FROM reply UNION ALL SELECT customer_id, search FROM support_case UNION ALL SELECT customer_id, search FROM contact
    UNION ALL SELECT customer_id, search FROM attachment WHERE reply_id IS NOT NULL) w
  CROSS JOIN LATERAL unnest(w.search)
 WHERE is_kept_word(lexeme) GROUP BY customer_id, lexeme;
INSERT INTO search_progress (sequence, counted_sequence) SELECT coalesce(max(sequence), 0), coalesce(max(sequence), 0) FROM event;
RESET ROLE;
CREATE INDEX search_word_begun ON search_word (word text_pattern_ops) INCLUDE (uses) WHERE uses > 0;
CREATE INDEX search_word_like ON search_word USING GIN (word gin_trgm_ops) WHERE uses > 0;
-- Looser than usual: of seven letters with two swapped, a third of the groups is left.
CREATE FUNCTION words_near(typed text) RETURNS TABLE (word text, uses int) LANGUAGE sql STABLE PARALLEL SAFE
  SET pg_trgm.similarity_threshold = 0.25 AS $$
  SELECT w.word, w.uses FROM search_word w
   WHERE w.uses > 0 AND w.word % typed AND length(w.word) BETWEEN length(typed) - 2 AND length(typed) + 2
   ORDER BY similarity(w.word, typed) DESC LIMIT 200
$$;

-- Who sees all of a customer's cases looks up words among those of its dialogue; for others their own cases are read.
ALTER TABLE search_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_word FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON search_word TO timedesk_staff USING (true) WITH CHECK (true);
ALTER TABLE customer_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_word FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_all ON customer_word TO timedesk_staff USING (true) WITH CHECK (true);
GRANT SELECT ON customer_word TO timedesk_extranet;
REVOKE ALL ON search_word, search_progress FROM timedesk_extranet;
CREATE POLICY own_vocabulary ON customer_word FOR SELECT TO timedesk_extranet
  USING (asking_sees_all() AND asking_reads_dialogue() AND customer_id = asking_customer());
GRANT SELECT (search) ON contact TO timedesk_extranet;
