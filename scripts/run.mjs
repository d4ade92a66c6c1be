import { spawn } from 'node:child_process'
import { accessSync, chmodSync, constants } from 'node:fs'
import { root } from './install.mjs'

export const bin = (name) => `${root}node_modules/.bin/${name}`

/** A short-lived command. Its output goes to the screen, or is kept and shown only when it fails. */
export async function run(command, args, { env = {}, quiet = false, allowFailure = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', (c, signal) => resolve(c ?? signal)))
  if (code !== 0 && !allowFailure) {
    const name = [command.replace(root, ''), ...args].join(' ')
    throw new Error(`${name} ended with ${code}${output ? `\n${output.trim()}` : ''}`)
  }
  return { code, output }
}

export async function timed(name, work) {
  const start = performance.now()
  const result = await work()
  console.log(`· ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return result
}

/** Prisma would download its engine; ours speaks the same protocol from the pinned package. */
export function prisma(args, { env = {}, ...options } = {}) {
  const engine = `${root}scripts/schema-engine.mjs`
  try {
    accessSync(engine, constants.X_OK)
  } catch {
    chmodSync(engine, 0o755)
  }
  return run(bin('prisma'), [...args, '--config', 'prisma/prisma.config.ts'], {
    ...options,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: engine, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1', ...env },
  })
}
