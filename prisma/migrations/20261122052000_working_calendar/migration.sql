-- A year's arrangement as the administrator entered it, and what moved when it was counted anew.
ALTER TABLE "calendar_day" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';

CREATE TABLE "calendar_year" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "status" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "number" TEXT NOT NULL DEFAULT '',
  "url" TEXT NOT NULL DEFAULT '',
  "days_text" TEXT NOT NULL DEFAULT '',
  "published_on" DATE,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("id"),
  CONSTRAINT calendar_year_status CHECK (status IN ('draft', 'published'))
);
CREATE UNIQUE INDEX "calendar_year_year_key" ON "calendar_year"("year");

CREATE TABLE "calendar_report" (
  "id" UUID NOT NULL,
  "year_id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "step" TEXT NOT NULL,
  "day" DATE,
  "reason" TEXT NOT NULL DEFAULT '',
  "counted" INTEGER NOT NULL,
  "moved" INTEGER NOT NULL,
  "made_by_id" UUID NOT NULL,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "calendar_report_pkey" PRIMARY KEY ("id"),
  CONSTRAINT calendar_report_step CHECK (step IN ('publish', 'adopt', 'correct', 'recount'))
);
CREATE INDEX "calendar_report_year_id_made_at_idx" ON "calendar_report"("year_id", "made_at");
ALTER TABLE "calendar_report" ADD CONSTRAINT "calendar_report_year_id_fkey"
  FOREIGN KEY ("year_id") REFERENCES "calendar_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "calendar_move" (
  "id" UUID NOT NULL,
  "report_id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "deadline_id" UUID NOT NULL,
  "duty" TEXT NOT NULL,
  "subject_type" TEXT NOT NULL,
  "subject_id" UUID NOT NULL,
  "subject_title" TEXT NOT NULL,
  "owed_by_unit_id" UUID NOT NULL,
  "before_on" DATE NOT NULL,
  "after_on" DATE NOT NULL,
  "satisfied_on" DATE,
  "audience" TEXT[],
  CONSTRAINT "calendar_move_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "calendar_move_report_id_idx" ON "calendar_move"("report_id");
CREATE INDEX "calendar_move_audience_idx" ON "calendar_move" USING GIN ("audience");
ALTER TABLE "calendar_move" ADD CONSTRAINT "calendar_move_report_id_fkey"
  FOREIGN KEY ("report_id") REFERENCES "calendar_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
