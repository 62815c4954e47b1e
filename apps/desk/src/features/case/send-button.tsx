import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { Keys } from '@timedesk/ui/keys'
import { useStatusName } from '@timedesk/ui/status-pill'
import { useKeysOf } from '@timedesk/ui/use-shortcuts'

import { useSendingWords } from '../../shared/sending/use-sending-words.ts'
import type { Tone } from './draft.ts'
import { moveAfter, otherMoves, SEND_MODES, type SendMode } from './send-mode.ts'
import { useCasePageWords } from './use-case-page-words.ts'
import { AfterSendChoice } from './writing/after-send-choice.tsx'

const WORDS = {
  reply: { keep: 'send', wait: 'sendWait', solve: 'sendSolve', other: 'sendMove' },
  note: { keep: 'saveNote', wait: 'saveNoteWait', solve: 'saveNoteSolve', other: 'saveNoteMove' },
} as const

type SendButtonProps = {
  tone: Tone
  subject: Case
  mode: SendMode
  onMode: (mode: SendMode) => void
  isPending: boolean
  /** How many messages came while this one was written; the first press shows them. */
  toReview: number
  /** Sends, and makes a move in the same go; null keeps the status. */
  onSend: (move: StatusMove | null) => void
  /** Asks when to send it. */
  onLater: () => void
}

/** Sends as the last time, or as chosen from its menu. */
export function SendButton({ tone, subject, mode, onMode, isPending, toReview, onSend, onLater }: SendButtonProps) {
  const words = useCasePageWords()
  const statusName = useStatusName()
  const possible = SEND_MODES.filter((candidate) => moveAfter(candidate, subject) !== undefined)
  const others = otherMoves(subject)
  const chosen = possible.includes(mode) ? mode : 'keep'
  const label = toReview > 0 ? words('review', { count: toReview }) : words(WORDS[tone][chosen])

  return (
    <Button.Group>
      <Button
        size="sm"
        loading={isPending}
        onClick={() => onSend(moveAfter(chosen, subject) ?? null)}
        aria-keyshortcuts="Control+Enter"
      >
        {label}
      </Button>
      <Menu position="top-end" shadow="md">
        <Menu.Target>
          <ActionIcon className="desk-send-more" size={36} aria-label={words('otherSending')} disabled={isPending}>
            <IconChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className="desk-control-choices">
          {possible.map((candidate) => (
            <Menu.Item
              key={candidate}
              onClick={() => {
                onMode(candidate)
                onSend(moveAfter(candidate, subject) ?? null)
              }}
            >
              {words(WORDS[tone][candidate])}
            </Menu.Item>
          ))}
          {others.length > 0 && <Menu.Divider />}
          {others.map((move) => (
            <Menu.Item key={move.id} onClick={() => onSend(move)}>
              {words(WORDS[tone].other, { status: statusName(move) })}
            </Menu.Item>
          ))}
          <LaterItem onLater={onLater} />
          <AfterSendChoice />
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}

function LaterItem({ onLater }: Pick<SendButtonProps, 'onLater'>) {
  const words = useSendingWords()
  const keys = useKeysOf('case.sendLater')
  return (
    <>
      <Menu.Divider />
      <Menu.Item rightSection={keys !== '' && <Keys keys={keys} />} onClick={onLater}>
        {words('sendLater')}
      </Menu.Item>
    </>
  )
}
