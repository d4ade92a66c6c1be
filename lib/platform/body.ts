/** A body of bearable length, or null: doors that anybody may knock at hold no more than this in memory. */
async function readBytes({ body }: Request, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  // What is left unread is dropped with the stream.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const longestForm = 16 * 1024

/** A short form; null where it is too long or no form at all. */
export async function readForm(request: Request): Promise<FormData | null> {
  const bytes = await readBytes(request, longestForm).catch(() => null)
  if (!bytes) return null
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData().catch(() => null)
}

export async function readJson(request: Request, most: number): Promise<unknown> {
  const bytes = await readBytes(request, most).catch(() => null)
  try {
    return bytes && (JSON.parse(bytes.toString('utf8')) as unknown)
  } catch {
    return null
  }
}
