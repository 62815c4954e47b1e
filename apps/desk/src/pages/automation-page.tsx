import { PageHeader } from '@timedesk/ui/page-header'

import { RuleLists } from '../features/automation/rule-lists.tsx'
import { useAutomationWords } from '../features/automation/use-automation-words.ts'
import { useMay } from '../shared/session/use-me.ts'

/** The rules that act on cases by themselves. */
export function Component() {
  const words = useAutomationWords()
  const mayWrite = useMay()('settings:write')
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <RuleLists mayWrite={mayWrite} />
    </>
  )
}
