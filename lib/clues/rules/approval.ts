import type { LocalDate } from '@/lib/platform/clock'
import type { FieldErrors } from '@/lib/platform/errors'
import { needsApproval } from './dictionaries'

type Given = { readonly superiorApprover?: string; readonly superiorApprovedOn?: LocalDate; readonly superiorApprovalNumber?: string }
export type Approval = { readonly approver: string; readonly on: LocalDate; readonly number?: string }

/** 探索领域立案前层报上级人民检察院批准: what of it is missing, or came after the opening. With a field of the law none is asked for. */
export function approvalErrors(domain: string, openedOn: LocalDate, { superiorApprover, superiorApprovedOn }: Given): FieldErrors {
  if (!needsApproval(domain, openedOn)) return {}
  const missing = 'clues.refuse.approval'
  return {
    ...(superiorApprover ? {} : { superiorApprover: missing }),
    ...(superiorApprovedOn ? {} : { superiorApprovedOn: missing }),
    ...(superiorApprovedOn && superiorApprovedOn > openedOn ? { superiorApprovedOn: 'clues.refuse.approvedLater' } : {}),
  }
}

/** Who approved, on which day; kept only where it was needed. */
export function approvalIn(domain: string, openedOn: LocalDate, { superiorApprover, superiorApprovedOn, superiorApprovalNumber }: Given): { superiorApproval?: Approval } {
  if (!needsApproval(domain, openedOn) || !superiorApprover || !superiorApprovedOn) return {}
  return { superiorApproval: { approver: superiorApprover, on: superiorApprovedOn, ...(superiorApprovalNumber ? { number: superiorApprovalNumber } : {}) } }
}
