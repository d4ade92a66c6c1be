-- 联席会议: proposed or planned, convened, held, closed with minutes; who was invited and came; the pool of issues; the calendar of a person.
CREATE TABLE "joint_meeting" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('regular', 'special', 'leadingGroup', 'riskSession', 'enforcementCoordination', 'symposium')),
  "title" TEXT NOT NULL,
  "desk_id" UUID NOT NULL,
  "co_desk_id" UUID,
  "proposer_id" UUID,
  "reason" TEXT,
  "proposed_on" DATE,
  "answer" TEXT,
  "answered_on" DATE,
  "planned_on" DATE,
  "starts_at" TEXT CHECK ("starts_at" ~ '^[0-2][0-9]:[0-5][0-9]$'),
  "ends_at" TEXT CHECK ("ends_at" ~ '^[0-2][0-9]:[0-5][0-9]$'),
  "place" TEXT,
  "host_name" TEXT,
  "host_post" TEXT,
  "opinions_by" DATE,
  "held_on" DATE,
  "recorder" TEXT,
  "agenda" JSONB NOT NULL,
  "summary" TEXT,
  "resolutions" JSONB NOT NULL,
  "paper_id" UUID,
  "taken_into_id" UUID,
  "begun_by_id" UUID NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('proposed', 'adopted', 'refused', 'withdrawn', 'planned', 'convened', 'held', 'closed', 'cancelled')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "joint_meeting_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "joint_meeting_desk_id_status_planned_on_idx" ON "joint_meeting"("desk_id", "status", "planned_on");
CREATE INDEX "joint_meeting_audience_idx" ON "joint_meeting" USING GIN ("audience");
CREATE TABLE "attendance" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "meeting_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "desk_id" UUID NOT NULL,
  "invited_on" DATE NOT NULL,
  "post" TEXT,
  "person_name" TEXT,
  "stand_in_post" TEXT,
  "stand_in_name" TEXT,
  "came_name" TEXT,
  "absence_reason" TEXT,
  "opinion" TEXT,
  "opinion_on" DATE,
  "opinion_answer" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('invited', 'named', 'present', 'standIn', 'absent', 'released')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "attendance_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "joint_meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "attendance_meeting_id_unit_id_key" ON "attendance"("meeting_id", "unit_id");
CREATE INDEX "attendance_unit_id_status_idx" ON "attendance"("unit_id", "status");
CREATE INDEX "attendance_audience_idx" ON "attendance" USING GIN ("audience");
CREATE TABLE "issue" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('overall', 'policy', 'tendency', 'legacy', 'other')),
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "measure" TEXT,
  "unit_id" UUID NOT NULL,
  "desk_id" UUID NOT NULL,
  "owner_id" UUID,
  "raised_on" DATE NOT NULL,
  "decision" TEXT,
  "decided_on" DATE,
  "meeting_id" UUID,
  "status" TEXT NOT NULL CHECK ("status" IN ('open', 'parked', 'decided')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "issue_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "issue_desk_id_status_raised_on_idx" ON "issue"("desk_id", "status", "raised_on");
CREATE INDEX "issue_audience_idx" ON "issue" USING GIN ("audience");
