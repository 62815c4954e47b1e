import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { AttachmentList } from '@timedesk/ui/attachment-list'

import { listedFiles } from '../../../shared/attachments.ts'
import { besideQueries } from '../beside-queries.ts'
import { RailCard } from '../rail-card.tsx'
import { useRailWords } from './use-rail-words.ts'

/** Every file of the messages, newest first: pictures as a gallery, the others to download. Nothing where there is none. */
export function FilesCard({ subject }: { subject: Case }) {
  const words = useRailWords()
  const files = useInfiniteQuery(besideQueries.files(subject.id))
  const found = (files.data?.pages ?? []).flatMap(({ data }) => data)
  if (!files.isError && found.length === 0) return null
  return (
    <RailCard title={words('files')} name="files">
      {files.isError && (
        <p className="desk-refusal" role="alert">
          {words('filesFailed')}
        </p>
      )}
      <AttachmentList attachments={listedFiles(found, '')} />
      {files.hasNextPage && (
        <Button
          mt="xs"
          size="compact-xs"
          variant="default"
          loading={files.isFetchingNextPage}
          onClick={() => void files.fetchNextPage()}
        >
          {words('moreFiles')}
        </Button>
      )}
    </RailCard>
  )
}
