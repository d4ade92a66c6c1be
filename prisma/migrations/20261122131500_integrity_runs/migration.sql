-- What the nightly checks found; what each finding says beyond its record stays out.
CREATE TABLE "integrity_run" (
  "id" UUID NOT NULL,
  "started_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3) NOT NULL,
  "found" INTEGER NOT NULL,
  "findings" JSONB NOT NULL,
  CONSTRAINT "integrity_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "integrity_run_started_at_idx" ON "integrity_run"("started_at");
