-- 通报, one table for every kind, with a reading for each body named as a reader.
CREATE TABLE "bulletin" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "issuer_id" UUID NOT NULL,
  "content" TEXT NOT NULL,
  "details" JSONB NOT NULL,
  "period" TEXT CHECK ("period" ~ '^20[0-9][0-9](q[1-4])?$'),
  "figures" JSONB,
  "figures_on" DATE,
  "lines" JSONB NOT NULL,
  "case_ids" UUID[],
  "reader_unit_ids" UUID[],
  "reader_ids" UUID[],
  "known_on" DATE,
  "author_id" UUID NOT NULL,
  "inner_opinion" TEXT,
  "approver" TEXT,
  "number" TEXT,
  "issued_on" DATE,
  "closing_note" TEXT,
  "closed_on" DATE,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'approved', 'issued', 'closed', 'discarded')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "bulletin_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bulletin_issuer_id_status_created_at_idx" ON "bulletin"("issuer_id", "status", "created_at");
CREATE INDEX "bulletin_audience_idx" ON "bulletin" USING GIN ("audience");

CREATE TABLE "bulletin_reading" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "bulletin_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "reader_id" UUID NOT NULL,
  "issuer_id" UUID NOT NULL,
  "issued_on" DATE NOT NULL,
  "read_on" DATE,
  "paper_reader" TEXT,
  "outcome" TEXT,
  "answer" TEXT,
  "answered_on" DATE,
  "answer_signer" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('unread', 'read', 'answered')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "bulletin_reading_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bulletin_reading_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletin"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "bulletin_reading_bulletin_id_reader_id_key" ON "bulletin_reading"("bulletin_id", "reader_id");
CREATE INDEX "bulletin_reading_reader_id_status_created_at_idx" ON "bulletin_reading"("reader_id", "status", "created_at");
CREATE INDEX "bulletin_reading_audience_idx" ON "bulletin_reading" USING GIN ("audience");

CREATE TABLE "bulletin_look" (
  "id" UUID NOT NULL,
  "reading_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "leads" BOOLEAN NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "bulletin_look_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bulletin_look_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "bulletin_reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "bulletin_look_reading_id_user_id_key" ON "bulletin_look"("reading_id", "user_id");

CREATE TABLE "bulletin_comment" (
  "id" UUID NOT NULL,
  "reading_id" UUID NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('instruction', 'opinion')),
  "author_name" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "said_on" DATE NOT NULL,
  "on_paper" BOOLEAN NOT NULL,
  "entered_by_id" UUID NOT NULL,
  "entered_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "bulletin_comment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bulletin_comment_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "bulletin_reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "bulletin_comment_reading_id_said_on_idx" ON "bulletin_comment"("reading_id", "said_on");
