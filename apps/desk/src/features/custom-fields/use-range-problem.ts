import { errorInside } from '../../shared/forms/error-inside.ts'
import { problemOfField } from '../../shared/forms/field-problems.ts'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { useFieldWords } from './use-field-words.ts'

/** Says what is wrong with a bound of the numbers that a field takes. */
export function useRangeProblem(error: unknown): (name: 'min' | 'max' | 'decimals') => string | undefined {
  const words = useFieldWords()
  const inside = errorInside(error, 'range')
  const wordOf = useFieldProblem(inside)
  return (name) => (problemOfField(inside, name)?.code === 'before_start' ? words('before_start') : wordOf(name))
}
