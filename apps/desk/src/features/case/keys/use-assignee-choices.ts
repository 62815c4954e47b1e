import type { Case } from '@timedesk/contracts/cases'
import { listEmployees } from '@timedesk/contracts/staff'
import type { ShortcutChoice, ShortcutChoices } from '@timedesk/ui/use-shortcuts'

import { client } from '../../../shared/client.ts'
import { useTell } from '../../../shared/deeds/use-tell.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { useCasePageWords } from '../use-case-page-words.ts'
import { useDispatchCase } from '../use-move-case.ts'
import { useCaseKeyWords } from './use-case-key-words.ts'

const FOUND_MAX = 8

/** The people that a case may be sent to, oneself first, and the queue of its department. */
export function useAssigneeChoices(subject: Case): ShortcutChoices {
  const words = useCaseKeyWords()
  const pageWords = useCasePageWords()
  const me = useMe()
  const tell = useTell()
  const dispatch = useDispatchCase(subject)
  const send = (departmentId: string, responsibleId: string | null) =>
    dispatch.mutate({ departmentId, responsibleId, comment: '' }, tell(pageWords('dispatched')))

  return {
    isSearched: true,
    load: async (term, signal) => {
      const search = term.trim()
      const query = { isActive: true, limit: FOUND_MAX, ...(search !== '' && { search }) }
      const { data } = await client.call(listEmployees, { query, signal })
      const now = (id: string) => (id === subject.responsible?.id ? words('responsibleNow') : undefined)
      const others = data
        .filter(({ id }) => id !== me.id)
        .map(({ id, name, department }) => ({
          ...{ id, label: name, description: now(id) ?? department.name },
          run: () => send(department.id, id),
        }))
      const own: ShortcutChoice[] = [
        {
          id: me.id,
          label: words('toMe'),
          description: now(me.id) ?? me.name,
          run: () => send(me.department.id, me.id),
        },
        {
          id: 'queue',
          label: words('toQueue', { department: subject.department.name }),
          run: () => send(subject.department.id, null),
        },
      ]
      const fits = ({ label, description = '' }: ShortcutChoice) =>
        `${label} ${description}`.toLocaleLowerCase().includes(search.toLocaleLowerCase())
      return [...own.filter(fits), ...others]
    },
  }
}
