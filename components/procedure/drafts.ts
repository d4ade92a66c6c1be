import { loadDraft } from '@/lib/drafts/loaders'

/** What the person typed into this form before and did not send, by field. */
export async function typedBefore(step: string, id: string | null): Promise<Record<string, string | string[]>> {
  const fields = (await loadDraft(step, id)) ?? {}
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => name.endsWith('[]') ? [name.slice(0, -2), values] : [name, values[0] ?? '']))
}
