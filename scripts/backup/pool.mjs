// Uploaded files lie in the backup once, under their own fingerprint, for all the backups of one folder.
import { existsSync, mkdirSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOf, writePart } from './parts.mjs'

export const poolOf = (folder) => join(dirname(folder), 'files')
const placeIn = (pool, sha256) => join(pool, sha256.slice(0, 2), sha256)
const bytesOf = (dataDir, key) => join(dataDir, 'files', ...key.split('/'))

/** Beside its place first, into it in one move. What did not arrive as it should is thrown away. */
async function bring(source, target, wanted) {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const working = join(dirname(target), `${randomUUID()}.new`)
  try {
    const { sha256 } = await writePart(working, createReadStream(source))
    if (sha256 !== wanted) return 'altered'
    await rename(working, target)
    return 'brought'
  } catch (error) {
    if (error.code === 'ENOENT' && error.path === source) return 'missing'
    throw error
  } finally {
    await rm(working, { force: true })
  }
}

/** Brings into the pool what it does not hold yet; answers how many, and what could not be had. */
export async function fillPool(pool, dataDir, files) {
  let brought = 0
  const faults = []
  for (const { key, sha256, size } of files) {
    const target = placeIn(pool, sha256)
    if (existsSync(target) && (await stat(target)).size === size) continue
    const outcome = await bring(bytesOf(dataDir, key), target, sha256)
    if (outcome === 'brought') brought += 1
    else faults.push({ key, outcome })
  }
  return { brought, faults }
}

/** The first file of the pool that is not what its name says, or null. */
export async function findFault(pool, files) {
  for (const sha256 of new Set(files.map((file) => file.sha256))) {
    const path = placeIn(pool, sha256)
    const found = await hashOf(path).catch((error) => error.code)
    if (found !== sha256) return { path, what: found === 'ENOENT' ? 'missing' : 'not what was written' }
  }
  return null
}

export async function emptyPool(pool, dataDir, files) {
  for (const { key, sha256 } of files) {
    const path = placeIn(pool, sha256)
    const outcome = await bring(path, bytesOf(dataDir, key), sha256)
    if (outcome !== 'brought') throw new Error(`The backup is damaged: ${path} is ${outcome}.`)
  }
}
