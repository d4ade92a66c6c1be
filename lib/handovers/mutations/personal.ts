import type { Outcome } from '@/lib/engine/procedure/feature'
import { localDate, today } from '@/lib/platform/clock'
import { innerToken } from '@/lib/platform/scope'

type Personal = { readonly id: string; readonly regionCode: string; readonly unitId: string }

/** An absence or a delegation as its steps lock it. */
export const lockedRow = <Row extends Personal & { readonly toOn: Date }>(row: Row, ownerId: string) =>
  ({ ...row, ownerId, over: localDate(row.toOn) < today(), audience: [innerToken(row.unitId)] })

/** What every step of it leaves, within the unit. */
export const told = ({ id, regionCode, unitId }: Personal, title: string): Pick<Outcome, 'id' | 'regionCode' | 'title' | 'audience' | 'href'> =>
  ({ id, regionCode, title, audience: [innerToken(unitId)], href: `/handovers?unit=${unitId}` })
