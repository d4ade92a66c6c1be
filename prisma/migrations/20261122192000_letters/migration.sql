-- 函件 between bodies, one table for every kind; the kinds are facts.
CREATE TABLE "letter" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "sender_id" UUID NOT NULL,
  "receiver_id" UUID NOT NULL,
  "case_id" UUID,
  "content" TEXT NOT NULL,
  "points" TEXT[],
  "details" JSONB NOT NULL,
  "answer_days" INTEGER CHECK ("answer_days" BETWEEN 1 AND 90),
  "author_id" UUID NOT NULL,
  "inner_opinion" TEXT,
  "approver" TEXT,
  "number" TEXT,
  "issued_on" DATE,
  "on_paper" BOOLEAN NOT NULL DEFAULT false,
  "received_on" DATE,
  "received_by" TEXT,
  "registry_number" TEXT,
  "handler_id" UUID,
  "handler_note" TEXT,
  "answer_draft" JSONB,
  "returned_on" DATE,
  "return_reason" TEXT,
  "proposed_unit_id" UUID,
  "outcome" TEXT,
  "answer" TEXT,
  "point_answers" TEXT[],
  "answer_details" JSONB,
  "answer_signer" TEXT,
  "answer_number" TEXT,
  "answered_on" DATE,
  "asked_again_on" DATE,
  "question" TEXT,
  "finding_on" DATE,
  "finding" TEXT,
  "finding_result" TEXT CHECK ("finding_result" IN ('solved', 'task', 'none')),
  "used" TEXT CHECK ("used" IN ('used', 'partly', 'notUsed')),
  "used_case_id" UUID,
  "closing_note" TEXT,
  "closed_on" DATE,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'submitted', 'approved', 'sent', 'received', 'drafted', 'answered', 'askedAgain', 'redrafted', 'returned', 'closed', 'withdrawn')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "letter_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "letter_two_bodies" CHECK ("sender_id" <> "receiver_id")
);
CREATE INDEX "letter_sender_id_status_created_at_idx" ON "letter"("sender_id", "status", "created_at");
CREATE INDEX "letter_receiver_id_status_created_at_idx" ON "letter"("receiver_id", "status", "created_at");
CREATE INDEX "letter_case_id_idx" ON "letter"("case_id");
CREATE INDEX "letter_audience_idx" ON "letter" USING GIN ("audience");

CREATE TABLE "letter_message" (
  "id" UUID NOT NULL,
  "letter_id" UUID NOT NULL,
  "unit_id" UUID NOT NULL,
  "author_id" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "letter_message_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "letter_message_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "letter_message_letter_id_sent_at_idx" ON "letter_message"("letter_id", "sent_at");
