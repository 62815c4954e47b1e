import { SegmentedControl } from '@mantine/core'

import { errorInside } from '../../shared/forms/error-inside.ts'
import { problemOfField } from '../../shared/forms/field-problems.ts'
import { LocalTextsFields } from './local-texts-fields.tsx'
import type { MessageDraft } from './text-draft.ts'
import { useTextWords } from './use-text-words.ts'

const KINDS = ['reply', 'note', 'none'] as const

type MessageFieldsProps = { message: MessageDraft; error: unknown; onChange: (message: MessageDraft) => void }

/** Whether a macro says something, to whom, and in which words. */
export function MessageFields({ message, error, onChange }: MessageFieldsProps) {
  const words = useTextWords()
  const { kind, texts } = message
  return (
    <>
      <SegmentedControl
        aria-label={words('message')}
        data={KINDS.map((one) => ({ value: one, label: one === 'none' ? words('nothing') : words(`says_${one}`) }))}
        value={kind}
        onChange={(value) => onChange({ texts, kind: KINDS.find((one) => one === value) ?? kind })}
      />
      {kind !== 'none' && (
        <LocalTextsFields
          texts={texts}
          error={errorInside(error, 'message', 'texts')}
          isRefused={problemOfField(error, 'message') !== undefined}
          onChange={(changed) => onChange({ kind, texts: changed })}
        />
      )}
    </>
  )
}
