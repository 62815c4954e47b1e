import { useLocation } from 'react-router'

import { LinkTabs } from '../../shared/lists/link-tabs.tsx'
import { paths } from '../../shared/paths.ts'
import { useWorkflowWords } from './use-workflow-words.ts'

/** How cases move, and the statuses they move between. */
export function WorkflowTabs() {
  const words = useWorkflowWords()
  const { pathname } = useLocation()
  return (
    <LinkTabs
      label={words('tabs')}
      tabs={[
        { href: paths.workflows, label: words('workflows'), isHere: pathname === paths.workflows },
        { href: paths.statuses, label: words('statuses'), isHere: pathname === paths.statuses },
      ]}
    />
  )
}
