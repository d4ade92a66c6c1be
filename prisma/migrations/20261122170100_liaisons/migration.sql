-- 联络员: who answers for a body, one main and any number of deputies, each from a day to a day.
CREATE TABLE liaison_post (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  rank text NOT NULL CHECK (rank IN ('main', 'deputy')),
  from_on date NOT NULL,
  to_on date,
  named_by_id uuid NOT NULL
);
CREATE UNIQUE INDEX liaison_post_one_main ON liaison_post (unit_id) WHERE rank = 'main' AND to_on IS NULL;
CREATE UNIQUE INDEX liaison_post_one_open ON liaison_post (unit_id, user_id) WHERE to_on IS NULL;
CREATE INDEX liaison_post_user_id_idx ON liaison_post (user_id);
-- When the deputies were told of what the main liaison had not opened.
ALTER TABLE notice ADD COLUMN deputies_at timestamptz(3);
CREATE INDEX notice_unread_for_deputies ON notice (user_id, created_at) WHERE read_at IS NULL AND deputies_at IS NULL;
