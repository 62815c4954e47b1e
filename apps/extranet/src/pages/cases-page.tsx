import { Button, SegmentedControl } from '@mantine/core'
import { PageHeader } from '@timedesk/ui/page-header'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { CaseFilterBar } from '../features/cases/case-filter-bar.tsx'
import { CaseResults } from '../features/cases/case-results.tsx'
import { useCaseView } from '../features/cases/use-case-filters.ts'
import { useCasesWords } from '../features/cases/use-cases-words.ts'
import { useCan, useMe } from '../shared/me.ts'
import { paths } from '../shared/paths.ts'
import { useDocumentTitle } from '../shared/use-document-title.ts'

/** All cases that one may see, with filters that stand in the address. */
export function CasesPage() {
  const words = useCasesWords()
  const me = useMe()
  const canReport = useCan('case:write')
  const { view, changeView } = useCaseView()
  // Who reports nothing has no cases of their own to narrow down to.
  const canChooseScope = me.seesAllCases && canReport
  useDocumentTitle(words('casesTitle'))

  return (
    <div className="ex-page">
      <PageHeader
        title={words('casesTitle')}
        actions={
          <>
            {canChooseScope && (
              <SegmentedControl
                aria-label={words('scope')}
                value={view.scope}
                onChange={(value) => {
                  changeView({ scope: value === 'all' ? 'all' : 'mine' })
                }}
                data={[
                  { value: 'mine', label: words('scopeMine') },
                  { value: 'all', label: words('scopeAll', { customer: me.customer.name }) },
                ]}
              />
            )}
            {canReport && (
              <Button component={Link} to={paths.reportCase} leftSection={<IconPlus size={17} stroke={2} />}>
                {words('reportCase')}
              </Button>
            )}
          </>
        }
      />
      <CaseFilterBar view={view} onChange={changeView} />
      <CaseResults view={view} canChooseScope={canChooseScope} onChange={changeView} />
    </div>
  )
}
