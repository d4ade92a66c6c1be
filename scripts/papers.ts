import { writeFileSync } from 'node:fs'
import { describePapers } from '@/lib/engine/papers/describe'

writeFileSync(new URL('../docs/papers.md', import.meta.url), describePapers())
