import { getTranslations } from 'next-intl/server'
import { photoLabels } from '@/components/shell/labels'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PhotoPair } from '@/components/ui/photo-pair'
import { Section } from '@/components/ui/section'
import { localDate, localDay } from '@/lib/platform/clock'
import type { LetterView } from '@/lib/recommendations/loaders'
import { DemandRevisions } from './demand-revisions'
import { Rectification } from './letter-marks'

type Demand = LetterView['letter']['demands'][number]

/** Every demand: what is wanted, what the agency says, what the check found. The last alone counts. */
export async function DemandCards({ view }: { view: LetterView }) {
  const t = await getTranslations('recommendations')
  const { demands, draftDemands, receivedOn } = view.letter
  const met = demands.filter(({ verdict }) => verdict === 'met').length
  const checked = demands.filter(({ verdict }) => verdict !== 'unchecked').length
  return (
    <Section
      id="demands" title={t('record.demands')} count={demands.length || draftDemands.length} note={t('record.demandsNote')}
      actions={receivedOn && <Rectification met={met} checked={checked} total={demands.length} />}
    >
      <ol className="flex flex-col gap-4">
        {demands.map((demand) => <DemandCard key={demand.id} demand={demand} view={view} />)}
        {draftDemands.map((demand, index) => (
          <li key={index} className="rounded-lg border bg-surface p-4">
            <DemandFacts ordinal={index + 1} {...demand} basis={demand.basis ?? ''} proofWanted={demand.proofWanted ?? ''} milestoneOn={demand.milestoneOn ?? null} reports={demand.reports ?? null} reportContent={demand.reportContent ?? ''} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

async function DemandFacts({ ordinal, fault, basis, measure, milestoneOn, proofWanted, cycle, reports, reportContent }: {
  ordinal: number; fault: string; basis: string; measure: string; milestoneOn: string | null; proofWanted: string; cycle?: string | null; reports: number | null; reportContent: string
}) {
  const t = await getTranslations('recommendations')
  const cycleWords = await getTranslations('recommendation.values.cycle')
  return (
    <>
      <h3 className="font-semibold">{`${ordinal}. ${measure}`}</h3>
      <DescriptionList
        empty={t('record.empty')}
        facts={[
          { term: t('demand.fault'), value: fault },
          ...(basis ? [{ term: t('demand.basis'), value: basis }] : []),
          { term: t('demand.proof'), value: proofWanted },
          ...(milestoneOn ? [{ term: t('demand.milestone'), value: milestoneOn }] : []),
          ...(cycle && reports ? [
            { term: t('demand.recurring'), value: t('demand.recurringLine', { cycle: cycleWords(cycle as never), reports }) },
            { term: t('demand.reportContent'), value: reportContent },
          ] : []),
        ]}
      />
    </>
  )
}

async function DemandCard({ demand, view }: { demand: Demand; view: LetterView }) {
  const t = await getTranslations('recommendations.demand')
  const values = await getTranslations('recommendation.values')
  const photos = await photoLabels()
  const record = await getTranslations('recommendations.record')
  const claim = view.letter.replies.flatMap(({ items }) => items).filter(({ demandId }) => demandId === demand.id).at(-1)
  const actions = view.actions.filter(({ demandId }) => demandId === demand.id)
  const check = view.letter.checks.filter(({ demandId }) => demandId === demand.id).at(-1)
  return (
    <li id={`demand-${demand.ordinal}`} className="rounded-lg border bg-surface p-4">
      <DemandFacts {...demand} milestoneOn={demand.milestoneOn ? localDate(demand.milestoneOn) : null} />
      <DemandRevisions revisions={view.letter.revisions.filter(({ demandId }) => demandId === demand.id)} />
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1">
          <p className="font-medium">{claim ? t('claimed', { claim: values(`claimed.${claim.claimed}` as never) }) : t('notClaimed')}</p>
          {claim && <p className="whitespace-pre-line">{claim.summary}</p>}
          {actions.length === 0 && <p className="text-sm text-muted">{t('noActions')}</p>}
        </div>
        <div className="flex min-w-0 flex-col items-start gap-1">
          <Chip tone={demand.verdict === 'met' ? 'green' : 'neutral'}>{t('verdict', { verdict: values(`verdict.${demand.verdict}` as never) })}</Chip>
          {check && <p className="whitespace-pre-line">{check.findings}</p>}
          {check && <p className="text-sm text-muted tabular-nums">{t('checkedOn', { date: localDate(check.checkedOn) })} · {check.place}</p>}
          {check && check.evidenceFileIds.length > 0 && <FileLinks ids={check.evidenceFileIds} label={t('evidence')} />}
        </div>
      </div>
      {actions.length > 0 && (
        <ol className="mt-3 flex flex-col gap-3" aria-label={t('actions')}>
          {actions.map((action) => (
            <li key={action.id} className="border-t border-line pt-2">
              <p className="text-sm text-muted tabular-nums">{localDate(action.takenOn)} · {action.place}</p>
              <p className="whitespace-pre-line">{action.description}</p>
              {action.onBehalf && <p className="text-sm text-muted tabular-nums">{record('onBehalf', { signer: action.signerName ?? '', date: localDay(action.loggedAt) })}</p>}
              {action.onBehalf && <FileLinks ids={action.fileIds} label={record('scan')} />}
              {(action.beforeFileId ?? action.afterFileId) && (
                <PhotoPair labels={photos} before={photoOf(action.beforeFileId, action.place)} after={photoOf(action.afterFileId, action.place)} />
              )}
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}

export function FileLinks({ ids, label }: { ids: readonly string[]; label: string }) {
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      {ids.map((id, index) => (
        <a key={id} className="text-link" href={`/api/files/${id}?inline=1`}>{`${label} ${index + 1}`}</a>
      ))}
    </p>
  )
}

const photoOf = (id: string | null, alt: string) => (id ? { src: `/api/files/${id}?inline=1`, alt } : undefined)
