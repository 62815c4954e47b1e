-- AlterTable
ALTER TABLE "activity_type" ADD COLUMN     "factor" INTEGER NOT NULL DEFAULT 1000,
ADD COLUMN     "fixed_rate" INTEGER,
ADD COLUMN     "minimum_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "vat_category" TEXT NOT NULL DEFAULT 'standard';

-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "after_hours" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "after_hours_factor" INTEGER NOT NULL DEFAULT 1000,
ADD COLUMN     "calendar_id" UUID,
ADD COLUMN     "credits_unused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "holiday_factor" INTEGER,
ADD COLUMN     "is_billable" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "is_scoped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "notice_days" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "overage_policy" TEXT NOT NULL DEFAULT 'bill',
ADD COLUMN     "overage_rate" INTEGER,
ADD COLUMN     "rate_card_id" UUID,
ADD COLUMN     "renewal" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "rounding_scope" TEXT NOT NULL DEFAULT 'entry',
ADD COLUMN     "term_months" INTEGER,
ADD COLUMN     "terminated_on" DATE,
ADD COLUMN     "termination_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "thresholds" INTEGER[] DEFAULT ARRAY[80, 95]::INTEGER[],
ADD COLUMN     "valid_to_before" DATE,
ADD COLUMN     "weekend_factor" INTEGER;

-- AlterTable
ALTER TABLE "company" ADD COLUMN     "approves_time" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "hard_locked_through" DATE,
ADD COLUMN     "soft_locked_through" DATE;

-- AlterTable
ALTER TABLE "cover_piece" ADD COLUMN     "agreement_id" UUID,
ADD COLUMN     "factor" INTEGER NOT NULL DEFAULT 1000,
ADD COLUMN     "hold" TEXT,
ADD COLUMN     "ledger_id" UUID,
ADD COLUMN     "pool_id" UUID,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rate_per_hour" INTEGER,
ADD COLUMN     "units" BIGINT,
ADD COLUMN     "value" BIGINT;

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "cover_order" TEXT[] DEFAULT ARRAY['subscription', 'voucher']::TEXT[],
ADD COLUMN     "requires_po" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shows_balances" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shows_money" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shows_time" TEXT NOT NULL DEFAULT 'none';

-- AlterTable
ALTER TABLE "employee" ADD COLUMN     "price_class_id" UUID,
ADD COLUMN     "working_minutes" INTEGER[] DEFAULT ARRAY[444, 444, 444, 444, 444, 0, 0]::INTEGER[];

-- AlterTable
ALTER TABLE "support_case" ADD COLUMN     "is_outside_contract" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "time_entry" ADD COLUMN     "billable_choice" BOOLEAN,
ADD COLUMN     "booked_on" DATE,
ADD COLUMN     "correction" TEXT,
ADD COLUMN     "correction_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "corrects_id" UUID,
ADD COLUMN     "is_late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "price_class_id" UUID,
ADD COLUMN     "rate_override" INTEGER,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'open',
ADD COLUMN     "task_id" UUID;

-- Time of before counts in the books on its work date, and its agreement is what paid for it. Row-level security is
-- forced for the owner too; staff may write every row.
SET LOCAL ROLE timedesk_staff;
UPDATE "time_entry" SET "booked_on" = "work_date";
UPDATE "cover_piece" p SET "agreement_id" = t."agreement_id", "value" = p."amount", "rate_per_hour" = r."rate_per_hour"
  FROM "time_entry" t JOIN "time_rating" r ON r."entry_id" = t."id" WHERE t."id" = p."entry_id" AND p."kind" = 'time_spent';
-- What an entry said of being billable is kept apart from what its activity says.
UPDATE "time_entry" t SET "billable_choice" = t."is_billable" FROM "activity_type" ty
  WHERE ty."id" = t."activity_type_id" AND ty."is_billable" <> t."is_billable" AND t."customer_id" IS NOT NULL;
-- Cases got the customer's one agreement without being asked; now that is what no choice means.
UPDATE "support_case" c SET "agreement_id" = NULL FROM "agreement" a WHERE a."id" = c."agreement_id" AND a."state" = 'active';
RESET ROLE;
ALTER TABLE "time_entry" ALTER COLUMN "booked_on" SET NOT NULL;

-- AlterTable
ALTER TABLE "time_rating" ADD COLUMN     "cost" BIGINT,
ADD COLUMN     "cost_rate" INTEGER;

-- AlterTable
ALTER TABLE "timer" ADD COLUMN     "measured_seconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "paused_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "agreement_scope" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "case_type_id" UUID,
    "activity_type_id" UUID,
    "department_id" UUID,
    "project_id" UUID,

    CONSTRAINT "agreement_scope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_card" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'DKK',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rate_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_card_row" (
    "id" UUID NOT NULL,
    "rate_card_id" UUID NOT NULL,
    "price_class_id" UUID NOT NULL,
    "activity_type_id" UUID,
    "valid_from" DATE NOT NULL,
    "rate_per_hour" INTEGER NOT NULL,

    CONSTRAINT "rate_card_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rate_per_hour" INTEGER,
    "draw_factor" INTEGER NOT NULL DEFAULT 1000,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "price_class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_calendar" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_calendar_span" (
    "calendar_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opens_at" INTEGER NOT NULL,
    "closes_at" INTEGER NOT NULL,

    CONSTRAINT "service_calendar_span_pkey" PRIMARY KEY ("calendar_id","weekday","opens_at")
);

-- CreateTable
CREATE TABLE "service_calendar_holiday" (
    "calendar_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "service_calendar_holiday_pkey" PRIMARY KEY ("calendar_id","day")
);

-- CreateTable
CREATE TABLE "cover_pool" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "expires_on" DATE,
    "own_until" DATE,
    "carry_max" BIGINT,
    "is_trimmed" BOOLEAN NOT NULL DEFAULT false,
    "order_number" INTEGER NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,
    "balance" BIGINT NOT NULL DEFAULT 0,
    "liability" BIGINT NOT NULL DEFAULT 0,
    "base_units" BIGINT NOT NULL DEFAULT 0,
    "base_liability" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "cover_pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_ledger" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "units" BIGINT NOT NULL,
    "revenue" BIGINT NOT NULL DEFAULT 0,
    "credited" BIGINT NOT NULL DEFAULT 0,
    "liability_change" BIGINT NOT NULL DEFAULT 0,
    "balance_after" BIGINT NOT NULL DEFAULT 0,
    "liability_after" BIGINT NOT NULL DEFAULT 0,
    "entry_id" UUID,
    "case_id" UUID,
    "work_date" DATE,
    "minutes" INTEGER,
    "reverses_id" UUID,
    "counter_pool_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "approved_by_id" UUID,
    "actor_name" TEXT NOT NULL,
    "booked_on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pool_ledger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voucher" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "quantity" BIGINT NOT NULL,
    "price" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "activate_on" TEXT NOT NULL DEFAULT 'sale',
    "vat_timing" TEXT NOT NULL DEFAULT 'sale',
    "sold_on" DATE NOT NULL,
    "activated_on" DATE,
    "cancelled_on" DATE,
    "remarks" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_line" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "period_months" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "timing" TEXT NOT NULL DEFAULT 'advance',
    "lead_days" INTEGER NOT NULL DEFAULT 0,
    "aligns_to_calendar" BOOLEAN NOT NULL DEFAULT false,
    "prorates" BOOLEAN NOT NULL DEFAULT true,
    "quota_unit" TEXT NOT NULL DEFAULT 'none',
    "quota" BIGINT NOT NULL DEFAULT 0,
    "rollover_periods" INTEGER NOT NULL DEFAULT 0,
    "rollover_max" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscription_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_price" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "index_base" INTEGER,
    "index_base_month" TEXT,
    "index_now" INTEGER,
    "index_now_month" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_period" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "whole_from" DATE NOT NULL,
    "whole_to" DATE NOT NULL,
    "charged_days" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "pool_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_warning" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "pool_id" UUID,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_task" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_rate" (
    "employee_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "rate_per_hour" INTEGER NOT NULL,

    CONSTRAINT "cost_rate_pkey" PRIMARY KEY ("employee_id","valid_from")
);

-- CreateTable
CREATE TABLE "overage_decision" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "overage_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "week_sheet" (
    "employee_id" UUID NOT NULL,
    "monday" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "week_sheet_pkey" PRIMARY KEY ("employee_id","monday")
);

-- CreateIndex
CREATE INDEX "agreement_scope_agreement_id_idx" ON "agreement_scope"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "rate_card_name_key" ON "rate_card"("name");

-- CreateIndex
CREATE INDEX "rate_card_row_rate_card_id_idx" ON "rate_card_row"("rate_card_id");

-- CreateIndex
CREATE UNIQUE INDEX "price_class_name_key" ON "price_class"("name");

-- CreateIndex
CREATE UNIQUE INDEX "service_calendar_name_key" ON "service_calendar"("name");

-- CreateIndex
CREATE INDEX "cover_pool_customer_id_valid_from_idx" ON "cover_pool"("customer_id", "valid_from");

-- CreateIndex
CREATE INDEX "cover_pool_agreement_id_idx" ON "cover_pool"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "cover_pool_customer_id_id_key" ON "cover_pool"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pool_ledger_sequence_key" ON "pool_ledger"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "pool_ledger_reverses_id_key" ON "pool_ledger"("reverses_id");

-- CreateIndex
CREATE INDEX "pool_ledger_pool_id_sequence_idx" ON "pool_ledger"("pool_id", "sequence");

-- CreateIndex
CREATE INDEX "pool_ledger_entry_id_idx" ON "pool_ledger"("entry_id");

-- CreateIndex
CREATE INDEX "pool_ledger_customer_id_booked_on_idx" ON "pool_ledger"("customer_id", "booked_on");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_number_key" ON "voucher"("number");

-- CreateIndex
CREATE INDEX "voucher_agreement_id_idx" ON "voucher"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_customer_id_id_key" ON "voucher"("customer_id", "id");

-- CreateIndex
CREATE INDEX "subscription_line_agreement_id_idx" ON "subscription_line"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_line_customer_id_id_key" ON "subscription_line"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_price_line_id_valid_from_key" ON "subscription_price"("line_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_period_pool_id_key" ON "subscription_period"("pool_id");

-- CreateIndex
CREATE INDEX "subscription_period_agreement_id_from_day_idx" ON "subscription_period"("agreement_id", "from_day");

-- CreateIndex
CREATE INDEX "subscription_period_due_on_idx" ON "subscription_period"("due_on");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_period_line_id_from_day_kind_key" ON "subscription_period"("line_id", "from_day", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_warning_key_key" ON "agreement_warning"("key");

-- CreateIndex
CREATE INDEX "agreement_warning_agreement_id_at_idx" ON "agreement_warning"("agreement_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "project_task_project_id_id_key" ON "project_task"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_task_project_id_name_key" ON "project_task"("project_id", "name");

-- CreateIndex
CREATE INDEX "overage_decision_entry_id_at_idx" ON "overage_decision"("entry_id", "at");

-- CreateIndex
CREATE INDEX "week_sheet_state_monday_idx" ON "week_sheet"("state", "monday");

-- CreateIndex
CREATE INDEX "agreement_rate_card_id_idx" ON "agreement"("rate_card_id");

-- CreateIndex
CREATE UNIQUE INDEX "cover_piece_ledger_id_key" ON "cover_piece"("ledger_id");

-- CreateIndex
CREATE INDEX "cover_piece_pool_id_idx" ON "cover_piece"("pool_id");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_rate_card_id_fkey" FOREIGN KEY ("rate_card_id") REFERENCES "rate_card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scope" ADD CONSTRAINT "agreement_scope_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scope" ADD CONSTRAINT "agreement_scope_case_type_id_fkey" FOREIGN KEY ("case_type_id") REFERENCES "case_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scope" ADD CONSTRAINT "agreement_scope_activity_type_id_fkey" FOREIGN KEY ("activity_type_id") REFERENCES "activity_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scope" ADD CONSTRAINT "agreement_scope_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_scope" ADD CONSTRAINT "agreement_scope_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_card_row" ADD CONSTRAINT "rate_card_row_rate_card_id_fkey" FOREIGN KEY ("rate_card_id") REFERENCES "rate_card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_card_row" ADD CONSTRAINT "rate_card_row_price_class_id_fkey" FOREIGN KEY ("price_class_id") REFERENCES "price_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rate_card_row" ADD CONSTRAINT "rate_card_row_activity_type_id_fkey" FOREIGN KEY ("activity_type_id") REFERENCES "activity_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_calendar_span" ADD CONSTRAINT "service_calendar_span_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_calendar_holiday" ADD CONSTRAINT "service_calendar_holiday_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_pool" ADD CONSTRAINT "cover_pool_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pool_ledger" ADD CONSTRAINT "pool_ledger_customer_id_pool_id_fkey" FOREIGN KEY ("customer_id", "pool_id") REFERENCES "cover_pool"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pool_ledger" ADD CONSTRAINT "pool_ledger_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "pool_ledger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_ledger" ADD CONSTRAINT "pool_ledger_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_pool_fkey" FOREIGN KEY ("customer_id", "id") REFERENCES "cover_pool"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_agreement_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscription_line" ADD CONSTRAINT "subscription_line_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscription_price" ADD CONSTRAINT "subscription_price_customer_id_line_id_fkey" FOREIGN KEY ("customer_id", "line_id") REFERENCES "subscription_line"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscription_period" ADD CONSTRAINT "subscription_period_customer_id_line_id_fkey" FOREIGN KEY ("customer_id", "line_id") REFERENCES "subscription_line"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subscription_period" ADD CONSTRAINT "subscription_period_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "cover_pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_warning" ADD CONSTRAINT "agreement_warning_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "project_task" ADD CONSTRAINT "project_task_customer_id_project_id_fkey" FOREIGN KEY ("customer_id", "project_id") REFERENCES "project"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_price_class_id_fkey" FOREIGN KEY ("price_class_id") REFERENCES "price_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_rate" ADD CONSTRAINT "cost_rate_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_project_id_task_id_fkey" FOREIGN KEY ("project_id", "task_id") REFERENCES "project_task"("project_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_price_class_id_fkey" FOREIGN KEY ("price_class_id") REFERENCES "price_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "time_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_piece" ADD CONSTRAINT "cover_piece_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "cover_pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_piece" ADD CONSTRAINT "cover_piece_ledger_id_fkey" FOREIGN KEY ("ledger_id") REFERENCES "pool_ledger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overage_decision" ADD CONSTRAINT "overage_decision_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "time_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overage_decision" ADD CONSTRAINT "overage_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "week_sheet" ADD CONSTRAINT "week_sheet_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
