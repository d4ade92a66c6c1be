import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'
import { hrefWith, type Query } from '@/components/ui/query'
import type { ExportList } from '@/lib/exports/schema'
import { sheetFormats } from '@/lib/platform/sheet-formats'

/** The list as it is narrowed now, as a file. Plain links: nothing is fetched before somebody asks for it. */
export async function ExportLinks({ list, query }: { list: ExportList; query: Query }) {
  const t = await getTranslations('exports')
  return (
    <ul aria-label={t('title')} className="flex flex-wrap gap-2">
      {sheetFormats.map((format) => (
        <li key={format}>
          <a href={hrefWith(`/api/exports/${list}`, query, { format })} className={buttonClass('plain')}>
            <Icon name="download" />
            {t(format)}
          </a>
        </li>
      ))}
    </ul>
  )
}
