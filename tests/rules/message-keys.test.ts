import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

// Words are read at run time, so the compiler cannot see whether a key exists: this does.
const folder = 'messages/zh-CN'
const words: Record<string, unknown> = Object.fromEntries(
  readdirSync(folder).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as unknown]),
)

const find = (path: string) =>
  path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), words)

const sources = ['getTranslations', 'useTranslations', 'translator']

function each(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node)
  node.forEachChild((child) => each(child, visit))
}

const unwrap = (node: ts.Expression): ts.Expression => (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) ? unwrap(node.expression) : node)

/** `const t = await getTranslations('clues')`: under which namespaces a name speaks in this file. */
function namespaces(file: ts.SourceFile) {
  const found = new Map<string, Set<string>>()
  each(file, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return
    const call = unwrap(node.initializer)
    if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression) || !sources.includes(call.expression.text)) return
    const last = call.arguments.at(-1)
    const namespace = last && ts.isStringLiteral(last) ? last.text : ''
    found.set(node.name.text, (found.get(node.name.text) ?? new Set()).add(namespace))
  })
  return found
}

/** Whole keys, and the fixed beginnings of keys that are put together. */
function keysOf(argument: ts.Expression): { text: string; whole: boolean }[] {
  if (ts.isConditionalExpression(argument)) return [...keysOf(argument.whenTrue), ...keysOf(argument.whenFalse)]
  if (ts.isStringLiteral(argument) || ts.isNoSubstitutionTemplateLiteral(argument)) return [{ text: argument.text, whole: true }]
  if (ts.isTemplateExpression(argument)) return [{ text: argument.head.text.replace(/\.?[^.]*$/, ''), whole: false }]
  return []
}

function missingKeys(path: string, text: string) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const speakers = namespaces(file)
  const missing: string[] = []
  each(file, (node) => {
    if (!ts.isCallExpression(node) || !node.arguments[0]) return
    const callee = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'rich' ? node.expression.expression : node.expression
    const spaces = ts.isIdentifier(callee) ? speakers.get(callee.text) : undefined
    if (!spaces) return
    for (const { text: key, whole } of keysOf(node.arguments[0])) {
      const held = [...spaces].map((space) => find([space, key].filter(Boolean).join('.')))
      if (!held.some((value) => (whole ? typeof value === 'string' : value !== undefined))) missing.push(`${path}: ${[...spaces].join('|')}.${key}`)
    }
  })
  return missing
}

describe('message keys', () => {
  it('sees a key that is not there', () => {
    const code = "const t = await getTranslations('common'); t('loading'); t('nothing'); t(`filter.${a}`); t(`none.${a}`); t(b ? 'trail' : 'lost')"
    expect(missingKeys('x.tsx', code)).toEqual(['x.tsx: common.nothing', 'x.tsx: common.none', 'x.tsx: common.lost'])
  })

  it('all exist', () => {
    const files = ['app', 'components', 'lib', 'scripts'].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => `${room}/${file}`),
    )
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap((path) => missingKeys(path, readFileSync(path, 'utf8')))).toEqual([])
  })
})
