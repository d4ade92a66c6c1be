const number = (value, digits = 1) => (value === undefined || Number.isNaN(value) ? '—' : value.toFixed(digits))

/** The figures as a table in Markdown; ratios to the bare Next page of the same run. */
export function tableOf({ operations, memoryMb, scriptKb, clues, load, at, runner }) {
  const floor = operations.find(({ name }) => name === 'bareNext')
  const cpuOf = ({ crowd }) => crowd.server
  const head = ['', 'p50 ms', 'p95 ms', '16: p50', '16: p95', 'req/s', 'CPU ms server', 'CPU ms PG', 'statements', 'kB', 'CPU ×', 'req/s ×']
  const rows = operations.map(({ name, statements, one, crowd }) => [
    name, number(one.p50), number(one.p95), number(crowd.p50), number(crowd.p95), number(crowd.rate, 0), number(crowd.server), number(crowd.database), statements ?? '—',
    number(one.kilobytes, 0), number(cpuOf({ crowd }) / cpuOf(floor), 2), number(crowd.rate / floor.crowd.rate, 2),
  ])
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const runs = Object.entries(runner).map(([name, { p50, p95, rate, cpu }]) => `${name}: p50 ${number(p50)} ms, p95 ${number(p95)} ms, ${number(rate, 0)}/s, ${number(cpu)} ms CPU in Node`)
  return [`${clues} clues, ${at}, load ${load.join(' ')}, server ${memoryMb} MB after the run, scripts ${number(scriptKb, 0)} kB gzip at most`, '', ...lines, '', ...runs].join('\n')
}
