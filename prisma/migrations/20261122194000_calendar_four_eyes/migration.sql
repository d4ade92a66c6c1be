-- Who typed the text last: another administrator publishes it.
ALTER TABLE "calendar_year" ADD COLUMN "edited_by_id" UUID;
