/** Where to go next: a path of this system, or the desk. Nothing that a browser could read as another place. */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted) || hasControl(wanted)) return '/'
  const here = 'http://here.invalid'
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : null
  return url && url.origin === here && !url.pathname.startsWith('/api/') && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}

const hasControl = (text: string) => [...text].some((character) => character < ' ' || character === '\\' || character === '\u007f')
