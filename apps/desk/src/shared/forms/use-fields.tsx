import type { ReactNode } from 'react'

import { problemOfField } from './field-problems.ts'
import { isWorded, useFormWords } from './use-form-words.ts'

type NamesOf<Draft, Value> = { [Name in keyof Draft]: Draft[Name] extends Value ? Name : never }[keyof Draft] & string

/** What the inputs of a part of a form need, whose draft lives above it. */
export type Fields<Draft> = {
  draft: Draft
  set: (changes: Partial<Draft>) => void
  errorOf: (name: keyof Draft & string) => ReactNode
  text: (name: NamesOf<Draft, string>) => {
    name: string
    value: string
    error: ReactNode
    onChange: (event: { currentTarget: { value: string } }) => void
  }
}

/** Binds inputs to a draft that is held above. Field names are those of the request's body. */
export function useFields<Draft extends object>(
  draft: Draft,
  onChange: (draft: Draft) => void,
  error: unknown,
): Fields<Draft> {
  const words = useFormWords()
  const set = (changes: Partial<Draft>) => onChange({ ...draft, ...changes })
  const errorOf = (name: keyof Draft & string): ReactNode => {
    const problem = problemOfField(error, name)
    if (problem === undefined) return undefined
    return isWorded(problem.code) ? words(problem.code) : problem.message
  }
  return {
    ...{ draft, set, errorOf },
    text: (name) => ({
      name,
      value: draft[name] as string,
      error: errorOf(name),
      onChange: ({ currentTarget: { value } }) => set({ [name]: value } as Partial<Draft>),
    }),
  }
}
