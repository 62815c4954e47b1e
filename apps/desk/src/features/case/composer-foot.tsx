import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { ComponentProps } from 'react'

import { useMacroWords } from './macros/use-macro-words.ts'
import { SendButton } from './send-button.tsx'
import { TextButton } from './texts/text-button.tsx'
import { useCasePageWords } from './use-case-page-words.ts'

type ComposerFootProps = ComponentProps<typeof SendButton> & {
  subject: Case
  /** How the draft stands; nothing while nothing is written. */
  state: 'blank' | 'kept' | 'unkept' | null
  onDiscard: () => void
  onInsert: (markdown: string) => void
  onMacro: () => void
}

const STATES = { blank: 'writeSomething', kept: 'draftSaved', unkept: 'draftUnsaved' } as const

/** Whom a message goes to, how its draft stands, what helps to write it, and the button that sends it. */
export function ComposerFoot({ state, onDiscard, onInsert, onMacro, ...sending }: ComposerFootProps) {
  const words = useCasePageWords()
  const macroWords = useMacroWords()
  const { tone, subject } = sending
  const { contact, customer } = subject
  return (
    <div className="desk-composer-foot">
      <TextButton caseId={subject.id} onChoose={({ body }) => onInsert(body)} />
      {subject.can.edit && (
        <Tooltip label={macroWords('key')}>
          <ActionIcon
            variant="default"
            size="md"
            aria-label={macroWords('button')}
            aria-keyshortcuts="m"
            onClick={onMacro}
          >
            <IconWand size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      {tone === 'reply' && (
        <span className="desk-quiet">
          {contact === null
            ? words('replyToCustomer', { customer: customer.name })
            : words('replyTo', { name: contact.name })}
        </span>
      )}
      <span role="status" className="desk-quiet">
        {state !== null && words(STATES[state])}
      </span>
      {state !== null && state !== 'blank' && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onDiscard}>
          {words('discardDraft')}
        </Button>
      )}
      <SendButton {...sending} />
    </div>
  )
}
