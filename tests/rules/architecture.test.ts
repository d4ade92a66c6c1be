import { describe, expect, test } from 'vitest'
import { featureOf, listSources, type Source } from '../support/sources'

const sources = listSources()
const product = sources.filter(({ path }) => /^(app|components|lib|proxy|next\.config)/.test(path))
const found = (holds: (source: Source) => boolean, from = product) => from.filter(holds).map(({ path }) => path)

const vocabulary = ['schema', 'procedure', 'policy', 'rules', 'data', 'loaders', 'mutations', 'actions', 'templates', 'jobs']
const roots = ['lib/procedures', 'lib/jobs', 'lib/step-action', 'lib/bulk-action']

describe('the house', () => {
  test('a feature folder holds only the files of the closed list', () => {
    expect(found(({ path }) => featureOf(path) !== null && !vocabulary.includes(path.split('/')[2]!.replace(/\.ts$/, '')))).toEqual([])
  })

  test('files stay short', () => {
    expect(found(({ text }) => text.split('\n').length > 301, sources)).toEqual([])
  })

  test('no barrels, no junk rooms', () => {
    expect(found(({ path }) => /(^|\/)(index|helpers|utils|types)\.(ts|tsx)$/.test(path), sources)).toEqual([])
  })

  test('names are kebab-case', () => {
    const named = (path: string) => path.split('/').at(-1)!.replace(/(\.(test|spec|config|d|property\.test))?\.(ts|tsx|mjs)$/, '')
    expect(found(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(named(path)), sources)).toEqual([])
  })
})

const layer = (path: string): number =>
  path.startsWith('app/') ? 4 : path.startsWith('components/') ? 3 : path.startsWith('lib/platform') ? 0 : path.startsWith('lib/engine') ? 1 : path.startsWith('lib/') ? 2 : -1

describe('directions', () => {
  test('imports go down only: app, components, feature, engine, platform', () => {
    const wrong = product.flatMap(({ path, imports }) =>
      imports.filter((target) => layer(target) > layer(path) && layer(path) >= 0).map((target) => `${path} → ${target}`))
    expect(wrong).toEqual([])
  })

  test('the engine knows no feature', () => {
    expect(product.filter(({ path }) => path.startsWith('lib/engine')).flatMap(({ path, imports }) =>
      imports.filter((target) => featureOf(target) !== null || roots.includes(target)).map((target) => `${path} → ${target}`))).toEqual([])
  })

  test('components take schema, actions and types of a feature, never its reads or writes', () => {
    const wrong = product.filter(({ path }) => path.startsWith('components/')).flatMap(({ path, text, imports }) =>
      imports
        .filter((target) => featureOf(target) !== null && /\/(data|mutations|jobs|policy)(\/|$)/.test(target))
        .filter((target) => !onlyTypes(text, target))
        .map((target) => `${path} → ${target}`))
    expect(wrong).toEqual([])
  })

  test('a feature uses of another only schema, policy, rules, data, mutations, templates', () => {
    const wrong = product.flatMap(({ path, imports }) => {
      const own = featureOf(path)
      return own === null ? [] : imports
        .filter((target) => featureOf(target) !== null && featureOf(target) !== own && /\/(procedure|loaders|actions|jobs)(\/|$)/.test(target))
        .map((target) => `${path} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('no circles', () => {
    expect(findCircle()).toEqual([])
  })
})

const onlyTypes = (text: string, target: string) =>
  [...text.matchAll(new RegExp(`import\\s+([^'"]*?)from\\s+['"]@/${target.replaceAll(/[/.]/g, '\\$&')}['"]`, 'g'))].every((match) => match[1]!.trim().startsWith('type '))

function findCircle(): string[] {
  const known = new Map(product.map(({ path, imports }) => [path.replace(/\.(ts|tsx)$/, ''), imports]))
  const state = new Map<string, 'open' | 'done'>()
  const visit = (path: string, trail: string[]): string[] => {
    if (state.get(path) === 'done') return []
    if (state.get(path) === 'open') return [...trail.slice(trail.indexOf(path)), path]
    state.set(path, 'open')
    for (const next of known.get(path) ?? []) {
      const circle = known.has(next) ? visit(next, [...trail, path]) : []
      if (circle.length > 0) return circle
    }
    state.set(path, 'done')
    return []
  }
  for (const path of known.keys()) {
    const circle = visit(path, [])
    if (circle.length > 0) return circle
  }
  return []
}

describe('single places', () => {
  test('only the clock asks what time it is', () => {
    expect(found(({ path, text }) => path !== 'lib/platform/clock.ts' && /Date\.now\(|new Date\(\)|performance\.now\(/.test(text))).toEqual([])
  })

  test('business rows never take their time from SQL', () => {
    expect(found(({ path, text }) => path.startsWith('lib/') && /\bnow\(\)\s*[,)]?.*`|CURRENT_(DATE|TIMESTAMP)/.test(text) && /INSERT[^`]*\bnow\(\)/.test(text))).toEqual([])
  })

  test('only data, mutations, engine and platform touch Prisma', () => {
    const touches = (source: Source) => source.imports.some((target) => target.startsWith('prisma/generated') || target === 'lib/platform/db')
    const may = (path: string) => /^lib\/(platform|engine)\//.test(path) || /^lib\/[\w-]+\/(data|mutations)(\.ts|\/)/.test(path)
    expect(found((source) => touches(source) && !may(source.path) && !typesOnlyOfDb(source))).toEqual([])
  })

  test('every read takes a scope', () => {
    const open = product.filter(({ path }) => /^lib\/[\w-]+\/data(\.ts|\/)/.test(path)).flatMap(({ path, text }) =>
      [...text.matchAll(/export (?:async )?function ((?:list|find|get|count|search)\w*)\(\s*(\w+)/g)]
        .filter((match) => !['scope', 'tx', '_scope'].includes(match[2]!) && !openReads.includes(match[1]!))
        .map((match) => `${path} ${match[1]}`))
    expect(open).toEqual([])
  })

  test('no unsafe SQL', () => {
    expect(found(({ path, text }) => !path.startsWith('tests/') && /\$(query|execute)RawUnsafe/.test(text), sources)).toEqual([])
  })

  test('no injected HTML, no silenced checks', () => {
    expect(found(({ path, text }) => path !== 'tests/rules/architecture.test.ts' && /dangerouslySetInnerHTML|@ts-ignore|@ts-expect-error|eslint-disable|\bas any\b/.test(text), sources)).toEqual([])
  })

  test('no test is skipped, retried or put to sleep', () => {
    expect(found(({ path, text }) => path.startsWith('tests/') && path !== 'tests/rules/architecture.test.ts' && /\.(skip|only|todo|fixme)\(|retries: *[1-9]|waitForTimeout/.test(text), sources)).toEqual([])
  })
})

/** Names and dictionaries that everybody signed in may read. */
const openReads = ['findUnitNames']

const typesOnlyOfDb = ({ text }: Source) =>
  [...text.matchAll(/import\s+([^'"]*?)from\s+['"]@\/(?:prisma\/generated\/[\w/]+|lib\/platform\/db)['"]/g)].every((match) => match[1]!.trim().startsWith('type '))
