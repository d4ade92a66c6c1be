import type { OnPaper, Step } from './declare'
import { listFeatures } from './registry'

export type StepDescription = {
  procedure: string
  step: string
  from: string[]
  to: string[]
  by: string[]
  basis: { kind: string; ref: string }[]
  clocks: {
    starts: { rule: string; duty: string; owedBy: string; owedTo: string | null; when: string | null }[]
    satisfies: string[]
    pauses: string[]
    resumes: string[]
    extends: string[]
    reopens: string[]
    recounts: string[]
    cancels: string[]
  }
  paper: { kind: string; number: string }[]
  notices: { party: string; roles: string[] }[]
  inner: boolean
  stepUp: boolean
  reserved: boolean
  nested: boolean
  onPaper: OnPaper | null
}

/** Every step of every procedure as plain data, for `npm run procedures` and the test that takes them all. */
export function describeProcedures(): StepDescription[] {
  return listFeatures().flatMap(({ procedure }) =>
    Object.entries(procedure.steps).map(([key, step]) => describeStep(procedure.name, key, step)))
}

function describeStep(procedure: string, key: string, step: Step): StepDescription {
  const clocks = step.clocks ?? {}
  return {
    procedure,
    step: key,
    from: step.from === 'new' ? ['new'] : [...step.from],
    to: [...step.to],
    by: [...step.by],
    basis: step.basis.map(({ kind, ref }) => ({ kind, ref })),
    clocks: {
      starts: (clocks.starts ?? []).map(({ rule, duty, owedBy, owedTo, when }) => ({ rule, duty, owedBy, owedTo: owedTo ?? null, when: when ?? null })),
      satisfies: (clocks.satisfies ?? []).map(({ duty }) => duty),
      pauses: [...(clocks.pauses ?? [])],
      resumes: [...(clocks.resumes ?? [])],
      extends: [...(clocks.extends ?? [])],
      reopens: (clocks.reopens ?? []).map(({ duty }) => duty),
      recounts: (clocks.recounts ?? []).map(({ duty }) => duty),
      cancels: [...(clocks.cancels ?? [])],
    },
    paper: (step.papers ?? []).map(({ kind, number }) => ({ kind, number })),
    notices: (step.notices ?? []).map(({ party, roles }) => ({ party, roles: [...roles] })),
    inner: step.inner ?? false,
    stepUp: step.stepUp ?? false,
    reserved: step.reserved ?? false,
    nested: step.nested ?? false,
    onPaper: step.onPaper ?? null,
  }
}
