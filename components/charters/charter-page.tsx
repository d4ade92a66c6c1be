import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { CharterView } from '@/lib/charters/loaders'
import { phaseOf } from './charter-list'
import { CharterText } from './charter-text'
import { stepOptions } from './choices'
import { ownForms } from './own-forms'
import { StandingSums } from './standing'

/** 《意见》: its articles with what they promise and how that is kept. */
export async function CharterPage({ view }: { view: CharterView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  const { charter, steps, awaited, standings, timeLine, units, day } = view
  // What an indicator counts another promise has counted already.
  const indicators = new Set(charter.obligations.filter(({ kind }) => kind === 'indicator').map(({ id }) => id))
  const making = steps.some(({ key }) => key === 'setText')
  const earlier = charter.versions.some(({ ordinal }) => ordinal === charter.ordinal - 1)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/charters' }, { label: charter.title }]} />
      <PageHead
        number={[charter.number, t('edition', { ordinal: charter.ordinal })].filter(Boolean).join(' · ')}
        title={charter.title}
        marks={<><Chip>{t(`phases.${phaseOf(charter, day)}`)}</Chip>{charter.mark && <Chip icon="info">{charter.mark}</Chip>}</>}
        actions={
          <>
            {earlier && <LinkButton href={`/charters/${charter.id}/compare`} icon="swap">{t('compare')}</LinkButton>}
            {view.asks && <LinkButton href={`/charters/${charter.id}/ask`} icon="info">{t('ask')}</LinkButton>}
          </>
        }
      />
      {charter.status === 'published' && <StandingSums standings={standings.filter(({ obligationId }) => !indicators.has(obligationId))} />}
      {charter.status === 'published' && <p className="-mt-4 text-sm text-muted">{t('sumsNote')}</p>}
      <Columns
        main={
          <>
            {making && <p className="text-muted">{t('making')}</p>}
            <StepPanel procedure="charter" steps={steps} subject={charter} awaited={making ? [] : awaited} opened={making ? nextOf(charter) : undefined} options={stepOptions(view)} defaults={defaultsOf(view)} forms={await ownForms(view)} />
            <Section title={t('text')} count={charter.provisions.length}>
              {charter.provisions.length === 0 ? <EmptyState title={t('noTextTitle')} body={t('noTextBody')} /> : <CharterText charter={charter} standings={standings} mayPromise={steps.some(({ key, blocked }) => key === 'addObligation' && blocked === null)} />}
            </Section>
            <Questions view={view} />
          </>
        }
        aside={
          <>
            <Section title={t('facts.title')}><Facts view={view} /></Section>
            <Section title={t('versions')}>
              <ul className="flex flex-col gap-1">
                {charter.versions.map(({ id, ordinal, status, effectiveOn, endsOn }) => (
                  <li key={id}>
                    {id === charter.id ? <strong>{t('edition', { ordinal })}</strong> : <Link className="text-link" href={`/charters/${id}`}>{t('edition', { ordinal })}</Link>}
                    <span className="ml-2 text-sm text-muted">{t(`phases.${phaseOf({ status, effectiveOn, endsOn }, day)}`)} {effectiveOn && localDate(effectiveOn)}</span>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={t('timeLine')}><RecordTimeLine entries={timeLine} unitNames={units} /></Section>
          </>
        }
      />
    </Page>
  )
}

/** What a draft still lacks before it can be signed. */
const nextOf = ({ provisions, signers }: CharterView['charter']): string | undefined => (provisions.length === 0 ? 'setText' : signers.length === 0 ? 'setSigners' : undefined)

async function Facts({ view: { charter, units } }: { view: CharterView }) {
  const t = await getTranslations('charters')
  const on = (value: Date | null) => (value ? localDate(value) : null)
  return (
    <>
      {charter.mark && <Notice>{t('markNote', { source: charter.sourceTitle })}</Notice>}
      {charter.papers.map(({ id }) => (
        <p key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-muted">{t('issued.title')}</span>
          <Link className="text-link" href={`/papers/${id}`}>{t('issued.open')}</Link>
          <a className="inline-flex items-center gap-1 text-link" href={`/api/papers/${id}`} download><Icon name="download" />{t('issued.download')}</a>
        </p>
      ))}
      <DescriptionList empty="—" facts={[
        { term: t('facts.drafter'), value: units[charter.drafterUnitId] },
        { term: t('facts.issuedOn'), value: on(charter.issuedOn) },
        { term: t('facts.effectiveOn'), value: on(charter.effectiveOn) },
        ...(charter.endsOn ? [{ term: t('facts.endsOn'), value: on(charter.endsOn) }] : []),
        { term: t('facts.openness'), value: t(`openness.${charter.openness as 'public'}`) },
        ...(charter.indexNumber ? [{ term: t('facts.indexNumber'), value: charter.indexNumber }] : []),
        ...(charter.reading ? [{ term: t('facts.reading'), value: charter.reading }] : []),
        ...(charter.files.length > 0 ? [{ term: t('facts.files'), value: charter.files.map(({ id, name }) => <a key={id} className="text-link block" href={`/api/files/${id}`}>{name}</a>) }] : []),
        ...charter.signers.map((signer) => ({
          term: t('facts.signer', { ordinal: signer.ordinal }), value: units[signer.unitId],
          note: [signer.signedOn ? t('facts.signedOn', { name: signer.signerName, on: localDate(signer.signedOn) }) : t('facts.notSigned'), ...(signer.interprets ? [t('facts.interprets')] : [])].join(' · '),
        })),
      ]} />
    </>
  )
}

async function Questions({ view: { charter, units } }: { view: CharterView }) {
  const t = await getTranslations('charters')
  if (charter.questions.length === 0) return null
  return (
    <Section title={t('questions')} count={charter.questions.length}>
      <ul className="flex flex-col gap-2">
        {charter.questions.map(({ id, title, status, askedOn, askedByUnitId }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <Link className="text-link" href={`/charters/questions/${id}`}>{title}</Link>
            <Chip>{t(`questionStates.${status as 'asked'}`)}</Chip>
            <span className="text-sm text-muted">{[units[askedByUnitId], localDate(askedOn)].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function defaultsOf({ charter }: CharterView): Record<string, Record<string, string>> {
  const [first, second, third, fourth] = charter.signers.map(({ unitId }) => unitId)
  return {
    describe: { title: charter.title, openness: charter.openness, indexNumber: charter.indexNumber, sourceTitle: charter.sourceTitle, reading: charter.reading },
    setSigners: { first: first ?? charter.drafterUnitId, second: second ?? '', third: third ?? '', fourth: fourth ?? '', interpreters: 'all' },
    publish: charter.number ? { number: charter.number } : {},
  }
}
