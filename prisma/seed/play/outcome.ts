import type { z } from 'zod'
import { db } from '@/lib/platform/db'
import { kindOf } from '@/lib/outcomes/rules/kinds'
import type { enterInput } from '@/lib/outcomes/schema'
import { act } from './act'
import type { Scene } from './drawings'
import { storePicture, storeScan } from './files'

export type Entered = Omit<z.input<typeof enterInput>, 'fileIds' | 'beforeFileId'> & { readonly by: string; readonly scene?: Scene }

/** 登记成效 with what its kind wants as proof. */
export async function enter({ by, scene = 'water', ...input }: Entered): Promise<string> {
  const { entry, proof } = kindOf(input.kind)
  if (entry === 'points') return act(by, 'outcome.enter', null, input)
  if (proof !== 'pair') return act(by, 'outcome.enter', null, { ...input, fileIds: [await storeScan(by, '证明材料', [input.title])] })
  const picture = (state: 'before' | 'after') => storePicture(by, { name: `${input.title} ${state === 'before' ? '整改前' : '整改后'}`, scene, state })
  return act(by, 'outcome.enter', null, { ...input, beforeFileId: await picture('before'), fileIds: [await picture('after')] })
}

export const confirm = (by: string, id: string, confirmation = '已核对证明材料，数量属实。') => act(by, 'outcome.confirm', id, { confirmation })

export const pointOf = async (outcomeId: string, ordinal: number): Promise<string> =>
  (await db.targetItem.findUniqueOrThrow({ where: { outcomeId_ordinal: { outcomeId, ordinal } } })).id

/** 报告点位整改, with a drawing in place of the photograph. */
export async function reportPoint(by: string, id: string, ordinal: number, fixedOn: string, scene: Scene = 'water'): Promise<string> {
  const { name } = await db.targetItem.findUniqueOrThrow({ where: { outcomeId_ordinal: { outcomeId: id, ordinal } } })
  return act(by, 'outcome.reportPoint', id, { pointId: await pointOf(id, ordinal), fixedOn, afterFileId: await storePicture(by, { name, scene, state: 'after' }) })
}

export const strikeOff = async (by: string, id: string, ordinal: number, struckOn: string, finding = '现场查看，已经整改到位。') =>
  act(by, 'outcome.strikeOff', id, { pointId: await pointOf(id, ordinal), struckOn, finding })
