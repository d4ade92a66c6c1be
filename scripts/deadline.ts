import { shippedCalendar } from '@/lib/engine/deadlines/calendar'
import type { Pause } from '@/lib/engine/deadlines/count'
import { countRule, CountRefused } from '@/lib/engine/deadlines/count-rule'
import { parseLocalDate } from '@/lib/engine/deadlines/local-date'
import { findRule } from '@/lib/engine/deadlines/rules'
import { reasonWords, warningWords } from '@/lib/engine/deadlines/words'
import type { LocalDate } from '@/lib/platform/clock'
import { translator } from '@/lib/platform/i18n'

// Counts one limit with the shipped facts: prints one JSON object, or says why not and ends with 2. Needs no database.

const t = translator('zh-CN', 'deadlines')

class Refusal extends Error {}

const refuse = (reason: string, params: Record<string, string> = {}): never => {
  throw new Refusal(t(`refused.${reason}`, params))
}

type Asked = { rule: string; from: LocalDate; pauses: Pause[]; extension: number }

function readArguments(given: readonly string[]): Asked {
  const asked: { rule?: string; from?: LocalDate; pauses: Pause[]; extension: number } = { pauses: [], extension: 0 }
  const words = given.flatMap((word) => (/^--\w+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word]))
  for (let index = 0; index < words.length; index += 2) {
    const option = words[index] ?? ''
    const value = words[index + 1] ?? ''
    if (option === '--rule') asked.rule = value
    else if (option === '--from') asked.from = readDate(value)
    else if (option === '--pause') asked.pauses.push(readPause(value))
    else if (option === '--extend') asked.extension += readExtension(value)
    else refuse('badOption', { text: option })
  }
  return { rule: asked.rule || refuse('noRule'), from: asked.from ?? refuse('noDate'), pauses: asked.pauses, extension: asked.extension }
}

const readDate = (text: string): LocalDate => parseLocalDate(text) ?? refuse('badDate', { text })

function readPause(text: string): Pause {
  const [from, to, ...rest] = text.split('..').map((part) => parseLocalDate(part))
  if (!from || !to || rest.length > 0 || from > to) return refuse('badPause', { text })
  return { from, to }
}

function readExtension(text: string): number {
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : refuse('badExtension', { text })
}

function answer({ rule: key, from, pauses, extension }: Asked) {
  const rule = findRule(key, from) ?? refuse('unknownRule', { rule: key })
  const count = countRule(rule, from, shippedCalendar, { pauses, extension })
  return {
    rule: rule.key,
    version: rule.version,
    basis: rule.basis,
    trigger: count.trigger,
    rawEnd: count.rawEnd,
    end: count.end,
    skipped: count.skipped.map((day) => ({ date: day.date, reason: reasonWords(t, day) })),
    warnings: [...count.warnings, { code: 'shippedFacts', params: {} }].map((warning) => warningWords(t, warning)),
  }
}

function wordsFor(error: unknown): string | null {
  if (error instanceof CountRefused) return t(`refused.${error.reason}`, { name: error.rule.name, note: error.rule.note ?? '' })
  if (error instanceof Refusal) return error.message
  return error instanceof RangeError ? t('refused.outOfRange') : null
}

try {
  const given = process.argv.slice(2)
  if (given.length === 0) refuse('usage')
  process.stdout.write(`${JSON.stringify(answer(readArguments(given)))}\n`)
} catch (error) {
  const words = wordsFor(error)
  if (words === null) throw error
  process.stderr.write(`${words}\n`)
  process.exitCode = 2
}
