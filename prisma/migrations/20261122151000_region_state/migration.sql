-- A region is prepared before it is opened; those there already are open.
ALTER TABLE "region" ADD COLUMN "status" TEXT NOT NULL DEFAULT 'active';
ALTER TABLE "region" ALTER COLUMN "status" SET DEFAULT 'preparing';
ALTER TABLE "region" ADD CONSTRAINT region_status CHECK (status IN ('preparing', 'active'));
