import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { dropImportInput, enterImportInput, importStates, readCasesInput, readImportInput } from './schema'

const by = ['systemAdmin'] as const
const basis = [practice('单位、人员批量登记，逐行核对后一次录入')]

export const importProcedure = declareProcedure({
  name: 'rosterImport',
  states: importStates,
  final: ['entered', 'dropped'],
  steps: {
    read: { from: 'new', to: ['read'], by, basis, input: readImportInput },
    enter: { from: ['read'], to: ['entered'], by, basis, input: enterImportInput, many: true },
    drop: { from: ['read'], to: ['dropped'], by, basis, input: dropImportInput, aside: true },
  },
})

/** Those who enter a running case by hand; every row is entered by their own steps. */
const clerks = ['caseManager', 'prosecutor'] as const
const late = [practice('补录'), practice('在办案件批量补录，逐行核对后一次录入')]

export const caseImportProcedure = declareProcedure({
  name: 'caseImport',
  states: importStates,
  final: ['entered', 'dropped'],
  steps: {
    read: { from: 'new', to: ['read'], by: clerks, basis: late, input: readCasesInput, inner: true },
    enter: { from: ['read'], to: ['entered'], by: clerks, basis: late, input: enterImportInput, inner: true, many: true },
    drop: { from: ['read'], to: ['dropped'], by: clerks, basis: late, input: dropImportInput, inner: true, aside: true },
  },
})
