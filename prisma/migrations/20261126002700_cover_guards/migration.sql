-- What Prisma's schema has no words for: values, the ledger that keeps the pools, locks, isolation and self-audit.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 1. Values.
ALTER TABLE activity_type
  ADD CONSTRAINT activity_type_factor_counted CHECK (factor BETWEEN 0 AND 10000),
  ADD CONSTRAINT activity_type_rate_counted CHECK (fixed_rate IS NULL OR fixed_rate >= 0),
  ADD CONSTRAINT activity_type_minimum_counted CHECK (minimum_minutes BETWEEN 0 AND 480),
  ADD CONSTRAINT activity_type_vat_known CHECK (vat_category IN ('standard', 'zero_rated', 'exempt', 'outside_scope'));
ALTER TABLE price_class
  ADD CONSTRAINT price_class_rate_counted CHECK (rate_per_hour IS NULL OR rate_per_hour >= 0),
  ADD CONSTRAINT price_class_factor_counted CHECK (draw_factor BETWEEN 0 AND 10000);
ALTER TABLE rate_card_row ADD CONSTRAINT rate_card_row_rate_counted CHECK (rate_per_hour >= 0);
CREATE UNIQUE INDEX rate_card_row_one_price ON rate_card_row (rate_card_id, price_class_id, coalesce(activity_type_id, price_class_id), valid_from);
ALTER TABLE service_calendar_span
  ADD CONSTRAINT service_calendar_span_weekday_known CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT service_calendar_span_in_a_day CHECK (opens_at >= 0 AND opens_at < closes_at AND closes_at <= 1440),
  ADD CONSTRAINT service_calendar_span_apart EXCLUDE USING gist (calendar_id WITH =, weekday WITH =, int4range(opens_at, closes_at) WITH &&);
ALTER TABLE cost_rate ADD CONSTRAINT cost_rate_counted CHECK (rate_per_hour >= 0);
ALTER TABLE employee ADD CONSTRAINT employee_works_seven_days
  CHECK (cardinality(working_minutes) = 7 AND 0 <= ALL (working_minutes) AND 1440 >= ALL (working_minutes));
ALTER TABLE customer
  ADD CONSTRAINT customer_cover_order_known CHECK (cover_order <@ ARRAY['subscription', 'voucher'] AND cover_order @> ARRAY['subscription', 'voucher'] AND cardinality(cover_order) = 2),
  ADD CONSTRAINT customer_shows_time_known CHECK (shows_time IN ('none', 'approved', 'live'));
ALTER TABLE company ADD CONSTRAINT company_locks_in_order
  CHECK (hard_locked_through IS NULL OR (soft_locked_through IS NOT NULL AND soft_locked_through >= hard_locked_through));
ALTER TABLE agreement
  ADD CONSTRAINT agreement_rounding_scope_known CHECK (rounding_scope IN ('entry', 'case_day', 'case_period')),
  ADD CONSTRAINT agreement_after_hours_known CHECK (after_hours IN ('none', 'automatic', 'suggest')),
  ADD CONSTRAINT agreement_after_hours_has_calendar CHECK (after_hours = 'none' OR calendar_id IS NOT NULL),
  ADD CONSTRAINT agreement_factors_counted CHECK (after_hours_factor BETWEEN 1000 AND 10000
    AND coalesce(weekend_factor, 1000) BETWEEN 1000 AND 10000 AND coalesce(holiday_factor, 1000) BETWEEN 1000 AND 10000),
  ADD CONSTRAINT agreement_overage_known CHECK (overage_policy IN ('bill', 'approve', 'block')),
  ADD CONSTRAINT agreement_overage_rate_counted CHECK (overage_rate IS NULL OR overage_rate >= 0),
  ADD CONSTRAINT agreement_thresholds_percent CHECK (0 < ALL (thresholds) AND 100 >= ALL (thresholds)),
  ADD CONSTRAINT agreement_renewal_known CHECK (renewal IN ('none', 'automatic')),
  ADD CONSTRAINT agreement_term_counted CHECK (term_months IS NULL OR term_months BETWEEN 1 AND 120),
  ADD CONSTRAINT agreement_renews_by_term CHECK (renewal = 'none' OR (term_months IS NOT NULL AND valid_to IS NOT NULL)),
  ADD CONSTRAINT agreement_notice_counted CHECK (notice_days BETWEEN 0 AND 730),
  ADD CONSTRAINT agreement_terminated_ends CHECK (terminated_on IS NULL OR valid_to IS NOT NULL);
ALTER TABLE agreement_scope
  ADD CONSTRAINT agreement_scope_mode_known CHECK (mode IN ('include', 'exclude')),
  ADD CONSTRAINT agreement_scope_names_one CHECK (num_nonnulls(case_type_id, activity_type_id, department_id, project_id) = 1);
CREATE UNIQUE INDEX agreement_scope_once ON agreement_scope (agreement_id, coalesce(case_type_id, activity_type_id, department_id, project_id));

-- Several agreements on time spent may hold at once when each is for some work; two that are for all work may not.
DROP INDEX agreement_one_active_time_spent;
ALTER TABLE agreement ADD CONSTRAINT agreement_one_active_time_spent
  EXCLUDE USING gist (customer_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (settlement = 'time_spent' AND state = 'active' AND NOT is_scoped);

ALTER TABLE cover_pool
  ADD CONSTRAINT cover_pool_kind_known CHECK (kind IN ('voucher', 'quota')),
  ADD CONSTRAINT cover_pool_unit_known CHECK (unit IN ('minutes', 'cases', 'money', 'unlimited')),
  ADD CONSTRAINT cover_pool_balance_never_negative CHECK (balance >= 0),
  ADD CONSTRAINT cover_pool_liability_never_negative CHECK (liability >= 0),
  ADD CONSTRAINT cover_pool_unlimited_is_a_quota CHECK (unit <> 'unlimited' OR (kind = 'quota' AND balance = 0)),
  ADD CONSTRAINT cover_pool_quota_owes_nothing CHECK (kind = 'voucher' OR liability = 0),
  ADD CONSTRAINT cover_pool_expires_after_start CHECK (expires_on IS NULL OR expires_on >= valid_from);
ALTER TABLE pool_ledger
  ADD CONSTRAINT pool_ledger_kind_known
    CHECK (kind IN ('sale', 'grant', 'draw', 'return', 'transfer_in', 'transfer_out', 'expire', 'extend', 'adjust', 'cancel')),
  ADD CONSTRAINT pool_ledger_sign CHECK (CASE
    WHEN kind IN ('sale', 'grant', 'return', 'transfer_in') THEN units > 0
    WHEN kind IN ('draw', 'transfer_out') THEN units < 0
    WHEN kind IN ('expire', 'cancel') THEN units <= 0
    WHEN kind = 'extend' THEN units >= 0
    ELSE units <> 0 END),
  -- Nothing is earned or credited that was not owed: every øre that leaves the liability is somewhere.
  ADD CONSTRAINT pool_ledger_ties CHECK (CASE
    WHEN kind IN ('sale', 'transfer_in') THEN revenue = 0 AND credited = 0 AND liability_change >= 0
    WHEN kind = 'transfer_out' THEN revenue = 0 AND credited = 0 AND liability_change <= 0
    WHEN kind IN ('grant', 'adjust') THEN revenue = 0 AND credited = 0 AND liability_change = 0
    WHEN kind = 'cancel' THEN revenue = 0 AND credited = -liability_change AND credited >= 0
    WHEN kind IN ('draw', 'expire') THEN credited = 0 AND revenue = -liability_change AND revenue >= 0
    ELSE credited = 0 AND revenue = -liability_change AND revenue <= 0 END),
  ADD CONSTRAINT pool_ledger_return_reverses CHECK ((kind IN ('return', 'extend')) = (reverses_id IS NOT NULL)),
  ADD CONSTRAINT pool_ledger_adjust_has_reason CHECK (kind <> 'adjust' OR (reason <> '' AND approved_by_id IS NOT NULL));
-- Balances change with every draw: no index names them and pages keep room, so that the change stays on its page.
ALTER TABLE cover_pool SET (fillfactor = 70);

ALTER TABLE voucher
  ADD CONSTRAINT voucher_quantity_counted CHECK (quantity > 0),
  ADD CONSTRAINT voucher_price_counted CHECK (price >= 0),
  ADD CONSTRAINT voucher_state_known CHECK (state IN ('ordered', 'active', 'cancelled')),
  ADD CONSTRAINT voucher_activation_known CHECK (activate_on IN ('sale', 'posting', 'payment')),
  ADD CONSTRAINT voucher_vat_known CHECK (vat_timing IN ('sale', 'redemption'));
ALTER TABLE subscription_line
  ADD CONSTRAINT subscription_line_months_known CHECK (period_months IN (1, 3, 6, 12)),
  ADD CONSTRAINT subscription_line_timing_known CHECK (timing IN ('advance', 'arrears')),
  ADD CONSTRAINT subscription_line_lead_counted CHECK (lead_days BETWEEN 0 AND 90),
  ADD CONSTRAINT subscription_line_quota_known CHECK (quota_unit IN ('none', 'minutes', 'cases', 'unlimited')),
  ADD CONSTRAINT subscription_line_quota_counted CHECK ((quota_unit IN ('minutes', 'cases')) = (quota > 0) AND quota >= 0),
  ADD CONSTRAINT subscription_line_rollover_counted CHECK (rollover_periods BETWEEN 0 AND 12 AND coalesce(rollover_max, 0) >= 0),
  ADD CONSTRAINT subscription_line_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE subscription_price
  ADD CONSTRAINT subscription_price_counted CHECK (quantity > 0 AND unit_price >= 0),
  ADD CONSTRAINT subscription_price_kind_known CHECK (kind IN ('agreed', 'changed', 'indexed')),
  ADD CONSTRAINT subscription_price_index_whole CHECK (kind <> 'indexed' OR num_nulls(index_base, index_base_month, index_now, index_now_month) = 0);
ALTER TABLE subscription_period
  ADD CONSTRAINT subscription_period_kind_known CHECK (kind IN ('regular', 'supplement', 'credit')),
  ADD CONSTRAINT subscription_period_sign CHECK (CASE kind WHEN 'credit' THEN amount <= 0 ELSE amount >= 0 END),
  ADD CONSTRAINT subscription_period_inside_whole CHECK (from_day <= to_day AND whole_from <= from_day AND to_day <= whole_to),
  ADD CONSTRAINT subscription_period_days_counted CHECK (charged_days BETWEEN 0 AND whole_to - whole_from + 1),
  -- Price times days of the days of the whole period, rounded half up once (R34).
  ADD CONSTRAINT subscription_period_charged_by_days CHECK (kind = 'credit'
    OR amount = div(2::numeric * quantity * unit_price * charged_days + (whole_to - whole_from + 1), 2::numeric * (whole_to - whole_from + 1))),
  ADD CONSTRAINT subscription_period_apart
    EXCLUDE USING gist (line_id WITH =, daterange(from_day, to_day, '[]') WITH &&) WHERE (kind = 'regular');
ALTER TABLE agreement_warning ADD CONSTRAINT agreement_warning_kind_known
  CHECK (kind IN ('threshold', 'empty', 'expiry', 'expired', 'notice', 'renewed', 'ended', 'price_change'));
ALTER TABLE week_sheet
  ADD CONSTRAINT week_sheet_state_known CHECK (state IN ('open', 'submitted', 'approved', 'rejected')),
  ADD CONSTRAINT week_sheet_starts_on_monday CHECK (extract(isodow FROM monday) = 1);
ALTER TABLE overage_decision ADD CONSTRAINT overage_decision_verdict_known CHECK (verdict IN ('accepted', 'declined'));
ALTER TABLE timer ADD CONSTRAINT timer_measured_counted CHECK (measured_seconds >= 0);

ALTER TABLE time_entry
  DROP CONSTRAINT time_entry_minutes_counted,
  ADD CONSTRAINT time_entry_minutes_counted CHECK (CASE correction WHEN 'reversal' THEN minutes BETWEEN -1440 AND -1 ELSE minutes BETWEEN 1 AND 1440 END),
  ADD CONSTRAINT time_entry_state_known CHECK (state IN ('open', 'submitted', 'approved')),
  ADD CONSTRAINT time_entry_correction_known CHECK (correction IN ('reversal', 'replacement')),
  ADD CONSTRAINT time_entry_correction_linked CHECK ((correction IS NULL) = (corrects_id IS NULL)),
  ADD CONSTRAINT time_entry_booked_after_work CHECK (booked_on >= work_date),
  ADD CONSTRAINT time_entry_task_has_project CHECK (task_id IS NULL OR project_id IS NOT NULL),
  ADD CONSTRAINT time_entry_rate_counted CHECK (rate_override IS NULL OR rate_override >= 0),
  ADD CONSTRAINT time_entry_start_and_end CHECK ((started_at IS NULL) = (ended_at IS NULL));
CREATE UNIQUE INDEX time_entry_corrected_once ON time_entry (corrects_id, correction) WHERE corrects_id IS NOT NULL;
CREATE INDEX time_entry_not_approved ON time_entry (employee_id, work_date) WHERE state <> 'approved';

ALTER TABLE time_rating DROP CONSTRAINT time_rating_minutes_counted;
ALTER TABLE time_rating ADD CONSTRAINT time_rating_cost_rate_counted CHECK (cost_rate IS NULL OR cost_rate >= 0);
ALTER TABLE cover_piece
  ADD CONSTRAINT cover_piece_hold_known CHECK (hold IN ('approval', 'blocked', 'declined')),
  ADD CONSTRAINT cover_piece_factor_counted CHECK (factor BETWEEN 0 AND 100000),
  ADD CONSTRAINT cover_piece_draws_through_ledger CHECK (coalesce(units, 0) = 0 OR (ledger_id IS NOT NULL AND pool_id IS NOT NULL)),
  ADD CONSTRAINT cover_piece_of_pool CHECK (kind NOT IN ('voucher', 'subscription') OR pool_id IS NOT NULL);
CREATE INDEX cover_piece_held ON cover_piece (entry_id) WHERE hold IS NOT NULL;
-- Where nothing is held, the planner would expect two hundred reasons and sort a million pieces instead of summing them.
ALTER TABLE cover_piece ALTER COLUMN hold SET (n_distinct = 3);

-- 2. The ledger keeps the pools: a movement and what it makes of the balance are one.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'timedesk_ledger') THEN
    CREATE ROLE timedesk_ledger NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END
$$;
GRANT timedesk_ledger TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO timedesk_ledger;
GRANT SELECT, UPDATE ON cover_pool TO timedesk_ledger;
GRANT SELECT ON pool_ledger TO timedesk_ledger;

CREATE FUNCTION keep_pool() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  reversed pool_ledger;
BEGIN
  IF NEW.kind IN ('return', 'extend') THEN
    SELECT * INTO reversed FROM pool_ledger WHERE id = NEW.reverses_id;
    IF reversed.pool_id IS DISTINCT FROM NEW.pool_id OR reversed.kind <> (CASE NEW.kind WHEN 'return' THEN 'draw' ELSE 'expire' END)
      OR reversed.units <> -NEW.units OR reversed.revenue <> -NEW.revenue THEN
      RAISE EXCEPTION 'a % reverses a whole movement of its own pool', NEW.kind USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  UPDATE cover_pool SET balance = balance + NEW.units, liability = liability + NEW.liability_change,
      base_units = CASE NEW.kind WHEN 'draw' THEN base_units ELSE balance + NEW.units END,
      base_liability = CASE NEW.kind WHEN 'draw' THEN base_liability ELSE liability + NEW.liability_change END
    WHERE id = NEW.pool_id RETURNING balance, liability INTO NEW.balance_after, NEW.liability_after;
  RETURN NEW;
END
$$;
GRANT CREATE ON SCHEMA public TO timedesk_ledger;
ALTER FUNCTION keep_pool() OWNER TO timedesk_ledger;
REVOKE CREATE ON SCHEMA public FROM timedesk_ledger;
CREATE TRIGGER pool_ledger_keeps_pool BEFORE INSERT ON pool_ledger FOR EACH ROW EXECUTE FUNCTION keep_pool();
CREATE TRIGGER pool_ledger_is_append_only BEFORE UPDATE OR DELETE ON pool_ledger FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER pool_ledger_is_never_emptied BEFORE TRUNCATE ON pool_ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
REVOKE UPDATE, DELETE, TRUNCATE ON pool_ledger FROM timedesk_staff;
REVOKE UPDATE, TRUNCATE ON subscription_period FROM timedesk_staff;
REVOKE UPDATE, DELETE, TRUNCATE ON cover_pool, voucher FROM timedesk_staff;
GRANT UPDATE (expires_on, own_until, is_trimmed, is_open) ON cover_pool TO timedesk_staff;
GRANT UPDATE (state, activated_on, cancelled_on, remarks, version) ON voucher TO timedesk_staff;

-- 3. A closed period: nothing that is booked in it comes, goes or changes (R52, R53). Who locks waits for whoever books.
CREATE FUNCTION hard_locked_through() RETURNS date LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7265111);
  RETURN (SELECT c.hard_locked_through FROM company c);
END
$$;
CREATE FUNCTION refuse_locked_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  locked date := hard_locked_through();
BEGIN
  IF locked IS NULL THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.booked_on <= locked
    AND to_jsonb(NEW) - 'state' - 'version' = to_jsonb(OLD) - 'state' - 'version' THEN
    RETURN NEW;
  END IF;
  IF (TG_OP <> 'INSERT' AND OLD.booked_on <= locked) OR (TG_OP <> 'DELETE' AND NEW.booked_on <= locked) THEN
    RAISE EXCEPTION 'the period is closed through %', locked USING ERRCODE = 'restrict_violation', CONSTRAINT = 'time_entry_period_locked';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER time_entry_period_locked BEFORE INSERT OR UPDATE OR DELETE ON time_entry FOR EACH ROW EXECUTE FUNCTION refuse_locked_time();
CREATE FUNCTION refuse_locked_worth() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  locked date := hard_locked_through();
BEGIN
  IF EXISTS (SELECT 1 FROM time_entry t WHERE t.id = OLD.entry_id AND t.booked_on <= locked) THEN
    RAISE EXCEPTION 'the period is closed through %', locked USING ERRCODE = 'restrict_violation', CONSTRAINT = 'time_entry_period_locked';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER time_rating_period_locked BEFORE UPDATE OR DELETE ON time_rating FOR EACH ROW EXECUTE FUNCTION refuse_locked_worth();
-- Which movement stands behind a piece may change, its figures may not.
CREATE TRIGGER cover_piece_period_locked BEFORE UPDATE OF entry_id, kind, minutes, factor, rate_per_hour, amount, value, agreement_id, pool_id, units OR DELETE
  ON cover_piece FOR EACH ROW EXECUTE FUNCTION refuse_locked_worth();

-- 4. Row-level security, forced, on everything that belongs to a customer or to a person.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY[
    'agreement_scope', 'cover_pool', 'pool_ledger', 'voucher', 'subscription_line', 'subscription_price', 'subscription_period',
    'agreement_warning', 'project_task', 'overage_decision', 'week_sheet', 'cost_rate', 'rate_card', 'rate_card_row', 'price_class'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY staff_all ON %I TO timedesk_staff USING (true) WITH CHECK (true)', owned);
  END LOOP;
END
$$;
-- A charge stays for ever; a credit for days after the end goes again when the end does.
DROP POLICY staff_all ON subscription_period;
CREATE POLICY staff_reads ON subscription_period FOR SELECT TO timedesk_staff USING (true);
CREATE POLICY staff_adds ON subscription_period FOR INSERT TO timedesk_staff WITH CHECK (true);
CREATE POLICY staff_takes_credits_back ON subscription_period FOR DELETE TO timedesk_staff USING (kind = 'credit');

CREATE POLICY ledger_keeps ON cover_pool TO timedesk_ledger USING (true) WITH CHECK (true);
CREATE POLICY ledger_reads ON pool_ledger FOR SELECT TO timedesk_ledger USING (true);

-- What a contact may see of money and time is decided here, by the customer's own switches (R85, R86), for whatever asks.
CREATE FUNCTION asking_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.contact_role', true), '') $$;

GRANT SELECT (shows_time, shows_balances, shows_money, cover_order) ON customer TO timedesk_extranet;
GRANT SELECT (terms, po_number, overage_policy) ON agreement TO timedesk_extranet;
GRANT SELECT (is_outside_contract) ON support_case TO timedesk_extranet;

-- What is only drafted is nobody's business yet.
ALTER POLICY own_agreements ON agreement USING (customer_id = asking_customer() AND state <> 'draft');

CREATE VIEW extranet_time_line WITH (security_barrier = true) AS
  SELECT t.id, t.customer_id, t.case_id, t.work_date, t.created_at, e.name AS employee_name, ty.name AS activity_type_name, t.minutes, t.is_billable,
      r.billable_minutes, t.customer_text, t.correction, t.corrects_id,
      -- What was declined is not charged (R22).
      CASE WHEN cu.shows_money THEN r.amount - (SELECT coalesce(sum(p.amount), 0)::bigint FROM cover_piece p WHERE p.entry_id = t.id AND p.hold = 'declined') END AS amount,
      CASE WHEN cu.shows_money THEN r.currency END AS currency,
      (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'minutes', p.minutes, 'pool', pool.name, 'agreement', a.heading, 'hold', p.hold) ORDER BY p.position), '[]')
         FROM cover_piece p LEFT JOIN cover_pool pool ON pool.id = p.pool_id LEFT JOIN agreement a ON a.id = p.agreement_id
        WHERE p.entry_id = t.id) AS pieces
    FROM time_entry t
    JOIN time_rating r ON r.entry_id = t.id
    JOIN employee e ON e.id = t.employee_id
    JOIN activity_type ty ON ty.id = t.activity_type_id
    JOIN customer cu ON cu.id = t.customer_id
    JOIN support_case c ON c.id = t.case_id
    CROSS JOIN company co
   WHERE t.customer_id = asking_customer()
     -- Where nobody approves time, all of it counts as approved (R13).
     AND (cu.shows_time = 'live' OR (cu.shows_time = 'approved' AND (t.state = 'approved' OR NOT co.approves_time)))
     AND (asking_sees_all() OR c.contact_id = asking_contact());

CREATE VIEW extranet_pool WITH (security_barrier = true) AS
  SELECT pool.id, pool.customer_id, pool.agreement_id, pool.kind, pool.name, pool.unit, pool.valid_from, pool.expires_on, pool.is_open, pool.order_number,
      CASE WHEN cu.shows_balances AND (pool.unit <> 'money' OR cu.shows_money) THEN pool.balance END AS balance,
      CASE WHEN cu.shows_balances AND (pool.unit <> 'money' OR cu.shows_money) THEN (SELECT coalesce(sum(l.units), 0)::bigint FROM pool_ledger l
        WHERE l.pool_id = pool.id AND l.kind NOT IN ('draw', 'return', 'expire', 'extend', 'cancel')) END AS granted,
      v.number AS voucher_number, v.state AS voucher_state, CASE WHEN cu.shows_money THEN v.price END AS price, v.currency
    FROM cover_pool pool JOIN customer cu ON cu.id = pool.customer_id JOIN agreement a ON a.id = pool.agreement_id LEFT JOIN voucher v ON v.id = pool.id
   WHERE pool.customer_id = asking_customer() AND a.state <> 'draft' AND asking_role() IN ('manager', 'bookkeeper');

CREATE VIEW extranet_pool_ledger WITH (security_barrier = true) AS
  SELECT l.id, l.sequence, l.customer_id, l.pool_id, l.kind, l.units, l.balance_after, l.case_id, c.number AS case_number, l.work_date, l.minutes, l.booked_on,
      e.name AS employee_name
    FROM pool_ledger l
    JOIN cover_pool pool ON pool.id = l.pool_id
    JOIN customer cu ON cu.id = l.customer_id
    JOIN agreement a ON a.id = pool.agreement_id
    LEFT JOIN support_case c ON c.id = l.case_id AND (asking_sees_all() OR c.contact_id = asking_contact())
    LEFT JOIN time_entry t ON t.id = l.entry_id
    LEFT JOIN employee e ON e.id = t.employee_id
   WHERE l.customer_id = asking_customer() AND a.state <> 'draft' AND asking_role() IN ('manager', 'bookkeeper')
     AND cu.shows_balances AND (pool.unit <> 'money' OR cu.shows_money);

CREATE VIEW extranet_subscription WITH (security_barrier = true) AS
  SELECT s.id, s.customer_id, s.agreement_id, s.line_id, line.description, s.kind, s.from_day, s.to_day, s.quantity, s.due_on, s.pool_id,
      CASE WHEN cu.shows_money THEN s.amount END AS amount, s.currency
    FROM subscription_period s JOIN subscription_line line ON line.id = s.line_id JOIN customer cu ON cu.id = s.customer_id JOIN agreement a ON a.id = s.agreement_id
   WHERE s.customer_id = asking_customer() AND a.state <> 'draft' AND asking_role() IN ('manager', 'bookkeeper');

GRANT SELECT ON extranet_time_line, extranet_pool, extranet_pool_ledger, extranet_subscription TO timedesk_extranet;
-- They read as staff, under whose policies they see the rows that their conditions then narrow.
GRANT CREATE ON SCHEMA public TO timedesk_staff;
ALTER VIEW extranet_time_line OWNER TO timedesk_staff;
ALTER VIEW extranet_pool OWNER TO timedesk_staff;
ALTER VIEW extranet_pool_ledger OWNER TO timedesk_staff;
ALTER VIEW extranet_subscription OWNER TO timedesk_staff;
REVOKE CREATE ON SCHEMA public FROM timedesk_staff;

-- 5. What can be invoiced, by its source (R41). Whatever claims a source is to be left out here.
-- Time is a view of its own: what adds up a million entries asks it directly, since a union cannot be summed in a hash.
CREATE VIEW potential_time WITH (security_invoker = true) AS
  SELECT p.id AS source_id, t.id AS entry_id, t.customer_id, p.agreement_id, t.case_id, t.project_id, t.work_date AS day,
      p.kind, p.minutes, p.amount, r.currency,
      CASE WHEN p.kind = 'missing_rate' THEN 'missing_rate'
        WHEN p.hold = 'approval' THEN 'overage_approval'
        WHEN p.hold = 'blocked' THEN 'overage_blocked'
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
    CROSS JOIN company co
   WHERE t.is_billable AND p.kind IN ('time_spent', 'overage', 'missing_rate') AND p.hold IS DISTINCT FROM 'declined';
CREATE VIEW potential_item WITH (security_invoker = true) AS
  SELECT 'time'::text AS source, source_id, entry_id, customer_id, agreement_id, case_id, project_id, day, kind, minutes, amount, currency, held_because
    FROM potential_time
  UNION ALL
  SELECT 'voucher_sale', v.id, NULL, v.customer_id, v.agreement_id, NULL, NULL, v.sold_on, 'voucher_sale', NULL, v.price, v.currency,
      CASE WHEN cu.requires_po AND a.po_number = '' THEN 'po_missing' END
    FROM voucher v JOIN customer cu ON cu.id = v.customer_id JOIN agreement a ON a.id = v.agreement_id
  UNION ALL
  SELECT 'voucher_credit', l.id, NULL, l.customer_id, v.agreement_id, NULL, NULL, l.booked_on, 'voucher_credit', NULL, -l.credited, v.currency, NULL
    FROM pool_ledger l JOIN voucher v ON v.id = l.pool_id WHERE l.kind = 'cancel' AND l.credited > 0
  UNION ALL
  SELECT 'subscription_period', s.id, NULL, s.customer_id, s.agreement_id, NULL, NULL, s.due_on, 'subscription_' || s.kind, NULL, s.amount, s.currency,
      CASE WHEN cu.requires_po AND a.po_number = '' THEN 'po_missing' END
    FROM subscription_period s JOIN customer cu ON cu.id = s.customer_id JOIN agreement a ON a.id = s.agreement_id
   WHERE s.charged_days > 0;
GRANT SELECT ON potential_time, potential_item TO timedesk_staff;

-- 6. What must always be true. Empty, or something is broken.
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
  -- Summed before it is compared: asking entry by entry takes much longer.
  SELECT 'potential_differs_from_registered', r.entry_id::text
    FROM time_rating r
    LEFT JOIN (SELECT i.entry_id, sum(i.amount) AS amount FROM potential_item i WHERE i.source = 'time' GROUP BY i.entry_id) waiting
      ON waiting.entry_id = r.entry_id
    LEFT JOIN (SELECT p.entry_id, sum(p.amount) AS amount FROM cover_piece p WHERE p.hold = 'declined' GROUP BY p.entry_id) declined
      ON declined.entry_id = r.entry_id
   WHERE r.amount IS NOT NULL AND r.amount <> coalesce(waiting.amount, 0) + coalesce(declined.amount, 0)
  UNION ALL
  SELECT 'period_missing_before', s.id::text
    FROM subscription_period s JOIN subscription_line line ON line.id = s.line_id
   WHERE s.kind = 'regular' AND s.from_day > line.starts_on
     AND NOT EXISTS (SELECT 1 FROM subscription_period b WHERE b.line_id = s.line_id AND b.kind = 'regular' AND b.to_day = s.from_day - 1);

-- 7. What every installation begins with.
INSERT INTO service_calendar (id, name) VALUES ('00000000-0000-7000-8000-000000000041', 'Weekdays 8–16');
INSERT INTO service_calendar_span (calendar_id, weekday, opens_at, closes_at)
  SELECT '00000000-0000-7000-8000-000000000041', weekday, 480, 960 FROM generate_series(1, 5) AS weekday;
