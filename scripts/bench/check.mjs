// Before anything is timed: all three show the same rows, and every other answer is what it should be.
import { withClient } from '../postgres/sql.mjs'

const numbersIn = (text) => [...new Set(text.match(/基准线索\d+号/g) ?? [])]

async function expectCreated(ownerUrl, send, operation, sql) {
  const count = () => withClient(ownerUrl, async (owner) => (await owner.query(sql)).rows[0].count)
  const before = await count()
  const { response, text } = await send(operation)
  if ((await count()) !== before + 1) throw new Error(`${operation.name} changed nothing: ${response.status} ${text.replaceAll(/<[^>]+>/g, ' ').slice(0, 600)}`)
}

export async function checkRows({ product, floors, operations, send, ownerUrl }) {
  const answers = await Promise.all(floors.map(async ({ address }) => numbersIn(await (await fetch(address)).text())))
  for (const operation of operations) {
    if (operation.writes) {
      await expectCreated(ownerUrl, send, operation, "SELECT count(*)::int AS count FROM audit_event WHERE result = 'done' AND source_address IS NOT NULL")
      continue
    }
    const { text } = await send(operation)
    if (operation.expects && !text.includes(operation.expects)) throw new Error(`${operation.name}: ${operation.expects} is missing`)
    if (operation.name.startsWith('search') && (operation.name.endsWith('absent') ? numbersIn(text).length > 0 : numbersIn(text).length === 0))
      throw new Error(`${operation.name}: found ${numbersIn(text).length} at ${product.address}`)
    if (!operation.listed) continue
    for (const rows of answers)
      if (rows.length !== 20 || rows.join() !== numbersIn(text).join()) throw new Error(`the lists differ:\n${rows.join()}\n${numbersIn(text).join()}`)
  }
}
