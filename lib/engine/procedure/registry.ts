import type { Step } from './declare'
import type { Feature } from './feature'

const features = new Map<string, Feature>()

/** Called once by the composition root for every feature. */
export function registerFeature(feature: Feature): void {
  features.set(feature.procedure.name, feature)
}

export const listFeatures = (): readonly Feature[] => [...features.values()]

export type KnownStep = { readonly name: string; readonly key: string; readonly feature: Feature; readonly step: Step }

/** `clue.refer` → its feature and declaration; undefined where there is none. */
export function findStep(name: string): KnownStep | undefined {
  const [procedure = '', key = ''] = name.split('.')
  const feature = features.get(procedure)
  const step = feature && Object.hasOwn(feature.procedure.steps, key) ? feature.procedure.steps[key] : undefined
  return feature && step ? { name, key, feature, step } : undefined
}

/** The feature that keeps records of this type (`clue`, `case`, …). */
export const findFeature = (type: string): Feature | undefined =>
  [...features.values()].find((feature) => feature.subject.type === type)

/** Where a record of this type is read. */
export const hrefOf = (type: string, id: string): string => findFeature(type)?.href(id) ?? '/'
