import { Button, Group, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import type { Case } from '@timedesk/contracts/cases'
import type { Macro, MacroPreview } from '@timedesk/contracts/macros'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useState } from 'react'

import { MacroChanges } from '../../../shared/macros/macro-changes.tsx'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { useRefusalWords } from '../../../shared/problems/use-refusal-words.ts'
import { macroQueries } from './macro-queries.ts'
import { useMacroWords } from './use-macro-words.ts'
import { useRunMacro } from './use-run-macro.ts'

type MacroPreviewPanelProps = {
  subject: Case
  macro: Macro
  onInsert: (kind: 'reply' | 'note', markdown: string) => void
  onClose: () => void
}

/** What a macro would say, to be edited, and change; it runs as it stands here. */
export function MacroPreviewPanel({ subject, macro, ...rest }: MacroPreviewPanelProps) {
  const words = useMacroWords()
  const preview = useQuery(macroQueries.preview(subject.id, macro.id))
  if (preview.data !== undefined) return <ReadyPreview subject={subject} preview={preview.data} {...rest} />
  if (preview.isError) return <p className="desk-refusal">{words('previewFailed')}</p>
  return <LoadingState rows={4} />
}

type ReadyPreviewProps = Omit<MacroPreviewPanelProps, 'macro'> & { preview: MacroPreview }

function ReadyPreview({ subject, preview, onInsert, onClose }: ReadyPreviewProps) {
  const words = useMacroWords()
  const [edited, setEdited] = useState<string | null>(null)
  const run = useRunMacro(subject)
  const wordRefusal = useRefusalWords()
  const { macro, message, changes, refusal, caseVersion } = preview
  const body = edited ?? message?.body ?? ''
  const isEmpty = message !== null && body.trim() === ''

  const start = () => {
    if (run.isPending || isEmpty) return
    run.mutate(
      { macroId: macro.id, body: edited, caseVersion },
      {
        onSuccess: () => {
          onClose()
          notifications.show({ message: words('done', { name: macro.name }) })
        },
      },
    )
  }

  return (
    <div className="desk-macro-preview">
      {message !== null && (
        <Textarea
          label={words(message.kind)}
          description={`${words(`language_${message.language}`)} · ${words('draftStays')}`}
          autosize
          minRows={4}
          maxRows={12}
          value={body}
          onChange={(event) => setEdited(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) start()
          }}
        />
      )}
      <MacroChanges changes={changes} />
      {refusal !== null && !run.isError && (
        <p className="desk-macro-refusal">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          {words('refusal', { detail: wordRefusal(refusal) })}
        </p>
      )}
      {isRefusal(run.error, 'stale_version') ? (
        <p role="alert" className="desk-macro-refusal">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" /> {words('stale')}
        </p>
      ) : (
        <ProblemNotice error={run.error} onClose={run.reset} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {words('cancel')}
        </Button>
        {message !== null && (
          <Button variant="default" disabled={isEmpty} onClick={() => onInsert(message.kind, body)}>
            {words('insert')}
          </Button>
        )}
        <Button disabled={isEmpty} loading={run.isPending} onClick={start}>
          {words(message?.kind === 'reply' ? 'runReply' : 'run')}
        </Button>
      </Group>
    </div>
  )
}
