import type { QueryClient } from '@tanstack/react-query'
import type { ShortcutChoice } from '@timedesk/ui/use-shortcuts'

import { MacroPreviewText } from './macro-preview-text.tsx'
import { macroQueries } from './macro-queries.ts'

/** The macros that may be run on a case, each with what it would do. */
export async function macroChoices(
  queryClient: QueryClient,
  caseId: string,
  onMacro: (macroId: string) => void,
): Promise<ShortcutChoice[]> {
  const macros = await queryClient.query(macroQueries.usable())
  return macros.map(({ id, name }) => ({
    id,
    label: name,
    preview: () => <MacroPreviewText caseId={caseId} macroId={id} />,
    run: () => onMacro(id),
  }))
}
