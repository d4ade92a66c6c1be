-- How notices leave the house: a pointer a person and channel, retried, never sent twice.
ALTER TABLE "notice" ADD COLUMN "planned_at" TIMESTAMPTZ(3), ADD COLUMN "channel" TEXT, ADD COLUMN "escalated_at" TIMESTAMPTZ(3);
-- What was told before is not told again.
UPDATE "notice" SET "planned_at" = "created_at";
CREATE INDEX "notice_unplanned" ON "notice"("created_at") WHERE "planned_at" IS NULL;
CREATE INDEX "notice_to_escalate" ON "notice"("created_at") WHERE "channel" IS NOT NULL AND "read_at" IS NULL AND "escalated_at" IS NULL;

CREATE TABLE "notice_delivery" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "user_id" UUID NOT NULL,
  "channel" TEXT NOT NULL CHECK ("channel" IN ('mail', 'sms', 'wecom', 'dingtalk')),
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "claimed_at" TIMESTAMPTZ(3),
  "sent_at" TIMESTAMPTZ(3),
  "error" TEXT,
  "status" TEXT NOT NULL DEFAULT 'waiting' CHECK ("status" IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'skipped')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "notice_delivery_waiting" ON "notice_delivery"("user_id", "channel") WHERE "status" = 'waiting';
CREATE INDEX "notice_delivery_status_due_at_idx" ON "notice_delivery"("status", "due_at");
CREATE INDEX "notice_delivery_region_code_created_at_idx" ON "notice_delivery"("region_code", "created_at");

CREATE TABLE "notice_preference" (
  "user_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "delivery" TEXT NOT NULL CHECK ("delivery" IN ('atOnce', 'digest', 'off')),
  CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("user_id", "kind")
);

CREATE TABLE "notice_contact" (
  "user_id" UUID NOT NULL,
  "mail" TEXT,
  "first_channel" TEXT CHECK ("first_channel" IN ('mail', 'sms', 'wecom', 'dingtalk')),
  CONSTRAINT "notice_contact_pkey" PRIMARY KEY ("user_id")
);
