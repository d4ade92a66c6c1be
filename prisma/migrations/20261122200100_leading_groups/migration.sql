-- 领导小组: seats that belong to posts, and who sat in them when.
CREATE TABLE "leading_group" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "charter_id" UUID,
  "desk_id" UUID NOT NULL,
  "founded_on" DATE NOT NULL,
  "ended_on" DATE,
  "end_reason" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('active', 'dissolved')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "leading_group_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "leading_group_audience_idx" ON "leading_group" USING GIN ("audience");

CREATE TABLE "group_seat" (
  "id" UUID NOT NULL,
  "group_id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "rank" TEXT NOT NULL CHECK ("rank" IN ('head', 'deputy', 'member')),
  "post" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "reminded_on" DATE,
  "ended_on" DATE,
  "end_reason" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'confirmed', 'abolished')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "group_seat_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "group_seat_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "leading_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "group_seat_group_id_ordinal_key" ON "group_seat"("group_id", "ordinal");
CREATE INDEX "group_seat_unit_id_status_idx" ON "group_seat"("unit_id", "status");
CREATE INDEX "group_seat_audience_idx" ON "group_seat" USING GIN ("audience");

CREATE TABLE "seat_holding" (
  "id" UUID NOT NULL,
  "seat_id" UUID NOT NULL,
  "user_id" UUID,
  "holder_name" TEXT NOT NULL,
  "from_on" DATE NOT NULL,
  "to_on" DATE CHECK ("to_on" IS NULL OR "to_on" >= "from_on"),
  "reason" TEXT,
  "confirmed_on" DATE NOT NULL,
  "confirmed_by_id" UUID NOT NULL,
  "on_paper" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "seat_holding_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "seat_holding_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "group_seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "seat_holding_seat_id_from_on_idx" ON "seat_holding"("seat_id", "from_on");
-- One person sits in a seat.
CREATE UNIQUE INDEX "seat_holding_now_key" ON "seat_holding"("seat_id") WHERE "to_on" IS NULL;
