import { translator } from '@/lib/platform/i18n'
import type { StepDescription } from './describe'

type Words = (key: string) => string

/** docs/procedures.md: for each procedure a state chart and a table of its steps, from the declarations themselves. */
export function procedureDocument(steps: readonly StepDescription[]): string {
  const names = [...new Set(steps.map(({ procedure }) => procedure))]
  const parts = names.map((name) => part(name, steps.filter(({ procedure }) => procedure === name)))
  return ['# 办案程序', '', '本页由 `npm run procedures` 按各功能的声明生成,请勿手工修改。', '', ...parts].join('\n')
}

function part(name: string, steps: readonly StepDescription[]): string {
  const t = translator('zh-CN', name) as unknown as Words
  return [`## ${name}`, '', ...chart(steps, t), '', ...table(steps, t), ''].join('\n')
}

function chart(steps: readonly StepDescription[], t: Words): string[] {
  const states = [...new Set(steps.flatMap(({ from, to }) => [...from, ...to]))].filter((state) => state !== 'new')
  const arrows = steps.flatMap(({ step, from, to }) =>
    from.flatMap((source) => to.map((target) => `  ${source === 'new' ? '[*]' : source} --> ${target}: ${t(`${step}.name`)}`)))
  return ['```mermaid', 'stateDiagram-v2', ...states.map((state) => `  ${state}: ${t(`states.${state}`)}`), ...new Set(arrows), '```']
}

function table(steps: readonly StepDescription[], t: Words): string[] {
  const cell = (items: readonly string[]) => items.join('<br>') || '—'
  return [
    '| 环节 | 从 | 到 | 谁办 | 依据 | 期限 | 文书 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...steps.map(({ step, from, to, by, basis, clocks, paper, inner, stepUp, reserved, nested, onPaper }) =>
      `| \`${step}\` ${t(`${step}.name`)}${inner ? ' (内部)' : ''}${stepUp ? ' (再次验证身份)' : ''}${reserved ? ' (须本人)' : ''}${nested ? ' (随其他环节)' : ''}${onPaperWords(onPaper)} | ${cell(from)} | ${cell(to)} | ${cell(by)} | ${cell(basis.map(({ ref }) => ref))} | ${cell(clockWords(clocks))} | ${cell(paper.map(({ kind }) => kind))} |`),
  ]
}

const onPaperWords = (onPaper: StepDescription['onPaper']): string =>
  onPaper === null ? '' : 'step' in onPaper ? `<br>代录:\`${onPaper.step}\`` : `<br>不代录:${onPaper.never}`

const clockWords = ({ starts, satisfies, pauses, resumes, extends: extended, reopens, recounts, cancels }: StepDescription['clocks']): string[] => [
  ...starts.map(({ rule, duty }) => `起算 ${duty} (${rule})`),
  ...satisfies.map((duty) => `完成 ${duty}`),
  ...pauses.map((duty) => `中止 ${duty}`),
  ...resumes.map((duty) => `恢复 ${duty}`),
  ...extended.map((duty) => `延长 ${duty}`),
  ...reopens.map((duty) => `重新起用 ${duty}`),
  ...recounts.map((duty) => `重新计算 ${duty}`),
  ...cancels.map((duty) => `取消 ${duty}`),
]
