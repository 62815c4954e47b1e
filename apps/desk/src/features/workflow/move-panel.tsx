import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { StatusPill } from '@timedesk/ui/status-pill'
import { IconArrowRight } from '@tabler/icons-react'
import { Gate, StandardRequirement, type Requirement, type Transition } from '@timedesk/contracts/workflow-definition'

import { allowMove, forbidMove, putTransition, transitionOf, type Ends } from './edit-definition.ts'
import { moveAt } from './graph-focus.ts'
import { ProblemLines } from './problem-lines.tsx'
import { useMoveWords } from './use-move-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { WhoFields } from './who-fields.tsx'
import { useBench } from './workflow-bench.ts'

/** A move between two statuses: whether it is allowed, who may make it, and what it asks for. */
export function MovePanel({ ends }: { ends: Ends }) {
  const words = useWorkflowWords()
  const { editor } = useBench()
  const transition = transitionOf(editor.draft.definition, ends)
  return (
    <Stack gap="md">
      <EndsLine ends={ends} />
      <ProblemLines place={moveAt(ends)} />
      {transition === undefined ? (
        <>
          <Text size="sm">{words('forbiddenText')}</Text>
          <Button onClick={() => editor.edit((now) => allowMove(now, ends))}>{words('allow')}</Button>
        </>
      ) : (
        <>
          <TermsFields transition={transition} />
          <Button variant="default" onClick={() => editor.edit((now) => forbidMove(now, ends))}>
            {words('forbid')}
          </Button>
        </>
      )}
    </Stack>
  )
}

function EndsLine({ ends: { fromId, toId } }: { ends: Ends }) {
  const { statuses } = useBench()
  const [from, to] = [fromId, toId].map((id) => statuses.find((status) => status.id === id))
  return (
    <div className="desk-workflow-ends">
      {from !== undefined && <StatusPill category={from.category} label={from.name} color={from.color} />}
      <IconArrowRight size={16} aria-hidden="true" />
      {to !== undefined && <StatusPill category={to.category} label={to.name} color={to.color} />}
    </div>
  )
}

function TermsFields({ transition }: { transition: Transition }) {
  const words = useWorkflowWords()
  const { editor, statuses, fields } = useBench()
  const { requirementName } = useMoveWords(statuses, fields)
  const change = (changes: Partial<Transition>) =>
    editor.edit((now) => putTransition(now, { ...transition, ...changes }))
  const offered = offeredRequirements(transition, fields)
  return (
    <>
      <WhoFields who={transition.who} onChange={(who) => change({ who })} />
      <Checkbox.Group
        label={words('requiresTitle')}
        value={transition.requires}
        onChange={(chosen) => change({ requires: offered.filter((requirement) => chosen.includes(requirement)) })}
      >
        <div className="desk-workflow-checks">
          {offered.map((requirement) => (
            <Checkbox key={requirement} size="xs" value={requirement} label={requirementName(requirement)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label={words('gatesTitle')}
        description={words('gatesHint')}
        value={transition.gates}
        onChange={(chosen) => change({ gates: Gate.options.filter((gate) => chosen.includes(gate)) })}
      >
        <div className="desk-workflow-checks">
          {Gate.options.map((gate) => (
            <Checkbox key={gate} size="xs" value={gate} label={words(`gate_${gate}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  )
}

/** What a move may ask for: the standard fields, the custom ones in use, and what it asks for already. */
function offeredRequirements(
  { requires }: Transition,
  fields: readonly { id: string; isActive: boolean }[],
): Requirement[] {
  const own = fields.filter(({ isActive }) => isActive).map(({ id }) => `field:${id}`)
  return [...new Set<Requirement>([...StandardRequirement.options, ...own, ...requires])]
}
