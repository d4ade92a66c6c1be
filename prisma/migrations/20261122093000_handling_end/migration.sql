-- The agency's own chain ends with its letter, by a step of its own.
ALTER TABLE "handling" DROP CONSTRAINT handling_status;
ALTER TABLE "handling" ADD CONSTRAINT handling_status
  CHECK (status IN ('registered','proposed','instructed','assigned','drafted','legallyReviewed','signed','closed','withdrawn'));
