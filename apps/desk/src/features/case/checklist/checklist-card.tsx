import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { listChecklistTemplates } from '@timedesk/contracts/checklists'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { Drop } from '@timedesk/ui/drop'
import { DropItem, DropLabel } from '@timedesk/ui/drop-items'
import { useState } from 'react'

import { client } from '../../../shared/client.ts'
import { queryRoots } from '../../../shared/query-roots.ts'
import { RailCard } from '../rail-card.tsx'
import { ChecklistView } from './checklist-view.tsx'
import { useChecklistWords } from './use-checklist-words.ts'
import type { Checklist } from './use-checklist.ts'

/** The checklist beside the case. */
export function ChecklistCard({ subject }: { subject: Case }) {
  const words = useChecklistWords()
  return (
    <RailCard title={words('title')} name="checklist">
      <ChecklistView subject={subject}>
        {(checklist, { can }) => can.edit && <MoreItems checklist={checklist} />}
      </ChecklistView>
    </RailCard>
  )
}

function MoreItems({ checklist }: { checklist: Checklist }) {
  const words = useChecklistWords()
  const [text, setText] = useState('')
  const [isRequired, setIsRequired] = useState(false)
  const add = () => {
    const wanted = text.trim()
    if (wanted === '') return
    setText('')
    setIsRequired(false)
    // What was refused comes back, unless the next item is being written by then.
    checklist.add(wanted, isRequired, () => setText((now) => (now === '' ? wanted : now)))
  }
  return (
    <div className="desk-checklist-more">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextInput
          size="xs"
          aria-label={words('add')}
          placeholder={words('addPlaceholder')}
          autoComplete="off"
          maxLength={LINE_LENGTH_MAX}
          value={text}
          rightSection={
            <ActionIcon type="submit" variant="subtle" size="sm" aria-label={words('addIt')}>
              <IconPlus size={15} stroke={1.8} />
            </ActionIcon>
          }
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() !== '' && (
          <Checkbox
            size="xs"
            mt={6}
            label={words('isRequired')}
            description={words('requiredHint')}
            checked={isRequired}
            onChange={(event) => setIsRequired(event.currentTarget.checked)}
          />
        )}
      </form>
      <TemplateMenu checklist={checklist} />
    </div>
  )
}

function TemplateMenu({ checklist }: { checklist: Checklist }) {
  const words = useChecklistWords()
  const [isOpen, setIsOpen] = useState(false)
  const { data: templates } = useQuery({
    queryKey: [...queryRoots.checklistTemplates, 'active'],
    queryFn: async ({ signal }) =>
      (await client.call(listChecklistTemplates, { query: { isActive: true }, signal })).data,
    enabled: isOpen,
  })
  return (
    <Drop
      kind="menu"
      isOpen={isOpen}
      onOpen={setIsOpen}
      position="bottom-start"
      target={
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconTemplate size={14} stroke={1.7} aria-hidden="true" />}
        >
          {words('apply')}
        </Button>
      }
    >
      {templates?.length === 0 && <DropLabel>{words('noTemplates')}</DropLabel>}
      {templates?.map(({ id, name }) => (
        <DropItem key={id} onClick={() => checklist.apply(id, words('applied', { name }))}>
          {name}
        </DropItem>
      ))}
    </Drop>
  )
}
