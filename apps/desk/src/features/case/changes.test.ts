import { expect, test } from 'vitest'

import { buildCase } from '../../test/build.ts'
import { mergeChanges } from './changes.ts'

const before = buildCase({ subject: 'Printing', product: 'ERP', resolution: 'One\nTwo\nThree' })

test('what nobody else touched is changed, and the same field is asked about', () => {
  const now = { ...before, subject: 'Printers' }
  expect(mergeChanges({ product: 'CRM' }, before, now)).toEqual({ changes: { product: 'CRM' }, collisions: [] })
  expect(mergeChanges({ subject: 'Invoices', product: 'CRM' }, before, now)).toEqual({
    changes: { product: 'CRM' },
    collisions: [{ change: { subject: 'Invoices' }, mine: 'Invoices', theirs: 'Printers', both: null }],
  })
})

test('a resolution is merged by its lines, and only the same words are asked about', () => {
  const now = { ...before, resolution: 'One\nTwo\nTheirs' }
  expect(mergeChanges({ resolution: 'Mine\nTwo\nThree' }, before, now)).toEqual({
    changes: { resolution: 'Mine\nTwo\nTheirs' },
    collisions: [],
  })
  expect(mergeChanges({ resolution: 'One\nTwo\nMine' }, before, now)).toMatchObject({
    changes: {},
    collisions: [{ mine: 'One\nTwo\nMine', both: { resolution: 'One\nTwo\n⟦Mine ⇄ Theirs⟧' } }],
  })
})

test('two people may fill in two custom fields at once', () => {
  const [mine, theirs] = ['01900000-0000-7000-8000-0000000000f1', '01900000-0000-7000-8000-0000000000f2']
  const value = { kind: 'text' as const, value: 'x', label: 'x', labelDa: null, isShown: true, nameDa: null }
  const now = { ...before, fields: [{ ...value, id: theirs, key: 'other', name: 'Other' }] }
  expect(mergeChanges({ fields: { [mine]: 'y' } }, before, now).collisions).toEqual([])
  expect(mergeChanges({ fields: { [theirs]: 'y' } }, before, now).collisions).toHaveLength(1)
})

test('a long text of a custom field is merged by its lines; of a short one people choose', () => {
  const id = '01900000-0000-7000-8000-0000000000f1'
  const withText = (value: string) => ({
    ...before,
    fields: [
      {
        id,
        key: 'steps',
        name: 'Steps',
        nameDa: null,
        kind: 'text' as const,
        value,
        label: value,
        labelDa: null,
        isShown: true,
      },
    ],
  })
  const merge = (was: string, mine: string, is: string) =>
    mergeChanges({ fields: { [id]: mine } }, withText(was), withText(is))

  expect(merge('One\nTwo', 'Mine\nTwo', 'One\nTheirs')).toEqual({
    changes: { fields: { [id]: 'Mine\nTheirs' } },
    collisions: [],
  })
  expect(merge('One\nTwo', 'One\nMine', 'One\nTheirs').collisions).toMatchObject([
    { mine: 'One\nMine', theirs: 'One\nTheirs', both: { fields: { [id]: 'One\n⟦Mine ⇄ Theirs⟧' } } },
  ])
  expect(merge('Ward 1', 'Ward 2', 'Wing 1').collisions).toMatchObject([{ both: null }])
})
