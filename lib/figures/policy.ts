import type { Actor } from '@/lib/platform/scope'
import { comparingReaders, figureReaders } from './schema'

export const mayReadFigures = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some((role) => figureReaders.includes(role))

/** Cases are counted by the office that handles them and the one above: limits of the office's own are among the conditions. */
export const seesCases = (actor: Pick<Actor, 'roles' | 'unitKind'>): boolean => actor.unitKind === 'procuratorate' && mayReadFigures(actor)

/** An addressee sees its own figures and never how others stand. */
export const seesAgencies = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some((role) => comparingReaders.includes(role))
