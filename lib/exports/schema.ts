import { z } from 'zod'
import { sheetFormats } from '@/lib/platform/sheet-formats'

/** What can be exported: the lists and the figures, as the person sees them. */
export const exportLists = ['clues', 'cases', 'recommendations', 'figures'] as const
export type ExportList = (typeof exportLists)[number]

export const exportListSchema = z.enum(exportLists)
export const exportFormatSchema = z.enum(sheetFormats).catch('xlsx')

/** No file holds more; where there are more, it says so. */
export const mostRows = 5000
