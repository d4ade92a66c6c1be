import type { Present } from '@/lib/drafts/rules'
import type { Translate } from '@/lib/platform/i18n'

const mostNamed = 3

/** 张三正在填写本页的表单。 Empty where nobody is. `t` speaks the words of `procedure.presence`. */
export function presenceWords({ people, units }: Present, t: Translate): string {
  const who = [...people, ...units.map((unit) => t('unit', { unit }))]
  return who.length === 0 ? '' : t('line', { who: who.slice(0, mostNamed).join(t('and')), more: String(who.length > mostNamed) })
}
