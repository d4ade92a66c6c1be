import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import type { Role } from '@/lib/platform/roles'
import { partsFor } from './guide-parts'

/** What this person does here, step by step, and what the words on the clocks mean. */
export async function Guide({ roles }: { roles: readonly Role[] }) {
  const t = await getTranslations('guide')
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} />
      {partsFor(roles).map(({ key, steps }) => (
        <Section key={key} title={t(`${key}.title`)}>
          <ol className="flex max-w-prose flex-col gap-3">
            {Object.entries(steps).map(([step, href], index) => (
              <li key={step} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-2">
                <span aria-hidden className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-sm text-accent tabular-nums">{index + 1}</span>
                <div>
                  <Link href={href} className="text-link font-medium">{t(`${key}.${step}.name` as never)}</Link>
                  <p className="text-muted">{t(`${key}.${step}.text` as never)}</p>
                </div>
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <Section title={t('marks.title')}>
        <dl className="grid max-w-prose gap-x-4 gap-y-2 sm:grid-cols-[7rem_1fr]">
          {(['red', 'amber', 'green', 'grey', 'provisional', 'local'] as const).map((mark) => (
            <div key={mark} className="contents">
              <dt className="font-medium">{t(`marks.${mark}.name`)}</dt>
              <dd className="text-muted">{t(`marks.${mark}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('keys.title')}>
        <p className="max-w-prose text-muted">{t('keys.text')}</p>
      </Section>
    </Page>
  )
}
