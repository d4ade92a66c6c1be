-- 《意见》: its versions, who signs them, their articles, what the articles promise, and each time a promise is owed.
CREATE TABLE "charter" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "line_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL CHECK ("ordinal" > 0),
  "title" TEXT NOT NULL,
  "number" TEXT NOT NULL DEFAULT '',
  "index_number" TEXT NOT NULL DEFAULT '',
  "openness" TEXT NOT NULL CHECK ("openness" IN ('public', 'onRequest', 'internal')),
  "source_title" TEXT NOT NULL DEFAULT '',
  "source_kind" TEXT CHECK ("source_kind" IN ('document', 'news', 'report')),
  "mark" TEXT NOT NULL DEFAULT '',
  "reading" TEXT NOT NULL DEFAULT '',
  "drafter_unit_id" UUID NOT NULL,
  "drafted_by_id" UUID NOT NULL,
  "issued_on" DATE,
  "effective_on" DATE,
  "ends_on" DATE,
  "status" TEXT NOT NULL CHECK ("status" IN ('drafted', 'signing', 'signed', 'published', 'withdrawn')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "charter_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "charter_in_force" CHECK ("status" <> 'published' OR ("effective_on" IS NOT NULL AND "issued_on" IS NOT NULL))
);
CREATE UNIQUE INDEX "charter_line_id_ordinal_key" ON "charter"("line_id", "ordinal");
CREATE INDEX "charter_region_code_status_idx" ON "charter"("region_code", "status");
CREATE INDEX "charter_audience_idx" ON "charter" USING GIN ("audience");
-- One version of a line is in the making at a time.
CREATE UNIQUE INDEX "charter_in_the_making" ON "charter"("line_id") WHERE "status" IN ('drafted', 'signing', 'signed');

CREATE TABLE "charter_signer" (
  "id" UUID NOT NULL,
  "charter_id" UUID NOT NULL,
  "unit_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "interprets" BOOLEAN NOT NULL DEFAULT false,
  "signer_name" TEXT NOT NULL DEFAULT '',
  "signed_by_id" UUID,
  "signed_on" DATE,
  "scan_file_id" UUID,
  "dropped" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "charter_signer_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "charter_signer_charter_id_fkey" FOREIGN KEY ("charter_id") REFERENCES "charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "charter_signer_charter_id_ordinal_idx" ON "charter_signer"("charter_id", "ordinal");
CREATE UNIQUE INDEX "charter_signer_once" ON "charter_signer"("charter_id", "unit_id") WHERE NOT "dropped";

CREATE TABLE "provision" (
  "id" UUID NOT NULL,
  "charter_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "article" TEXT NOT NULL,
  "heading" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL,
  "origin" TEXT NOT NULL CHECK ("origin" IN ('source', 'practice')),
  "dropped" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "provision_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "provision_charter_id_fkey" FOREIGN KEY ("charter_id") REFERENCES "charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "provision_charter_id_ordinal_idx" ON "provision"("charter_id", "ordinal");

CREATE TABLE "obligation" (
  "id" UUID NOT NULL,
  "charter_id" UUID NOT NULL,
  "provision_id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('recurring', 'event', 'designation', 'gate', 'right', 'visibility', 'indicator')),
  "title" TEXT NOT NULL,
  "owed_by" TEXT NOT NULL,
  "terms" JSONB NOT NULL,
  "watches" TEXT[],
  "dropped" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "obligation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "obligation_charter_id_fkey" FOREIGN KEY ("charter_id") REFERENCES "charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "obligation_provision_id_fkey" FOREIGN KEY ("provision_id") REFERENCES "provision"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "obligation_charter_id_idx" ON "obligation"("charter_id");
CREATE INDEX "obligation_watches_idx" ON "obligation" USING GIN ("watches");
CREATE UNIQUE INDEX "obligation_key" ON "obligation"("charter_id", "key") WHERE NOT "dropped";

CREATE TABLE "fulfilment" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "charter_id" UUID NOT NULL,
  "line_id" UUID NOT NULL,
  "obligation_id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "owed_by_unit_id" UUID NOT NULL,
  "from_on" DATE NOT NULL,
  "to_on" DATE,
  "about_type" TEXT,
  "about_id" UUID,
  "about_title" TEXT NOT NULL DEFAULT '',
  "kept_on" DATE,
  "note" TEXT NOT NULL DEFAULT '',
  "kept_type" TEXT,
  "kept_id" UUID,
  "kept_title" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL CHECK ("status" IN ('owed', 'kept', 'waived')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "fulfilment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "fulfilment_charter_id_fkey" FOREIGN KEY ("charter_id") REFERENCES "charter"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "fulfilment_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "fulfilment_kept" CHECK ("status" <> 'kept' OR "kept_on" IS NOT NULL)
);
CREATE INDEX "fulfilment_obligation_id_from_on_idx" ON "fulfilment"("obligation_id", "from_on");
CREATE INDEX "fulfilment_about_type_about_id_idx" ON "fulfilment"("about_type", "about_id");
CREATE INDEX "fulfilment_audience_idx" ON "fulfilment" USING GIN ("audience");
-- Owed once for a period or an occasion, whichever version of the text says so.
CREATE UNIQUE INDEX "fulfilment_once" ON "fulfilment"("line_id", "key", "owed_by_unit_id", "from_on", "about_id") NULLS NOT DISTINCT WHERE "status" <> 'waived';

CREATE TABLE "charter_question" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "charter_id" UUID NOT NULL,
  "provision_id" UUID,
  "title" TEXT NOT NULL,
  "question" TEXT NOT NULL,
  "asked_by_unit_id" UUID NOT NULL,
  "asked_by_id" UUID NOT NULL,
  "asked_on" DATE NOT NULL,
  "answer" TEXT NOT NULL DEFAULT '',
  "proposed_by_unit_id" UUID,
  "agreed_unit_ids" UUID[],
  "agreed_on" DATE,
  "status" TEXT NOT NULL CHECK ("status" IN ('asked', 'proposed', 'agreed')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "charter_question_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "charter_question_charter_id_asked_on_idx" ON "charter_question"("charter_id", "asked_on");
CREATE INDEX "charter_question_audience_idx" ON "charter_question" USING GIN ("audience");
