import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link, useSearchParams } from 'react-router'

import { MacroList } from '../features/texts/macro-list.tsx'
import { TextTabs } from '../features/texts/text-tabs.tsx'
import { useTextWords } from '../features/texts/use-text-words.ts'
import { paths } from '../shared/paths.ts'

/** Messages with changes of the case, in one go. */
export function Component() {
  const words = useTextWords()
  const [search] = useSearchParams()
  const scope = search.get('scope')
  return (
    <>
      <PageHeader
        title={words('macrosTitle')}
        text={words('macrosText')}
        actions={
          <Button
            component={Link}
            to={scope === null ? paths.newMacro : `${paths.newMacro}?scope=${scope}`}
            leftSection={<IconPlus size={16} />}
          >
            {words('newMacro')}
          </Button>
        }
      />
      <TextTabs />
      <MacroList />
    </>
  )
}
