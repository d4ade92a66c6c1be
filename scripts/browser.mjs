// A Chromium for the end-to-end tests: the machine's own, one that root installs, or one from a package.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

const usual = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`)
const works = async (program) =>
  (await run(program, ['--version', '--no-sandbox'], { quiet: true, allowFailure: true }).catch(() => ({ code: 1 }))).code === 0

async function install() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => run('apt-get', ['-qq', ...args], { quiet: true, allowFailure: true, env })
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
}

/** Needs no root. The folder is the user's own: the unpacked program is closed to everybody else. */
async function unpack() {
  const folder = join(tmpdir(), `gongyi-chromium-${process.getuid?.() ?? 'user'}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    const program = await chromium.executablePath()
    if (await works(program)) return program
    // A bare machine lacks the libraries a browser wants; the package brings those too.
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))))
    const starter = join(folder, 'start')
    writeFileSync(starter, `#!/bin/sh\nLD_LIBRARY_PATH='${folder}/al2023/lib' exec '${program}' "$@"\n`)
    chmodSync(starter, 0o755)
    return starter
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

export async function findBrowser() {
  const find = async () => {
    for (const program of usual) if (existsSync(program) && (await works(program))) return program
    return undefined
  }
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await works(given)) return given
    throw new Error(`CHROMIUM_PATH=${given} does not start.`)
  }
  const found = await find()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing a browser …')
    await install()
    const installed = await find()
    if (installed) return installed
  }
  const unpacked = await unpack()
  if (await works(unpacked)) return unpacked
  throw new Error('No browser could be started. Install Chromium, or name one in CHROMIUM_PATH.')
}
