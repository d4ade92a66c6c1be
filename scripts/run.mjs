import { spawn } from 'node:child_process'
import { accessSync, chmodSync, constants, realpathSync } from 'node:fs'
import { root } from './install.mjs'

/** A short-lived command. Its output goes to the screen, or is kept and shown only when it fails. */
export async function run(command, args, { env = {}, quiet = false, allowFailure = false, label } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    // Held open and never written to: who watches it ends with us.
    stdio: ['pipe', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', (c, signal) => resolve(c ?? signal)))
  if (code !== 0 && !allowFailure) {
    throw new Error(`${label ?? command} ended with ${code}${output ? `\n${output.trim()}` : ''}`)
  }
  return { code, output }
}

const node = (args, options) => run(process.execPath, ['--import', `${root}scripts/parent.mjs`, ...args], options)

/** A command of an installed package, without the shell or the second process its own starter would add. */
export const tool = (name, args, options) =>
  node([realpathSync(`${root}node_modules/.bin/${name}`), ...args], { label: `${name} ${args[0] ?? ''}`, ...options })

/** A script of ours in TypeScript. */
export const script = (file, args = [], options) => node(['--import', 'tsx', file, ...args], { label: file, ...options })

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
  return tool('prisma', [...args, '--config', 'prisma/prisma.config.ts'], {
    ...options,
    env: { PRISMA_SCHEMA_ENGINE_BINARY: engine, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1', ...env },
  })
}
