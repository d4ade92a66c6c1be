import { db } from '@/lib/platform/db'
import { demoPassword } from './fixture'
import { places } from './places'

/** Who may sign in, by place and body, for the one who tries the demo. */
export async function signInList(): Promise<string> {
  const users = await db.user.findMany({
    where: { active: true }, orderBy: { login: 'asc' }, select: { login: true, name: true, post: true, regionCode: true, unit: { select: { name: true } } },
  })
  const sections = places.map(({ code, name, key }) => {
    const own = users.filter(({ regionCode, login }) => regionCode === code && login.startsWith(`${key}.`))
    if (own.length === 0) return ''
    return [`${name}（${code}）`, ...own.map(({ login, name: who, post, unit }) => `  ${login.padEnd(30)}${who}  ${unit.name} ${post}`)].join('\n')
  })
  return [
    '公益协作 演示账号（演示数据，与真实单位无关）', `密码（全部账号相同）：${demoPassword()}`,
    '先试：liyuan.prosecutor（检察官）、liyuan.chief（检察长）、liyuan.court（法院联络员）、liyuan.water.liaison（联络员）、liyuan.water.leader（分管负责人）',
    ...sections.filter(Boolean),
  ].join('\n\n') + '\n'
}
