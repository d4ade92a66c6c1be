-- What the application's own role may do. Run by the owner after each migration, in one transaction.
-- The role's name is in the setting gongyi.app_role.
DO $$
DECLARE
  app text := quote_ident(current_setting('gongyi.app_role'));
  -- The closed list of operational tables: unaudited, and the only ones that may be emptied.
  operational text[] := ARRAY['sign_in_session', 'rate_window', 'request_record', 'draft', 'saved_filter', 'read_mark', 'worker_beat'];
  -- Read and written by key, through functions of the owner alone.
  secret text[] := ARRAY['clue_reporter'];
  -- Maintained figures: only their triggers write them.
  derived text[] := ARRAY['letter_fact', 'letter_tally', 'case_fact', 'case_tally', 'case_days'];
  item text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %s', app);
  EXECUTE format('REVOKE CREATE ON SCHEMA public FROM PUBLIC, %s', app);
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %s', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO %s', app);
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %s', app);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %s', app);
  FOREACH item IN ARRAY operational LOOP
    IF to_regclass('public.' || item) IS NOT NULL THEN
      EXECUTE format('GRANT DELETE ON public.%I TO %s', item, app);
    END IF;
  END LOOP;
  FOREACH item IN ARRAY secret LOOP
    IF to_regclass('public.' || item) IS NOT NULL THEN
      EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, %s', item, app);
    END IF;
  END LOOP;
  FOREACH item IN ARRAY derived LOOP
    IF to_regclass('public.' || item) IS NOT NULL THEN
      EXECUTE format('REVOKE INSERT, UPDATE ON public.%I FROM %s', item, app);
    END IF;
  END LOOP;
  IF to_regclass('public.audit_event') IS NOT NULL THEN
    EXECUTE format('REVOKE UPDATE ON public.audit_event FROM %s', app);
  END IF;
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE format('REVOKE INSERT, UPDATE ON public._prisma_migrations FROM %s', app);
  END IF;

  -- The job queue keeps its tables behind row-level security without a policy: open them to the worker.
  EXECUTE format('GRANT USAGE ON SCHEMA graphile_worker TO %s', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO %s', app);
  EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM %s', app);
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO %s', app);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO %s', app);
  FOR item IN
    SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS app_works ON graphile_worker.%I', item);
    EXECUTE format('CREATE POLICY app_works ON graphile_worker.%I TO %s USING (true) WITH CHECK (true)', item, app);
  END LOOP;

  -- As the embedded server is started; another server hears it for this database, where the owner may say so.
  BEGIN
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
    EXECUTE format('ALTER DATABASE %I SET max_parallel_workers_per_gather = 0', current_database());
  EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'jit and parallel plans stay as the server has them';
  END;
END
$$;
