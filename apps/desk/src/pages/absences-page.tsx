import { PageHeader } from '@timedesk/ui/page-header'

import { AbsenceList } from '../features/absences/absence-list.tsx'
import { RecordAbsenceButton } from '../features/absences/record-absence-button.tsx'
import { useAbsenceWords } from '../features/absences/use-absence-words.ts'
import { PeopleTabs } from '../features/people/people-tabs.tsx'
import { useMay, useMe } from '../shared/session/use-me.ts'

/** Who is away. */
export function Component() {
  const words = useAbsenceWords()
  const { id, name } = useMe()
  const mayPlanAll = useMay()('absence:write')
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={<RecordAbsenceButton employee={mayPlanAll ? null : { id, name }} />}
      />
      <PeopleTabs />
      <AbsenceList />
    </>
  )
}
