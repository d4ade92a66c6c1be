import { freePort } from './postgres/server.mjs'

const FIRST = 3000
const TRIES = 100

/** The port to serve on. The one that was asked for or an error; else the next free one, and it says so. */
export async function choosePort(host) {
  const asked = process.env.PORT
  const first = asked ? Number(asked) : FIRST
  if (!Number.isInteger(first) || first < 1 || first > 65_535) throw new Error(`PORT=${asked} is not a port.`)
  for (let port = first; port < first + TRIES; port++) {
    try {
      await freePort(host, port)
      if (port !== first) console.log(`Port ${first} is taken; using ${port}.`)
      return port
    } catch (error) {
      if (error.code === 'EADDRNOTAVAIL') throw new Error(`HOST=${host} is no address of this machine.`)
      if (error.code === 'EACCES') throw new Error(`Port ${port} needs more rights than this user has.`)
      if (error.code !== 'EADDRINUSE') throw error
      if (asked) throw new Error(`Port ${port} is taken. Give another PORT, or none to take the next free one.`)
    }
  }
  throw new Error(`No free port from ${first} to ${first + TRIES - 1}.`)
}

const MOST_WEB = 32

/** How many web processes the operator wants. */
export function webProcesses() {
  const wanted = Number(process.env.WEB_PROCESSES || 1)
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_WEB) return wanted
  throw new Error(`WEB_PROCESSES=${process.env.WEB_PROCESSES} is no number from 1 to ${MOST_WEB}.`)
}

/** A port for each web process: the first as ever, the others behind it. */
export async function choosePorts(host, count) {
  const ports = [await choosePort(host)]
  for (let port = ports[0] + 1; ports.length < count && port < ports[0] + TRIES; port++) {
    try {
      ports.push(await freePort(host, port))
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
      // Who named the port has told a proxy where the others are.
      if (process.env.PORT) throw new Error(`Port ${port} is taken; ${count} web processes need ${ports[0]} to ${ports[0] + count - 1}.`)
    }
  }
  if (ports.length < count) throw new Error(`There are no ${count} free ports from ${ports[0]}.`)
  return ports
}

/** The address this machine itself can use. */
export function localAddress(host, port) {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host)
  return `http://${name}:${port}`
}
