-- What a body without an account sent on paper and an office entered for it: who signed, the scan, and when it was entered.
ALTER TABLE objection
  ADD COLUMN on_behalf boolean NOT NULL DEFAULT false, ADD COLUMN signer_name text, ADD COLUMN scan_file_id uuid, ADD COLUMN entered_at timestamptz(3);
ALTER TABLE help_request
  ADD COLUMN on_behalf boolean NOT NULL DEFAULT false, ADD COLUMN signer_name text, ADD COLUMN scan_file_id uuid, ADD COLUMN entered_at timestamptz(3);
ALTER TABLE rectification_action
  ADD COLUMN on_behalf boolean NOT NULL DEFAULT false, ADD COLUMN signer_name text;
ALTER TABLE paper ADD COLUMN on_behalf boolean NOT NULL DEFAULT false;
-- The handler of a body without an account is a name, not a person of the directory.
ALTER TABLE handling ADD COLUMN handler_name text;
ALTER TABLE objection ADD CONSTRAINT objection_on_behalf CHECK (NOT on_behalf OR signer_name IS NOT NULL AND scan_file_id IS NOT NULL AND entered_at IS NOT NULL);
ALTER TABLE help_request ADD CONSTRAINT help_request_on_behalf CHECK (NOT on_behalf OR signer_name IS NOT NULL AND scan_file_id IS NOT NULL AND entered_at IS NOT NULL);
ALTER TABLE rectification_action ADD CONSTRAINT rectification_action_on_behalf CHECK (NOT on_behalf OR signer_name IS NOT NULL);
