import { z } from 'zod'
import jinli from '@/facts/charters/990102.json'
import lanan from '@/facts/charters/990103.json'
import liyuan from '@/facts/charters/990101.json'
import menling from '@/facts/charters/990105.json'
import pingyun from '@/facts/charters/990104.json'
import { sampleSchema, type Sample } from '../schema'

/** Opinions in our own words, after published ones; a new place may start from any of them. */
export const samples: readonly Sample[] = z.array(sampleSchema).parse([liyuan, jinli, lanan, pingyun, menling])

export const findSample = (key: string): Sample | undefined => samples.find((sample) => sample.key === key)
