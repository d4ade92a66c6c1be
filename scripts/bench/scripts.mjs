// How much script a page brings, as it goes over the line.
import { gzipSync } from 'node:zlib'

const sizes = new Map()

async function sizeOf(url) {
  if (!sizes.has(url)) sizes.set(url, gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length)
  return sizes.get(url)
}

/** Kilobytes of script, gzip, of the page with the most. */
export async function heaviestScripts(address, pages) {
  let heaviest = 0
  for (const html of pages) {
    const sources = [...new Set([...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source]) => source))]
    const bytes = await Promise.all(sources.map((source) => sizeOf(new URL(source, address).href)))
    heaviest = Math.max(heaviest, bytes.reduce((sum, each) => sum + each, 0))
  }
  return heaviest / 1024
}
