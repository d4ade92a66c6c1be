import { getTranslations } from 'next-intl/server'
import { mostCounted } from '@/lib/worklist/schema'

/** A number as the desk says it; nobody counts further than `mostCounted`. */
export const told = async (count: number): Promise<string> => (count > mostCounted ? (await getTranslations('worklist'))('more', { count: mostCounted }) : String(count))
