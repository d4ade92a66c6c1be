import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { registrars } from '@/lib/powers/schema'
import {
  caseImportStates, dropImportInput, enterImportInput, enterRowInput, importStates, readCasesInput, readImportInput, rowStates, stopImportInput,
} from './schema'

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
const late = [practice('补录'), practice('在办案件批量补录，逐行核对、逐行录入')]

/** `enter` starts; the worker takes the rows one after another and tells when it is done. */
export const caseImportProcedure = declareProcedure({
  name: 'caseImport',
  states: caseImportStates,
  final: ['entered', 'dropped'],
  steps: {
    read: { from: 'new', to: ['read'], by: clerks, basis: late, input: readCasesInput, inner: true, many: true },
    enter: { from: ['read'], to: ['entering'], by: clerks, basis: late, input: enterImportInput, inner: true },
    drop: { from: ['read'], to: ['dropped'], by: clerks, basis: late, input: dropImportInput, inner: true, aside: true },
    stop: { from: ['entering'], to: ['entered'], by: clerks, basis: late, input: stopImportInput, inner: true, aside: true },
  },
})

const published = [practice('各单位公布的权责清单批量登记，逐行核对后录入')]
const byLawOffice = { never: '没有账号的单位，由司法局读入其清单' } as const

/** What a body has published, or the law office for several bodies. */
export const powerImportProcedure = declareProcedure({
  name: 'powerImport',
  states: importStates,
  final: ['entered', 'dropped'],
  steps: {
    read: { from: 'new', to: ['read'], by: registrars, basis: published, input: readCasesInput, inner: true, many: true, onPaper: byLawOffice },
    enter: { from: ['read'], to: ['entered'], by: registrars, basis: published, input: enterImportInput, inner: true, many: true, onPaper: byLawOffice },
    drop: { from: ['read'], to: ['dropped'], by: registrars, basis: published, input: dropImportInput, inner: true, aside: true, onPaper: byLawOffice },
  },
})

/** One row, in the name of who started the list and with what that person may do on that day. */
export const importRowProcedure = declareProcedure({
  name: 'importRow',
  states: rowStates,
  final: ['entered', 'refused'],
  steps: {
    enter: { from: ['waiting'], to: ['entered'], by: clerks, basis: late, input: enterRowInput, inner: true },
  },
})
