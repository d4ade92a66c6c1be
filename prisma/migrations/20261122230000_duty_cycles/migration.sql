-- 定期履职: a demand that is reported on cycle by cycle.
ALTER TABLE "demand"
  ADD COLUMN "cycle" TEXT CHECK ("cycle" IN ('month', 'quarter', 'halfYear')),
  ADD COLUMN "reports" INTEGER CHECK ("reports" BETWEEN 1 AND 36),
  ADD COLUMN "report_content" TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT "demand_recurring_check" CHECK (("cycle" IS NULL) = ("reports" IS NULL));

CREATE TABLE "duty_cycle" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "recommendation_id" UUID NOT NULL,
  "demand_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL CHECK ("ordinal" > 0),
  "title" TEXT NOT NULL,
  "procuratorate_id" UUID NOT NULL,
  "agency_id" UUID NOT NULL,
  "from_on" DATE NOT NULL,
  "to_on" DATE NOT NULL,
  "end_reason" TEXT CHECK ("end_reason" IN ('withdrawn', 'changed', 'closed')),
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'reported', 'askedAgain', 'accepted', 'ended')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "duty_cycle_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "duty_cycle_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "duty_cycle_demand_id_fkey" FOREIGN KEY ("demand_id") REFERENCES "demand"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "duty_cycle_period_check" CHECK ("from_on" <= "to_on"),
  CONSTRAINT "duty_cycle_end_check" CHECK ("end_reason" IS NULL OR "status" IN ('open', 'reported', 'askedAgain', 'ended'))
);
CREATE INDEX "duty_cycle_recommendation_id_idx" ON "duty_cycle"("recommendation_id");
CREATE INDEX "duty_cycle_demand_id_ordinal_idx" ON "duty_cycle"("demand_id", "ordinal");
CREATE INDEX "duty_cycle_procuratorate_id_status_idx" ON "duty_cycle"("procuratorate_id", "status");
CREATE INDEX "duty_cycle_agency_id_status_idx" ON "duty_cycle"("agency_id", "status");
CREATE INDEX "duty_cycle_audience_idx" ON "duty_cycle" USING GIN ("audience");
-- One that lost its object may be followed by another of its number.
CREATE UNIQUE INDEX "duty_cycle_alive_key" ON "duty_cycle"("demand_id", "ordinal") WHERE "status" <> 'ended';

CREATE TABLE "duty_report" (
  "id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "round" INTEGER NOT NULL,
  "reported_on" DATE NOT NULL,
  "done" TEXT NOT NULL,
  "problems" TEXT NOT NULL DEFAULT '',
  "file_ids" UUID[],
  "entered_by_id" UUID NOT NULL,
  "entered_at" TIMESTAMPTZ(3) NOT NULL,
  "on_behalf" BOOLEAN NOT NULL DEFAULT false,
  "signer_name" TEXT,
  "verdict" TEXT CHECK ("verdict" IN ('accepted', 'askedAgain')),
  "answer" TEXT NOT NULL DEFAULT '',
  "answered_on" DATE,
  "answered_by_id" UUID,
  CONSTRAINT "duty_report_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "duty_report_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "duty_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "duty_report_answer_check" CHECK (("verdict" IS NULL) = ("answered_on" IS NULL))
);
CREATE UNIQUE INDEX "duty_report_cycle_id_round_key" ON "duty_report"("cycle_id", "round");
