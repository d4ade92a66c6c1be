-- 日历订阅: a person's secret link to the titles, times and places of the own meetings; revoked, it is nothing.
CREATE TABLE "calendar_feed" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "user_id" UUID NOT NULL,
  "unit_id" UUID NOT NULL,
  "secret_hash" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('active', 'revoked')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "calendar_feed_secret_hash_key" ON "calendar_feed"("secret_hash");
CREATE UNIQUE INDEX "calendar_feed_active" ON "calendar_feed"("user_id") WHERE "status" = 'active';
