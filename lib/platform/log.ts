import { now } from './clock'

/** One JSON line for the operator; never record content. */
export function log(level: 'info' | 'warn' | 'error', event: string, facts: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: now().toISOString(), level, event, ...facts })
  if (level === 'info') process.stdout.write(line + '\n')
  else process.stderr.write(line + '\n')
}
