// What is measured: as whom, which address, which body.
import { readFileSync } from 'node:fs'
import { root } from '../install.mjs'
import { withClient } from '../postgres/sql.mjs'
import { drawForm, post } from './forms.mjs'
import { signIn } from './people.mjs'

export const stage = 'registered'
const listPath = `/clues?stage=${stage}&order=due`
const searchWords = { common4: '黑臭水体', common2: '黑臭', rare4: '危废倾倒', rare2: '危废', absent: '核燃料棒' }

const login = (key) => `b990101.${key}`
const prosecutorLogins = Array.from({ length: 20 }, (_, index) => login(`检察院.${index}`))
const headLogin = login('检察院.20')
const liaisonLogin = login('机关13.0')

const get = (path, cookie) => ({ method: 'GET', path, headers: { cookie } })
const always = (request) => () => request

/** Rows the requests are about. */
async function subjectsOf({ ownerUrl }, officeId) {
  return withClient(ownerUrl, async (owner) => {
    const { rows: records } = await owner.query(
      `SELECT id, number FROM clue WHERE receiver_unit_id = $1 AND status = 'opened' ORDER BY created_at DESC, id LIMIT 50`, [officeId])
    const { rows: open } = await owner.query(
      `SELECT c.id, c.version, u.login FROM clue c JOIN app_user u ON u.id = c.handler_id
       WHERE c.receiver_unit_id = $1 AND c.status = 'registered' ORDER BY c.created_at DESC, c.id LIMIT 2000`, [officeId])
    const { rows: agencies } = await owner.query("SELECT id FROM unit WHERE region_code = '990101' AND kind = 'agency' ORDER BY id LIMIT 2")
    return { records, open, agencies: agencies.map(({ id }) => id) }
  })
}

const story = JSON.parse(readFileSync(`${root}scripts/bench/story.json`, 'utf8'))

/** Each connection walks over clues of its own: proposed by the handler, sent back by the head, so that it can be done again. */
function stepping(open, forms, address, cookies, clients) {
  let turn = 0
  const mine = new Map()
  return (client) => {
    const held = mine.get(client)
    if (held) {
      mine.delete(client)
      held.version += 1
      return post(`/clues/${held.id}`, cookies.get(headLogin), address, { ...forms.sendBack, $id: held.id, $version: held.version - 1, reason: story.reason })
    }
    const clue = open[turn++ % (open.length - clients)]
    mine.set(client, clue)
    clue.version += 1
    return post(`/clues/${clue.id}`, cookies.get(clue.login), address, { ...forms.propose, ...story.propose, $id: clue.id, $version: clue.version - 1 })
  }
}

export async function operationsOf(bench, address, { clients }) {
  const signedIn = await signIn(bench, address, [...prosecutorLogins, headLogin, liaisonLogin])
  const cookies = new Map(signedIn.map(({ login: name, cookie }) => [name, cookie]))
  const [me] = signedIn
  const { records, open, agencies } = await subjectsOf(bench, me.unitId)
  const cookie = me.cookie
  const enter = await drawForm(address, '/clues/new', cookie, 'clue.enter')
  const own = open[0]
  const propose = await drawForm(address, `/clues/${own.id}`, cookies.get(own.login), 'clue.propose')
  const sendBack = { ...propose, $step: 'clue.sendBack' }
  const liaison = cookies.get(liaisonLogin)
  let record = 0
  return {
    values: [me.unitId, stage],
    operations: [
      { name: 'list', request: always(get(listPath, cookie)), listed: true },
      { name: 'listOfAgency', request: always(get('/clues?order=due', liaison)) },
      { name: 'record', request: () => get(`/clues/${records[record++ % records.length].id}`, cookie), expects: records[0].number },
      { name: 'desk', request: always(get('/', cookie)) },
      ...Object.entries(searchWords).map(([name, words]) => ({ name: `search ${name}`, request: always(get(`/search?q=${encodeURIComponent(words)}`, cookie)) })),
      { name: 'dashboard', request: always(get('/figures', cookies.get(headLogin))) },
      { name: 'create', writes: true, request: () => post('/clues/new', cookie, address, { ...enter, ...story.enter, 'unitIds[]': agencies }) },
      { name: 'step', writes: true, request: stepping(open, { propose, sendBack }, address, cookies, clients) },
    ],
  }
}
