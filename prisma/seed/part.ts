import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { playAll } from './play/moments'
import { storiesOf } from './stories/cast'

// Plays the stories of the places named on the command line: places that hand nothing to each other play side by side.
await playAll(storiesOf(process.argv.slice(2)), now())
await db.$disconnect()
