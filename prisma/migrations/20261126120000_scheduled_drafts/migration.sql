-- AlterTable
ALTER TABLE "employee" ADD COLUMN     "undo_seconds" INTEGER NOT NULL DEFAULT 10;

-- AlterTable
ALTER TABLE "message_draft" ADD COLUMN     "is_leaving" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scheduled_by_id" UUID,
ADD COLUMN     "scheduled_token_id" UUID,
ADD COLUMN     "send_as" JSONB,
ADD COLUMN     "send_at" TIMESTAMPTZ(3),
ADD COLUMN     "send_problem" JSONB,
ADD COLUMN     "send_tried_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "message_draft_scheduled_by_id_idx" ON "message_draft"("scheduled_by_id");

-- CreateIndex
CREATE INDEX "message_draft_scheduled_token_id_idx" ON "message_draft"("scheduled_token_id");

-- AddForeignKey
ALTER TABLE "message_draft" ADD CONSTRAINT "message_draft_scheduled_by_id_fkey" FOREIGN KEY ("scheduled_by_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_draft" ADD CONSTRAINT "message_draft_scheduled_token_id_fkey" FOREIGN KEY ("scheduled_token_id") REFERENCES "api_token"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
