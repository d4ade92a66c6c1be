import type { Actor } from '@/lib/platform/scope'
import { comparingReaders, figureReaders } from './schema'

export const mayReadFigures = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some((role) => figureReaders.includes(role))

/** An addressee sees its own figures and never how others stand. */
export const seesAgencies = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some((role) => comparingReaders.includes(role))
