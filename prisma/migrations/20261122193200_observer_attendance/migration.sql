-- 列席: the procuratorate sits in on a meeting of the government, what it said there and what became of it.
CREATE TABLE "observer_attendance" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('leadingGroup', 'enforcementCoordination', 'executive', 'other')),
  "title" TEXT NOT NULL,
  "held_on" DATE NOT NULL,
  "host_id" UUID NOT NULL,
  "office_id" UUID NOT NULL,
  "person_name" TEXT NOT NULL,
  "person_post" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "opinion" TEXT,
  "outcome" TEXT,
  "outcome_on" DATE,
  "entered_by_id" UUID NOT NULL,
  "status" TEXT NOT NULL CHECK ("status" IN ('attended', 'opined', 'takenUp', 'notTakenUp')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "observer_attendance_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "observer_attendance_office_id_held_on_idx" ON "observer_attendance"("office_id", "held_on");
CREATE INDEX "observer_attendance_audience_idx" ON "observer_attendance" USING GIN ("audience");
