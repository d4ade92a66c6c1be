import { defineConfig } from 'vitest/config'
import { built, root } from './support/built.ts'

// A zone nobody here lives in: code that forgets Asia/Shanghai fails.
process.env.TZ = 'Asia/Kathmandu'

const onDatabase = {
  include: ['tests/db/**/*.test.ts'], globalSetup: ['tests/support/built.ts', 'tests/support/database.ts'], setupFiles: ['tests/support/afresh.ts'], maxWorkers: 2,
  hookTimeout: 60_000, testTimeout: 60_000,
}

/** What is tested comes as Node itself loads it, once for all files of a process; the files themselves come anew each time. */
const fromBuilt = {
  alias: [{ find: /^@\/(lib|prisma\/generated)\/(.*)$/, replacement: `${built}/$1/$2.mjs` }],
  server: { deps: { external: [/\/\.built\//] } },
}

/** These replace a module, register a procedure of their own, go through all there are, or want another environment than the rest: each has a process of its own. */
const alone = [
  'tests/db/every-step.test.ts', 'tests/db/fuzz/step-input.test.ts', 'tests/db/identity/administrators.test.ts',
  'tests/db/identity/sign-in-cost.test.ts', 'tests/db/integrity/demo.test.ts', 'tests/db/integrity/patience.test.ts', 'tests/db/notices/delivery.test.ts',
  'tests/db/reading-paths/**/*.test.ts', 'tests/db/runner/**/*.test.ts',
]

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      { extends: true, test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], hookTimeout: 60_000, testTimeout: 60_000 } },
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { extends: true, test: { ...onDatabase, name: 'db', exclude: alone, isolate: false, ...fromBuilt } },
      { extends: true, test: { ...onDatabase, name: 'db-alone', include: alone } },
    ],
  },
})
