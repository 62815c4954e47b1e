import type { DemoAutomationRule, DemoRuleRun } from '../desk-shape.ts'
import { fieldId } from '../fields/custom-fields.ts'
import { isSecurityRelevant } from '../fields/fill-fields.ts'
import { idOf, makeId } from '../make-id.ts'
import type { Present } from '../present.ts'
import { instantOf } from '../present.ts'
import { createRandom, seedOf } from '../random.ts'
import { priorityId } from '../settings.ts'
import type { DemoCase } from '../shape.ts'
import { employeeId, nameOf } from '../staff.ts'

const RULES_SINCE_DAYS = 90
/** The automation hears of a new case a moment later. */
const RAN_AFTER_MS = 1500
const security = idOf('automation rule security')
const critical = idOf('automation rule critical')
const notify = { kind: 'notify', responsible: false, leads: false, departmentIds: [], employeeIds: [] } as const

/** What happens by itself. Rules of time begin to count now. */
export function automationRulesAt({ now, workdayAgo }: Present): DemoAutomationRule[] {
  const since = instantOf(workdayAgo(RULES_SINCE_DAYS), '09:00')
  const rules: Omit<DemoAutomationRule, 'position' | 'stopsAfter' | 'isActive'>[] = [
    {
      id: security,
      name: 'Security goes to Astrid',
      kind: 'event',
      trigger: { kind: 'event', events: ['case_created', 'field_changed'] },
      conditions: [{ field: `field:${fieldId('security_relevant')}`, op: 'is', values: ['true'] }],
      actions: [
        { kind: 'tags', add: ['security'], remove: [] },
        { ...notify, employeeIds: [employeeId('admin')], departmentIds: [] },
      ],
      activeSince: since,
    },
    {
      id: critical,
      name: 'Leads hear of what is critical',
      kind: 'event',
      trigger: { kind: 'event', events: ['case_created', 'priority_changed'] },
      conditions: [{ field: 'priority', op: 'is', values: [priorityId('Critical')] }],
      actions: [{ ...notify, leads: true, departmentIds: [], employeeIds: [] }],
      activeSince: since,
    },
    {
      id: idOf('automation rule chase'),
      name: 'Three days without an answer',
      kind: 'time',
      trigger: { kind: 'time', since: 'last_staff_reply', minutes: 3 * 24 * 60, isBefore: false },
      conditions: [{ field: 'category', op: 'is', values: ['waiting_customer'] }],
      actions: [
        { kind: 'tags', add: ['chase'], remove: [] },
        { ...notify, responsible: true, departmentIds: [], employeeIds: [] },
      ],
      activeSince: now,
    },
    {
      id: idOf('automation rule due'),
      name: 'An hour before it is due',
      kind: 'time',
      trigger: { kind: 'time', since: 'due', minutes: 60, isBefore: true },
      conditions: [{ field: 'responsible', op: 'isEmpty', values: [] }],
      actions: [{ ...notify, leads: true, departmentIds: [], employeeIds: [] }],
      activeSince: now,
    },
  ]
  return rules.map((rule, index) => ({ ...rule, position: index + 1, stopsAfter: false, isActive: true }))
}

/** What the rules did to cases that were created since they are there. */
export function ruleRunsOf(cases: readonly DemoCase[], rules: readonly DemoAutomationRule[]): DemoRuleRun[] {
  const since = rules.find(({ id }) => id === security)?.activeSince ?? new Date()
  return cases.flatMap((one) => {
    const createdAt = one.happenings[0]?.at
    if (createdAt === undefined || createdAt < since) return []
    const next = one.happenings[1]?.at.getTime() ?? Infinity
    const at = new Date(Math.min(createdAt.getTime() + RAN_AFTER_MS, next - 1))
    const run = (ruleId: string, actions: DemoRuleRun['actions']): DemoRuleRun => ({
      id: makeId(at.getTime(), createRandom(seedOf(`run ${ruleId} ${one.id}`))),
      ruleId,
      caseId: one.id,
      at,
      actions,
    })
    const told = { action: 'notify', value: nameOf('admin') }
    return [
      ...(isSecurityRelevant(one.fields) ? [run(security, [{ action: 'tags', value: '+security' }, told])] : []),
      ...(wasCritical(one) ? [run(critical, [{ action: 'notify', value: 'leads' }])] : []),
    ]
  })
}

/** From the beginning: its priority was not raised later. */
function wasCritical({ priorityId: priority, happenings }: DemoCase): boolean {
  const isChanged = happenings.some((it) => it.kind === 'changed' && it.field === 'priority')
  return priority === priorityId('Critical') && !isChanged
}
