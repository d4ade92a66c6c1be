import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

let app: pg.Client
let owner: pg.Client

beforeAll(async () => {
  const database = await testDatabase()
  app = new pg.Client({ connectionString: database.url })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await Promise.all([app.connect(), owner.connect()])
})
afterAll(() => Promise.all([app.end(), owner.end()]))

const REFUSED = '42501'

test('the application is an ordinary role', async () => {
  const { rows } = await app.query(
    'SELECT current_user, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  )
  expect(rows[0]).toEqual({
    current_user: 'gongyi_app', rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false,
  })
})

test.each([
  'CREATE TABLE public.own (id int)',
  'DROP TABLE public.unit',
  'ALTER TABLE public.unit ADD COLUMN own int',
  'TRUNCATE public.audit_event',
  "UPDATE public.audit_event SET actor_name = 'x'",
  'DELETE FROM public.audit_event',
  'ALTER TABLE public.audit_event DISABLE TRIGGER ALL',
  'DROP TRIGGER audit_event_append_only ON public.audit_event',
  'CREATE OR REPLACE FUNCTION public.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$',
  'CREATE RULE own AS ON INSERT TO public.audit_event DO INSTEAD NOTHING',
  'SET session_replication_role = replica',
  'SET ROLE gongyi_owner',
  "COPY public.unit TO PROGRAM 'true'",
  "SELECT pg_read_file('postgresql.conf')",
  'SELECT rolpassword FROM pg_authid',
  "SELECT lo_export(0, '/tmp/own')",
  'SELECT * FROM public.clue_reporter',
  'DELETE FROM public.clue_reporter',
  'UPDATE public.letter_fact SET rectified = true',
  'UPDATE public.letter_tally SET received = 0',
  'UPDATE public.case_fact SET settled = true',
  'UPDATE public.case_tally SET opened = 0',
  'INSERT INTO public.case_days SELECT * FROM public.case_days',
  "UPDATE public._prisma_migrations SET logs = 'x'",
])('refused to the application: %s', async (statement) => {
  await expect(app.query(statement)).rejects.toMatchObject({ code: REFUSED })
})

test('business rows cannot be deleted, operational ones can, and nothing else can', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
     AND has_table_privilege('gongyi_app', oid, 'DELETE') ORDER BY 1`,
  )
  const operational = ['draft', 'rate_window', 'read_mark', 'request_record', 'saved_filter', 'sign_in_session', 'worker_beat']
  expect(operational).toEqual(expect.arrayContaining(rows.map((row) => row.name)))
  expect(rows.length).toBeGreaterThan(3)
})

test('who reported is reached by key, through the functions only', async () => {
  const { rows } = await app.query('SELECT * FROM public.read_clue_reporter($1)', [randomUUID()])
  expect(rows).toEqual([])
})

test('the application may queue and take jobs without owning the queue', async () => {
  await app.query('BEGIN')
  await app.query("SELECT graphile_worker.add_job('trial', '{}'::json)")
  const queued = await app.query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'trial'")
  expect(queued.rowCount).toBe(1)
  await app.query('ROLLBACK')
})
