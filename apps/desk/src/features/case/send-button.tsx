import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'

import type { Tone } from './draft.ts'
import { SEND_MODES, statusAfter, type SendMode } from './send-mode.ts'
import { useCasePageWords } from './use-case-page-words.ts'

const WORDS = {
  reply: { keep: 'send', wait: 'sendWait', solve: 'sendSolve' },
  note: { keep: 'saveNote', wait: 'saveNoteWait', solve: 'saveNoteSolve' },
} as const

type SendButtonProps = {
  tone: Tone
  subject: Case
  mode: SendMode
  onMode: (mode: SendMode) => void
  isPending: boolean
  /** How many messages came while this one was written; the first press shows them. */
  toReview: number
  onSend: (mode: SendMode) => void
}

/** Sends as the last time, or as chosen from its menu. */
export function SendButton({ tone, subject, mode, onMode, isPending, toReview, onSend }: SendButtonProps) {
  const words = useCasePageWords()
  const possible = SEND_MODES.filter((candidate) => statusAfter(candidate, subject) !== undefined)
  const chosen = possible.includes(mode) ? mode : 'keep'
  const label = toReview > 0 ? words('review', { count: toReview }) : words(WORDS[tone][chosen])

  return (
    <Button.Group>
      <Button size="sm" loading={isPending} onClick={() => onSend(chosen)} aria-keyshortcuts="Control+Enter">
        {label}
      </Button>
      {possible.length > 1 && (
        <Menu position="top-end" shadow="md">
          <Menu.Target>
            <ActionIcon className="desk-send-more" size={36} aria-label={words('otherSending')} disabled={isPending}>
              <IconChevronDown size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {possible.map((candidate) => (
              <Menu.Item
                key={candidate}
                onClick={() => {
                  onMode(candidate)
                  onSend(candidate)
                }}
              >
                {words(WORDS[tone][candidate])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Button.Group>
  )
}
