-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'administrative',
    "domain" TEXT NOT NULL,
    "clue_id" UUID,
    "procuratorate_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "lead_prosecutor_id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "decision_served_on" DATE,
    "place" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "harm" TEXT NOT NULL,
    "late_entry" BOOLEAN NOT NULL DEFAULT false,
    "entered_on" DATE NOT NULL,
    "consultation_waiver" TEXT,
    "suspended_on" DATE,
    "resumed_on" DATE,
    "proposal" JSONB,
    "closing_ground" TEXT,
    "closing_reason" TEXT,
    "closed_on" DATE,
    "sensitivity" TEXT NOT NULL DEFAULT 'internal',
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "audience" TEXT[],
    "search" tsvector,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_member" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from_on" DATE NOT NULL,

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "form" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "participants" TEXT NOT NULL,
    "topics" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "agency_plan" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "proves" TEXT NOT NULL,
    "obtained_on" DATE NOT NULL,
    "obtained_from" TEXT NOT NULL,
    "obtained_by" TEXT NOT NULL,
    "file_id" UUID,
    "sha256" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "look_back" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "procuratorate_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "planned_on" DATE NOT NULL,
    "done_on" DATE,
    "place" TEXT NOT NULL,
    "findings" TEXT,
    "relapse_clue_id" UUID,
    "done_by_id" UUID,
    "companion" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "audience" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "look_back_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clue" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_detail" TEXT NOT NULL DEFAULT '',
    "domain" TEXT NOT NULL,
    "discovered_on" DATE NOT NULL,
    "referred_on" DATE,
    "registered_on" DATE,
    "place" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "harm" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "major" BOOLEAN NOT NULL DEFAULT false,
    "sensitivity" TEXT NOT NULL DEFAULT 'internal',
    "penalty_known" TEXT NOT NULL DEFAULT 'no',
    "penalty" JSONB,
    "related_judgment" TEXT,
    "sender_unit_id" UUID NOT NULL,
    "receiver_unit_id" UUID NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "on_behalf_of_unit_id" UUID,
    "approved_by_id" UUID,
    "handler_id" UUID,
    "return_reason" TEXT,
    "return_proposal" TEXT,
    "return_count" INTEGER NOT NULL DEFAULT 0,
    "proposed_outcome" TEXT,
    "outcome_reason" TEXT,
    "outcome_on" DATE,
    "merged_into_id" UUID,
    "transferred_to" TEXT,
    "relapse_of_case_id" UUID,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "audience" TEXT[],
    "search" tsvector,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clue_unit" (
    "clue_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "duty" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "clue_unit_pkey" PRIMARY KEY ("clue_id","unit_id")
);

-- CreateTable
CREATE TABLE "clue_reporter" (
    "clue_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "statement" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clue_reporter_pkey" PRIMARY KEY ("clue_id")
);

-- CreateTable
CREATE TABLE "clue_evaluation" (
    "id" UUID NOT NULL,
    "clue_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "authenticity" TEXT NOT NULL,
    "verifiability" TEXT NOT NULL,
    "necessity" TEXT NOT NULL,
    "in_domain" BOOLEAN NOT NULL,
    "competence" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "agency_ids" UUID[],
    "evaluated_by_id" UUID NOT NULL,
    "evaluated_on" DATE NOT NULL,
    "review_opinion" TEXT,
    "reviewed_by_id" UUID,
    "reviewed_on" DATE,
    "decision_opinion" TEXT,
    "decided_by_id" UUID,
    "decided_on" DATE,

    CONSTRAINT "clue_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "rule_key" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "duty" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_title" TEXT NOT NULL,
    "owed_by_unit_id" UUID NOT NULL,
    "owed_to_unit_id" UUID,
    "triggered_on" DATE NOT NULL,
    "raw_end_on" DATE NOT NULL,
    "end_on" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'running',
    "satisfied_on" DATE,
    "satisfied_at" TIMESTAMPTZ(3),
    "extended_amount" INTEGER NOT NULL DEFAULT 0,
    "basis" JSONB NOT NULL,
    "explanation" JSONB NOT NULL,
    "audience" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_event" (
    "id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "on_date" DATE NOT NULL,
    "detail" JSONB NOT NULL,
    "basis" JSONB,
    "actor_id" UUID,
    "approver_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "is_rest" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "params" JSONB NOT NULL,
    "once_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "template_version" INTEGER NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "issuer_unit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "number_source" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'issued',
    "void_reason" TEXT,
    "data" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "signed_by_id" UUID,
    "sealed_on" DATE,
    "scan_file_id" UUID,
    "audience" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "unit_id" UUID NOT NULL,
    "paper_kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "pattern" TEXT NOT NULL,
    "next" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("unit_id","paper_kind","year")
);

-- CreateTable
CREATE TABLE "document_number" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "paper_kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'used',
    "paper_id" UUID NOT NULL,
    "reason" TEXT,

    CONSTRAINT "document_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "phone" TEXT,
    "unit_id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "granted_by_id" UUID,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "source_address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_link" (
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "acting_for_id" UUID,
    "role_then" TEXT NOT NULL,
    "unit_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "result" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,
    "source_address" TEXT,
    "session_id" TEXT,
    "hash_name" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_record" (
    "actor_id" UUID NOT NULL,
    "request_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_record_pkey" PRIMARY KEY ("actor_id","request_id")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "draft" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "subject_type" TEXT,
    "subject_id" UUID,
    "purpose" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "captured_on" DATE,
    "audience" TEXT[],
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_beat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_beat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "procuratorate_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "urgent_reason" TEXT,
    "source_text" TEXT NOT NULL,
    "harm_facts" TEXT NOT NULL,
    "duty_findings" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "rectification_months" INTEGER,
    "rectification_reason" TEXT,
    "objection_days" INTEGER,
    "contact" TEXT NOT NULL,
    "copies" TEXT[],
    "decided_on" DATE,
    "sent_on" DATE,
    "received_on" DATE,
    "service_method" TEXT,
    "rectification_end_on" DATE,
    "filed_on" DATE,
    "first_replied_on" DATE,
    "last_replied_on" DATE,
    "rectified_on" DATE,
    "withdrawn_on" DATE,
    "paper_id" UUID,
    "review_opinion" TEXT,
    "decision_opinion" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "audience" TEXT[],
    "search" tsvector,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demand" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "fault" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "milestone_on" DATE,
    "proof_wanted" TEXT NOT NULL,
    "verdict" TEXT NOT NULL DEFAULT 'unchecked',
    "verdict_on" DATE,

    CONSTRAINT "demand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_receipt" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "sent_on" DATE NOT NULL,
    "received_on" DATE,
    "received_by" TEXT,
    "receiver_post" TEXT,
    "address" TEXT NOT NULL,
    "served_by" TEXT NOT NULL,
    "witness" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handling" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "registered_on" DATE NOT NULL,
    "registry_number" TEXT NOT NULL,
    "proposal" TEXT,
    "instruction" TEXT,
    "handler_id" UUID,
    "handler_phone" TEXT,
    "draft" JSONB,
    "legal_opinion" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "audience" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rectification_action" (
    "id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "taken_on" DATE NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "before_file_id" UUID,
    "after_file_id" UUID,
    "file_ids" UUID[],
    "logged_by_id" UUID NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rectification_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "replied_on" DATE NOT NULL,
    "posted_on" DATE,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,
    "number" TEXT NOT NULL,
    "long_term" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "signed_by_id" UUID,
    "signer_name" TEXT NOT NULL,
    "paper_id" UUID,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply_item" (
    "reply_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "claimed" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "cause" TEXT,
    "plan" TEXT,
    "planned_on" DATE,
    "action_ids" UUID[],

    CONSTRAINT "reply_item_pkey" PRIMARY KEY ("reply_id","demand_id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "raised_on" DATE NOT NULL,
    "grounds" TEXT NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "decided_on" DATE,
    "decided_by_id" UUID,
    "paper_id" UUID,
    "answer_paper_id" UUID,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_request" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_on" DATE NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_on" DATE,

    CONSTRAINT "help_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_result" (
    "id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "checked_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "checked_by_id" UUID NOT NULL,
    "companion" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "evidence_file_ids" UUID[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "parent_code" TEXT,
    "charter_key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "agency_form" TEXT,
    "line" TEXT,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "parent_id" UUID,
    "domains" TEXT[],
    "address" TEXT NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_relation" (
    "id" UUID NOT NULL,
    "superior_id" UUID NOT NULL,
    "inferior_id" UUID NOT NULL,
    "line" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "unit_relation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_file_number_key" ON "case_file"("number");

-- CreateIndex
CREATE INDEX "case_file_procuratorate_id_status_opened_on_idx" ON "case_file"("procuratorate_id", "status", "opened_on");

-- CreateIndex
CREATE INDEX "case_file_agency_id_status_opened_on_idx" ON "case_file"("agency_id", "status", "opened_on");

-- CreateIndex
CREATE INDEX "case_file_lead_prosecutor_id_status_idx" ON "case_file"("lead_prosecutor_id", "status");

-- CreateIndex
CREATE INDEX "case_file_audience_idx" ON "case_file" USING GIN ("audience");

-- CreateIndex
CREATE INDEX "case_file_search_idx" ON "case_file" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_clue_id_agency_id_key" ON "case_file"("clue_id", "agency_id");

-- CreateIndex
CREATE INDEX "consultation_case_id_held_on_idx" ON "consultation"("case_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_case_id_ordinal_key" ON "evidence"("case_id", "ordinal");

-- CreateIndex
CREATE INDEX "look_back_case_id_idx" ON "look_back"("case_id");

-- CreateIndex
CREATE INDEX "look_back_audience_idx" ON "look_back" USING GIN ("audience");

-- CreateIndex
CREATE UNIQUE INDEX "clue_number_key" ON "clue"("number");

-- CreateIndex
CREATE INDEX "clue_receiver_unit_id_status_created_at_idx" ON "clue"("receiver_unit_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "clue_sender_unit_id_status_created_at_idx" ON "clue"("sender_unit_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "clue_handler_id_status_idx" ON "clue"("handler_id", "status");

-- CreateIndex
CREATE INDEX "clue_audience_idx" ON "clue" USING GIN ("audience");

-- CreateIndex
CREATE INDEX "clue_search_idx" ON "clue" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "clue_evaluation_clue_id_round_key" ON "clue_evaluation"("clue_id", "round");

-- CreateIndex
CREATE INDEX "deadline_subject_type_subject_id_idx" ON "deadline"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "deadline_owed_by_unit_id_status_end_on_idx" ON "deadline"("owed_by_unit_id", "status", "end_on");

-- CreateIndex
CREATE INDEX "deadline_owed_to_unit_id_status_end_on_idx" ON "deadline"("owed_to_unit_id", "status", "end_on");

-- CreateIndex
CREATE INDEX "deadline_status_end_on_idx" ON "deadline"("status", "end_on");

-- CreateIndex
CREATE INDEX "deadline_event_deadline_id_at_idx" ON "deadline_event"("deadline_id", "at");

-- CreateIndex
CREATE INDEX "notice_user_id_read_at_created_at_idx" ON "notice"("user_id", "read_at", "created_at");

-- CreateIndex
CREATE INDEX "notice_subject_type_subject_id_idx" ON "notice"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_user_id_once_key_key" ON "notice"("user_id", "once_key");

-- CreateIndex
CREATE INDEX "paper_subject_type_subject_id_issued_on_idx" ON "paper"("subject_type", "subject_id", "issued_on");

-- CreateIndex
CREATE INDEX "paper_audience_idx" ON "paper" USING GIN ("audience");

-- CreateIndex
CREATE UNIQUE INDEX "document_number_unit_id_paper_kind_year_ordinal_key" ON "document_number"("unit_id", "paper_kind", "year", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "document_number_unit_id_text_key" ON "document_number"("unit_id", "text");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_login_key" ON "app_user"("login");

-- CreateIndex
CREATE INDEX "app_user_unit_id_idx" ON "app_user"("unit_id");

-- CreateIndex
CREATE INDEX "app_user_region_code_idx" ON "app_user"("region_code");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_role_idx" ON "role_grant"("unit_id", "role");

-- CreateIndex
CREATE INDEX "sign_in_session_user_id_revoked_at_idx" ON "sign_in_session"("user_id", "revoked_at");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_seq_idx" ON "audit_event"("subject_type", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_stream_at_idx" ON "audit_event"("stream", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_stream_seq_key" ON "audit_event"("stream", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_stream_prev_hash_key" ON "audit_event"("stream", "prev_hash");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");

-- CreateIndex
CREATE INDEX "stored_file_subject_type_subject_id_idx" ON "stored_file"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "stored_file_audience_idx" ON "stored_file" USING GIN ("audience");

-- CreateIndex
CREATE INDEX "setting_key_region_code_effective_on_idx" ON "setting"("key", "region_code", "effective_on");

-- CreateIndex
CREATE INDEX "recommendation_procuratorate_id_status_created_at_idx" ON "recommendation"("procuratorate_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "recommendation_agency_id_status_created_at_idx" ON "recommendation"("agency_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "recommendation_case_id_idx" ON "recommendation"("case_id");

-- CreateIndex
CREATE INDEX "recommendation_audience_idx" ON "recommendation" USING GIN ("audience");

-- CreateIndex
CREATE INDEX "recommendation_search_idx" ON "recommendation" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "demand_recommendation_id_ordinal_key" ON "demand"("recommendation_id", "ordinal");

-- CreateIndex
CREATE INDEX "service_receipt_recommendation_id_idx" ON "service_receipt"("recommendation_id");

-- CreateIndex
CREATE UNIQUE INDEX "handling_recommendation_id_key" ON "handling"("recommendation_id");

-- CreateIndex
CREATE INDEX "handling_agency_id_status_idx" ON "handling"("agency_id", "status");

-- CreateIndex
CREATE INDEX "handling_handler_id_status_idx" ON "handling"("handler_id", "status");

-- CreateIndex
CREATE INDEX "handling_audience_idx" ON "handling" USING GIN ("audience");

-- CreateIndex
CREATE INDEX "rectification_action_demand_id_taken_on_idx" ON "rectification_action"("demand_id", "taken_on");

-- CreateIndex
CREATE UNIQUE INDEX "reply_recommendation_id_round_key" ON "reply"("recommendation_id", "round");

-- CreateIndex
CREATE INDEX "objection_recommendation_id_idx" ON "objection"("recommendation_id");

-- CreateIndex
CREATE INDEX "help_request_recommendation_id_idx" ON "help_request"("recommendation_id");

-- CreateIndex
CREATE INDEX "check_result_recommendation_id_idx" ON "check_result"("recommendation_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_result_demand_id_round_key" ON "check_result"("demand_id", "round");

-- CreateIndex
CREATE INDEX "unit_region_code_kind_idx" ON "unit"("region_code", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "unit_region_code_name_key" ON "unit"("region_code", "name");

-- CreateIndex
CREATE INDEX "unit_relation_inferior_id_line_idx" ON "unit_relation"("inferior_id", "line");

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_clue_id_fkey" FOREIGN KEY ("clue_id") REFERENCES "clue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "look_back" ADD CONSTRAINT "look_back_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clue_unit" ADD CONSTRAINT "clue_unit_clue_id_fkey" FOREIGN KEY ("clue_id") REFERENCES "clue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clue_evaluation" ADD CONSTRAINT "clue_evaluation_clue_id_fkey" FOREIGN KEY ("clue_id") REFERENCES "clue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_event" ADD CONSTRAINT "deadline_event_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand" ADD CONSTRAINT "demand_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_receipt" ADD CONSTRAINT "service_receipt_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handling" ADD CONSTRAINT "handling_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rectification_action" ADD CONSTRAINT "rectification_action_demand_id_fkey" FOREIGN KEY ("demand_id") REFERENCES "demand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_item" ADD CONSTRAINT "reply_item_reply_id_fkey" FOREIGN KEY ("reply_id") REFERENCES "reply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_item" ADD CONSTRAINT "reply_item_demand_id_fkey" FOREIGN KEY ("demand_id") REFERENCES "demand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_demand_id_fkey" FOREIGN KEY ("demand_id") REFERENCES "demand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- States and value lists as text with CHECK.
ALTER TABLE "clue" ADD CONSTRAINT clue_status CHECK (status IN ('awaitingApproval','referred','returned','registered','proposed','reviewed','opened','declined','transferred','merged'));
ALTER TABLE "case_file" ADD CONSTRAINT case_file_status CHECK (status IN ('opened','investigating','investigated','recommending','following','suspended','reviewing','concluding','concluded'));
ALTER TABLE "case_file" ADD CONSTRAINT case_file_kind CHECK (kind IN ('administrative','civil','incidentalCivil'));
ALTER TABLE "look_back" ADD CONSTRAINT look_back_status CHECK (status IN ('planned','held','relapsed'));
ALTER TABLE "recommendation" ADD CONSTRAINT recommendation_status CHECK (status IN ('draft','submitted','reviewed','approved','sealed','sent','received','replied','askedAgain','verified','closed','withdrawn'));
ALTER TABLE "handling" ADD CONSTRAINT handling_status CHECK (status IN ('registered','proposed','instructed','assigned','drafted','legallyReviewed','signed','closed'));
ALTER TABLE "demand" ADD CONSTRAINT demand_verdict CHECK (verdict IN ('unchecked','met','partly','notMet'));
ALTER TABLE "check_result" ADD CONSTRAINT check_result_verdict CHECK (verdict IN ('met','partly','notMet'));
ALTER TABLE "deadline" ADD CONSTRAINT deadline_status CHECK (status IN ('running','paused','satisfied','cancelled'));
ALTER TABLE "paper" ADD CONSTRAINT paper_status CHECK (status IN ('issued','sealed','void','superseded'));
ALTER TABLE "paper" ADD CONSTRAINT paper_zone CHECK (zone IN ('main','inner'));
ALTER TABLE "audit_event" ADD CONSTRAINT audit_event_result CHECK (result IN ('done','denied','failed'));

-- One running letter a case (办案规则 69, 75): withdrawn ones stay on record.
CREATE UNIQUE INDEX recommendation_one_per_case ON "recommendation" (case_id) WHERE status <> 'withdrawn';

-- The chain is append-only for everybody, the owner included.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- An issued paper keeps its content: only its fate may change (sealed, void, superseded).
CREATE FUNCTION keep_paper_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.data::text <> OLD.data::text OR NEW.content_hash <> OLD.content_hash OR NEW.kind <> OLD.kind
     OR NEW.template_version <> OLD.template_version OR NEW.number IS DISTINCT FROM OLD.number OR NEW.issued_on <> OLD.issued_on THEN
    RAISE EXCEPTION 'an issued paper does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_frozen BEFORE UPDATE ON "paper" FOR EACH ROW EXECUTE FUNCTION keep_paper_frozen();

-- Who reported: read and written by key through two functions only.
ALTER TABLE "clue_reporter" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "clue_reporter" FORCE ROW LEVEL SECURITY;
CREATE POLICY clue_reporter_by_key ON "clue_reporter"
  USING (clue_id::text = nullif(current_setting('app.reporter_key', true), ''))
  WITH CHECK (clue_id::text = nullif(current_setting('app.reporter_key', true), ''));
CREATE FUNCTION write_clue_reporter(key uuid, reporter text, contact_text text, is_anonymous boolean, statement_text text, written_at timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.reporter_key', key::text, true);
  INSERT INTO clue_reporter (clue_id, name, contact, anonymous, statement, created_at)
  VALUES (key, reporter, contact_text, is_anonymous, statement_text, written_at);
  PERFORM set_config('app.reporter_key', '', true);
END $$;
CREATE FUNCTION read_clue_reporter(key uuid)
RETURNS TABLE (name text, contact text, anonymous boolean, statement text, created_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.reporter_key', key::text, true);
  RETURN QUERY SELECT r.name, r.contact, r.anonymous, r.statement, r.created_at FROM clue_reporter r WHERE r.clue_id = key;
  PERFORM set_config('app.reporter_key', '', true);
END $$;
