import { Anchor, Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { IconCircleCheck, IconLifebuoy, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { HomeBalances } from '../features/agreements/home-balances.tsx'
import { CaseSection } from '../features/cases/case-section.tsx'
import { useCasesWords } from '../features/cases/use-cases-words.ts'
import { useHomeCases, type HomeCases as Cases } from '../features/cases/use-home-cases.ts'
import { useCan, useMe } from '../shared/me.ts'
import { paths } from '../shared/paths.ts'
import { QueryFailure } from '../shared/query-failure.tsx'
import { useDocumentTitle } from '../shared/use-document-title.ts'
import { useHomeNeeds, type HomeNeeds as Needs } from './use-home-needs.ts'

// Who has nothing to pay and nothing to accept never fetches how that is shown.
const HomeNeeds = lazy(async () => ({ default: (await import('./home-needs.tsx')).HomeNeeds }))

/** The start: what waits for me, what is under way, what was solved lately, and what is left of the agreements. */
export function HomePage() {
  const words = useCasesWords()
  const me = useMe()
  const canReport = useCan('case:write')
  const seesAgreements = useCan('agreement:read')
  useDocumentTitle(words('homeTitle', { name: me.name }))
  const report = canReport && (
    <Button component={Link} to={paths.reportCase} leftSection={<IconPlus size={17} stroke={2} />}>
      {words('reportCase')}
    </Button>
  )

  return (
    <div className="ex-page">
      <PageHeader
        title={words('homeTitle', { name: me.name.split(' ')[0] ?? me.name })}
        text={words('homeText', { customer: me.customer.name, supplier: me.supplier })}
        actions={report}
      />
      <div className="ex-home">
        <div className="ex-home-cases">
          <HomeCases mine={me.seesAllCases && canReport ? true : undefined} />
        </div>
        {seesAgreements && <HomeBalances />}
      </div>
    </div>
  )
}

function HomeCases({ mine }: { mine: boolean | undefined }) {
  const canReport = useCan('case:write')
  const home = useHomeCases({ mine, canAnswer: canReport })
  const needs = useHomeNeeds()

  if (home.state === 'failed') return <QueryFailure error={home.error} onRetry={() => void home.retry()} />
  if (home.state === 'pending' || needs.isPending) return <LoadingState />
  return (
    <>
      {needs.error !== null && <QueryFailure error={needs.error} onRetry={() => void needs.retry()} />}
      <Suspense fallback={<LoadingState />}>
        <HomeSections cases={home.cases} needs={needs} />
      </Suspense>
    </>
  )
}

function HomeSections({ cases, needs }: { cases: Cases; needs: Needs }) {
  const words = useCasesWords()
  const canReport = useCan('case:write')
  const { needsYou, inProgress, recentlySolved } = cases
  const { overage, invoices } = needs
  const count = overage.length + invoices.length
  if (count + needsYou.length + inProgress.length + recentlySolved.length === 0) return <NoCases />
  const first = { count, rows: count > 0 && <HomeNeeds needs={needs} /> }
  const nothing = (
    <>
      <IconCircleCheck size={18} stroke={1.6} aria-hidden="true" /> {words('needsYouNone')}
    </>
  )
  const seeAll = (
    <Anchor component={Link} to={paths.cases} size="sm">
      {words('seeAll')}
    </Anchor>
  )
  return (
    <>
      <CaseSection title={words('needsYou')} cases={needsYou} first={first} none={canReport ? nothing : undefined} />
      <CaseSection title={words('inProgress')} cases={inProgress} none={words('inProgressNone')} more={seeAll} />
      <CaseSection title={words('recentlySolved')} cases={recentlySolved} />
    </>
  )
}

function NoCases() {
  const words = useCasesWords()
  const canReport = useCan('case:write')
  return (
    <EmptyState
      title={words('firstTitle')}
      icon={<IconLifebuoy size={26} stroke={1.4} />}
      actions={
        canReport && (
          <>
            <Button component={Link} to={paths.reportCase}>
              {words('reportCase')}
            </Button>
            <Button component={Link} to={paths.cases} variant="default">
              {words('seeAll')}
            </Button>
          </>
        )
      }
    >
      {words(canReport ? 'firstText' : 'firstTextReader')}
    </EmptyState>
  )
}
