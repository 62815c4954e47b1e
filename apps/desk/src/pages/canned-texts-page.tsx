import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useSearchParams } from 'react-router'

import { TextList } from '../features/texts/text-list.tsx'
import { TextTabs } from '../features/texts/text-tabs.tsx'
import { useTextWords } from '../features/texts/use-text-words.ts'
import { paths } from '../shared/paths.ts'

/** What is written often, to be put into messages. */
export function Component() {
  const words = useTextWords()
  const [search] = useSearchParams()
  const scope = search.get('scope')
  return (
    <>
      <PageHeader
        title={words('textsTitle')}
        text={words('textsText')}
        actions={
          <Button
            component={Link}
            to={scope === null ? paths.newCannedText : `${paths.newCannedText}?scope=${scope}`}
            leftSection={<IconPlus size={16} />}
          >
            {words('newText')}
          </Button>
        }
      />
      <TextTabs />
      <TextList />
    </>
  )
}
