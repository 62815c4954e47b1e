import { queryOptions } from '@tanstack/react-query'
import { getCannedText, listCannedTexts } from '@timedesk/contracts/canned-texts'
import { getCase } from '@timedesk/contracts/cases'
import { getMacro, getMacroPreview, listMacros } from '@timedesk/contracts/macros'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'
import { pagesOf } from '../../shared/lists/pages-of.ts'
import { loadProblemWords } from '../../shared/problems/problem-words.ts'
import { queryRoots } from '../../shared/query-roots.ts'

type TextFilters = Omit<z.input<typeof listCannedTexts.query>, 'after' | 'limit' | 'count'>

export const textQueries = {
  texts: (filters: TextFilters) =>
    pagesOf([...queryRoots.cannedTexts, 'list', filters], (page, signal) =>
      client.call(listCannedTexts, { query: { ...filters, ...page }, signal }),
    ),
  text: (cannedTextId: string) =>
    queryOptions({
      queryKey: [...queryRoots.cannedTexts, 'detail', cannedTextId],
      queryFn: ({ signal }) => client.call(getCannedText, { params: { cannedTextId }, signal }),
    }),
  macros: (filters: TextFilters) =>
    pagesOf([...queryRoots.macros, 'list', filters], (page, signal) =>
      client.call(listMacros, { query: { ...filters, ...page }, signal }),
    ),
  macro: (macroId: string) =>
    queryOptions({
      queryKey: [...queryRoots.macros, 'detail', macroId],
      queryFn: ({ signal }) => client.call(getMacro, { params: { macroId }, signal }),
    }),
  /** The case that a text is looked at on. */
  subject: (caseId: string) =>
    queryOptions({
      queryKey: [...queryRoots.cannedTexts, 'subject', caseId],
      queryFn: ({ signal }) => client.call(getCase, { params: { caseId }, signal }),
    }),
  /** What a macro, as it was saved, would change on a case. */
  preview: (macroId: string, version: number, caseId: string) =>
    queryOptions({
      queryKey: [...queryRoots.macros, 'preview', macroId, version, caseId],
      queryFn: async ({ signal }) => {
        const preview = await client.call(getMacroPreview, { params: { caseId, macroId }, signal })
        // The answer itself is no refusal, which would bring the words for one along.
        if (preview.refusal !== null) await loadProblemWords()
        return preview
      },
      retry: false,
    }),
}
