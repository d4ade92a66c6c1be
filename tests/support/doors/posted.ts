import { playPosted } from './ground'

// Prints the ids of the letters played into the database of a running system: the agency and the days are its arguments.
const [agency = '', ...days] = process.argv.slice(2)
const { db } = await import('@/lib/platform/db')
console.log(JSON.stringify(await playPosted(agency, days)))
await db.$disconnect()
