import { getTranslations } from 'next-intl/server'

/** What the office leaves to others at a step that reaches into another body; nothing where none does. */
export async function BoundaryLine({ procedure, step }: { procedure: string; step: string }) {
  const t = await getTranslations()
  const key = `${procedure}.${step}.boundary`
  return t.has(key as never) ? <p className="border-l-2 border-line-strong pl-2 text-sm">{t('procedure.boundary', { text: t(key as never) })}</p> : null
}
