-- 协作事项: what several units do together over time; the kinds are facts.
CREATE TABLE "undertaking" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "owner_id" UUID NOT NULL,
  "content" TEXT NOT NULL,
  "details" JSONB NOT NULL,
  "starts_on" DATE,
  "ends_on" DATE,
  "invitee_ids" UUID[],
  "no_invite_reason" TEXT,
  "author_id" UUID NOT NULL,
  "begun_on" DATE,
  "draw_seed" TEXT,
  "drawn_from" TEXT[],
  "likelihood" INTEGER CHECK ("likelihood" BETWEEN 1 AND 5),
  "harm" INTEGER CHECK ("harm" BETWEEN 1 AND 5),
  "measure" TEXT,
  "board_id" UUID,
  "raised_reason" TEXT,
  "raised_on" DATE,
  "outcome" TEXT,
  "report" TEXT,
  "end_details" JSONB,
  "open_reason" TEXT,
  "closed_on" DATE,
  "revisited_on" DATE,
  "revisit" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'running', 'raised', 'settled', 'closed', 'withdrawn')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "undertaking_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "undertaking_region_code_kind_status_idx" ON "undertaking"("region_code", "kind", "status");
CREATE INDEX "undertaking_owner_id_status_idx" ON "undertaking"("owner_id", "status");
CREATE INDEX "undertaking_audience_idx" ON "undertaking" USING GIN ("audience");

CREATE TABLE "participation" (
  "id" UUID NOT NULL,
  "undertaking_id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "asked_on" DATE NOT NULL,
  "answered_on" DATE,
  "contact" TEXT,
  "reason" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('asked', 'joined', 'declined', 'ended')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "participation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "participation_undertaking_id_fkey" FOREIGN KEY ("undertaking_id") REFERENCES "undertaking"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "participation_undertaking_id_unit_id_key" ON "participation"("undertaking_id", "unit_id");
CREATE INDEX "participation_unit_id_status_idx" ON "participation"("unit_id", "status");
CREATE INDEX "participation_audience_idx" ON "participation" USING GIN ("audience");

CREATE TABLE "undertaking_entry" (
  "id" UUID NOT NULL,
  "undertaking_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "author_id" UUID NOT NULL,
  "happened_on" DATE NOT NULL,
  "text" TEXT NOT NULL,
  "details" JSONB NOT NULL,
  "link_type" TEXT CHECK ("link_type" IN ('clue', 'case', 'recommendation', 'letter')),
  "link_id" UUID,
  "file_ids" UUID[],
  "written_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "undertaking_entry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "undertaking_entry_undertaking_id_fkey" FOREIGN KEY ("undertaking_id") REFERENCES "undertaking"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "undertaking_entry_undertaking_id_happened_on_idx" ON "undertaking_entry"("undertaking_id", "happened_on");
CREATE INDEX "undertaking_entry_link_id_idx" ON "undertaking_entry"("link_id");

CREATE TABLE "undertaking_target" (
  "id" UUID NOT NULL,
  "undertaking_id" UUID NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "unit_name" TEXT,
  "struck_on" DATE,
  "proof" TEXT,
  "struck_by_id" UUID,
  "file_ids" UUID[],
  CONSTRAINT "undertaking_target_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "undertaking_target_undertaking_id_fkey" FOREIGN KEY ("undertaking_id") REFERENCES "undertaking"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "undertaking_target_undertaking_id_ordinal_key" ON "undertaking_target"("undertaking_id", "ordinal");

CREATE TABLE "file_verdict" (
  "id" UUID NOT NULL,
  "target_id" UUID NOT NULL,
  "reviewer_id" UUID NOT NULL,
  "unit_id" UUID NOT NULL,
  "faults" TEXT[],
  "score" INTEGER NOT NULL,
  "comment" TEXT NOT NULL,
  "read_on" DATE NOT NULL,
  CONSTRAINT "file_verdict_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "file_verdict_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "undertaking_target"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "file_verdict_target_id_reviewer_id_key" ON "file_verdict"("target_id", "reviewer_id");

CREATE TABLE "risk_rating" (
  "id" UUID NOT NULL,
  "undertaking_id" UUID NOT NULL,
  "unit_id" UUID NOT NULL,
  "likelihood" INTEGER NOT NULL CHECK ("likelihood" BETWEEN 1 AND 5),
  "harm" INTEGER NOT NULL CHECK ("harm" BETWEEN 1 AND 5),
  "reason" TEXT NOT NULL,
  "rated_on" DATE NOT NULL,
  CONSTRAINT "risk_rating_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "risk_rating_undertaking_id_fkey" FOREIGN KEY ("undertaking_id") REFERENCES "undertaking"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "risk_rating_undertaking_id_unit_id_key" ON "risk_rating"("undertaking_id", "unit_id");

ALTER TABLE "action_item" DROP CONSTRAINT "action_item_source_type_check";
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_source_type_check"
  CHECK ("source_type" IN ('meeting', 'bulletin', 'instruction', 'opinion', 'workPlan', 'exchange', 'observer', 'undertaking', 'other'));
