import { defineConfig } from 'prisma/config'

// Migrations belong to the owner; the application's own role may not change tables.
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations', seed: 'tsx prisma/seed/main.ts' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? 'postgresql://gongyi_owner@127.0.0.1:5432/gongyi' },
})
