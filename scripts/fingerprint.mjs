import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { root } from './install.mjs'

/** One hash over files and folders, so that work is done again only when its sources changed. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    if (!existsSync(root + path)) return
    if (statSync(root + path).isDirectory()) for (const name of readdirSync(root + path).sort()) add(`${path}/${name}`)
    else hash.update(path).update('\0').update(readFileSync(root + path)).update('\0')
  }
  paths.forEach(add)
  return hash.digest('hex')
}
