import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'

import { EntryDialog } from '../shared/time/entry-dialog.tsx'
import { MyTimeTabs } from '../features/my-time/my-time-tabs.tsx'
import { MyTimeList } from '../features/my-time/my-time-list.tsx'
import { useMyTimeWords } from '../features/my-time/use-my-time-words.ts'
import { ListTools } from '../shared/lists/list-tools.tsx'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'
import { useMay } from '../shared/session/use-me.ts'

/** One's own time. */
export function Component() {
  const words = useMyTimeWords()
  const filters = useUrlFilters()
  const mayWrite = useMay()('time:write')
  const [isCreating, setIsCreating] = useState(false)
  const create = mayWrite ? () => setIsCreating(true) : undefined
  const day = (name: 'from' | 'to') => ({
    type: 'date',
    label: words(name),
    value: filters.get(name) ?? '',
    onChange: (event: { currentTarget: { value: string } }) => filters.set({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <PageHeader
        title={words('title')}
        text={words('text')}
        actions={
          create !== undefined && (
            <Button leftSection={<IconPlus size={16} />} onClick={create}>
              {words('add')}
            </Button>
          )
        }
      />
      <MyTimeTabs />
      <ListTools>
        <TextInput {...day('from')} />
        <TextInput {...day('to')} />
      </ListTools>
      <MyTimeList onCreate={create} />
      {isCreating && <EntryDialog entry={null} onClose={() => setIsCreating(false)} />}
    </>
  )
}
