import { defineFeature } from '@/lib/engine/procedure/feature'
import { db } from '@/lib/platform/db'
import type { BulletinRecord, ReadingRecord } from '../data/row'
import { bulletinPolicy, readingPolicy } from '../policy'
import { bulletinProcedure } from '../procedure/bulletin'
import { readingProcedure } from '../procedure/reading'
import { open, read, readOnBehalf, readToo } from './reading'
import { answer, answerOnBehalf, assign, comment, commentOnBehalf } from './said'
import { addReader, close, issue } from './send'
import { bulletinSubject, readingSubject } from './subject'
import { approve, discard, draft, edit, prepare, sendBack } from './write'

export const bulletinFeature = defineFeature<BulletinRecord>({
  procedure: bulletinProcedure, subject: bulletinSubject, policy: bulletinPolicy, href: (id) => `/bulletins/${id}`,
  effects: { draft, prepare, edit, approve, sendBack, discard, issue, addReader, close },
  responsible: async (id, unitId) => {
    const row = await db.bulletin.findUnique({ where: { id }, select: { issuerId: true, authorId: true } })
    return row?.issuerId === unitId ? [row.authorId] : []
  },
})

export const readingFeature = defineFeature<ReadingRecord>({
  procedure: readingProcedure, subject: readingSubject, policy: readingPolicy, href: (id) => `/bulletins/readings/${id}`,
  effects: { open, read, readToo, readOnBehalf, comment, commentOnBehalf, assign, answer, answerOnBehalf },
  responsible: async (id, unitId) => {
    const row = await db.bulletinReading.findUnique({ where: { id }, select: { readerId: true, bulletin: { select: { readerIds: true } } } })
    if (row?.readerId !== unitId) return []
    return (await db.user.findMany({ where: { id: { in: row.bulletin.readerIds }, unitId }, select: { id: true } })).map((person) => person.id)
  },
})
