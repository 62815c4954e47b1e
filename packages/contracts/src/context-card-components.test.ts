import { expect, test } from 'vitest'
import { CardAnswer, CardComponent } from './context-card-components.ts'
import { CARD_COMPONENTS_MAX, CARD_LIFETIME_SECONDS_MAX } from './limits.ts'

const heading = { kind: 'heading', text: 'Licences' }

test.for([
  heading,
  { kind: 'text', text: 'Two lines\nof <b>text</b>', isQuiet: true },
  { kind: 'divider' },
  { kind: 'spacer', size: 'large' },
  { kind: 'badge', text: 'Paid', color: 'green' },
  { kind: 'link', label: 'Open', url: 'https://crm.example/customers/10042?tab=1#top' },
  { kind: 'row', label: 'Plan', value: 'Business', color: 'blue' },
  { kind: 'copy', label: 'Key', value: 'AB-12-CD' },
  { kind: 'list', items: ['One', 'Two'] },
  {
    kind: 'table',
    columns: ['Product', 'Seats'],
    rows: [
      ['Ledger', ''],
      ['Payroll', '4'],
    ],
  },
  { kind: 'progress', label: 'Seats', value: 18, max: 25, note: '18 of 25 seats' },
])('%j is a component', (component) => {
  expect(CardComponent.parse(component)).toEqual(component)
})

test('what is left out of a component has a meaning', () => {
  expect(CardComponent.parse({ kind: 'text', text: 'x' })).toMatchObject({ isQuiet: false })
  expect(CardComponent.parse({ kind: 'spacer' })).toMatchObject({ size: 'medium' })
  expect(CardComponent.parse({ kind: 'badge', text: 'x' })).toMatchObject({ color: 'gray' })
  expect(CardComponent.parse({ kind: 'progress', label: 'x', value: 4 })).toMatchObject({ max: 100 })
})

test.for([
  [{ kind: 'html', html: '<b>' }, 'kind'],
  [{ kind: 'heading', text: 'Two\nlines' }, 'text'],
  [{ kind: 'heading', text: '  ' }, 'text'],
  [{ kind: 'text', text: '' }, 'text'],
  [{ kind: 'text', text: 'a\u0000b' }, 'text'],
  [{ kind: 'text', text: 'x'.repeat(2_001) }, 'text'],
  [{ kind: 'badge', text: 'x', color: '#ff0000' }, 'color'],
  [{ kind: 'link', label: 'x', url: 'http://crm.example/' }, 'url'],
  [{ kind: 'link', label: 'x', url: 'javascript:alert(1)' }, 'url'],
  [{ kind: 'link', label: 'x', url: 'https://user:pass@crm.example/' }, 'url'],
  [{ kind: 'link', label: 'x', url: '/customers' }, 'url'],
  [{ kind: 'link', label: 'x', url: 'https://crm.example/\u0000' }, 'url'],
  [{ kind: 'link', label: 'x', url: 'https://crm.example/\ud800' }, 'url'],
  [{ kind: 'list', items: [] }, 'items'],
  [{ kind: 'table', columns: [], rows: [] }, 'columns'],
  [{ kind: 'table', columns: ['a', 'b'], rows: [['1']] }, 'rows.0'],
  [{ kind: 'progress', label: 'x', value: -1 }, 'value'],
  [{ kind: 'progress', label: 'x', value: 101 }, 'value'],
  [{ kind: 'progress', label: 'x', value: 0, max: 0 }, 'max'],
] as const)('%j is refused at %s', ([component, place]) => {
  const { error } = CardComponent.safeParse(component)
  expect(error?.issues.map(({ path }) => path.join('.'))).toContain(place)
})

test.for([
  { kind: 'divider', color: 'red' },
  { ...heading, onClick: 'x' },
])('%j has a field that is not known', (component) => {
  expect(CardComponent.safeParse(component).error?.issues[0]?.code).toBe('unrecognized_keys')
})

test('an answer has a time to live of a day at most, and so many components', () => {
  const answer = (timeToLiveSeconds: number, count: number) =>
    CardAnswer.safeParse({ timeToLiveSeconds, components: Array.from({ length: count }, () => heading) }).success
  expect(answer(0, 0)).toBe(true)
  expect(answer(CARD_LIFETIME_SECONDS_MAX, CARD_COMPONENTS_MAX)).toBe(true)
  expect(answer(CARD_LIFETIME_SECONDS_MAX + 1, 1)).toBe(false)
  expect(answer(-1, 1)).toBe(false)
  expect(answer(0.5, 1)).toBe(false)
  expect(answer(0, CARD_COMPONENTS_MAX + 1)).toBe(false)
})
