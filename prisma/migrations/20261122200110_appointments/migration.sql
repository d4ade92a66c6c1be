-- 聘任、挂职 and what an expert is asked.
CREATE TABLE "appointment" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "unit_id" UUID NOT NULL,
  "host_id" UUID NOT NULL,
  "person_id" UUID,
  "person_name" TEXT NOT NULL,
  "post" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "speciality" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "role" TEXT,
  "tasks" TEXT,
  "from_on" DATE NOT NULL,
  "to_on" DATE NOT NULL,
  "decided_on" DATE,
  "answer" TEXT,
  "appraisal" TEXT,
  "end_reason" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('proposed', 'serving', 'refused', 'withdrawn', 'ended')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "appointment_region_code_kind_status_idx" ON "appointment"("region_code", "kind", "status");
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");
CREATE INDEX "appointment_audience_idx" ON "appointment" USING GIN ("audience");

CREATE TABLE "engagement" (
  "id" UUID NOT NULL,
  "region_code" TEXT NOT NULL,
  "appointment_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "office_id" UUID NOT NULL,
  "expert_id" UUID,
  "expert_unit_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "question" TEXT NOT NULL,
  "file_ids" UUID[],
  "asked_by_id" UUID NOT NULL,
  "asked_on" DATE NOT NULL,
  "until_on" DATE NOT NULL,
  "opinion" TEXT,
  "answered_on" DATE,
  "used" TEXT CHECK ("used" IN ('used', 'partly', 'notUsed')),
  "note" TEXT,
  "status" TEXT NOT NULL CHECK ("status" IN ('asked', 'answered', 'declined', 'withdrawn', 'closed')),
  "version" INTEGER NOT NULL DEFAULT 1,
  "audience" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "engagement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "engagement_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "engagement_case_id_idx" ON "engagement"("case_id");
CREATE INDEX "engagement_expert_id_status_idx" ON "engagement"("expert_id", "status");
CREATE INDEX "engagement_appointment_id_idx" ON "engagement"("appointment_id");
CREATE INDEX "engagement_audience_idx" ON "engagement" USING GIN ("audience");

-- Where a person works on a day: while seconded in the host body, whose grant runs for the term, else at home.
CREATE FUNCTION works_in(person uuid, home uuid, day date) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT g.unit_id FROM role_grant g WHERE g.user_id = person AND g.unit_id <> home AND g.from_on <= day AND g.to_on >= day
    ORDER BY g.from_on DESC LIMIT 1), home)
$$;
