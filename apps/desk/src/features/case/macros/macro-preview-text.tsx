import { useQuery } from '@tanstack/react-query'
import { LoadingState } from '@timedesk/ui/loading-state'
import { MarkdownView } from '@timedesk/ui/markdown-view'

import { pictureUrl } from '../../../shared/attachments.ts'
import { MacroChanges } from '../../../shared/macros/macro-changes.tsx'
import { useRefusalWords } from '../../../shared/problems/use-refusal-words.ts'
import { macroQueries } from './macro-queries.ts'
import { useMacroWords } from './use-macro-words.ts'

/** What a macro would say and change on a case, to be read. */
export function MacroPreviewText({ caseId, macroId }: { caseId: string; macroId: string }) {
  const words = useMacroWords()
  const wordRefusal = useRefusalWords()
  const preview = useQuery(macroQueries.preview(caseId, macroId))
  if (preview.isError) return <p className="desk-refusal">{words('previewFailed')}</p>
  if (preview.data === undefined) return <LoadingState rows={4} />
  const { message, changes, refusal } = preview.data
  return (
    <>
      {message !== null && (
        <>
          <h3 className="desk-macro-heading">{words(message.kind)}</h3>
          <MarkdownView value={message.body} resolveAttachment={pictureUrl} />
        </>
      )}
      <MacroChanges changes={changes} />
      {refusal !== null && <p className="desk-refusal">{words('refusal', { detail: wordRefusal(refusal) })}</p>}
    </>
  )
}
