import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../../..', import.meta.url).pathname

/** app/(desk)/clues/[id]/page.tsx answers /clues/[id]. */
const routeOf = (file: string): string => `/${file.split('/').slice(0, -1).filter((part) => !part.startsWith('(')).join('/')}`

/** Every page there is, by its route: the file that answers. */
export const pageFiles = new Map(
  readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('page.tsx')).sort().map((name) => [routeOf(name), join(root, 'app', name)]),
)

const fits = (route: readonly string[], path: readonly string[]) => route.length === path.length && route.every((part, at) => part.startsWith('[') || part === path[at])

/** The route an address leads to, with what its page is given. */
export function findPage(address: string) {
  const { pathname, searchParams } = new URL(address, 'http://here')
  const path = pathname.split('/')
  const named = (route: string) => route.split('[').length
  const [route] = [...pageFiles.keys()].filter((each) => fits(each.split('/'), path)).sort((one, other) => named(one) - named(other))
  if (!route) throw new Error(`No page answers ${address}.`)
  const given = route.split('/').flatMap((part, at): [string, string][] => (part.startsWith('[') ? [[part.slice(1, -1), path[at]!]] : []))
  return { route, file: pageFiles.get(route)!, params: Object.fromEntries(given), query: Object.fromEntries(searchParams) }
}
