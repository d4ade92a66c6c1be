-- The desk finds what is a person's own from the person's side.
CREATE INDEX "letter_open_by_handler" ON "letter" ("handler_id") WHERE "status" NOT IN ('closed', 'withdrawn');
CREATE INDEX "look_back_planned" ON "look_back" ("case_id") WHERE "status" = 'planned';
