import { caseFeature, lookBackFeature } from '@/lib/cases/mutations/feature'
import { findFeature, registerFeature } from '@/lib/engine/procedure/registry'

/**
 * The composition root: the only place that knows every feature. Web, worker and command line import it before they
 * take or describe a step.
 */
const features = [caseFeature, lookBackFeature] as const

for (const feature of features) registerFeature(feature)

export { findFeature }
