import type { ReactNode } from 'react'

import { problemOfField } from './field-problems.ts'
import { isWorded, useFormWords } from './use-form-words.ts'

export type NamesOf<Draft, Value> = {
  [Name in keyof Draft]: Draft[Name] extends Value ? Name : never
}[keyof Draft] &
  string

export type TextBinding = {
  name: string
  value: string
  error: ReactNode
  onChange: (event: { currentTarget: { value: string } }) => void
}

export type WholeBinding = {
  allowDecimal: false
  value: number
  error: ReactNode
  onChange: (value: number | string) => void
}

/** What the inputs of a form need, wherever its draft lives. */
export type Fields<Draft> = {
  draft: Draft
  set: (changes: Partial<Draft>) => void
  errorOf: (name: keyof Draft & string) => ReactNode
  /** Everything a text input needs. */
  text: (name: NamesOf<Draft, string>) => TextBinding
  /** Everything an input of a whole number needs. */
  whole: (name: NamesOf<Draft, number>) => WholeBinding
}

/** Binds inputs to a draft that is held above. Field names are those of the request's body. */
export function useFields<Draft extends object>(
  draft: Draft,
  onChange: (draft: Draft) => void,
  error: unknown,
): Fields<Draft> {
  return bindFields(draft, (changes) => onChange({ ...draft, ...changes }), useFieldProblem(error))
}

/** Says what is wrong with a field of the request's body; undefined when it is fine. */
export function useFieldProblem(error: unknown): (name: string) => string | undefined {
  const words = useFormWords()
  return (name) => {
    const problem = problemOfField(error, name)
    if (problem === undefined) return undefined
    return isWorded(problem.code) ? words(problem.code) : problem.message
  }
}

/** The inputs of a draft; `errorOf` says what stands below a field. */
export function bindFields<Draft extends object>(
  draft: Draft,
  set: Fields<Draft>['set'],
  errorOf: Fields<Draft>['errorOf'],
): Fields<Draft> {
  return {
    ...{ draft, set, errorOf },
    text: (name) => ({
      name,
      value: draft[name] as string,
      error: errorOf(name),
      onChange: ({ currentTarget: { value } }) => set({ [name]: value } as Partial<Draft>),
    }),
    whole: (name) => ({
      allowDecimal: false,
      value: draft[name] as number,
      error: errorOf(name),
      onChange: (value) => set({ [name]: Number(value) } as Partial<Draft>),
    }),
  }
}
