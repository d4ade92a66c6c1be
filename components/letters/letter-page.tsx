import { getTranslations } from 'next-intl/server'
import { PaperTables } from '@/components/cases/paper-tables'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { hrefWith } from '@/components/ui/query'
import type { LetterPageView } from '@/lib/letters/loaders'
import { shownState } from '@/lib/letters/rules'
import { LetterAnswer, LetterAsked, LetterOwn } from './letter-facts'
import { LetterSteps } from './letter-steps'
import { Messages } from './messages'

/** 函件: what is asked and what was answered, beside each other; the inner chain of each body is its own. */
export async function LetterPage({ view }: { view: LetterPageView }) {
  const t = await getTranslations('letters')
  const common = await getTranslations('common')
  const kinds = await getTranslations('letterKinds')
  const states = await getTranslations('letter.states')
  const duties = await getTranslations('duties.letter')
  const { letter, kind, clocks, papers, files } = view
  const name = kinds(`${kind.key}.name` as never)
  const running = clocks.filter(({ status }) => status === 'running')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/letters' }, { label: letter.number ?? name }]} />
      <PageHead
        number={[letter.number, name].filter(Boolean).join(' ')}
        title={letter.title}
        marks={
          <>
            <Chip>{states(shownState(letter.status, letter.side) as never)}</Chip>
            {running.map((clock) => <ClockBadge key={clock.id} clock={clock} label={duties(clock.duty.split('.')[1] as never)} />)}
          </>
        }
        actions={letter.status === 'returned' && letter.side === 'sender' && (
          <LinkButton href={hrefWith('/letters/new', { kind: letter.kind, to: letter.proposedUnitId ?? undefined, case: letter.case?.id, copy: letter.id })}>{t('copy')}</LinkButton>
        )}
      />
      {kind.noForce && <Notice>{t('noForce')}</Notice>}
      <Columns
        main={
          <>
            <LetterSteps view={view} />
            <LetterAsked view={view} />
            <LetterAnswer view={view} />
            {kind.thread && <Messages messages={view.messages} />}
            <LetterOwn view={view} />
            <PaperTables papers={papers} inner={false} />
            {files.length > 0 && (
              <Section title={t('files')} count={files.length}>
                <ul className="flex flex-col gap-1">
                  {files.map(({ id, name: file }) => <li key={id}><a className="inline-block min-h-6 text-link break-all" href={`/api/files/${id}`} download>{file}</a></li>)}
                </ul>
              </Section>
            )}
          </>
        }
        aside={
          <Section title={t('timeLine')}>
            <RecordTimeLine entries={view.timeLine} unitNames={{ [letter.senderId]: letter.senderName, [letter.receiverId]: letter.receiverName }} />
          </Section>
        }
      />
    </Page>
  )
}
