-- 常用筛选: a person's own, operational, gone with the account.
CREATE TABLE saved_filter (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user (id),
  list text NOT NULL,
  name text NOT NULL,
  query jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT saved_filter_name UNIQUE (user_id, list, name)
);
