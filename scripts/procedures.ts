import { writeFileSync } from 'node:fs'

// `--json` prints every step as data; without it docs/procedures.md is written anew. No query is made, but the features
// that are read here open their client with an address all the same.
process.env.DATABASE_URL ??= 'postgresql://localhost/none'
await import('@/lib/procedures')
const { describeProcedures } = await import('@/lib/engine/procedure/describe')
const { procedureDocument } = await import('@/lib/engine/procedure/document')

const steps = describeProcedures()
if (process.argv.includes('--json')) process.stdout.write(JSON.stringify(steps, null, 2) + '\n')
else writeFileSync(new URL('../docs/procedures.md', import.meta.url), procedureDocument(steps))
