// A registry that lags leaves platform packages out of the lock, silently, and then `npm ci` fails elsewhere.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'

/** Optional packages that the lock asks for and does not hold, looked up as Node resolves them. */
export function missingFromLock() {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))
  const found = (from, name) => {
    for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
      if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
      if (!at) return false
    }
  }
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !found(path, name))
      .map(([name, range]) => `${path || '(root)'} wants ${name}@${range}`),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = missingFromLock()
  console.log(missing.length ? missing.join('\n') : 'The lock is complete.')
  process.exitCode = missing.length ? 1 : 0
}
