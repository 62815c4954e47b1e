import { useQueryClient } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { TAGS_MAX } from '@timedesk/contracts/limits'
import { listTags } from '@timedesk/contracts/work-list'
import { useStatusName } from '@timedesk/ui/status-pill'
import type { ShortcutChoice, ShortcutChoices } from '@timedesk/ui/use-shortcuts'

import { client } from '../../../shared/client.ts'
import { settingQueries } from '../../../shared/settings/setting-queries.ts'
import { takesNothing } from '../moves/move-draft.ts'
import type { CaseUpdate } from '../use-update-case.ts'
import { useCaseKeyWords } from './use-case-key-words.ts'

type Deeds = {
  subject: Case
  update: CaseUpdate
  onMove: (statusId: string) => void
  onPriority: (priorityId: string) => void
  onMacro: (macroId: string) => void
}

type Named = 'status' | 'priority' | 'type' | 'tag' | 'macro'

/** The values of the deeds on a case that take one, for where they are chosen by typing. */
export function useCaseChoices({
  subject,
  update,
  onMove,
  onPriority,
  onMacro,
}: Deeds): Record<Named, ShortcutChoices> {
  const words = useCaseKeyWords()
  const statusName = useStatusName()
  const queryClient = useQueryClient()

  return {
    status: listed(() =>
      subject.can.moveTo.map((move) => ({
        id: move.id,
        label: statusName(move),
        description: takesNothing(move) ? undefined : words('asksMore'),
        run: () => onMove(move.id),
      })),
    ),
    priority: listed(async () =>
      (await queryClient.query(settingQueries.priorities()))
        .filter(({ id, isActive }) => isActive && id !== subject.priority.id)
        .map(({ id, name }) => ({ id, label: name, run: () => onPriority(id) })),
    ),
    type: listed(async () =>
      (await queryClient.query(settingQueries.caseTypes()))
        .filter(({ id, isActive }) => isActive && id !== subject.type?.id)
        .map(({ id, name, parent }) => ({
          id,
          label: name,
          description: parent?.name,
          run: () => update.update({ typeId: id }, name),
        })),
    ),
    tag: {
      isSearched: true,
      load: async (term, signal) => {
        const { data } = await client.call(listTags, { signal })
        return tagChoices(term.trim(), data, subject.tags).map(({ tag, state }) => ({
          id: tag,
          label: tag,
          description: state === 'there' ? words('tagThere') : state === 'new' ? words('tagNew') : undefined,
          run: () => {
            const tags = state === 'there' ? subject.tags.filter((other) => other !== tag) : [...subject.tags, tag]
            update.update({ tags }, tags.join(', '))
          },
        }))
      },
    },
    macro: listed(async () => {
      const { macroChoices } = await import('../macros/macro-choices.tsx')
      return macroChoices(queryClient, subject.id, onMacro)
    }),
  }
}

type TagChoice = { tag: string; state: 'there' | 'known' | 'new' }

/** Tags to put on or take off, those that fit what is typed: first those of the case, then the known, then a new one. */
export function tagChoices(term: string, known: readonly string[], own: readonly string[]): TagChoice[] {
  const fits = (tag: string) => tag.toLocaleLowerCase().includes(term.toLocaleLowerCase())
  const isFull = own.length >= TAGS_MAX
  const others = isFull ? [] : known.filter((tag) => !own.includes(tag) && fits(tag))
  const isNew = !isFull && term !== '' && ![...known, ...own].includes(term)
  return [
    ...own.filter(fits).map((tag) => ({ tag, state: 'there' as const })),
    ...others.map((tag) => ({ tag, state: 'known' as const })),
    ...(isNew ? [{ tag: term, state: 'new' as const }] : []),
  ]
}

/** Values that all come at once. */
function listed(load: () => ShortcutChoice[] | Promise<ShortcutChoice[]>): ShortcutChoices {
  return { load: async () => load() }
}
