import { sendDeliveries } from '@/lib/engine/notices/send'
import { holdClock } from '@/lib/platform/clock'

// A worker's sweep at a moment, in a process of its own, so that a test may kill it in the midst.
holdClock(new Date(process.argv[2] ?? ''))
await sendDeliveries()
process.exit(0)
