import { createCannedText, updateCannedText, type CannedText } from '@timedesk/contracts/canned-texts'
import { createMacro, updateMacro, type Macro } from '@timedesk/contracts/macros'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { wireMacro, wireScope, type MacroDraft, type TextDraft } from './text-draft.ts'

/** Writes a canned text, or changes the given one if nobody did so since it was read. */
export function useSaveText(text: CannedText | null) {
  return useChange(
    (draft: TextDraft) => {
      const { name, shortcut, texts, isActive } = draft
      const body = { name, shortcut, texts, ...wireScope(draft) }
      if (text === null) return client.call(createCannedText, { body })
      return client.call(updateCannedText, {
        params: { cannedTextId: text.id },
        headers: ifMatch(text.version),
        body: { ...body, isActive },
      })
    },
    [queryRoots.cannedTexts, queryRoots.settingLogs],
  )
}

/** Writes a macro, or changes the given one if nobody did so since it was read. */
export function useSaveMacro(macro: Macro | null) {
  return useChange(
    (draft: MacroDraft) => {
      const body = wireMacro(draft)
      if (macro === null) return client.call(createMacro, { body })
      return client.call(updateMacro, {
        params: { macroId: macro.id },
        headers: ifMatch(macro.version),
        body: { ...body, isActive: draft.isActive },
      })
    },
    [queryRoots.macros, queryRoots.settingLogs],
  )
}
