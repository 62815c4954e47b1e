import { RuleAction, RuleTrigger } from '@timedesk/contracts/automation-rules'
import { CaseChanges } from '@timedesk/contracts/case-changes'
import { Conditions } from '@timedesk/contracts/conditions'
import { FieldOption, FieldRules } from '@timedesk/contracts/custom-fields'
import { DispatchTarget } from '@timedesk/contracts/dispatch-rules'
import { LocalTexts } from '@timedesk/contracts/texts'
import { WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { checkConditions } from '@timedesk/domain/conditions/check-conditions'
import { checkFields } from '@timedesk/domain/fields/check-fields'
import { unknownVariables } from '@timedesk/domain/texts/template'
import { definitionProblems } from '@timedesk/domain/workflow/definition-problems'
import { describe, expect, test } from 'vitest'
import { demoCompany } from './demo-company.ts'
import { customFields } from './fields/custom-fields.ts'
import { caseTypeId, typeKeysUpFrom } from './settings.ts'

const today = new Date('2026-11-23T14:20:00Z')
const company = demoCompany(today)
const fields = customFields.map(({ options, ...field }) => ({
  ...field,
  options: options.options ?? [],
  range: options.range ?? null,
}))
const kinds = new Map(fields.map(({ id, kind }) => [id, kind]))

/** What a schema refuses; nothing when all of it is as the API takes it. */
const refusedBy = (schema: { safeParse: (given: unknown) => { success: boolean } }, given: readonly unknown[]) =>
  given.filter((one) => !schema.safeParse(one).success)

describe('what the help desk of the demo company goes by', () => {
  test('is said as the API takes it', () => {
    const { automationRules, dispatchRules, macros, cannedTexts } = company
    const versions = company.workflows.flatMap((workflow) => workflow.versions)

    expect(
      refusedBy(
        WorkflowDefinition,
        versions.map(({ definition }) => definition),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        RuleTrigger,
        automationRules.map(({ trigger }) => trigger),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        RuleAction,
        automationRules.flatMap(({ actions }) => actions),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        DispatchTarget,
        dispatchRules.map(({ target }) => target),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        Conditions,
        [...automationRules, ...dispatchRules].map(({ conditions }) => conditions),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        CaseChanges,
        macros.map(({ changes }) => changes),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        FieldRules,
        fields.map(({ rules }) => rules),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        FieldOption,
        fields.flatMap(({ options }) => options),
      ),
    ).toEqual([])
    expect(
      refusedBy(
        LocalTexts,
        cannedTexts.map(({ texts }) => texts),
      ),
    ).toEqual([])
  })

  test('has workflows that lead everywhere, saved by people of the company', () => {
    const known = { statuses: company.statuses, fieldIds: new Set(fields.map(({ id }) => id)) }
    const problems = company.workflows.flatMap(({ versions }) =>
      versions.flatMap(({ definition }) => definitionProblems(definition, known)),
    )
    const people = new Set(company.employees.map(({ id }) => id))

    expect(problems).toEqual([])
    expect(company.workflows.map(({ versions }) => versions.length)).toEqual([1, 2])
    expect(
      company.workflows.flatMap(({ versions }) => versions).filter(({ savedById }) => !people.has(savedById)),
    ).toEqual([])
  })

  test('asks only what can be asked, and writes only variables that there are', () => {
    const asked = [...company.automationRules, ...company.dispatchRules]
    const texts = [...company.macros, ...company.cannedTexts].flatMap((one) => [one.texts.en, one.texts.da])

    expect(asked.flatMap(({ conditions }) => checkConditions(conditions, kinds, '/body/conditions'))).toEqual([])
    expect(texts.flatMap(unknownVariables)).toEqual([])
    expect(texts.some((text) => text.includes('{{contact.firstName}}'))).toBe(true)
  })

  test('sends new cases in every way there is', () => {
    expect(new Set(company.dispatchRules.map(({ target }) => target.kind))).toEqual(
      new Set(['queue', 'person', 'skilled', 'round_robin', 'least_loaded']),
    )
    expect(new Set(company.automationRules.map(({ kind }) => kind))).toEqual(new Set(['event', 'time']))
    expect(new Set(company.macros.map(({ scope }) => scope))).toEqual(new Set(['everyone', 'department', 'private']))
  })

  test('has fields of every kind, and on many cases values that they take', () => {
    const filled = company.cases.filter(({ fields: values }) => Object.keys(values).length > 0)
    const problems = company.cases.flatMap(({ typeId, priorityId, fields: given }) => {
      const after = { typeLine: typeKeysUpFrom(typeId).map(caseTypeId), priorityId }
      return checkFields({ fields, before: null, after, given, by: 'staff', moment: 'none' }).problems
    })
    const used = new Set(filled.flatMap(({ fields: values }) => Object.keys(values)))

    expect(new Set(fields.map(({ kind }) => kind)).size).toBe(7)
    expect(problems).toEqual([])
    expect(used.size).toBe(fields.length)
    expect(filled.length).toBeGreaterThan(company.cases.length / 2)
  })

  test('has somebody away now with a delegate who is there', () => {
    const now = company.absences.filter(({ fromDay, toDay }) => fromDay <= '2026-11-23' && toDay >= '2026-11-23')
    const away = new Set(now.map(({ employeeId }) => employeeId))

    expect(now).toHaveLength(1)
    expect(now.filter(({ delegateId }) => delegateId === null || away.has(delegateId))).toEqual([])
    expect(company.absences.some(({ fromDay }) => fromDay > '2026-11-23')).toBe(true)
  })

  test('repeats a check each month, one of which was overtaken', () => {
    const runs = company.recurringRuns
    const cases = new Map(company.cases.map((one) => [one.id, one]))

    expect(runs.map(({ state }) => state)).toContain('skipped')
    expect(runs.length).toBeGreaterThan(4)
    for (const run of runs.filter(({ state }) => state === 'created'))
      expect(cases.get(run.caseId ?? '')?.createdVia).toBe('recurring')
  })

  test('has a resolution and a done checklist on what is solved, and no resolution on what is not', () => {
    const solved = company.cases.filter(({ resolution }) => resolution !== '')
    const undone = solved.filter(({ checklist, happenings }) => {
      const ticked = new Set(happenings.flatMap((it) => (it.kind === 'ticked' ? [it.itemId] : [])))
      return (checklist?.items ?? []).some(({ id }) => !ticked.has(id))
    })

    expect(solved.length).toBeGreaterThan(500)
    expect(undone.map(({ number }) => number)).toEqual([])
    expect(solved.some(({ checklist }) => checklist !== null)).toBe(true)
  })
})
