// The files of a backup: written with their fingerprints, and held against them before anything is believed.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const FORMAT = 1

/** Writes what comes through these streams to a file of its own, for its owner alone; answers the fingerprint of what lies there. */
export async function writePart(path, ...streams) {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(...streams, measure, createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }))
  return { sha256: hash.digest('hex'), size }
}

export async function hashOf(path) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const write = (path, text) => writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true })

/** Last of all: the list of parts, and a line that `sha256sum -c` understands for the list itself. */
export function writeManifest(folder, manifest) {
  const text = `${JSON.stringify({ format: FORMAT, ...manifest }, null, 1)}\n`
  write(join(folder, 'manifest.json'), text)
  write(join(folder, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`)
}

function readManifest(folder) {
  const [path, print] = ['manifest.json', 'manifest.sha256'].map((name) => join(folder, name))
  for (const each of [path, print]) if (!existsSync(each)) throw new Error(`${folder} is no complete backup: ${each} is missing.`)
  const text = readFileSync(path, 'utf8')
  if (readFileSync(print, 'utf8').split(' ')[0] !== sha256(text)) throw new Error(`The backup is damaged: ${path} is not what was written.`)
  const manifest = JSON.parse(text)
  if (manifest.format !== FORMAT) throw new Error(`This backup has the format ${manifest.format}; this release reads ${FORMAT}.`)
  return manifest
}

/** The manifest of a backup whose every part has been read and found whole. */
export async function readBackup(folder) {
  const manifest = readManifest(folder)
  for (const [name, { sha256: wanted }] of Object.entries(manifest.parts)) {
    const path = join(folder, name)
    const found = await hashOf(path).catch((error) => error.code)
    if (found !== wanted) throw new Error(`The backup is damaged: ${path} is ${found === 'ENOENT' ? 'missing' : 'not what was written'}.`)
  }
  return manifest
}
