-- Rows of a spreadsheet on their way to units and accounts.
CREATE TABLE "roster_import" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "rows" JSONB NOT NULL,
  "made_by_id" UUID NOT NULL,
  "status" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "roster_import_pkey" PRIMARY KEY ("id"),
  CONSTRAINT roster_import_kind CHECK (kind IN ('units', 'people')),
  CONSTRAINT roster_import_status CHECK (status IN ('read', 'entered', 'dropped'))
);
CREATE INDEX "roster_import_region_code_created_at_idx" ON "roster_import"("region_code", "created_at");
