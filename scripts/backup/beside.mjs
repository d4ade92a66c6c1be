// What a data folder knows and its database does not: keys, and the heads of the audit chain.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { addSecrets } from '../data-folder.mjs'
import { writePart } from './parts.mjs'

/** Passwords of this server's roles are of no use to another one. */
const OF_THIS_SERVER = ['postgres', 'owner', 'app']
const headsOf = (dataDir) => join(dataDir, 'audit-heads.jsonl')
const linesOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [])

export async function keepBeside(folder, dataDir, secrets) {
  const kept = Object.fromEntries(Object.entries(secrets).filter(([name]) => !OF_THIS_SERVER.includes(name)))
  const texts = { 'secrets.json': `${JSON.stringify(kept, null, 2)}\n`, 'audit-heads.jsonl': linesOf(headsOf(dataDir)).map((line) => `${line}\n`).join('') }
  const parts = {}
  for (const [name, text] of Object.entries(texts)) parts[name] = await writePart(join(folder, name), Readable.from([Buffer.from(text)]))
  return parts
}

export const restoreSecrets = (folder, dataDir) => addSecrets(dataDir, JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')))

/** The heads go on being kept for the new database, under its own name. */
export function restoreHeads(folder, dataDir, { from, to }) {
  const heads = linesOf(join(folder, 'audit-heads.jsonl')).map((line) => JSON.parse(line)).filter(({ database }) => database === from)
  appendFileSync(headsOf(dataDir), heads.map((head) => `${JSON.stringify({ ...head, database: to })}\n`).join(''), { mode: 0o600 })
}
