-- AlterTable
ALTER TABLE "side_conversation" ADD COLUMN     "search" tsvector;

-- AlterTable
ALTER TABLE "side_message" ADD COLUMN     "search" tsvector;

-- CreateIndex
CREATE INDEX "side_conversation_words" ON "side_conversation" USING GIN ("search");

-- CreateIndex
CREATE INDEX "side_message_words" ON "side_message" USING GIN ("search");
