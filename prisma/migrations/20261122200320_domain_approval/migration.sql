-- 探索领域立案: the superior's approval stands on the case.
ALTER TABLE "case_file" ADD COLUMN "superior_approver" TEXT, ADD COLUMN "superior_approval_number" TEXT, ADD COLUMN "superior_approved_on" DATE;
