-- AlterTable
ALTER TABLE "company" ADD COLUMN     "city" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "postal_code" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "buyer_reference" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "city" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "cvr" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "discount_basis_points" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "endpoint_id" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "endpoint_scheme" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "invoice_detail" TEXT NOT NULL DEFAULT 'case',
ADD COLUMN     "invoice_email" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "invoice_grouping" TEXT NOT NULL DEFAULT 'customer',
ADD COLUMN     "payment_terms_days" INTEGER,
ADD COLUMN     "postal_code" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "projects_apart" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shows_invoices" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "vat_treatment" TEXT NOT NULL DEFAULT 'domestic';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "attachments" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "invoice_id" UUID;

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "customer_id" UUID NOT NULL,
    "run_id" UUID,
    "corrects_id" UUID,
    "number" TEXT,
    "series_code" TEXT,
    "series_year" INTEGER,
    "number_in_series" INTEGER,
    "issued_on" DATE,
    "due_on" DATE,
    "payment_terms_days" INTEGER NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "language" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "exchange_rate" BIGINT,
    "vat_treatment" TEXT NOT NULL,
    "buyer_reference" TEXT NOT NULL DEFAULT '',
    "order_reference" TEXT NOT NULL DEFAULT '',
    "contract_reference" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "discount_basis_points" INTEGER NOT NULL DEFAULT 0,
    "discount_reason" TEXT NOT NULL DEFAULT '',
    "round_to" INTEGER NOT NULL DEFAULT 1,
    "seller" JSONB,
    "buyer" JSONB,
    "line_total" BIGINT NOT NULL DEFAULT 0,
    "allowance_total" BIGINT NOT NULL DEFAULT 0,
    "net" BIGINT NOT NULL DEFAULT 0,
    "vat" BIGINT NOT NULL DEFAULT 0,
    "accounting_vat" BIGINT,
    "gross" BIGINT NOT NULL DEFAULT 0,
    "rounding" BIGINT NOT NULL DEFAULT 0,
    "payable" BIGINT NOT NULL DEFAULT 0,
    "registered" BIGINT NOT NULL DEFAULT 0,
    "send_state" TEXT NOT NULL DEFAULT 'none',
    "sent_to" TEXT NOT NULL DEFAULT '',
    "sent_at" TIMESTAMPTZ(3),
    "pdf_key" TEXT,
    "pdf_sha256" TEXT,
    "ubl_key" TEXT,
    "ubl_sha256" TEXT,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "posted_by_id" UUID,
    "posted_by_name" TEXT,
    "posted_at" TIMESTAMPTZ(3),
    "posted_mark" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "quantity" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "base_quantity" INTEGER NOT NULL DEFAULT 1,
    "allowance" BIGINT NOT NULL DEFAULT 0,
    "allowance_reason" TEXT NOT NULL DEFAULT '',
    "net" BIGINT NOT NULL,
    "registered" BIGINT NOT NULL DEFAULT 0,
    "adjustment_reason" TEXT NOT NULL DEFAULT '',
    "vat_category" TEXT NOT NULL,
    "vat_rate" INTEGER NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "revenue" TEXT NOT NULL DEFAULT 'other',
    "agreement_id" UUID,
    "case_id" UUID,
    "project_id" UUID,
    "credits_line_id" UUID,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_vat" (
    "invoice_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "rate" INTEGER NOT NULL,
    "base" BIGINT NOT NULL,
    "vat" BIGINT NOT NULL,
    "allowance" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "invoice_vat_pkey" PRIMARY KEY ("invoice_id","category","rate")
);

-- CreateTable
CREATE TABLE "invoice_source" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "entry_id" UUID,
    "registered" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "minutes" INTEGER,
    "is_live" BOOLEAN NOT NULL DEFAULT true,
    "credits_id" UUID,
    "disposition" TEXT,

    CONSTRAINT "invoice_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "potential_mark" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "amount" BIGINT,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by_name" TEXT,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "potential_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_question" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "contact_name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "resolution" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "time_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_run" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "through" DATE NOT NULL,
    "scope" JSONB NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "invoice_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_run_customer" (
    "run_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "fingerprint" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    "held" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "failure" TEXT NOT NULL DEFAULT '',
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "invoice_run_customer_pkey" PRIMARY KEY ("run_id","customer_id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "next_number" INTEGER NOT NULL,
    "last_issued_on" DATE,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("code","year")
);

-- CreateTable
CREATE TABLE "invoicing_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "endpoint_scheme" TEXT NOT NULL DEFAULT '',
    "endpoint_id" TEXT NOT NULL DEFAULT '',
    "iban" TEXT NOT NULL DEFAULT '',
    "bic" TEXT NOT NULL DEFAULT '',
    "bank_registration" TEXT NOT NULL DEFAULT '',
    "bank_account" TEXT NOT NULL DEFAULT '',
    "payment_terms_days" INTEGER NOT NULL DEFAULT 14,
    "vat_rate" INTEGER NOT NULL DEFAULT 2500,
    "round_to" INTEGER NOT NULL DEFAULT 1,
    "invoice_prefix" TEXT NOT NULL DEFAULT 'F',
    "credit_note_prefix" TEXT NOT NULL DEFAULT 'K',
    "first_number" INTEGER NOT NULL DEFAULT 1001,
    "numbers_by_year" BOOLEAN NOT NULL DEFAULT false,
    "accounts" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "invoicing_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "currency_rate" (
    "currency" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "rate" BIGINT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "currency_rate_pkey" PRIMARY KEY ("currency","valid_from")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "paid_on" DATE NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "import_id" UUID,
    "reverses_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "paid_on" TEXT NOT NULL DEFAULT '',
    "amount" TEXT NOT NULL DEFAULT '',
    "reference" TEXT NOT NULL DEFAULT '',
    "key" TEXT,
    "payment_id" UUID,

    CONSTRAINT "payment_import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "sent_to" TEXT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "sent_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "deed" TEXT NOT NULL,
    "deed_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "booked_on" DATE NOT NULL,
    "account" TEXT NOT NULL,
    "debit" BIGINT NOT NULL DEFAULT 0,
    "credit" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "document_currency" TEXT NOT NULL,
    "document_amount" BIGINT NOT NULL,
    "vat_category" TEXT,
    "text" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "agreement_id" UUID,
    "invoice_id" UUID,
    "mark" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voucher_order" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "contact_name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "price" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "voucher_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "voucher_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_invoice_id_idx" ON "mail"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_key" ON "invoice"("number");

-- CreateIndex
CREATE INDEX "invoice_customer_id_issued_on_idx" ON "invoice"("customer_id", "issued_on");

-- CreateIndex
CREATE INDEX "invoice_state_created_at_id_idx" ON "invoice"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "invoice_corrects_id_idx" ON "invoice"("corrects_id");

-- CreateIndex
CREATE INDEX "invoice_run_id_idx" ON "invoice"("run_id");

-- CreateIndex
CREATE INDEX "invoice_posted_mark_id_idx" ON "invoice"("posted_mark", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_customer_id_id_key" ON "invoice"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_series_code_series_year_number_in_series_key" ON "invoice"("series_code", "series_year", "number_in_series");

-- CreateIndex
CREATE INDEX "invoice_line_invoice_id_position_idx" ON "invoice_line"("invoice_id", "position");

-- CreateIndex
CREATE INDEX "invoice_line_case_id_idx" ON "invoice_line"("case_id");

-- CreateIndex
CREATE INDEX "invoice_line_agreement_id_idx" ON "invoice_line"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_line_customer_id_id_key" ON "invoice_line"("customer_id", "id");

-- CreateIndex
CREATE INDEX "invoice_source_invoice_id_idx" ON "invoice_source"("invoice_id");

-- CreateIndex
CREATE INDEX "invoice_source_line_id_idx" ON "invoice_source"("line_id");

-- CreateIndex
CREATE INDEX "invoice_source_entry_id_idx" ON "invoice_source"("entry_id");

-- CreateIndex
CREATE INDEX "invoice_source_source_source_id_idx" ON "invoice_source"("source", "source_id");

-- CreateIndex
CREATE INDEX "invoice_source_credits_id_idx" ON "invoice_source"("credits_id");

-- CreateIndex
CREATE INDEX "potential_mark_subject_id_idx" ON "potential_mark"("subject_id");

-- CreateIndex
CREATE INDEX "potential_mark_customer_id_created_at_idx" ON "potential_mark"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "time_question_entry_id_idx" ON "time_question"("entry_id");

-- CreateIndex
CREATE INDEX "time_question_state_asked_at_idx" ON "time_question"("state", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_run_number_key" ON "invoice_run"("number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_reverses_id_key" ON "payment"("reverses_id");

-- CreateIndex
CREATE INDEX "payment_invoice_id_idx" ON "payment"("invoice_id");

-- CreateIndex
CREATE INDEX "payment_paid_on_id_idx" ON "payment"("paid_on", "id");

-- CreateIndex
CREATE INDEX "payment_import_created_at_id_idx" ON "payment_import"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_import_row_payment_id_key" ON "payment_import_row"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_invoice_id_level_key" ON "reminder"("invoice_id", "level");

-- CreateIndex
CREATE UNIQUE INDEX "posting_sequence_key" ON "posting"("sequence");

-- CreateIndex
CREATE INDEX "posting_mark_sequence_idx" ON "posting"("mark", "sequence");

-- CreateIndex
CREATE INDEX "posting_booked_on_sequence_idx" ON "posting"("booked_on", "sequence");

-- CreateIndex
CREATE INDEX "posting_invoice_id_idx" ON "posting"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "posting_deed_deed_id_position_key" ON "posting"("deed", "deed_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_order_number_key" ON "voucher_order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "voucher_order_voucher_id_key" ON "voucher_order"("voucher_id");

-- CreateIndex
CREATE INDEX "subscription_period_customer_id_due_on_idx" ON "subscription_period"("customer_id", "due_on");

-- CreateIndex
CREATE INDEX "voucher_order_state_created_at_idx" ON "voucher_order"("state", "created_at");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "invoice_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_customer_id_corrects_id_fkey" FOREIGN KEY ("customer_id", "corrects_id") REFERENCES "invoice"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_posted_by_id_fkey" FOREIGN KEY ("posted_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_customer_id_invoice_id_fkey" FOREIGN KEY ("customer_id", "invoice_id") REFERENCES "invoice"("customer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_customer_id_case_id_fkey" FOREIGN KEY ("customer_id", "case_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_customer_id_project_id_fkey" FOREIGN KEY ("customer_id", "project_id") REFERENCES "project"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_credits_line_id_fkey" FOREIGN KEY ("credits_line_id") REFERENCES "invoice_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_vat" ADD CONSTRAINT "invoice_vat_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_source" ADD CONSTRAINT "invoice_source_customer_id_invoice_id_fkey" FOREIGN KEY ("customer_id", "invoice_id") REFERENCES "invoice"("customer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_source" ADD CONSTRAINT "invoice_source_customer_id_line_id_fkey" FOREIGN KEY ("customer_id", "line_id") REFERENCES "invoice_line"("customer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_source" ADD CONSTRAINT "invoice_source_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "time_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_source" ADD CONSTRAINT "invoice_source_credits_id_fkey" FOREIGN KEY ("credits_id") REFERENCES "invoice_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "potential_mark" ADD CONSTRAINT "potential_mark_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_question" ADD CONSTRAINT "time_question_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "time_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_question" ADD CONSTRAINT "time_question_customer_id_contact_id_fkey" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contact"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoice_run_customer" ADD CONSTRAINT "invoice_run_customer_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "invoice_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_run_customer" ADD CONSTRAINT "invoice_run_customer_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_customer_id_invoice_id_fkey" FOREIGN KEY ("customer_id", "invoice_id") REFERENCES "invoice"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "payment_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_import_row" ADD CONSTRAINT "payment_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "payment_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_customer_id_invoice_id_fkey" FOREIGN KEY ("customer_id", "invoice_id") REFERENCES "invoice"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher_order" ADD CONSTRAINT "voucher_order_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voucher_order" ADD CONSTRAINT "voucher_order_customer_id_contact_id_fkey" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contact"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
