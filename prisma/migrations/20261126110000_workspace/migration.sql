-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "search" tsvector,
ADD COLUMN     "side_message_id" UUID;

-- AlterTable
ALTER TABLE "contact" ADD COLUMN     "search" tsvector;

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "search" tsvector;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "cc" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "in_reply_to" TEXT,
ADD COLUMN     "reference_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "reply_to" TEXT;

-- AlterTable
ALTER TABLE "staff_notice" ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'normal',
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "support_case" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "staff_search" tsvector;

-- CreateTable
CREATE TABLE "case_view" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "department_id" UUID,
    "icon" TEXT NOT NULL DEFAULT 'list',
    "query" TEXT NOT NULL DEFAULT '',
    "columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sort" TEXT NOT NULL,
    "group_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_view_place" (
    "employee_id" UUID NOT NULL,
    "view_key" TEXT NOT NULL,
    "is_pinned" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER,

    CONSTRAINT "case_view_place_pkey" PRIMARY KEY ("employee_id","view_key")
);

-- CreateTable
CREATE TABLE "case_follower" (
    "case_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "is_muted" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_follower_pkey" PRIMARY KEY ("case_id","employee_id")
);

-- CreateTable
CREATE TABLE "case_snooze" (
    "case_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_snooze_pkey" PRIMARY KEY ("employee_id","case_id")
);

-- CreateTable
CREATE TABLE "notice_preference" (
    "employee_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("employee_id","reason","scope","channel")
);

-- CreateTable
CREATE TABLE "notice_schedule" (
    "employee_id" UUID NOT NULL,
    "time_zone" TEXT,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "quiet_days" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "digest_at" INTEGER,
    "breaks_quiet" BOOLEAN NOT NULL DEFAULT false,
    "follows_on_mention" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notice_schedule_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "held_letter" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "held_for" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "release_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_draft" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL DEFAULT '',
    "attachment_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "picture_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "time" JSONB NOT NULL,
    "seen_message_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "device_kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "message_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_presence" (
    "case_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "window_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_presence_pkey" PRIMARY KEY ("case_id","employee_id","window_id")
);

-- CreateTable
CREATE TABLE "case_merge" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "status_id_before" UUID NOT NULL,
    "taken" JSONB NOT NULL DEFAULT '{}',
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_by_id" UUID,
    "merged_by_name" TEXT NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_participant" (
    "case_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "merge_id" UUID,

    CONSTRAINT "case_participant_pkey" PRIMARY KEY ("case_id","contact_id")
);

-- CreateTable
CREATE TABLE "split_message" (
    "message_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "to_case_id" UUID NOT NULL,
    "copy_id" UUID NOT NULL,
    "split_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "split_message_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "bulk_action" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "token_id" UUID,
    "selection" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "is_undoable" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "undo_until" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_action_case" (
    "bulk_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "planned" TEXT,
    "planned_refusal" JSONB,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "refusal" JSONB,
    "before" JSONB,
    "after" JSONB,
    "undo" TEXT,
    "kept" JSONB,

    CONSTRAINT "bulk_action_case_pkey" PRIMARY KEY ("bulk_id","position")
);

-- CreateTable
CREATE TABLE "side_conversation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_message_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "side_conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "side_participant" (
    "conversation_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "side_participant_pkey" PRIMARY KEY ("conversation_id","address")
);

-- CreateTable
CREATE TABLE "side_message" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "author_address" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "quoted" TEXT NOT NULL DEFAULT '',
    "is_automatic" BOOLEAN NOT NULL DEFAULT false,
    "message_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "side_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "customer_word" (
    "customer_id" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "customer_word_pkey" PRIMARY KEY ("customer_id","word")
);

-- CreateTable
CREATE TABLE "search_progress" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "counted_sequence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "search_progress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_view_owner_id_idx" ON "case_view"("owner_id");

-- CreateIndex
CREATE INDEX "case_view_department_id_idx" ON "case_view"("department_id");

-- CreateIndex
CREATE INDEX "case_follower_employee_id_case_id_idx" ON "case_follower"("employee_id", "case_id");

-- CreateIndex
CREATE INDEX "case_snooze_case_id_idx" ON "case_snooze"("case_id");

-- CreateIndex
CREATE INDEX "case_snooze_until_idx" ON "case_snooze"("until");

-- CreateIndex
CREATE INDEX "held_letter_release_at_idx" ON "held_letter"("release_at");

-- CreateIndex
CREATE UNIQUE INDEX "held_letter_event_id_employee_id_key" ON "held_letter"("event_id", "employee_id");

-- CreateIndex
CREATE INDEX "message_draft_case_id_idx" ON "message_draft"("case_id");

-- CreateIndex
CREATE INDEX "message_draft_employee_id_updated_at_idx" ON "message_draft"("employee_id", "updated_at");

-- CreateIndex
CREATE INDEX "case_presence_seen_at_idx" ON "case_presence"("seen_at");

-- CreateIndex
CREATE INDEX "case_merge_source_id_idx" ON "case_merge"("source_id");

-- CreateIndex
CREATE INDEX "case_merge_into_id_idx" ON "case_merge"("into_id");

-- CreateIndex
CREATE INDEX "case_participant_contact_id_idx" ON "case_participant"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "split_message_copy_id_key" ON "split_message"("copy_id");

-- CreateIndex
CREATE INDEX "split_message_case_id_idx" ON "split_message"("case_id");

-- CreateIndex
CREATE INDEX "split_message_to_case_id_idx" ON "split_message"("to_case_id");

-- CreateIndex
CREATE INDEX "bulk_action_employee_id_planned_at_idx" ON "bulk_action"("employee_id", "planned_at");

-- CreateIndex
CREATE INDEX "bulk_action_token_id_idx" ON "bulk_action"("token_id");

-- CreateIndex
CREATE INDEX "bulk_action_case_case_id_idx" ON "bulk_action_case"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_action_case_bulk_id_case_id_key" ON "bulk_action_case"("bulk_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "side_conversation_token_key" ON "side_conversation"("token");

-- CreateIndex
CREATE INDEX "side_conversation_case_id_idx" ON "side_conversation"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "side_message_message_id_key" ON "side_message"("message_id");

-- CreateIndex
CREATE INDEX "side_message_conversation_id_at_id_idx" ON "side_message"("conversation_id", "at", "id");

-- CreateIndex
CREATE INDEX "attachment_side_message_id_idx" ON "attachment"("side_message_id");

-- CreateIndex
CREATE INDEX "staff_notice_employee_id_case_id_created_at_id_idx" ON "staff_notice"("employee_id", "case_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "attachment_words" ON "attachment" USING GIN ("search");

-- CreateIndex
CREATE INDEX "contact_words" ON "contact" USING GIN ("search");

-- CreateIndex
CREATE INDEX "customer_words" ON "customer" USING GIN ("search");

-- AddForeignKey
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_merged_into_fkey" FOREIGN KEY ("customer_id", "merged_into_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_side_message_id_fkey" FOREIGN KEY ("side_message_id") REFERENCES "side_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_view" ADD CONSTRAINT "case_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_view" ADD CONSTRAINT "case_view_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_view_place" ADD CONSTRAINT "case_view_place_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_follower" ADD CONSTRAINT "case_follower_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_follower" ADD CONSTRAINT "case_follower_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_snooze" ADD CONSTRAINT "case_snooze_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_snooze" ADD CONSTRAINT "case_snooze_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_schedule" ADD CONSTRAINT "notice_schedule_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_letter" ADD CONSTRAINT "held_letter_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_draft" ADD CONSTRAINT "message_draft_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_draft" ADD CONSTRAINT "message_draft_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_draft" ADD CONSTRAINT "message_draft_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_customer_id_source_id_fkey" FOREIGN KEY ("customer_id", "source_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_customer_id_into_id_fkey" FOREIGN KEY ("customer_id", "into_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_participant" ADD CONSTRAINT "case_participant_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "case_merge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_participant" ADD CONSTRAINT "case_participant_customer_id_case_id_fkey" FOREIGN KEY ("customer_id", "case_id") REFERENCES "support_case"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_participant" ADD CONSTRAINT "case_participant_customer_id_contact_id_fkey" FOREIGN KEY ("customer_id", "contact_id") REFERENCES "contact"("customer_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "split_message" ADD CONSTRAINT "split_message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split_message" ADD CONSTRAINT "split_message_to_case_id_fkey" FOREIGN KEY ("to_case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action" ADD CONSTRAINT "bulk_action_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action_case" ADD CONSTRAINT "bulk_action_case_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_action_case" ADD CONSTRAINT "bulk_action_case_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_conversation" ADD CONSTRAINT "side_conversation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_conversation" ADD CONSTRAINT "side_conversation_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_participant" ADD CONSTRAINT "side_participant_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "side_conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_message" ADD CONSTRAINT "side_message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "side_conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_word" ADD CONSTRAINT "customer_word_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
