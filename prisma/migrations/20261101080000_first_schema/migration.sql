-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "terms" TEXT NOT NULL DEFAULT '',
    "settlement" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "currency" TEXT NOT NULL DEFAULT 'DKK',
    "rate_per_hour" INTEGER,
    "increment_minutes" INTEGER NOT NULL DEFAULT 1,
    "minimum_minutes" INTEGER NOT NULL DEFAULT 0,
    "owner_id" UUID,
    "po_number" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_type" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "department_id" UUID,
    "responsible_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "priority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_status" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "case_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_case" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "contact_id" UUID,
    "subject" TEXT NOT NULL,
    "type_id" UUID,
    "priority_id" UUID NOT NULL,
    "status_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "responsible_id" UUID,
    "project_id" UUID,
    "agreement_id" UUID,
    "deadline" TIMESTAMPTZ(3),
    "external_reference" TEXT,
    "product" TEXT,
    "service_level" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_via" TEXT NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "last_staff_reply_at" TIMESTAMPTZ(3),
    "last_contact_reply_at" TIMESTAMPTZ(3),
    "last_reply_snippet" TEXT NOT NULL DEFAULT '',
    "first_replied_at" TIMESTAMPTZ(3),
    "solved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "reopened_count" INTEGER NOT NULL DEFAULT 0,
    "import_source" TEXT,
    "import_key" TEXT,
    "search" tsvector,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "customer_id" UUID,
    "case_id" UUID,
    "reply_id" UUID,
    "note_id" UUID,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploader_kind" TEXT NOT NULL,
    "uploader_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_read_mark" (
    "case_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_read_mark_pkey" PRIMARY KEY ("employee_id","case_id")
);

-- CreateTable
CREATE TABLE "contact_read_mark" (
    "case_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_read_mark_pkey" PRIMARY KEY ("contact_id","case_id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "country_code" TEXT NOT NULL DEFAULT 'DK',
    "cvr" TEXT,
    "vat_id" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'DKK',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Copenhagen',
    "language" TEXT NOT NULL DEFAULT 'en',
    "rate_per_hour" INTEGER,
    "mail_includes_text" BOOLEAN NOT NULL DEFAULT false,
    "default_department_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "country_code" TEXT NOT NULL DEFAULT 'DK',
    "vat_id" TEXT,
    "phone" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL DEFAULT 'DKK',
    "language" TEXT NOT NULL DEFAULT 'en',
    "rate_per_hour" INTEGER,
    "account_manager_id" UUID,
    "remarks" TEXT NOT NULL DEFAULT '',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "import_source" TEXT,
    "import_key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL DEFAULT 'requester',
    "sees_all_cases" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'en',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "password_hash" TEXT,
    "last_signed_in_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "starts_on" DATE,
    "ends_on" DATE,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "case_id" UUID,
    "customer_id" UUID,
    "is_internal" BOOLEAN NOT NULL,
    "payload" JSONB NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "request_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_delivery" (
    "event_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_delivery_pkey" PRIMARY KEY ("event_id","consumer")
);

-- CreateTable
CREATE TABLE "staff_notice" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_notice" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "cause_key" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "refresh_hash" TEXT NOT NULL,
    "previous_refresh_hash" TEXT,
    "rotated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "user_agent" TEXT NOT NULL,
    "ip_address" TEXT NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_secret" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_session" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "refresh_hash" TEXT NOT NULL,
    "previous_refresh_hash" TEXT,
    "rotated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "user_agent" TEXT NOT NULL,
    "ip_address" TEXT NOT NULL,

    CONSTRAINT "contact_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_secret" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_key" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_key","key")
);

-- CreateTable
CREATE TABLE "rate_limit_bucket" (
    "key" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_bucket_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "import_job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "cases_created" INTEGER NOT NULL DEFAULT 0,
    "cases_updated" INTEGER NOT NULL DEFAULT 0,
    "events_created" INTEGER NOT NULL DEFAULT 0,
    "rows_refused" INTEGER NOT NULL DEFAULT 0,
    "cases_done" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "started_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_refusal" (
    "job_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "import_refusal_pkey" PRIMARY KEY ("job_id","line","column")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL,
    "initials" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "password_hash" TEXT,
    "last_signed_in_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_type" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_billable" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "activity_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_entry" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "customer_id" UUID,
    "case_id" UUID,
    "project_id" UUID,
    "reply_id" UUID,
    "note_id" UUID,
    "activity_type_id" UUID NOT NULL,
    "agreement_id" UUID,
    "work_date" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "minutes" INTEGER NOT NULL,
    "is_billable" BOOLEAN NOT NULL,
    "customer_text" TEXT NOT NULL DEFAULT '',
    "internal_text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "time_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_rating" (
    "entry_id" UUID NOT NULL,
    "billable_minutes" INTEGER NOT NULL,
    "rate_per_hour" INTEGER,
    "amount" BIGINT,
    "currency" TEXT NOT NULL,
    "explanation" JSONB NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "time_rating_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "cover_piece" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "amount" BIGINT,

    CONSTRAINT "cover_piece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timer" (
    "employee_id" UUID NOT NULL,
    "case_id" UUID,
    "activity_type_id" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "timer_pkey" PRIMARY KEY ("employee_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_number_key" ON "agreement"("number");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_customer_id_id_key" ON "agreement"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_type_parent_id_name_key" ON "case_type"("parent_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "priority_name_key" ON "priority"("name");

-- CreateIndex
CREATE UNIQUE INDEX "priority_level_key" ON "priority"("level");

-- CreateIndex
CREATE UNIQUE INDEX "case_status_name_key" ON "case_status"("name");

-- CreateIndex
CREATE UNIQUE INDEX "case_status_id_category_key" ON "case_status"("id", "category");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_number_key" ON "support_case"("number");

-- CreateIndex
CREATE INDEX "support_case_by_activity" ON "support_case"("last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "support_case_by_creation" ON "support_case"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "support_case_of_customer" ON "support_case"("customer_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "support_case_of_contact" ON "support_case"("contact_id", "last_activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "support_case_of_tag" ON "support_case" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "support_case_words" ON "support_case" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_customer_id_id_key" ON "support_case"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "support_case_import_source_import_key_key" ON "support_case"("import_source", "import_key");

-- CreateIndex
CREATE INDEX "reply_case_id_posted_at_id_idx" ON "reply"("case_id", "posted_at", "id");

-- CreateIndex
CREATE INDEX "reply_words" ON "reply" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "reply_case_id_id_key" ON "reply"("case_id", "id");

-- CreateIndex
CREATE INDEX "note_case_id_written_at_id_idx" ON "note"("case_id", "written_at", "id");

-- CreateIndex
CREATE INDEX "note_words" ON "note" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "note_case_id_id_key" ON "note"("case_id", "id");

-- CreateIndex
CREATE INDEX "attachment_case_id_idx" ON "attachment"("case_id");

-- CreateIndex
CREATE INDEX "attachment_reply_id_idx" ON "attachment"("reply_id");

-- CreateIndex
CREATE INDEX "attachment_note_id_idx" ON "attachment"("note_id");

-- CreateIndex
CREATE INDEX "attachment_storage_key_idx" ON "attachment"("storage_key");

-- CreateIndex
CREATE INDEX "staff_read_mark_case_id_idx" ON "staff_read_mark"("case_id");

-- CreateIndex
CREATE INDEX "contact_read_mark_case_id_idx" ON "contact_read_mark"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_number_key" ON "customer"("number");

-- CreateIndex
CREATE INDEX "customer_name_id_idx" ON "customer"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_import_source_import_key_key" ON "customer"("import_source", "import_key");

-- CreateIndex
CREATE UNIQUE INDEX "contact_email_key" ON "contact"("email");

-- CreateIndex
CREATE INDEX "contact_name_id_idx" ON "contact"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_customer_id_id_key" ON "contact"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_number_key" ON "project"("number");

-- CreateIndex
CREATE INDEX "project_name_id_idx" ON "project"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_customer_id_id_key" ON "project"("customer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_sequence_key" ON "event"("sequence");

-- CreateIndex
CREATE INDEX "event_case_id_at_sequence_idx" ON "event"("case_id", "at", "sequence");

-- CreateIndex
CREATE INDEX "event_subject_kind_subject_id_sequence_idx" ON "event"("subject_kind", "subject_id", "sequence");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at");

-- CreateIndex
CREATE INDEX "staff_notice_employee_id_created_at_id_idx" ON "staff_notice"("employee_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_notice_event_id_employee_id_key" ON "staff_notice"("event_id", "employee_id");

-- CreateIndex
CREATE INDEX "contact_notice_contact_id_created_at_id_idx" ON "contact_notice"("contact_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_notice_event_id_contact_id_key" ON "contact_notice"("event_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_cause_key_key" ON "mail"("cause_key");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_id_key" ON "mail"("message_id");

-- CreateIndex
CREATE INDEX "mail_created_at_id_idx" ON "mail"("created_at", "id");

-- CreateIndex
CREATE INDEX "staff_session_employee_id_idx" ON "staff_session"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_secret_hash_key" ON "staff_secret"("hash");

-- CreateIndex
CREATE INDEX "staff_secret_employee_id_idx" ON "staff_secret"("employee_id");

-- CreateIndex
CREATE INDEX "contact_session_contact_id_idx" ON "contact_session"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_secret_hash_key" ON "contact_secret"("hash");

-- CreateIndex
CREATE INDEX "contact_secret_contact_id_idx" ON "contact_secret"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_employee_id_idx" ON "api_token"("employee_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "department_parent_id_name_key" ON "department"("parent_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "employee_initials_key" ON "employee"("initials");

-- CreateIndex
CREATE UNIQUE INDEX "employee_email_key" ON "employee"("email");

-- CreateIndex
CREATE INDEX "employee_department_id_idx" ON "employee"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_type_name_key" ON "activity_type"("name");

-- CreateIndex
CREATE INDEX "time_entry_case_id_idx" ON "time_entry"("case_id");

-- CreateIndex
CREATE INDEX "time_entry_customer_id_work_date_idx" ON "time_entry"("customer_id", "work_date");

-- CreateIndex
CREATE INDEX "time_entry_employee_id_work_date_idx" ON "time_entry"("employee_id", "work_date");

-- CreateIndex
CREATE INDEX "time_entry_work_date_id_idx" ON "time_entry"("work_date", "id");

-- CreateIndex
CREATE INDEX "cover_piece_entry_id_idx" ON "cover_piece"("entry_id");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_type" ADD CONSTRAINT "case_type_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "case_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_type" ADD CONSTRAINT "case_type_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_type" ADD CONSTRAINT "case_type_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_customer_id_contact_id_fkey" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contact"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "case_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_status_id_category_fkey" FOREIGN KEY ("status_id", "category") REFERENCES "case_status"("id", "category") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_customer_id_project_id_fkey" FOREIGN KEY ("customer_id", "project_id") REFERENCES "project"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_customer_id_case_id_fkey" FOREIGN KEY ("customer_id", "case_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_customer_id_case_id_fkey" FOREIGN KEY ("customer_id", "case_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_customer_id_case_id_fkey" FOREIGN KEY ("customer_id", "case_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_reply_id_fkey" FOREIGN KEY ("case_id", "reply_id") REFERENCES "reply"("case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_note_id_fkey" FOREIGN KEY ("case_id", "note_id") REFERENCES "note"("case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff_read_mark" ADD CONSTRAINT "staff_read_mark_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_read_mark" ADD CONSTRAINT "staff_read_mark_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_read_mark" ADD CONSTRAINT "contact_read_mark_customer_id_case_id_fkey" FOREIGN KEY ("customer_id", "case_id") REFERENCES "support_case"("customer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "contact_read_mark" ADD CONSTRAINT "contact_read_mark_customer_id_contact_id_fkey" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contact"("customer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_default_department_id_fkey" FOREIGN KEY ("default_department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_account_manager_id_fkey" FOREIGN KEY ("account_manager_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_delivery" ADD CONSTRAINT "event_delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_notice" ADD CONSTRAINT "staff_notice_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_notice" ADD CONSTRAINT "contact_notice_customer_id_contact_id_fkey" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contact"("customer_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_secret" ADD CONSTRAINT "staff_secret_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_session" ADD CONSTRAINT "contact_session_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_secret" ADD CONSTRAINT "contact_secret_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_refusal" ADD CONSTRAINT "import_refusal_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_customer_id_case_id_fkey" FOREIGN KEY ("customer_id", "case_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_customer_id_project_id_fkey" FOREIGN KEY ("customer_id", "project_id") REFERENCES "project"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_customer_id_agreement_id_fkey" FOREIGN KEY ("customer_id", "agreement_id") REFERENCES "agreement"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_case_id_reply_id_fkey" FOREIGN KEY ("case_id", "reply_id") REFERENCES "reply"("case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_case_id_note_id_fkey" FOREIGN KEY ("case_id", "note_id") REFERENCES "note"("case_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_activity_type_id_fkey" FOREIGN KEY ("activity_type_id") REFERENCES "activity_type"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_rating" ADD CONSTRAINT "time_rating_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "time_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_piece" ADD CONSTRAINT "cover_piece_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "time_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timer" ADD CONSTRAINT "timer_activity_type_id_fkey" FOREIGN KEY ("activity_type_id") REFERENCES "activity_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;
