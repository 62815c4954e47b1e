import type { FieldOption } from '@timedesk/contracts/custom-fields'
import { expect, test } from 'vitest'

import {
  indentOption,
  insertOption,
  orderOptions,
  outdentOption,
  removeOption,
  rowsOf,
  stepOption,
} from './option-rows.ts'

const option = (id: string, parentId: string | null = null) => ({
  id,
  label: id,
  labelDa: null,
  parentId,
  isActive: true,
})
/** Printer (Laser, Inkjet), Phone. */
const tree = [option('printer'), option('laser', 'printer'), option('inkjet', 'printer'), option('phone')]
const shape = (options: readonly FieldOption[]) =>
  rowsOf(options).map(({ option: { id }, depth }) => `${'-'.repeat(depth)}${id}`)

test('a new option stands behind the other one and what lies below that', () => {
  expect(shape(insertOption(tree, option('scanner'), 'printer'))).toEqual([
    'printer',
    '-laser',
    '-inkjet',
    'scanner',
    'phone',
  ])
  expect(shape(insertOption(tree, option('colour', 'laser'), 'laser'))).toEqual([
    'printer',
    '-laser',
    '--colour',
    '-inkjet',
    'phone',
  ])
})

test('an option takes what lies below it along when it goes or moves', () => {
  expect(shape(removeOption(tree, 'printer'))).toEqual(['phone'])
  expect(stepOption(tree, 'phone', -1)).toEqual(['phone', 'printer', 'laser', 'inkjet'])
  expect(stepOption(tree, 'laser', -1)).toBeNull()
  expect(stepOption(tree, 'laser', 1)).toEqual(['printer', 'inkjet', 'laser', 'phone'])
})

test('an option is taken below the one before it, and out again', () => {
  const below = indentOption(tree, 'phone')
  expect(shape(below)).toEqual(['printer', '-laser', '-inkjet', '-phone'])
  expect(shape(outdentOption(below, 'phone'))).toEqual(shape(tree))
  expect(shape(indentOption(tree, 'printer'))).toEqual(shape(tree))
  expect(shape(outdentOption(tree, 'phone'))).toEqual(shape(tree))
})

test('whatever order is asked for, every option stands behind the one above it', () => {
  const ordered = orderOptions(tree, ['inkjet', 'phone', 'laser', 'printer'])

  expect(ordered.map(({ id }) => id)).toEqual(['phone', 'printer', 'inkjet', 'laser'])
})
