import { Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'

import { EntryTable } from '../../shared/entries/entry-table.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { agreementQueries } from './queries.ts'
import { useAgreementWords } from './use-agreement-words.ts'

/** The time under an agreement, each entry with what pays for it. */
export function AgreementTime({ agreementId }: { agreementId: string }) {
  const words = useAgreementWords()
  const entries = useInfiniteQuery(agreementQueries.time(agreementId))
  return (
    <ListFace
      query={entries}
      empty={
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('timeEmpty')}
        </Text>
      }
    >
      {(rows) => <EntryTable label={words('tabTime')} entries={rows} />}
    </ListFace>
  )
}
