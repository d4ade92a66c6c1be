import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listSources } from '../support/sources'

const schema = readdirSync('prisma/schema').map((name) => readFileSync(`prisma/schema/${name}`, 'utf8')).join('\n')
const fieldsOf = (model: string): [name: string, type: string][] =>
  [...new RegExp(`^model ${model} \\{\n([\\s\\S]*?)\n\\}`, 'm').exec(schema)![1]!.matchAll(/^ +(\w+) +(DateTime|String)\??\s/gm)].map(([, name, type]) => [name!, type!])

/** An hour such as 09:30: no day is taken for one. */
const hours = ['startsAt', 'endsAt']

test('rows read through JSON have their dates in fields that end in On or At, and nothing else there', () => {
  const models = new Set(listSources().flatMap(({ path, text }) => (path.startsWith('lib/') ? [...text.matchAll(/columnsOf\(Prisma\.(\w+)ScalarFieldEnum/g)].map(([, model]) => model!) : [])))
  expect(models.size).toBeGreaterThan(20)
  const wrong = [...models].flatMap((model) => fieldsOf(model).filter(([name, type]) => (type === 'DateTime') !== /(?:On|At)$/.test(name) && !hours.includes(name)).map(([name]) => `${model}.${name}`))
  expect(wrong).toEqual([])
})
