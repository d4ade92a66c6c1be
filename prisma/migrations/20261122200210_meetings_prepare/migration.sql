-- A meeting that prepares itself before its period ends, its work report, and campaigns that come out of resolutions.
ALTER TABLE "joint_meeting" DROP CONSTRAINT "joint_meeting_kind_check";
ALTER TABLE "joint_meeting" ADD CONSTRAINT "joint_meeting_kind_check"
  CHECK ("kind" IN ('regular', 'special', 'leadingGroup', 'riskSession', 'enforcementCoordination', 'symposium', 'deskExchange'));
ALTER TABLE "joint_meeting" ALTER COLUMN "begun_by_id" DROP NOT NULL;
ALTER TABLE "joint_meeting" ADD COLUMN "report" TEXT;
ALTER TABLE "joint_meeting" ADD COLUMN "report_on" DATE;
ALTER TABLE "joint_meeting" ADD COLUMN "prepared_for" UUID;
CREATE UNIQUE INDEX "joint_meeting_prepared_for_key" ON "joint_meeting"("prepared_for");
ALTER TABLE "issue" ADD COLUMN "due_on" DATE;
ALTER TABLE "undertaking" ADD COLUMN "meeting_id" UUID;
ALTER TABLE "undertaking" ADD COLUMN "meeting_title" TEXT;
CREATE INDEX "undertaking_meeting_id_idx" ON "undertaking"("meeting_id");
