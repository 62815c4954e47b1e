import { Button, Group, Select, Stack } from '@mantine/core'
import { LinkRole } from '@timedesk/contracts/case-links'
import type { Case } from '@timedesk/contracts/cases'
import type { SearchOption } from '@timedesk/ui/search-select'
import { useState } from 'react'

import { CasePicker } from '../merging/case-picker.tsx'
import { useLinkWords } from './use-link-words.ts'

/** The most frequent first. */
const ROLES: readonly LinkRole[] = [
  ...(['related', 'original', 'duplicate', 'blocks', 'blocked_by'] as const),
  ...(['parent', 'child', 'problem', 'incident'] as const),
]

type LinkPickerProps = {
  subject: Case
  onChoose: (role: LinkRole, other: SearchOption) => void
  onClose: () => void
}

/** Asks which case this one is linked to, and what that is to it. */
export function LinkPicker({ subject, onChoose, onClose }: LinkPickerProps) {
  const words = useLinkWords()
  const [role, setRole] = useState<LinkRole>('related')
  return (
    <Stack
      gap="xs"
      mb="xs"
      ref={focusCase}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <Select
        label={words('role')}
        size="xs"
        allowDeselect={false}
        value={role}
        data={ROLES.map((value) => ({ value, label: words(`role_${value}`) }))}
        onChange={(value) => setRole(LinkRole.parse(value))}
      />
      <div data-case-picker>
        <CasePicker
          label={words('other')}
          hideLabel
          placeholder={words('searchHint')}
          subject={subject}
          value={null}
          onChange={(option) => option !== null && onChoose(role, option)}
        />
      </div>
      <Group justify="flex-end">
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onClose}>
          {words('closePicker')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Which case is asked for first; how it is linked is usually right. */
function focusCase(picker: HTMLElement | null): void {
  picker?.querySelector<HTMLElement>('[data-case-picker] input')?.focus()
}
