// Uses nothing but Node itself: it runs before any dependency exists.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const packagesOf = (file) => JSON.parse(readFileSync(root + file, 'utf8')).packages

/** npm leaves a list of what it really installed; compare it with what the lock asks for. */
function isInstalled() {
  const list = 'node_modules/.package-lock.json'
  if (!existsSync(root + list)) return false
  const present = packagesOf(list)
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || present[path]?.version === wanted.version,
  )
}

export async function installDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node 20.19 or newer is needed, this is ${process.version}.`)
  }
  if (isInstalled()) return
  console.log('Installing dependencies …')
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const child = spawn(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error(`npm ci ended with code ${code}: the lines above say why.`)
}
