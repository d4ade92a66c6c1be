import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'

/** What the launcher would listen on with this environment, or why it would not start. */
async function ports(env: Readonly<Record<string, string>>): Promise<string> {
  const code = "import { choosePorts, webProcesses } from './scripts/address.mjs'; try { console.log(JSON.stringify(await choosePorts('127.0.0.1', webProcesses()))) } catch (e) { console.log(e.message) }"
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return output.trim().split('\n').at(-1)!
}

/** A port that is taken, with a free one before it. */
async function neighbours() {
  for (;;) {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const before = createServer().listen(port - 1, '127.0.0.1')
    const free = await Promise.race([once(before, 'listening').then(() => true), once(before, 'error').then(() => false)])
    before.close()
    if (free) return { taken, port }
    taken.close()
  }
}

test('several web processes stand side by side, and a port that is taken among them is named', async () => {
  const { taken, port } = await neighbours()
  expect(await ports({ PORT: String(port - 1), WEB_PROCESSES: '2' })).toContain(`Port ${port} is taken; 2 web processes need ${port - 1} to ${port}.`)
  taken.close()
  await once(taken, 'close')
  expect(JSON.parse(await ports({ PORT: String(port - 1), WEB_PROCESSES: '2' }))).toEqual([port - 1, port])
  expect(new Set(JSON.parse(await ports({ WEB_PROCESSES: '3' })) as number[]).size).toBe(3)
  expect(await ports({ PORT: String(port), WEB_PROCESSES: 'many' })).toContain('WEB_PROCESSES=many')
})
