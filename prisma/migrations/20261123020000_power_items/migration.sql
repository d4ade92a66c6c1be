-- 权责清单: which body is bound to do what in a domain, on what basis and since when; and 职责疑义 about it.
CREATE TABLE "power_item" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "matter" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('lead', 'support')),
  "powers" TEXT[],
  "duty" TEXT NOT NULL,
  "basis" TEXT[],
  "source" TEXT,
  "from_on" DATE NOT NULL,
  "to_on" DATE CHECK ("to_on" >= "from_on"),
  "predecessor_id" UUID,
  "registered_by_unit_id" UUID NOT NULL,
  "end_ground" TEXT CHECK ("end_ground" IN ('transferred', 'lawChanged', 'listAdjusted', 'revised')),
  "end_reason" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('registered', 'doubted', 'revised', 'ended')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "power_item_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "power_item_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "power_item"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "power_item_region_code_domain_status_idx" ON "power_item"("region_code", "domain", "status");
CREATE INDEX "power_item_unit_id_domain_idx" ON "power_item"("unit_id", "domain");
CREATE INDEX "power_item_predecessor_id_idx" ON "power_item"("predecessor_id");
CREATE INDEX "power_item_audience_idx" ON "power_item" USING GIN ("audience");

CREATE TABLE "power_doubt" (
  "id" UUID NOT NULL,
  "item_id" UUID NOT NULL,
  "raised_by_unit_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "responsible_id" UUID,
  "raised_on" DATE NOT NULL,
  "settler_id" UUID NOT NULL,
  "result" TEXT CHECK ("result" IN ('stands', 'revised', 'ended')),
  "settled_reason" TEXT,
  "settled_on" DATE,
  "settled_signer" TEXT,
  CONSTRAINT "power_doubt_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "power_doubt_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "power_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "power_doubt_item_id_idx" ON "power_doubt"("item_id");
