import { enterCases } from '@/lib/imports/jobs'
import { holdClock } from '@/lib/platform/clock'
import '@/lib/procedures'

// A worker's run at a moment, in a process of its own, so that a test may kill it in the midst.
holdClock(new Date(process.argv[2] ?? ''))
for (;;) await enterCases()
