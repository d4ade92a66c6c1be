/** Takes a step as this person and answers the record's id. */
export type Taker = (step: string, id: string | null, input: unknown) => Promise<string>

/** Who does what in a new place: its system administrator and its security administrator. */
export type Administrators = { readonly system: Taker; readonly security: Taker }

type Seat = { readonly login: string; readonly name: string; readonly post: string; readonly role: string }

/** An account by the one, its role by the other; answers the person's id. */
export async function seat({ system, security }: Administrators, unitId: string, on: string, { login, name, post, role }: Seat): Promise<string> {
  const id = await system('user.create', null, { unitId, login, name, post })
  await security('user.grantRole', id, { role, fromOn: on, reason: '任职' })
  return id
}

/** Those without whom an office cannot decide anything. */
export async function staffOffice(by: Administrators, unitId: string, on: string, prefix: string): Promise<Record<'chief' | 'head' | 'prosecutor' | 'manager', string>> {
  const one = (login: string, name: string, post: string, role: string) => seat(by, unitId, on, { login: `${prefix}.${login}`, name, post, role })
  return {
    chief: await one('chief', '温知秋', '检察长', 'chiefProsecutor'), head: await one('head', '柏清源', '部门负责人', 'departmentHead'),
    prosecutor: await one('prosecutor', '桑秋实', '检察官', 'prosecutor'), manager: await one('manager', '谷知远', '案件管理人员', 'caseManager'),
  }
}
