import { Anchor } from '@mantine/core'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState, type ReactNode } from 'react'

import { bindFields, useFieldProblem, type Fields, type NamesOf } from './use-fields.tsx'
import { useFormWords } from './use-form-words.ts'

type FieldGroup = Readonly<Record<string, unknown>>
type FieldValue =
  | string
  | number
  | boolean
  | Reference
  | FieldGroup
  | readonly string[]
  | readonly number[]
  | readonly FieldGroup[]
  | null
type DraftOf<Draft> = { [Name in keyof Draft]: FieldValue }

export type CheckBinding = {
  name: string
  checked: boolean
  error: ReactNode
  onChange: (event: { currentTarget: { checked: boolean } }) => void
}

export type DraftForm<Draft> = Fields<Draft> & {
  /** Only what the person changed. */
  changes: Partial<Draft>
  isChanged: boolean
  names: readonly string[]
  /** Everything a checkbox or switch needs. */
  check: (name: NamesOf<Draft, boolean>) => CheckBinding
}

/**
 * What a person writes over what is there. Fields left alone follow `latest`; where both changed, the person's text
 * stays and `errorOf` says what the other one wrote. Field names are those of the request's body, so that the
 * problems of `error` find their fields.
 */
export function useDraftForm<Draft extends DraftOf<Draft>>(latest: Draft, error: unknown): DraftForm<Draft> {
  const words = useFormWords()
  const problemOf = useFieldProblem(error)
  const [base] = useState(latest)
  const [mine, setMine] = useState<Partial<Draft>>({})
  const draft = { ...latest, ...mine }
  const changes = changesOf(mine, latest)
  const set = (wanted: Partial<Draft>) => setMine((before) => ({ ...before, ...wanted }))

  const wordOf = (value: FieldValue): string => {
    if (value === null || value === '') return words('none')
    if (typeof value === 'boolean') return words(value ? 'yes' : 'no')
    if (typeof value !== 'object') return String(value)
    if ('name' in value) return typeof value.name === 'string' ? value.name : ''
    return Object.values(value).filter(isText).join(', ')
  }
  const errorOf = (name: keyof Draft & string): ReactNode => {
    const problem = problemOf(name)
    if (problem !== undefined) return problem
    if (!(name in changes) || isSame(latest[name], base[name])) return undefined
    return (
      <>
        {isWordless(latest[name]) ? words('meanwhileOther') : words('meanwhile', { value: wordOf(latest[name]) })}{' '}
        <Anchor component="button" type="button" size="xs" onClick={() => setMine((before) => without(before, name))}>
          {words('takeTheirs')}
        </Anchor>
      </>
    )
  }

  return {
    ...bindFields(draft, set, errorOf),
    changes,
    isChanged: Object.keys(changes).length > 0,
    names: Object.keys(latest),
    check: (name) => ({
      name,
      checked: draft[name] as boolean,
      error: errorOf(name),
      onChange: ({ currentTarget: { checked } }) => set({ [name]: checked } as Partial<Draft>),
    }),
  }
}

/** Ids and fields of several parts say nothing in one word; such a field only says that it was changed. */
function isWordless(value: FieldValue): boolean {
  if (typeof value === 'object' && value !== null) return !('name' in value) && !Object.values(value).every(isText)
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function changesOf<Draft extends object>(mine: Partial<Draft>, latest: Draft): Partial<Draft> {
  const entries = Object.entries(mine).filter(([name, value]) => !isSame(value, latest[name as keyof Draft]))
  return Object.fromEntries(entries) as Partial<Draft>
}

function without<Draft extends object>(draft: Partial<Draft>, name: string): Partial<Draft> {
  return Object.fromEntries(Object.entries(draft).filter(([key]) => key !== name)) as Partial<Draft>
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
