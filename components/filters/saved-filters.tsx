import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { hrefWith, type Query } from '@/components/ui/query'
import type { SavedFilter } from '@/lib/filters/data'
import type { FilteredList } from '@/lib/filters/schema'
import { ManageFilters, SaveFilter, type FilterWords } from './filter-forms'

export type SavedOnes = readonly SavedFilter[]

/** 常用筛选 above a list: one's own by name, and the one that stands there now to be saved. */
export async function SavedFilters({ list, path, query, saved }: { list: FilteredList; path: string; query: Query; saved: SavedOnes }) {
  const t = await getTranslations('filters')
  const active = Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])))
  const same = (other: Readonly<Record<string, string>>) => hrefWith(path, sorted(other)) === hrefWith(path, sorted(active))
  const known = saved.some((each) => same(each.query))
  if (saved.length === 0 && Object.keys(active).length === 0) return null
  const words: FilterWords = { save: t('save'), saveButton: t('saveButton'), name: t('name'), manage: t('manage'), rename: t('rename'), delete: t('delete') }
  return (
    <nav aria-label={t('title')} className="flex flex-wrap items-start gap-x-3 gap-y-2 text-sm print:hidden">
      {saved.length > 0 && <span className="inline-flex min-h-6 items-center text-muted">{t('title')}</span>}
      {saved.map((each) => (
        <Link
          key={each.id} href={hrefWith(path, each.query)} aria-current={same(each.query) ? 'true' : undefined}
          className="inline-flex min-h-6 items-center rounded-md border border-line px-2 hover:underline aria-[current]:bg-accent-soft aria-[current]:text-accent-strong"
        >
          {each.name}
        </Link>
      ))}
      {!known && Object.keys(active).length > 0 && <SaveFilter list={list} query={active} words={words} />}
      {saved.length > 0 && <ManageFilters saved={saved} words={words} />}
    </nav>
  )
}

const sorted = (query: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(query).sort(([a], [b]) => a.localeCompare(b)))
