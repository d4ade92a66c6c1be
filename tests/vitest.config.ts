import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

// A zone nobody here lives in: code that forgets Asia/Shanghai fails.
process.env.TZ = 'Asia/Kathmandu'

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      { extends: true, test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], hookTimeout: 60_000, testTimeout: 60_000 } },
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/database.ts'],
          maxWorkers: 2,
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
