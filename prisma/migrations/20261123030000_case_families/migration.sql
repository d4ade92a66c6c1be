-- 类案: cases of one office that are alike, with what they have in common, the opinion made of it, and what came of that.
CREATE TABLE "case_family" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "procuratorate_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "cause" TEXT NOT NULL,
  "demand" TEXT NOT NULL,
  "edition" INTEGER NOT NULL DEFAULT 1,
  "lead_id" UUID NOT NULL,
  "formed_by_id" UUID NOT NULL,
  "formed_on" DATE NOT NULL,
  "raised_on" DATE,
  "result" TEXT CHECK ("result" IN ('effective', 'institution', 'dropped')),
  "closed_on" DATE,
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'raised', 'closed')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "case_family_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "case_family_closed_check" CHECK (("result" IS NULL) = ("closed_on" IS NULL))
);
CREATE INDEX "case_family_procuratorate_id_status_domain_idx" ON "case_family"("procuratorate_id", "status", "domain");
CREATE INDEX "case_family_audience_idx" ON "case_family" USING GIN ("audience");

CREATE TABLE "case_family_member" (
  "id" UUID NOT NULL,
  "family_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "added_by_id" UUID NOT NULL,
  "added_on" DATE NOT NULL,
  "removed_by_id" UUID,
  "removed_on" DATE,
  "remove_reason" TEXT,
  "active" BOOLEAN NOT NULL DEFAULT true,
  CONSTRAINT "case_family_member_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "case_family_member_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "case_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "case_family_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "case_family_member_removed_check" CHECK ("removed_on" IS NULL OR ("remove_reason" IS NOT NULL AND NOT "active"))
);
CREATE INDEX "case_family_member_family_id_removed_on_idx" ON "case_family_member"("family_id", "removed_on");
CREATE INDEX "case_family_member_case_id_idx" ON "case_family_member"("case_id");
-- One running family a case.
CREATE UNIQUE INDEX "case_family_member_active_case" ON "case_family_member"("case_id") WHERE "active";

CREATE TABLE "case_family_edition" (
  "id" UUID NOT NULL,
  "family_id" UUID NOT NULL,
  "edition" INTEGER NOT NULL,
  "cause" TEXT NOT NULL,
  "demand" TEXT NOT NULL,
  "reason" TEXT,
  "written_by_id" UUID NOT NULL,
  "written_on" DATE NOT NULL,
  CONSTRAINT "case_family_edition_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "case_family_edition_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "case_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "case_family_edition_family_id_edition_key" ON "case_family_edition"("family_id", "edition");

CREATE TABLE "case_family_closing" (
  "id" UUID NOT NULL,
  "family_id" UUID NOT NULL,
  "result" TEXT NOT NULL CHECK ("result" IN ('effective', 'institution', 'dropped')),
  "finding" TEXT NOT NULL,
  "open_reason" TEXT,
  "cases" INTEGER NOT NULL,
  "verified" INTEGER NOT NULL CHECK ("verified" BETWEEN 0 AND "cases"),
  "file_ids" UUID[],
  "closed_by_id" UUID NOT NULL,
  "closed_on" DATE NOT NULL,
  "reopened_on" DATE,
  "reopen_reason" TEXT,
  CONSTRAINT "case_family_closing_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "case_family_closing_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "case_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- A reply is no rectification, and a closed case is none either: what no check has found is said.
  CONSTRAINT "case_family_closing_effective_check" CHECK ("result" <> 'effective' OR "verified" = "cases" OR "open_reason" IS NOT NULL)
);
CREATE INDEX "case_family_closing_family_id_closed_on_idx" ON "case_family_closing"("family_id", "closed_on");

-- The opinion made of a family goes the way of every bulletin.
ALTER TABLE "bulletin" ADD COLUMN "family_id" UUID;
CREATE INDEX "bulletin_family_id_idx" ON "bulletin"("family_id");

-- What an undertaking was begun for.
ALTER TABLE "undertaking" ADD COLUMN "about_type" TEXT, ADD COLUMN "about_id" UUID,
  ADD CONSTRAINT "undertaking_about_check" CHECK (("about_type" IS NULL) = ("about_id" IS NULL));
CREATE INDEX "undertaking_about_id_idx" ON "undertaking"("about_id");

-- Cases of an office in one field, the latest first: those that may be like another one.
CREATE INDEX "case_file_procuratorate_id_domain_opened_on_idx" ON "case_file"("procuratorate_id", "domain", "opened_on" DESC);
