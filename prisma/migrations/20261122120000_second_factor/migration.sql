-- How a sign-in was proven, and when last; the second factor of a person; the link to a directory of single sign-on.
ALTER TABLE "sign_in_session"
  ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password',
  ADD COLUMN "factor_at" TIMESTAMPTZ(3),
  ADD COLUMN "proven_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT sign_in_session_method CHECK (method IN ('password', 'singleSignOn'));

-- A first password that nobody used ends by itself; a reset of the second factor waits for the second administrator.
ALTER TABLE "app_user"
  ADD COLUMN "first_password_until" TIMESTAMPTZ(3),
  ADD COLUMN "factor_reset_asked_by_id" UUID,
  ADD COLUMN "factor_reset_asked_at" TIMESTAMPTZ(3);

-- Secrets lie here sealed with a key of the data folder. `pending_secret` is being set up, `secret` is in force.
CREATE TABLE "second_factor" (
  "user_id" UUID NOT NULL,
  "secret" TEXT,
  "pending_secret" TEXT,
  "confirmed_at" TIMESTAMPTZ(3),
  "last_counter" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT second_factor_in_force CHECK ((secret IS NULL) = (confirmed_at IS NULL))
);
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "single_sign_on_link" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "linked_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "single_sign_on_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX single_sign_on_link_person ON "single_sign_on_link" ("user_id", "issuer") WHERE ended_at IS NULL;
CREATE UNIQUE INDEX single_sign_on_link_subject ON "single_sign_on_link" ("issuer", "subject") WHERE ended_at IS NULL;
ALTER TABLE "single_sign_on_link" ADD CONSTRAINT "single_sign_on_link_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
