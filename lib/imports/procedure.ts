import { declareProcedure, practice } from '@/lib/engine/procedure/declare'
import { dropImportInput, enterImportInput, importStates, readImportInput } from './schema'

const by = ['systemAdmin'] as const
const basis = [practice('单位、人员批量登记,逐行核对后一次录入')]

export const importProcedure = declareProcedure({
  name: 'rosterImport',
  states: importStates,
  final: ['entered', 'dropped'],
  steps: {
    read: { from: 'new', to: ['read'], by, basis, input: readImportInput },
    enter: { from: ['read'], to: ['entered'], by, basis, input: enterImportInput },
    drop: { from: ['read'], to: ['dropped'], by, basis, input: dropImportInput, aside: true },
  },
})
