-- 任务: what one unit asks of another by a day, wherever it was resolved.
CREATE TABLE "action_item" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "content" TEXT,
  "owner_id" UUID NOT NULL,
  "giver_id" UUID NOT NULL,
  "source_type" TEXT NOT NULL CHECK ("source_type" IN ('meeting', 'bulletin', 'instruction', 'opinion', 'workPlan', 'exchange', 'observer', 'other')),
  "source_id" UUID,
  "source_title" TEXT,
  "given_on" DATE NOT NULL,
  "due_on" DATE NOT NULL,
  "given_by_id" UUID NOT NULL,
  "report" TEXT,
  "reported_on" DATE,
  "reporter_name" TEXT,
  "answer" TEXT,
  "answered_on" DATE,
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'reported', 'confirmed', 'cancelled')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "action_item_owner_id_status_due_on_idx" ON "action_item"("owner_id", "status", "due_on");
CREATE INDEX "action_item_giver_id_status_due_on_idx" ON "action_item"("giver_id", "status", "due_on");
CREATE INDEX "action_item_source_id_idx" ON "action_item"("source_id");
CREATE INDEX "action_item_audience_idx" ON "action_item" USING GIN ("audience");
CREATE TABLE "action_item_progress" (
  "id" UUID NOT NULL,
  "item_id" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "told_by_id" UUID NOT NULL,
  "told_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "action_item_progress_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "action_item_progress_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "action_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "action_item_progress_item_id_told_at_idx" ON "action_item_progress"("item_id", "told_at");
