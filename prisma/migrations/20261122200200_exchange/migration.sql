-- 数据资源目录: what a unit can provide, who asked for it and why, and every time it was used.
CREATE TABLE "data_item" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "owner_id" UUID NOT NULL,
  "content" TEXT NOT NULL,
  "fields" TEXT[],
  "cycle" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "sensitivity" TEXT NOT NULL,
  "limits" TEXT,
  "contact" TEXT NOT NULL,
  "open_to" TEXT[],
  "registered_on" DATE NOT NULL,
  "confirmed_on" DATE NOT NULL,
  "withdrawn_on" DATE,
  "withdraw_reason" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('registered', 'withdrawn')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "data_item_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "data_item_region_code_status_kind_idx" ON "data_item"("region_code", "status", "kind");
CREATE INDEX "data_item_owner_id_status_idx" ON "data_item"("owner_id", "status");
CREATE INDEX "data_item_audience_idx" ON "data_item" USING GIN ("audience");

CREATE TABLE "data_request" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "item_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "requester_id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "asker_id" UUID NOT NULL,
  "purpose" TEXT NOT NULL,
  "wanted" TEXT NOT NULL,
  "link_type" TEXT CHECK ("link_type" IN ('clue', 'case', 'recommendation', 'undertaking')),
  "link_id" UUID,
  "matter" TEXT,
  "asked_on" DATE NOT NULL,
  "answer" TEXT,
  "ground" TEXT,
  "access" TEXT,
  "conditions" TEXT,
  "answered_on" DATE,
  "answer_signer" TEXT,
  "ended_how" TEXT CHECK ("ended_how" IN ('returned', 'destroyed', 'filed')),
  "ended_note" TEXT,
  "ended_on" DATE,
  "status" TEXT NOT NULL CHECK ("status" IN ('asked', 'provided', 'refused', 'withdrawn', 'ended')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "data_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "data_request_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "data_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "data_request_item_id_idx" ON "data_request"("item_id");
CREATE INDEX "data_request_requester_id_status_asked_on_idx" ON "data_request"("requester_id", "status", "asked_on");
CREATE INDEX "data_request_provider_id_status_asked_on_idx" ON "data_request"("provider_id", "status", "asked_on");
CREATE INDEX "data_request_audience_idx" ON "data_request" USING GIN ("audience");

CREATE TABLE "data_use" (
  "id" UUID NOT NULL,
  "request_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "unit_id" UUID NOT NULL,
  "use" TEXT NOT NULL,
  "used_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "data_use_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "data_use_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "data_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "data_use_request_id_used_at_idx" ON "data_use"("request_id", "used_at");
