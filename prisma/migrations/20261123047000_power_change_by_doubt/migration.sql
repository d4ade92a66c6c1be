-- Which doubt's settlement announced the change that stands; none where the body or the law office announced it themselves.
ALTER TABLE "power_item" ADD COLUMN "change_doubt_id" UUID;
UPDATE "power_item" SET "change_doubt_id" = (
  SELECT "id" FROM "power_doubt" WHERE "item_id" = "power_item"."id" AND "result" IN ('revised', 'ended') ORDER BY "id" DESC LIMIT 1
) WHERE "status" IN ('revised', 'ended');
ALTER TABLE "power_item" ADD CONSTRAINT "power_item_change_doubt_id_fkey" FOREIGN KEY ("change_doubt_id") REFERENCES "power_doubt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Every date is named so that a read through JSON knows it.
ALTER TABLE "power_item" RENAME COLUMN "to_on_before" TO "earlier_to_on";
ALTER TABLE "joint_meeting" RENAME COLUMN "opinions_by" TO "opinions_due_on";
