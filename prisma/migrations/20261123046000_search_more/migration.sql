-- Case families are found by their title, entries of the power list by matter and duty: whoever may read an entry may read its duty.
ALTER TABLE "case_family" ADD COLUMN "search" tsvector;
CREATE INDEX "case_family_search_idx" ON "case_family" USING GIN ("search");
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF title, audience ON "case_family" FOR EACH ROW EXECUTE FUNCTION keep_search('title');
UPDATE "case_family" SET title = title;

ALTER TABLE "power_item" ADD COLUMN "search" tsvector;
CREATE INDEX "power_item_search_idx" ON "power_item" USING GIN ("search");
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF matter, duty, audience ON "power_item" FOR EACH ROW EXECUTE FUNCTION keep_search('matter', 'duty');
UPDATE "power_item" SET matter = matter;
