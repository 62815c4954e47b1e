-- Workflow, custom fields, service levels, dispatch, automation and texts.

-- DropForeignKey
ALTER TABLE "service_calendar_span" DROP CONSTRAINT "service_calendar_span_calendar_id_fkey";

-- AlterTable
ALTER TABLE "case_status" ADD COLUMN     "color" TEXT NOT NULL DEFAULT 'gray',
ADD COLUMN     "customer_name" TEXT,
ADD COLUMN     "customer_name_da" TEXT,
ADD COLUMN     "is_active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "pauses_clock" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "case_type" ADD COLUMN     "workflow_id" UUID;

-- AlterTable
ALTER TABLE "service_calendar" ADD COLUMN     "time_zone" TEXT;

-- AlterTable
-- Hours of before are valid since ever.
ALTER TABLE "service_calendar_span" DROP CONSTRAINT "service_calendar_span_pkey",
ADD COLUMN     "valid_from" DATE NOT NULL DEFAULT DATE '1900-01-01',
ADD CONSTRAINT "service_calendar_span_pkey" PRIMARY KEY ("calendar_id", "valid_from", "weekday", "opens_at");
ALTER TABLE "service_calendar_span" ALTER COLUMN "valid_from" DROP DEFAULT;

-- AlterTable
ALTER TABLE "support_case" ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "due_clock" TEXT,
ADD COLUMN     "risk_at" TIMESTAMPTZ(3),
ADD COLUMN     "estimate_minutes" INTEGER,
ADD COLUMN     "fields" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "resolution" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "template_id" UUID;

-- CreateTable
CREATE TABLE "service_calendar_hours" (
    "calendar_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "holiday_set" TEXT NOT NULL DEFAULT 'none',

    CONSTRAINT "service_calendar_hours_pkey" PRIMARY KEY ("calendar_id","valid_from")
);

-- CreateTable
CREATE TABLE "automation_rule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "trigger" JSONB NOT NULL,
    "conditions" JSONB NOT NULL,
    "actions" JSONB NOT NULL,
    "stops_after" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "active_since" TIMESTAMPTZ(3) NOT NULL,
    "asked_until" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "automation_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automation_run" (
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "cause_key" TEXT NOT NULL,
    "cause" JSONB NOT NULL,
    "chain" UUID[],
    "outcome" TEXT NOT NULL,
    "actions" JSONB NOT NULL,
    "refusal" JSONB,
    "event_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automation_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "macro" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT 'everyone',
    "owner_id" UUID,
    "department_id" UUID,
    "message" TEXT NOT NULL DEFAULT 'reply',
    "texts" JSONB NOT NULL DEFAULT '{}',
    "changes" JSONB NOT NULL DEFAULT '[]',
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "macro_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canned_text" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shortcut" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT 'everyone',
    "owner_id" UUID,
    "department_id" UUID,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "canned_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispatch_rule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "conditions" JSONB NOT NULL,
    "target" JSONB NOT NULL,
    "last_employee_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dispatch_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee_skill" (
    "employee_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 2,

    CONSTRAINT "employee_skill_pkey" PRIMARY KEY ("employee_id","skill_id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "delegate_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_policy" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "customer_id" UUID,
    "agreement_id" UUID,
    "type_id" UUID,
    "calendar_id" UUID,
    "warn_at" INTEGER[] DEFAULT ARRAY[50, 75, 90]::INTEGER[],
    "escalations" JSONB NOT NULL DEFAULT '[]',
    "is_shown_to_customers" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_target" (
    "policy_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,
    "first_response" INTEGER,
    "next_response" INTEGER,
    "resolution" INTEGER,

    CONSTRAINT "service_target_pkey" PRIMARY KEY ("policy_id","priority_id")
);

-- CreateTable
CREATE TABLE "case_clock" (
    "case_id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "reached_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "risk_at" TIMESTAMPTZ(3),
    "target" INTEGER,
    "used" INTEGER NOT NULL,
    "next_mark_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "is_by_hand" BOOLEAN NOT NULL DEFAULT false,
    "result" TEXT,
    "policy_id" UUID,
    "calendar_id" UUID,
    "segments" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "case_clock_pkey" PRIMARY KEY ("case_id","clock","cycle")
);

-- CreateTable
CREATE TABLE "clock_mark" (
    "case_id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "share" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "owner_id" UUID,
    "event_id" UUID NOT NULL,

    CONSTRAINT "clock_mark_pkey" PRIMARY KEY ("case_id","clock","cycle","share")
);

-- CreateTable
CREATE TABLE "workflow" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "workflow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_version" (
    "workflow_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" UUID,
    "saved_by_name" TEXT NOT NULL,

    CONSTRAINT "workflow_version_pkey" PRIMARY KEY ("workflow_id","number")
);

-- CreateTable
CREATE TABLE "case_link" (
    "case_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("case_id","kind","other_id")
);

-- CreateTable
CREATE TABLE "case_mark" (
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_mark_pkey" PRIMARY KEY ("case_id","kind","since")
);

-- CreateTable
CREATE TABLE "custom_field" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_da" TEXT,
    "kind" TEXT NOT NULL,
    "help" TEXT NOT NULL DEFAULT '',
    "help_da" TEXT,
    "options" JSONB NOT NULL DEFAULT '{}',
    "rules" JSONB NOT NULL DEFAULT '{}',
    "for_contacts" TEXT NOT NULL DEFAULT 'hidden',
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_used" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "custom_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_template" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "type_ids" UUID[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "checklist_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_checklist_item" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "done_by_name" TEXT,

    CONSTRAINT "case_checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_template" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "type_id" UUID,
    "priority_id" UUID,
    "department_id" UUID,
    "responsible_id" UUID,
    "checklist_id" UUID,
    "product" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fields" JSONB NOT NULL DEFAULT '{}',
    "estimate_minutes" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recurring_case" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "template_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "contact_id" UUID,
    "agreement_id" UUID,
    "unit" TEXT NOT NULL,
    "every" INTEGER NOT NULL DEFAULT 1,
    "weekdays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "day_of_month" INTEGER,
    "clock_minutes" INTEGER NOT NULL DEFAULT 480,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recurring_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recurring_case_run" (
    "recurring_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "case_id" UUID,
    "reason" TEXT,
    "detail" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recurring_case_run_pkey" PRIMARY KEY ("recurring_id","due_on")
);

-- CreateIndex
CREATE UNIQUE INDEX "automation_rule_name_key" ON "automation_rule"("name");

-- CreateIndex
CREATE INDEX "automation_run_case_id_at_id_idx" ON "automation_run"("case_id", "at", "id");

-- CreateIndex
CREATE INDEX "automation_run_rule_id_at_id_idx" ON "automation_run"("rule_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "automation_run_rule_id_case_id_cause_key_key" ON "automation_run"("rule_id", "case_id", "cause_key");

-- CreateIndex
CREATE UNIQUE INDEX "dispatch_rule_name_key" ON "dispatch_rule"("name");

-- CreateIndex
CREATE UNIQUE INDEX "skill_name_key" ON "skill"("name");

-- CreateIndex
CREATE INDEX "employee_skill_skill_id_idx" ON "employee_skill"("skill_id");

-- CreateIndex
CREATE INDEX "absence_employee_id_to_day_idx" ON "absence"("employee_id", "to_day");

-- CreateIndex
CREATE UNIQUE INDEX "service_policy_name_key" ON "service_policy"("name");

-- CreateIndex
CREATE INDEX "clock_mark_owner_id_at_idx" ON "clock_mark"("owner_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_name_key" ON "workflow"("name");

-- CreateIndex
CREATE INDEX "case_link_other_id_kind_idx" ON "case_link"("other_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "custom_field_key_key" ON "custom_field"("key");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_template_name_key" ON "checklist_template"("name");

-- CreateIndex
CREATE INDEX "case_checklist_item_case_id_position_idx" ON "case_checklist_item"("case_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "case_template_name_key" ON "case_template"("name");

-- CreateIndex
CREATE INDEX "recurring_case_customer_id_idx" ON "recurring_case"("customer_id");

-- CreateIndex
CREATE INDEX "recurring_case_run_case_id_idx" ON "recurring_case_run"("case_id");

-- CreateIndex
CREATE INDEX "support_case_of_field" ON "support_case" USING GIN ("fields" jsonb_path_ops);

-- AddForeignKey
ALTER TABLE "service_calendar_hours" ADD CONSTRAINT "service_calendar_hours_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "service_calendar_hours" ("calendar_id", "valid_from") SELECT "id", DATE '1900-01-01' FROM "service_calendar";

-- AddForeignKey
ALTER TABLE "service_calendar_span" ADD CONSTRAINT "service_calendar_span_calendar_id_valid_from_fkey" FOREIGN KEY ("calendar_id", "valid_from") REFERENCES "service_calendar_hours"("calendar_id", "valid_from") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_run" ADD CONSTRAINT "automation_run_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "automation_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_run" ADD CONSTRAINT "automation_run_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "macro" ADD CONSTRAINT "macro_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canned_text" ADD CONSTRAINT "canned_text_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "macro" ADD CONSTRAINT "macro_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canned_text" ADD CONSTRAINT "canned_text_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_type" ADD CONSTRAINT "case_type_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "case_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee_skill" ADD CONSTRAINT "employee_skill_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee_skill" ADD CONSTRAINT "employee_skill_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_policy" ADD CONSTRAINT "service_policy_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_policy" ADD CONSTRAINT "service_policy_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_policy" ADD CONSTRAINT "service_policy_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "case_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_policy" ADD CONSTRAINT "service_policy_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_target" ADD CONSTRAINT "service_target_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "service_policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_target" ADD CONSTRAINT "service_target_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_clock" ADD CONSTRAINT "case_clock_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_clock" ADD CONSTRAINT "case_clock_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "service_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock_mark" ADD CONSTRAINT "clock_mark_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_version" ADD CONSTRAINT "workflow_version_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_mark" ADD CONSTRAINT "case_mark_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_checklist_item" ADD CONSTRAINT "case_checklist_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_template" ADD CONSTRAINT "case_template_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "case_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_template" ADD CONSTRAINT "case_template_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_template" ADD CONSTRAINT "case_template_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_template" ADD CONSTRAINT "case_template_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_template" ADD CONSTRAINT "case_template_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "checklist_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_case" ADD CONSTRAINT "recurring_case_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "case_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_case" ADD CONSTRAINT "recurring_case_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_case" ADD CONSTRAINT "recurring_case_customer_id_contact_id_fkey" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contact"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recurring_case" ADD CONSTRAINT "recurring_case_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recurring_case_run" ADD CONSTRAINT "recurring_case_run_recurring_id_fkey" FOREIGN KEY ("recurring_id") REFERENCES "recurring_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_case_run" ADD CONSTRAINT "recurring_case_run_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
