-- A revision or an end announced for a day to come may be taken back before it: the version to come has no days then, the entry those it had.
ALTER TABLE "power_item" ADD COLUMN "to_on_before" DATE;
ALTER TABLE "power_item" DROP CONSTRAINT power_item_check, DROP CONSTRAINT power_item_status_check;
ALTER TABLE "power_item" ADD CONSTRAINT power_item_status_check CHECK ("status" IN ('registered', 'doubted', 'revised', 'ended', 'takenBack'));
ALTER TABLE "power_item" ADD CONSTRAINT power_item_days CHECK ("status" = 'takenBack' OR "to_on" >= "from_on");

-- A list is read by domain and matter; in force are days, not states.
DROP INDEX "power_item_region_code_domain_status_idx";
CREATE INDEX "power_item_region_code_domain_matter_idx" ON "power_item"("region_code", "domain", "matter");
