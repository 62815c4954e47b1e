import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconShare2, IconWand } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { ComponentProps } from 'react'

import { useSendingWords } from '../../shared/sending/use-sending-words.ts'
import { useMacroWords } from './macros/use-macro-words.ts'
import { SendButton } from './send-button.tsx'
import { TextButton } from './texts/text-button.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import type { Saving } from './writing/draft-keeper.ts'
import { Recipients } from './writing/recipients.tsx'
import type { Obstacle } from './writing/use-posting.ts'
import { useWritingWords } from './writing/use-writing-words.ts'

type ComposerFootProps = ComponentProps<typeof SendButton> & {
  subject: Case
  /** How the draft stands; nothing while nothing is written. */
  state: Saving | 'blank' | 'leaving' | Obstacle | null
  /** Shows the draft to colleagues; null when there is none, or they see it already. */
  onShare: (() => void) | null
  onDiscard: () => void
  onInsert: (markdown: string) => void
  onMacro: () => void
}

/** Whom a message goes to, how its draft stands, what helps to write it, and the button that sends it. */
export function ComposerFoot({ state, onShare, onDiscard, onInsert, onMacro, ...sending }: ComposerFootProps) {
  const words = useCasePageWords()
  const writingWords = useWritingWords()
  const macroWords = useMacroWords()
  const sendingWords = useSendingWords()
  const { tone, subject } = sending
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
      <Recipients subject={subject} tone={tone} />
      <span role="status" className="desk-quiet">
        {state === 'leaving' && sendingWords('stillLeaving')}
        {(isSaving(state) || isObstacle(state)) && writingWords(state)}
      </span>
      {onShare !== null && (
        <Tooltip label={writingWords('share')}>
          <ActionIcon variant="default" size="md" aria-label={writingWords('share')} onClick={onShare}>
            <IconShare2 size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      {isSaving(state) && state !== 'blank' && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onDiscard}>
          {words('discardDraft')}
        </Button>
      )}
      <SendButton {...sending} />
    </div>
  )
}

function isSaving(state: ComposerFootProps['state']): state is Saving | 'blank' {
  return state !== null && state !== 'leaving' && !isObstacle(state)
}

function isObstacle(state: ComposerFootProps['state']): state is Obstacle {
  return state === 'changed' || state === 'unkeepable'
}
