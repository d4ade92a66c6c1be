-- A promise that was waived for a period is not owed again for it.
DROP INDEX "fulfilment_once";
CREATE UNIQUE INDEX "fulfilment_once" ON "fulfilment"("line_id", "key", "owed_by_unit_id", "from_on", "about_id") NULLS NOT DISTINCT;
