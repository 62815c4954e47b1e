import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { Requirement, Transition } from '@timedesk/contracts/workflow-definition'
import { StandardRequirement } from '@timedesk/contracts/workflow-definition'
import { useLanguage } from '@timedesk/ui/use-language'
import { useStatusName } from '@timedesk/ui/status-pill'

import type { Ends } from './edit-definition.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { whoOf } from './who-of.ts'

type Named = { id: string; name: string; nameDa: string | null }

type MoveWords = {
  statusName: (statusId: string) => string
  /** From where to where. */
  endsName: (ends: Ends) => string
  requirementName: (requirement: Requirement) => string
  /** Who may and what it asks for, as parts of a line; nothing for a move that is free. */
  termsOf: (transition: Transition) => string[]
}

/** Words for statuses and moves. */
export function useMoveWords(
  statuses: readonly Pick<CaseStatus, 'id' | 'name' | 'category'>[],
  fields: readonly Named[],
): MoveWords {
  const words = useWorkflowWords()
  const { language } = useLanguage()
  const nameOf = useStatusName()
  const statusName = (statusId: string) => {
    const status = statuses.find(({ id }) => id === statusId)
    return status === undefined ? '?' : nameOf(status)
  }
  const requirementName = (requirement: Requirement) => {
    const standard = StandardRequirement.options.find((candidate) => candidate === requirement)
    if (standard !== undefined) return words(`requires_${standard}`)
    const field = fields.find(({ id }) => requirement === `field:${id}`)
    if (field === undefined) return words('fieldGone')
    return language === 'da' ? (field.nameDa ?? field.name) : field.name
  }
  const whoMay = ({ who }: Transition): string[] => {
    const { staff, parties, contact } = whoOf(who)
    if (staff === 'anyone') return contact ? [words('alsoContact')] : []
    const named = [...parties, ...(contact ? ['contact' as const] : [])]
    return [words('onlyBy', { list: named.map((party) => words(`party_${party}`)).join(', ') })]
  }
  return {
    ...{ statusName, requirementName },
    endsName: ({ fromId, toId }) => words('move', { from: statusName(fromId), to: statusName(toId) }),
    termsOf: (transition) => {
      const asked = [
        ...transition.requires.map(requirementName),
        ...transition.gates.map((gate) => words(`gate_${gate}`)),
      ]
      return [...whoMay(transition), ...(asked.length > 0 ? [words('asksFor', { list: asked.join(', ') })] : [])]
    },
  }
}
