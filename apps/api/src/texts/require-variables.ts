import { Refusal, type FieldProblem } from '@timedesk/contracts/refusal'
import type { LocalTexts } from '@timedesk/contracts/texts'
import { unknownVariables } from '@timedesk/domain/texts/template'

/** Refuses with `variable_unknown`, a field for each, variables of a text that do not exist. */
export function requireVariables(texts: LocalTexts, pointer: `/body/${string}`): void {
  refuseUnknown([...problemsOf(texts.en, `${pointer}/en`), ...problemsOf(texts.da, `${pointer}/da`)])
}

/** The same for one text of a rule. */
export function requireTextVariables(text: string, pointer: `/body/${string}`): void {
  refuseUnknown(problemsOf(text, pointer))
}

function problemsOf(text: string, pointer: string): FieldProblem[] {
  return unknownVariables(text).map((name) => ({
    pointer,
    code: 'variable_unknown',
    message: `There is no variable {{${name}}}.`,
  }))
}

function refuseUnknown(fields: FieldProblem[]): void {
  if (fields.length > 0) throw new Refusal('variable_unknown', { fields })
}
