ALTER TABLE "case_member" ADD COLUMN "to_on" DATE;
