-- Each line of a sheet is a row of its own: entered or refused for itself, so that thousands can be taken one after another.
CREATE TABLE "import_row" (
  "id" UUID NOT NULL,
  "import_id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "line" INTEGER NOT NULL,
  "cells" JSONB NOT NULL,
  "faults" JSONB NOT NULL,
  "refusal" JSONB,
  "case_id" UUID,
  "status" TEXT NOT NULL CONSTRAINT import_row_status CHECK ("status" IN ('waiting', 'entered', 'refused')),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "import_row_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "roster_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "import_row_import_id_line_key" ON "import_row"("import_id", "line");
CREATE INDEX "import_row_import_id_status_line_idx" ON "import_row"("import_id", "status", "line");

INSERT INTO "import_row" ("id", "import_id", "region_code", "line", "cells", "faults", "status")
SELECT gen_random_uuid(), i.id, i.region_code, r.ordinality + 1, r.value, '[]', CASE WHEN i.status = 'entered' THEN 'entered' ELSE 'waiting' END
FROM "roster_import" i, jsonb_array_elements(i.rows) WITH ORDINALITY AS r(value, ordinality);

ALTER TABLE "roster_import" DROP COLUMN "rows", ADD COLUMN "started_by_id" UUID;
ALTER TABLE "roster_import" DROP CONSTRAINT roster_import_status;
ALTER TABLE "roster_import" ADD CONSTRAINT roster_import_status CHECK (status IN ('read', 'entering', 'entered', 'dropped'));
CREATE INDEX "roster_import_unit_id_created_at_idx" ON "roster_import"("unit_id", "created_at");
CREATE INDEX "roster_import_status_idx" ON "roster_import"("status");
