-- What Prisma's schema has no words for: values, claims, numbers, documents that never change, isolation and self-audit.

-- 1. Values.
ALTER TABLE customer
  ADD CONSTRAINT customer_cvr_form CHECK (cvr = '' OR cvr ~ '^[0-9A-Za-z .-]{2,30}$'),
  ADD CONSTRAINT customer_endpoint_whole CHECK ((endpoint_scheme = '') = (endpoint_id = '')),
  ADD CONSTRAINT customer_terms_counted CHECK (payment_terms_days IS NULL OR payment_terms_days BETWEEN 0 AND 180),
  ADD CONSTRAINT customer_vat_treatment_known CHECK (vat_treatment IN ('domestic', 'reverse_charge', 'export', 'exempt')),
  ADD CONSTRAINT customer_invoice_grouping_known CHECK (invoice_grouping IN ('customer', 'agreement', 'case')),
  ADD CONSTRAINT customer_invoice_detail_known CHECK (invoice_detail IN ('case', 'entry')),
  ADD CONSTRAINT customer_discount_counted CHECK (discount_basis_points BETWEEN 0 AND 10000);
ALTER TABLE invoicing_settings
  ADD CONSTRAINT invoicing_settings_single CHECK (id = 1),
  ADD CONSTRAINT invoicing_settings_endpoint_whole CHECK ((endpoint_scheme = '') = (endpoint_id = '')),
  ADD CONSTRAINT invoicing_settings_terms_counted CHECK (payment_terms_days BETWEEN 0 AND 180),
  ADD CONSTRAINT invoicing_settings_vat_counted CHECK (vat_rate BETWEEN 0 AND 10000),
  ADD CONSTRAINT invoicing_settings_rounding_known CHECK (round_to IN (1, 25, 50, 100)),
  ADD CONSTRAINT invoicing_settings_prefix_form CHECK (invoice_prefix ~ '^[A-Z0-9-]{0,6}$' AND credit_note_prefix ~ '^[A-Z0-9-]{0,6}$' AND invoice_prefix <> credit_note_prefix),
  ADD CONSTRAINT invoicing_settings_first_counted CHECK (first_number BETWEEN 1 AND 900000000);
ALTER TABLE currency_rate ADD CONSTRAINT currency_rate_counted CHECK (rate > 0), ADD CONSTRAINT currency_rate_code CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE invoice
  ADD CONSTRAINT invoice_kind_known CHECK (kind IN ('invoice', 'credit_note')),
  ADD CONSTRAINT invoice_state_known CHECK (state IN ('draft', 'posted')),
  ADD CONSTRAINT invoice_send_state_known CHECK (send_state IN ('none', 'queued', 'sent', 'failed')),
  ADD CONSTRAINT invoice_vat_treatment_known CHECK (vat_treatment IN ('domestic', 'reverse_charge', 'export', 'exempt')),
  ADD CONSTRAINT invoice_discount_counted CHECK (discount_basis_points BETWEEN 0 AND 10000),
  ADD CONSTRAINT invoice_rounding_known CHECK (round_to IN (1, 25, 50, 100)),
  ADD CONSTRAINT invoice_exchange_counted CHECK (exchange_rate IS NULL OR exchange_rate > 0),
  ADD CONSTRAINT invoice_corrects_by_credit CHECK (corrects_id IS NULL OR kind = 'credit_note'),
  -- R44, R46: what is posted has all of these, a draft has none of them.
  ADD CONSTRAINT invoice_numbered_when_posted CHECK (CASE state
    WHEN 'draft' THEN num_nonnulls(number, series_code, series_year, number_in_series, seller, buyer, posted_at, posted_mark) = 0
    ELSE num_nulls(number, series_code, series_year, number_in_series, issued_on, seller, buyer, posted_at, posted_mark, posted_by_name) = 0 END),
  -- BR-CO-13, BR-CO-15, BR-CO-16.
  ADD CONSTRAINT invoice_net_adds_up CHECK (net = line_total - allowance_total),
  ADD CONSTRAINT invoice_gross_adds_up CHECK (gross = net + vat),
  ADD CONSTRAINT invoice_payable_adds_up CHECK (payable = gross + rounding),
  ADD CONSTRAINT invoice_posted_not_negative CHECK (state = 'draft' OR payable >= 0);
ALTER TABLE invoice_line
  ADD CONSTRAINT invoice_line_unit_known CHECK (unit IN ('MIN', 'DAY', 'C62')),
  ADD CONSTRAINT invoice_line_price_counted CHECK (unit_price >= 0 AND base_quantity > 0),
  ADD CONSTRAINT invoice_line_vat_known CHECK (vat_category IN ('S', 'Z', 'E', 'AE', 'G', 'O') AND vat_rate BETWEEN 0 AND 10000 AND (vat_category = 'S' OR vat_rate = 0)),
  ADD CONSTRAINT invoice_line_revenue_known CHECK (revenue IN ('time', 'overage', 'subscription', 'voucher', 'other')),
  -- R43.
  ADD CONSTRAINT invoice_line_adjusted_with_reason CHECK (abs(net - registered) <= 2 OR registered = 0 OR adjustment_reason <> '' OR revenue IN ('time', 'overage')),
  ADD CONSTRAINT invoice_line_period_in_order CHECK ((period_from IS NULL) = (period_to IS NULL) AND period_from <= period_to);
ALTER TABLE invoice_source
  ADD CONSTRAINT invoice_source_known CHECK (source IN ('time', 'voucher_sale', 'voucher_credit', 'subscription_period')),
  ADD CONSTRAINT invoice_source_entry_of_time CHECK ((source = 'time') = (entry_id IS NOT NULL)),
  ADD CONSTRAINT invoice_source_disposition_known CHECK (disposition IN ('rebill', 'write_off', 'return_to_voucher')),
  ADD CONSTRAINT invoice_source_credit_whole CHECK ((credits_id IS NULL) = (disposition IS NULL) AND (credits_id IS NULL OR NOT is_live));
-- R42: at most one live claim.
CREATE UNIQUE INDEX invoice_source_one_live_claim ON invoice_source (source, source_id) WHERE is_live;
CREATE INDEX invoice_source_live_entry ON invoice_source (entry_id) WHERE is_live;
ALTER TABLE potential_mark
  ADD CONSTRAINT potential_mark_kind_known CHECK (kind IN ('hold', 'write_off')),
  ADD CONSTRAINT potential_mark_source_known CHECK (source IN ('time', 'voucher_sale', 'voucher_credit', 'subscription_period')),
  ADD CONSTRAINT potential_mark_has_reason CHECK (reason <> '');
CREATE INDEX invoice_issued ON invoice (issued_on, id) WHERE state = 'posted';
CREATE UNIQUE INDEX potential_mark_one_at_a_time ON potential_mark (source, subject_id) WHERE released_at IS NULL;
ALTER TABLE time_question
  ADD CONSTRAINT time_question_state_known CHECK (state IN ('open', 'answered')),
  ADD CONSTRAINT time_question_resolution_known CHECK (resolution IN ('confirmed', 'adjusted', 'not_charged')),
  ADD CONSTRAINT time_question_answered_whole CHECK ((state = 'answered') = (resolution IS NOT NULL));
CREATE UNIQUE INDEX time_question_one_open ON time_question (entry_id) WHERE state = 'open';
ALTER TABLE invoice_run ADD CONSTRAINT invoice_run_state_known CHECK (state IN ('planned', 'running', 'done', 'cancelled', 'failed'));
ALTER TABLE invoice_run_customer ADD CONSTRAINT invoice_run_customer_state_known CHECK (state IN ('waiting', 'done', 'nothing', 'changed', 'failed', 'cancelled'));
ALTER TABLE number_series
  ADD CONSTRAINT number_series_code_known CHECK (code IN ('invoice', 'credit_note')),
  ADD CONSTRAINT number_series_counted CHECK (next_number > 0);
ALTER TABLE payment ADD CONSTRAINT payment_not_nothing CHECK (amount <> 0 AND (amount < 0) = (reverses_id IS NOT NULL));
ALTER TABLE payment_import_row ADD CONSTRAINT payment_import_outcome_known
  CHECK (outcome IN ('recorded', 'recorded_before', 'unknown_invoice', 'amount_too_high', 'unreadable'));
CREATE UNIQUE INDEX payment_import_row_once ON payment_import_row (key) WHERE outcome = 'recorded';
ALTER TABLE posting
  ADD CONSTRAINT posting_deed_known CHECK (deed IN ('invoice', 'payment', 'voucher_movement', 'subscription_month')),
  ADD CONSTRAINT posting_one_side CHECK (debit >= 0 AND credit >= 0 AND (debit = 0) <> (credit = 0));
ALTER TABLE voucher_order
  ADD CONSTRAINT voucher_order_state_known CHECK (state IN ('open', 'accepted', 'declined')),
  ADD CONSTRAINT voucher_order_unit_known CHECK (unit IN ('minutes', 'cases', 'money')),
  ADD CONSTRAINT voucher_order_counted CHECK (quantity > 0 AND price >= 0),
  ADD CONSTRAINT voucher_order_accepted_by_sale CHECK ((state = 'accepted') = (voucher_id IS NOT NULL));

INSERT INTO invoicing_settings (id) VALUES (1);

-- 2. Numbers: one after the other, dates never go back (R44).
CREATE FUNCTION keep_number_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.next_number <> OLD.next_number + 1 OR NEW.last_issued_on IS NULL OR NEW.last_issued_on < OLD.last_issued_on THEN
    RAISE EXCEPTION 'numbers and dates of a series only go on' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_series_only_goes_on';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER number_series_only_goes_on BEFORE UPDATE OR DELETE ON number_series FOR EACH ROW EXECUTE FUNCTION keep_number_series();

-- 3. What is posted never changes (R46); a draft becomes posted once, when it adds up.
CREATE FUNCTION keep_posted_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  locked date;
  excess uuid;
BEGIN
  IF OLD.state = 'posted' THEN
    IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - '{send_state,sent_to,sent_at,version,pdf_key,pdf_sha256,ubl_key,ubl_sha256}'::text[])
        <> (to_jsonb(OLD) - '{send_state,sent_to,sent_at,version,pdf_key,pdf_sha256,ubl_key,ubl_sha256}'::text[])
      OR (OLD.pdf_key IS NOT NULL AND (NEW.pdf_key, NEW.pdf_sha256) IS DISTINCT FROM (OLD.pdf_key, OLD.pdf_sha256))
      OR (OLD.ubl_key IS NOT NULL AND (NEW.ubl_key, NEW.ubl_sha256) IS DISTINCT FROM (OLD.ubl_key, OLD.ubl_sha256)) THEN
      RAISE EXCEPTION 'a posted document never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'invoice_is_posted';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR NEW.state = 'draft' THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  locked := hard_locked_through();
  IF locked IS NOT NULL AND NEW.issued_on <= locked THEN
    RAISE EXCEPTION 'the period is closed through %', locked USING ERRCODE = 'restrict_violation', CONSTRAINT = 'invoice_period_locked';
  END IF;
  -- BR-16, BR-CO-10, BR-CO-14.
  IF NOT EXISTS (SELECT 1 FROM invoice_line l WHERE l.invoice_id = NEW.id)
    OR NEW.line_total <> (SELECT sum(l.net) FROM invoice_line l WHERE l.invoice_id = NEW.id)
    OR NEW.vat <> (SELECT coalesce(sum(v.vat), 0) FROM invoice_vat v WHERE v.invoice_id = NEW.id)
    OR NEW.net <> (SELECT coalesce(sum(v.base), 0) FROM invoice_vat v WHERE v.invoice_id = NEW.id) THEN
    RAISE EXCEPTION 'a document has to add up' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_adds_up';
  END IF;
  -- R49: never more than there was. Whoever credits the same document waits here.
  IF NEW.corrects_id IS NOT NULL THEN
    PERFORM 1 FROM invoice WHERE id = NEW.corrects_id AND state = 'posted' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'only what is posted can be credited' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_credits_posted';
    END IF;
    SELECT o.id INTO excess FROM invoice_source s JOIN invoice_source o ON o.id = s.credits_id
      CROSS JOIN LATERAL (SELECT sum(b.amount) AS amount FROM invoice_source b JOIN invoice i ON i.id = b.invoice_id
        WHERE b.credits_id = o.id AND (i.state = 'posted' OR i.id = NEW.id)) given
      WHERE s.invoice_id = NEW.id AND (given.amount > greatest(o.amount, 0) OR given.amount < least(o.amount, 0)) LIMIT 1;
    IF excess IS NOT NULL OR NEW.payable > (SELECT i.payable - coalesce((SELECT sum(c.payable) FROM invoice c
        WHERE c.corrects_id = i.id AND c.state = 'posted'), 0) FROM invoice i WHERE i.id = NEW.corrects_id) THEN
      RAISE EXCEPTION 'no more can be credited than was invoiced' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_credits_at_most';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER invoice_is_posted BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION keep_posted_invoice();

CREATE FUNCTION refuse_change_of_posted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM invoice i WHERE i.state = 'posted' AND i.id IN (
      CASE WHEN TG_OP <> 'INSERT' THEN OLD.invoice_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.invoice_id END)) THEN
    RAISE EXCEPTION 'a posted document never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'invoice_is_posted';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER invoice_line_is_posted BEFORE INSERT OR UPDATE OR DELETE ON invoice_line FOR EACH ROW EXECUTE FUNCTION refuse_change_of_posted();
CREATE TRIGGER invoice_vat_is_posted BEFORE INSERT OR UPDATE OR DELETE ON invoice_vat FOR EACH ROW EXECUTE FUNCTION refuse_change_of_posted();
CREATE TRIGGER invoice_source_is_posted BEFORE INSERT OR UPDATE OF id, invoice_id, line_id, customer_id, source, source_id, entry_id, registered, amount, minutes, credits_id, disposition
  OR DELETE ON invoice_source FOR EACH ROW EXECUTE FUNCTION refuse_change_of_posted();
-- A claim ends when its draft goes, or by a credit note that gives the item back; it never comes back to life.
CREATE FUNCTION keep_claim_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_live AND NOT OLD.is_live THEN
    RAISE EXCEPTION 'an ended claim stays ended' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'invoice_source_stays_ended';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER invoice_source_stays_ended BEFORE UPDATE OF is_live ON invoice_source FOR EACH ROW EXECUTE FUNCTION keep_claim_ended();

CREATE TRIGGER payment_is_append_only BEFORE UPDATE OR DELETE ON payment FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER posting_is_append_only BEFORE UPDATE OR DELETE ON posting FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER reminder_is_append_only BEFORE UPDATE OR DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER payment_is_never_emptied BEFORE TRUNCATE ON payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER posting_is_never_emptied BEFORE TRUNCATE ON posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
REVOKE UPDATE, DELETE, TRUNCATE ON payment, posting, reminder FROM timedesk_staff;
REVOKE DELETE, TRUNCATE ON number_series, time_question, voucher_order, potential_mark, payment_import, payment_import_row FROM timedesk_staff;

-- Money comes only for what is posted, and not more than is owed.
CREATE FUNCTION keep_payment_owed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owed bigint;
BEGIN
  SELECT i.payable INTO owed FROM invoice i WHERE i.id = NEW.invoice_id AND i.state = 'posted' FOR NO KEY UPDATE;
  owed := owed - coalesce((SELECT sum(p.amount) FROM payment p WHERE p.invoice_id = NEW.invoice_id), 0);
  IF owed IS NULL OR NEW.amount > owed THEN
    RAISE EXCEPTION 'more than is owed' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_is_owed';
  END IF;
  IF NEW.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.id = NEW.reverses_id AND p.invoice_id = NEW.invoice_id AND p.amount = -NEW.amount) THEN
    RAISE EXCEPTION 'a reversal takes a whole payment back' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_reversal_whole';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER payment_is_owed BEFORE INSERT ON payment FOR EACH ROW EXECUTE FUNCTION keep_payment_owed();

-- How a document was sent is what became of the mail that brought it, the latest one.
CREATE FUNCTION tell_document_of_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invoice SET send_state = CASE NEW.state WHEN 'waiting' THEN 'queued' WHEN 'sent' THEN 'sent' ELSE 'failed' END,
      sent_to = NEW.to_address, sent_at = NEW.sent_at
   WHERE id = NEW.invoice_id
     AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.invoice_id = NEW.invoice_id AND m.kind = 'invoice' AND (m.created_at, m.id) > (NEW.created_at, NEW.id));
  RETURN NULL;
END
$$;
CREATE TRIGGER mail_tells_document AFTER INSERT OR UPDATE OF state ON mail FOR EACH ROW WHEN (NEW.kind = 'invoice') EXECUTE FUNCTION tell_document_of_mail();
-- The sweep of files asks for them.
CREATE UNIQUE INDEX invoice_pdf_key ON invoice (pdf_key) WHERE pdf_key IS NOT NULL;
CREATE UNIQUE INDEX invoice_ubl_key ON invoice (ubl_key) WHERE ubl_key IS NOT NULL;
CREATE INDEX invoice_without_files ON invoice (posted_at) WHERE state = 'posted' AND (pdf_key IS NULL OR ubl_key IS NULL);

-- 4. What a document charges stays as it was charged: time with a live claim, or that was written off, keeps its worth.
CREATE FUNCTION is_settled_time(entry uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM invoice_source s WHERE s.entry_id = entry AND s.is_live)
    OR EXISTS (SELECT 1 FROM potential_mark m WHERE m.source = 'time' AND m.subject_id = entry AND m.kind = 'write_off' AND m.released_at IS NULL)
$$;
CREATE FUNCTION refuse_settled_worth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_settled_time(OLD.entry_id) THEN
    RAISE EXCEPTION 'the time is on a document' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'time_entry_settled';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE FUNCTION refuse_settled_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - '{state,version,internal_text,customer_text}'::text[]) = (to_jsonb(OLD) - '{state,version,internal_text,customer_text}'::text[]) THEN
    RETURN NEW;
  END IF;
  IF is_settled_time(OLD.id) THEN
    RAISE EXCEPTION 'the time is on a document' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'time_entry_settled';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER time_entry_settled BEFORE UPDATE OR DELETE ON time_entry FOR EACH ROW EXECUTE FUNCTION refuse_settled_time();
CREATE TRIGGER time_rating_settled BEFORE UPDATE OF billable_minutes, rate_per_hour, amount, currency OR DELETE ON time_rating FOR EACH ROW EXECUTE FUNCTION refuse_settled_worth();
-- Of time that is on a document in part, the part that waits for a decision can still be decided on.
CREATE FUNCTION refuse_settled_piece() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'hold') = (to_jsonb(OLD) - 'hold')
    AND NOT EXISTS (SELECT 1 FROM invoice_source s WHERE s.source = 'time' AND s.source_id = OLD.id AND s.is_live)
    AND NOT EXISTS (SELECT 1 FROM potential_mark m WHERE m.source = 'time' AND m.subject_id = OLD.entry_id AND m.kind = 'write_off' AND m.released_at IS NULL) THEN
    RETURN NEW;
  END IF;
  IF is_settled_time(OLD.entry_id) THEN
    RAISE EXCEPTION 'the time is on a document' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'time_entry_settled';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER cover_piece_settled BEFORE UPDATE OF entry_id, kind, minutes, factor, rate_per_hour, amount, agreement_id, pool_id, units, hold OR DELETE
  ON cover_piece FOR EACH ROW EXECUTE FUNCTION refuse_settled_piece();
CREATE FUNCTION refuse_claimed_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM invoice_source s WHERE s.source = 'subscription_period' AND s.source_id = OLD.id AND s.is_live) THEN
    RAISE EXCEPTION 'the period is on a document' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'subscription_period_claimed';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER subscription_period_claimed BEFORE DELETE ON subscription_period FOR EACH ROW EXECUTE FUNCTION refuse_claimed_period();

-- 5. Row-level security, forced.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'invoice', 'invoice_line', 'invoice_vat', 'invoice_source', 'potential_mark', 'time_question', 'invoice_run', 'invoice_run_customer',
    'number_series', 'invoicing_settings', 'currency_rate', 'payment', 'payment_import', 'payment_import_row', 'reminder', 'posting', 'voucher_order'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY staff_all ON %I TO timedesk_staff USING (true) WITH CHECK (true)', owned);
  END LOOP;
END
$$;
GRANT SELECT (shows_invoices) ON customer TO timedesk_extranet;

-- What a contact may see of invoices: posted ones of its customer, as manager or bookkeeper, where the customer's switch allows it.
CREATE FUNCTION asking_sees_invoices() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT asking_role() IN ('manager', 'bookkeeper') $$;
CREATE VIEW extranet_invoice WITH (security_barrier = true) AS
  SELECT i.id, i.customer_id, i.kind, i.number, i.issued_on, i.due_on, i.period_from, i.period_to, i.currency, i.order_reference, i.buyer_reference,
      i.note, i.reason, i.corrects_id, o.number AS corrects_number, i.line_total, i.allowance_total, i.net, i.vat, i.gross, i.rounding, i.payable,
      own.paid, own.credited, i.pdf_key, i.ubl_key,
      -- What is left to be paid; of a credit note, negative, what of it goes back because its invoice was paid.
      CASE i.kind WHEN 'invoice' THEN i.payable - own.paid - own.credited + own.paid_back
        ELSE -least(i.payable - own.paid, greatest(0, coalesce(its.paid + its.credited - its.paid_back - o.payable, 0))) END AS remaining
    FROM invoice i JOIN customer cu ON cu.id = i.customer_id LEFT JOIN invoice o ON o.id = i.corrects_id
    CROSS JOIN LATERAL (SELECT (SELECT coalesce(sum(p.amount), 0)::bigint FROM payment p WHERE p.invoice_id = i.id) AS paid,
        (SELECT coalesce(sum(c.payable), 0)::bigint FROM invoice c WHERE c.corrects_id = i.id AND c.state = 'posted') AS credited,
        (SELECT coalesce(sum(p.amount), 0)::bigint FROM invoice c JOIN payment p ON p.invoice_id = c.id WHERE c.corrects_id = i.id AND c.state = 'posted') AS paid_back) own
    LEFT JOIN LATERAL (SELECT (SELECT coalesce(sum(p.amount), 0)::bigint FROM payment p WHERE p.invoice_id = i.corrects_id) AS paid,
        (SELECT coalesce(sum(c.payable), 0)::bigint FROM invoice c WHERE c.corrects_id = i.corrects_id AND c.state = 'posted') AS credited,
        (SELECT coalesce(sum(p.amount), 0)::bigint FROM invoice c JOIN payment p ON p.invoice_id = c.id WHERE c.corrects_id = i.corrects_id AND c.state = 'posted') AS paid_back) its ON i.corrects_id IS NOT NULL
   WHERE i.customer_id = asking_customer() AND i.state = 'posted' AND cu.shows_invoices AND asking_sees_invoices();
CREATE VIEW extranet_invoice_line WITH (security_barrier = true) AS
  SELECT l.id, l.customer_id, l.invoice_id, l.position, l.text, l.description, l.quantity, l.unit, l.unit_price, l.base_quantity, l.allowance, l.net,
      l.vat_category, l.vat_rate, l.period_from, l.period_to, c.id AS case_id, c.number AS case_number
    FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id JOIN customer cu ON cu.id = l.customer_id
    LEFT JOIN support_case c ON c.id = l.case_id AND (asking_sees_all() OR c.contact_id = asking_contact())
   WHERE l.customer_id = asking_customer() AND i.state = 'posted' AND cu.shows_invoices AND asking_sees_invoices();
CREATE VIEW extranet_invoice_vat WITH (security_barrier = true) AS
  SELECT v.invoice_id, v.category, v.rate, v.base, v.vat
    FROM invoice_vat v JOIN invoice i ON i.id = v.invoice_id JOIN customer cu ON cu.id = i.customer_id
   WHERE i.customer_id = asking_customer() AND i.state = 'posted' AND cu.shows_invoices AND asking_sees_invoices();

-- A line of time tells what was asked about it, and whether it can be: what is invoiced cannot.
DROP VIEW extranet_time_line;
CREATE VIEW extranet_time_line WITH (security_barrier = true) AS
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
     AND (asking_sees_all() OR c.contact_id = asking_contact());
-- Which of the customer's time waits to be accepted beyond an agreement (R22); what was taken back waits for nobody.
CREATE VIEW extranet_overage WITH (security_barrier = true) AS
  SELECT t.id AS entry_id
    FROM time_entry t
   WHERE t.customer_id = asking_customer() AND t.correction IS DISTINCT FROM 'reversal'
     AND t.id IN (SELECT p.entry_id FROM cover_piece p WHERE p.hold = 'approval')
     AND NOT EXISTS (SELECT 1 FROM time_entry b WHERE b.corrects_id = t.id AND b.correction = 'reversal');
GRANT SELECT ON extranet_time_line, extranet_overage, extranet_invoice, extranet_invoice_line, extranet_invoice_vat TO timedesk_extranet;
GRANT CREATE ON SCHEMA public TO timedesk_staff;
ALTER VIEW extranet_time_line OWNER TO timedesk_staff;
ALTER VIEW extranet_overage OWNER TO timedesk_staff;
ALTER VIEW extranet_invoice OWNER TO timedesk_staff;
ALTER VIEW extranet_invoice_line OWNER TO timedesk_staff;
ALTER VIEW extranet_invoice_vat OWNER TO timedesk_staff;
REVOKE CREATE ON SCHEMA public FROM timedesk_staff;

GRANT SELECT, INSERT ON time_question TO timedesk_extranet;
CREATE POLICY own_questions ON time_question FOR SELECT TO timedesk_extranet
  USING (customer_id = asking_customer() AND EXISTS (SELECT 1 FROM extranet_time_line t WHERE t.id = time_question.entry_id));
CREATE POLICY asks ON time_question FOR INSERT TO timedesk_extranet
  WITH CHECK (customer_id = asking_customer() AND contact_id = asking_contact() AND state = 'open'
    AND EXISTS (SELECT 1 FROM extranet_time_line t WHERE t.id = time_question.entry_id AND t.is_billable AND NOT t.is_invoiced));
GRANT SELECT, INSERT ON voucher_order TO timedesk_extranet;
GRANT USAGE, SELECT ON SEQUENCE voucher_order_number_seq TO timedesk_extranet;
CREATE POLICY own_orders ON voucher_order FOR SELECT TO timedesk_extranet
  USING (customer_id = asking_customer() AND asking_role() IN ('manager', 'bookkeeper'));
CREATE POLICY orders ON voucher_order FOR INSERT TO timedesk_extranet
  WITH CHECK (customer_id = asking_customer() AND contact_id = asking_contact() AND state = 'open' AND asking_role() = 'manager');

-- A question waits for a posting that is under way, and is refused when that had the line first. Contacts cannot see drafts: the guard looks as staff.
CREATE FUNCTION refuse_question_of_posted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM 1 FROM invoice i WHERE i.id IN (SELECT s.invoice_id FROM invoice_source s WHERE s.entry_id = NEW.entry_id AND s.is_live) ORDER BY i.id FOR SHARE;
  IF EXISTS (SELECT 1 FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id WHERE s.entry_id = NEW.entry_id AND s.is_live AND i.state = 'posted') THEN
    RAISE EXCEPTION 'the time is on a posted document' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'time_question_before_posting';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER time_question_before_posting BEFORE INSERT ON time_question FOR EACH ROW EXECUTE FUNCTION refuse_question_of_posted();

-- What a manager can order: each size of a voucher as it was sold last under the agreement, with its price.
CREATE VIEW extranet_voucher_offer WITH (security_barrier = true) AS
  SELECT DISTINCT ON (v.agreement_id, pool.unit, v.quantity) v.agreement_id, pool.unit, v.quantity, v.price, v.currency, v.number AS sold_as
    FROM voucher v JOIN cover_pool pool ON pool.id = v.id JOIN agreement a ON a.id = v.agreement_id
   WHERE v.customer_id = asking_customer() AND asking_role() = 'manager' AND a.settlement = 'voucher' AND a.state = 'active' AND v.state <> 'cancelled'
   ORDER BY v.agreement_id, pool.unit, v.quantity, v.number DESC;
GRANT SELECT ON extranet_voucher_offer TO timedesk_extranet;
GRANT CREATE ON SCHEMA public TO timedesk_staff;
ALTER FUNCTION refuse_question_of_posted() OWNER TO timedesk_staff;
ALTER VIEW extranet_voucher_offer OWNER TO timedesk_staff;
REVOKE CREATE ON SCHEMA public FROM timedesk_staff;

-- 6. What can be invoiced, without what a document claims or somebody wrote off (R41).
CREATE OR REPLACE VIEW potential_time WITH (security_invoker = true) AS
  SELECT p.id AS source_id, t.id AS entry_id, t.customer_id, p.agreement_id, t.case_id, t.project_id, t.work_date AS day,
      p.kind, p.minutes, p.amount, r.currency,
      CASE WHEN p.kind = 'missing_rate' THEN 'missing_rate'
        WHEN p.hold = 'approval' THEN 'overage_approval'
        WHEN p.hold = 'blocked' THEN 'overage_blocked'
        WHEN q.entry_id IS NOT NULL THEN 'disputed'
        WHEN m.kind = 'hold' THEN 'held'
        WHEN co.approves_time AND (t.state <> 'approved' OR o.state <> 'approved') THEN 'time_approval'
        WHEN cu.requires_po AND coalesce(a.po_number, '') = '' THEN 'po_missing' END AS held_because,
      p.position, t.minutes AS worked_minutes
    FROM cover_piece p
    JOIN time_entry t ON t.id = p.entry_id
    JOIN time_rating r ON r.entry_id = t.id
    JOIN customer cu ON cu.id = t.customer_id
    LEFT JOIN agreement a ON a.id = p.agreement_id
    -- A correction waits for what it corrects, so that never one half of the two is ready alone. Few entries are one.
    LEFT JOIN (SELECT x.id, original.state FROM time_entry x JOIN time_entry original ON original.id = x.corrects_id
      WHERE x.corrects_id IS NOT NULL) o ON o.id = t.id
    LEFT JOIN (SELECT w.entry_id FROM time_question w WHERE w.state = 'open') q ON q.entry_id = t.id
    LEFT JOIN (SELECT w.subject_id, w.kind FROM potential_mark w WHERE w.source = 'time' AND w.released_at IS NULL) m ON m.subject_id = t.id
    CROSS JOIN company co
   WHERE t.is_billable AND p.kind IN ('time_spent', 'overage', 'missing_rate') AND p.hold IS DISTINCT FROM 'declined'
     AND m.kind IS DISTINCT FROM 'write_off'
     AND NOT EXISTS (SELECT 1 FROM invoice_source s WHERE s.source = 'time' AND s.source_id = p.id AND s.is_live);

CREATE OR REPLACE VIEW potential_item WITH (security_invoker = true) AS
  SELECT 'time'::text AS source, source_id, entry_id, customer_id, agreement_id, case_id, project_id, day, kind, minutes, amount, currency, held_because
    FROM potential_time
  UNION ALL
  SELECT x.source, x.source_id, NULL, x.customer_id, x.agreement_id, NULL, NULL, x.day, x.kind, NULL, x.amount, x.currency,
      CASE WHEN m.kind = 'hold' THEN 'held'
        WHEN x.amount >= 0 AND cu.requires_po AND a.po_number = '' THEN 'po_missing' END
    FROM (
      SELECT 'voucher_sale' AS source, v.id AS source_id, v.customer_id, v.agreement_id, v.sold_on AS day, 'voucher_sale' AS kind, v.price AS amount, v.currency
        FROM voucher v
      UNION ALL
      SELECT 'voucher_credit', l.id, l.customer_id, v.agreement_id, l.booked_on, 'voucher_credit', -l.credited, v.currency
        FROM pool_ledger l JOIN voucher v ON v.id = l.pool_id WHERE l.kind = 'cancel' AND l.credited > 0
      UNION ALL
      SELECT 'subscription_period', s.id, s.customer_id, s.agreement_id, s.due_on, 'subscription_' || s.kind, s.amount, s.currency
        FROM subscription_period s WHERE s.charged_days > 0
    ) x
    JOIN customer cu ON cu.id = x.customer_id
    JOIN agreement a ON a.id = x.agreement_id
    LEFT JOIN potential_mark m ON m.source = x.source AND m.subject_id = x.source_id AND m.released_at IS NULL
   WHERE m.kind IS DISTINCT FROM 'write_off'
     AND NOT EXISTS (SELECT 1 FROM invoice_source s WHERE s.source = x.source AND s.source_id = x.source_id AND s.is_live);

-- 7. What must always be true, in addition.
CREATE VIEW invoicing_violations WITH (security_invoker = true) AS
  -- (c) registered = potential + on documents + written off + declined. A credit note turns the sign of what it claims.
  SELECT 'potential_differs_from_registered' AS kind, r.entry_id::text AS subject
    FROM time_rating r
    LEFT JOIN (SELECT i.entry_id, sum(i.amount) AS amount FROM potential_time i GROUP BY i.entry_id) waiting ON waiting.entry_id = r.entry_id
    LEFT JOIN (SELECT s.entry_id, sum(CASE i.kind WHEN 'credit_note' THEN -s.registered ELSE s.registered END) AS amount
      FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id WHERE s.is_live AND s.source = 'time' GROUP BY s.entry_id) claimed ON claimed.entry_id = r.entry_id
    LEFT JOIN (SELECT m.subject_id, sum(p.amount) AS amount FROM potential_mark m JOIN cover_piece p ON p.entry_id = m.subject_id
      WHERE m.source = 'time' AND m.kind = 'write_off' AND m.released_at IS NULL AND p.kind IN ('time_spent', 'overage') AND p.hold IS DISTINCT FROM 'declined'
        AND NOT EXISTS (SELECT 1 FROM invoice_source s WHERE s.source = 'time' AND s.source_id = p.id AND s.is_live)
      GROUP BY m.subject_id) given_up ON given_up.subject_id = r.entry_id
    LEFT JOIN (SELECT p.entry_id, sum(p.amount) AS amount FROM cover_piece p WHERE p.hold = 'declined' GROUP BY p.entry_id) declined ON declined.entry_id = r.entry_id
   WHERE r.amount IS NOT NULL
     AND r.amount <> coalesce(waiting.amount, 0) + coalesce(claimed.amount, 0) + coalesce(given_up.amount, 0) + coalesce(declined.amount, 0)
  UNION ALL
  SELECT 'line_differs_from_sources', l.id::text
    FROM invoice_line l JOIN (SELECT s.line_id, sum(s.amount) AS amount, sum(s.registered) AS registered FROM invoice_source s GROUP BY s.line_id) s ON s.line_id = l.id
   WHERE l.net <> s.amount OR l.registered <> s.registered
  UNION ALL
  SELECT 'invoice_differs_from_lines', i.id::text
    FROM invoice i LEFT JOIN (SELECT l.invoice_id, sum(l.net) AS net FROM invoice_line l GROUP BY l.invoice_id) l ON l.invoice_id = i.id
    LEFT JOIN (SELECT v.invoice_id, sum(v.vat) AS vat, sum(v.base) AS base FROM invoice_vat v GROUP BY v.invoice_id) v ON v.invoice_id = i.id
   WHERE i.line_total <> coalesce(l.net, 0) OR i.vat <> coalesce(v.vat, 0) OR i.net <> coalesce(v.base, 0)
  UNION ALL
  -- (d)
  SELECT 'gap_in_numbers', s.code || ' ' || s.year::text
    FROM number_series s
    LEFT JOIN (SELECT series_code, series_year, count(*) AS count, min(number_in_series) AS first, max(number_in_series) AS last
      FROM invoice WHERE state = 'posted' GROUP BY series_code, series_year) i ON i.series_code = s.code AND i.series_year = s.year
   WHERE coalesce(i.last + 1, s.next_number) <> s.next_number OR (i.count IS NOT NULL AND i.last - i.first + 1 <> i.count)
  UNION ALL
  SELECT 'number_without_series', i.id::text
    FROM invoice i WHERE i.state = 'posted' AND NOT EXISTS (SELECT 1 FROM number_series s WHERE s.code = i.series_code AND s.year = i.series_year)
  UNION ALL
  SELECT 'dates_go_back_in_series', i.id::text
    FROM invoice i JOIN invoice b ON b.series_code = i.series_code AND b.series_year = i.series_year AND b.number_in_series = i.number_in_series - 1
   WHERE b.issued_on > i.issued_on
  UNION ALL
  SELECT 'credited_more_than_invoiced', i.id::text
    FROM invoice i WHERE i.payable < (SELECT coalesce(sum(c.payable), 0) FROM invoice c WHERE c.corrects_id = i.id AND c.state = 'posted')
  UNION ALL
  SELECT 'paid_more_than_owed', i.id::text
    FROM invoice i WHERE i.payable < (SELECT coalesce(sum(p.amount), 0) FROM payment p WHERE p.invoice_id = i.id)
  UNION ALL
  SELECT 'postings_do_not_balance', p.deed || ' ' || p.deed_id::text
    FROM posting p GROUP BY p.deed, p.deed_id HAVING sum(p.debit) <> sum(p.credit)
  UNION ALL
  SELECT 'posted_without_postings', i.id::text
    FROM invoice i WHERE i.state = 'posted' AND i.gross <> 0 AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.deed = 'invoice' AND p.deed_id = i.id);
GRANT SELECT ON invoicing_violations TO timedesk_staff;
CREATE OR REPLACE VIEW integrity_violations WITH (security_invoker = true) AS
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
   WHERE r.amount IS NOT NULL AND r.amount <> (SELECT coalesce(sum(p.amount), 0) FROM cover_piece p WHERE p.entry_id = r.entry_id)
  UNION ALL
  SELECT 'pool_differs_from_ledger', pool.id::text
    FROM cover_pool pool
    CROSS JOIN LATERAL (SELECT coalesce(sum(l.units), 0) AS units, coalesce(sum(l.liability_change), 0) AS liability FROM pool_ledger l WHERE l.pool_id = pool.id) s
   WHERE pool.balance <> s.units OR pool.liability <> s.liability
  UNION ALL
  -- Price = recognised + liability + credited, what was transferred counted where it is.
  SELECT 'voucher_price_does_not_tie', v.id::text
    FROM voucher v JOIN cover_pool pool ON pool.id = v.id
    CROSS JOIN LATERAL (SELECT coalesce(sum(l.revenue), 0) AS earned, coalesce(sum(l.credited), 0) AS credited,
        coalesce(sum(l.liability_change) FILTER (WHERE l.kind IN ('transfer_in', 'transfer_out')), 0) AS moved FROM pool_ledger l WHERE l.pool_id = v.id) s
   WHERE v.price + s.moved <> s.earned + pool.liability + s.credited
  UNION ALL
  SELECT 'piece_differs_from_draw', p.id::text
    FROM cover_piece p LEFT JOIN pool_ledger l ON l.id = p.ledger_id
   WHERE coalesce(p.units, 0) <> 0 AND (l.id IS NULL OR l.units <> -p.units OR l.pool_id <> p.pool_id OR l.entry_id IS DISTINCT FROM p.entry_id)
  UNION ALL
  SELECT 'draw_without_piece', l.id::text
    FROM pool_ledger l
   WHERE l.kind = 'draw'
     AND NOT EXISTS (SELECT 1 FROM cover_piece p WHERE p.ledger_id = l.id)
     AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = l.id)
  UNION ALL
  SELECT 'case_drew_twice', l.pool_id::text || ' ' || l.case_id::text
    FROM pool_ledger l JOIN cover_pool pool ON pool.id = l.pool_id
   WHERE pool.unit = 'cases' AND l.kind = 'draw' AND l.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = l.id)
   GROUP BY l.pool_id, l.case_id HAVING count(*) > 1
  UNION ALL
  SELECT 'reversal_differs_from_original', t.id::text
    FROM time_entry t JOIN time_entry o ON o.id = t.corrects_id
   WHERE t.correction = 'reversal' AND (t.minutes <> -o.minutes OR t.customer_id IS DISTINCT FROM o.customer_id OR t.case_id IS DISTINCT FROM o.case_id)
  UNION ALL
  SELECT 'replacement_without_reversal', t.id::text
    FROM time_entry t
   WHERE t.correction = 'replacement' AND NOT EXISTS (SELECT 1 FROM time_entry o WHERE o.corrects_id = t.corrects_id AND o.correction = 'reversal')
  UNION ALL
  SELECT 'entry_differs_from_week', t.id::text
    FROM time_entry t LEFT JOIN week_sheet w ON w.employee_id = t.employee_id AND w.monday = date_trunc('week', t.work_date)::date
   WHERE t.correction IS NULL
     AND t.state <> CASE coalesce(w.state, 'open') WHEN 'rejected' THEN 'open' ELSE coalesce(w.state, 'open') END
  UNION ALL
  SELECT 'period_missing_before', s.id::text
    FROM subscription_period s JOIN subscription_line line ON line.id = s.line_id
   WHERE s.kind = 'regular' AND s.from_day > line.starts_on
     AND NOT EXISTS (SELECT 1 FROM subscription_period b WHERE b.line_id = s.line_id AND b.kind = 'regular' AND b.to_day = s.from_day - 1)
  UNION ALL
  SELECT kind, subject FROM invoicing_violations;

-- 8. What a fee has earned through a day: whole months earn the same, a part of a month its share of days, rounded as a running total (R39).
-- A number that 28, 29, 30 and 31 divide stands for a month.
CREATE FUNCTION month_weight_through(day date) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ((extract(year FROM day) * 12 + extract(month FROM day)) * 377580
    + extract(day FROM day) * 377580 / extract(day FROM date_trunc('month', day::timestamp) + interval '1 month - 1 day'))::bigint
$$;
CREATE FUNCTION earned_through(amount bigint, from_day date, to_day date, day date) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN day < from_day THEN 0 WHEN day >= to_day THEN amount
    ELSE round(amount::numeric * (month_weight_through(day) - month_weight_through(from_day - 1))
      / (month_weight_through(to_day) - month_weight_through(from_day - 1)))::bigint END
$$;
-- What a foreign unit is worth on a day, in millionths: by the rate in force, or the first one when none was yet; without any it counts as it is.
-- In a language that is not inlined, since a query that is in it cannot be run by several workers.
CREATE FUNCTION rate_in_force(code text, day date) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN coalesce(
    (SELECT k.rate FROM currency_rate k WHERE k.currency = code AND k.valid_from <= day ORDER BY k.valid_from DESC LIMIT 1),
    (SELECT k.rate FROM currency_rate k WHERE k.currency = code ORDER BY k.valid_from LIMIT 1), 1000000);
END
$$;
