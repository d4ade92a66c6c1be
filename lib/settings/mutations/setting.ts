import type { z } from 'zod'
import { everywhere } from '@/lib/platform/settings'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { managesAll } from '@/lib/units/data'
import { parseSettingValue, type changeSettingInput } from '../schema'

/** A value from a day on; clocks that run keep the length they started with. The topmost administrator sets it for all places. */
export async function changeSetting({ tx, actor, scope, input, now }: StepContext<never, z.infer<typeof changeSettingInput>>): Promise<Outcome> {
  const { key, effectiveOn, reason } = input
  const value = parseSettingValue(key, input.value)
  if (value === null) throw invalid({ value: 'settings.invalid.value' })
  const regionCode = (await managesAll(scope, tx)) ? everywhere : actor.regionCode
  const before = await tx.setting.findFirst({
    where: { key, regionCode, effectiveOn: { lte: dateColumn(effectiveOn) } }, orderBy: [{ effectiveOn: 'desc' }, { setAt: 'desc' }], select: { value: true },
  })
  const id = newId()
  await tx.setting.create({
    data: { id, regionCode, key, value: json(value), effectiveOn: dateColumn(effectiveOn), reason, setById: actor.userId, setAt: now },
  })
  return {
    id, regionCode: actor.regionCode, title: key, audience: [], href: `/admin/settings/${key}`,
    before: { value: before?.value ?? null }, after: { key, value, effectiveOn, reason, everywhere: regionCode === everywhere },
  }
}
