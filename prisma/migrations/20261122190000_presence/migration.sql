-- Who is typing into a record's forms is asked by the record: the forms' keys, whoever typed.
CREATE INDEX "draft_key_idx" ON "draft"("key");
