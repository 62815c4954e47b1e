import { Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'

import { dayIn } from '../../shared/day-in.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { AbsenceTable } from './absence-table.tsx'
import { absenceQueries } from './queries.ts'
import { RecordAbsenceButton } from './record-absence-button.tsx'
import { useAbsenceWords } from './use-absence-words.ts'

/** When one is away oneself, now or later. */
export function OwnAbsencePanel() {
  const words = useAbsenceWords()
  const { id, name, company } = useMe()
  const from = dayIn(company.timeZone, new Date())
  const absences = useInfiniteQuery(absenceQueries.list({ employeeId: 'me', from }))
  return (
    <Panel title={words('mine')} actions={<RecordAbsenceButton employee={{ id, name }} isSmall />}>
      <Text size="sm" c="var(--td-ink-quiet)" mb="xs">
        {words('mineText')}
      </Text>
      <ListFace query={absences} empty={<Text size="sm">{words('noneMine')}</Text>}>
        {(rows) => <AbsenceTable label={words('mine')} absences={rows} isOwn />}
      </ListFace>
    </Panel>
  )
}
