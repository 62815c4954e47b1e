import { Anchor, Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageHeader } from '@timedesk/ui/page-header'
import { IconCircleCheck, IconLifebuoy, IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { HomeBalances } from '../features/agreements/home-balances.tsx'
import { CaseSection } from '../features/cases/case-section.tsx'
import { useCasesWords } from '../features/cases/use-cases-words.ts'
import { useHomeCases } from '../features/cases/use-home-cases.ts'
import { useCan, useMe } from '../shared/me.ts'
import { paths } from '../shared/paths.ts'
import { QueryFailure } from '../shared/query-failure.tsx'
import { useDocumentTitle } from '../shared/use-document-title.ts'

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
  const words = useCasesWords()
  const canReport = useCan('case:write')
  const home = useHomeCases({ mine, canAnswer: canReport })

  if (home.state === 'pending') return <LoadingState />
  if (home.state === 'failed') return <QueryFailure error={home.error} onRetry={() => void home.retry()} />
  const { needsYou, inProgress, recentlySolved } = home.cases
  const seeAll = (
    <Anchor component={Link} to={paths.cases} size="sm">
      {words('seeAll')}
    </Anchor>
  )
  if (needsYou.length + inProgress.length + recentlySolved.length === 0) {
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
  const nothing = (
    <>
      <IconCircleCheck size={18} stroke={1.6} aria-hidden="true" /> {words('needsYouNone')}
    </>
  )
  return (
    <>
      <CaseSection title={words('needsYou')} cases={needsYou} none={canReport ? nothing : undefined} />
      <CaseSection title={words('inProgress')} cases={inProgress} none={words('inProgressNone')} more={seeAll} />
      <CaseSection title={words('recentlySolved')} cases={recentlySolved} />
    </>
  )
}
