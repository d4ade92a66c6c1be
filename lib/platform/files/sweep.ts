import { readdir } from 'node:fs/promises'
import { now } from '@/lib/platform/clock'
import { isId, momentOf } from '@/lib/platform/id'
import { log } from '@/lib/platform/log'
import { dropBytes, pathOf } from './bytes'

/** No upload takes this long; what is older belongs to a server that was killed. */
const abandonedAfter = 24 * 3_600_000

/** Removes what uploads left behind when their server was killed. No row ever spoke of it. */
export async function sweepUploads(): Promise<void> {
  const names = await readdir(pathOf('incoming')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const before = now().getTime() - abandonedAfter
  const abandoned = names.filter((name) => isId(name) && momentOf(name).getTime() < before)
  for (const name of abandoned) await dropBytes(pathOf(`incoming/${name}`))
  if (abandoned.length > 0) log('warn', 'file.swept', { count: abandoned.length })
}
