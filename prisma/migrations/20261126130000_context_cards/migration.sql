-- CreateTable
CREATE TABLE "context_card" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "type_ids" UUID[],
    "department_ids" UUID[],
    "timeout_seconds" INTEGER NOT NULL,
    "secret_salt" TEXT NOT NULL,
    "secret_set_at" TIMESTAMPTZ(3) NOT NULL,
    "former_salt" TEXT,
    "former_until" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "context_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "context_card_answer" (
    "card_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "components" JSONB NOT NULL DEFAULT '[]',
    "failure" JSONB,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "context_card_answer_pkey" PRIMARY KEY ("card_id","case_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "context_card_name_key" ON "context_card"("name");

-- CreateIndex
CREATE INDEX "context_card_answer_case_id_idx" ON "context_card_answer"("case_id");

-- CreateIndex
CREATE INDEX "context_card_answer_expires_at_idx" ON "context_card_answer"("expires_at");

-- AddForeignKey
ALTER TABLE "context_card_answer" ADD CONSTRAINT "context_card_answer_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "context_card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "context_card_answer" ADD CONSTRAINT "context_card_answer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "support_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
