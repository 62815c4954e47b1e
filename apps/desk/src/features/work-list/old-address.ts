import { StatusCategory } from '@timedesk/contracts/case-status'
import { formatValue } from '@timedesk/domain/query/format-query'

import { isNarrowed, readAddress, writeAddress } from './address.ts'
import { isId } from './query/value-queries.ts'

type OldView = { view: string; responsible: string; department: string }

const MINE: OldView = { view: 'mine', responsible: 'me', department: '' }
/** The views of then: what they are now, and whose cases they asked for. */
const VIEWS = new Map<string | null, OldView>([
  ['department', { view: 'team', responsible: '', department: 'mine' }],
  ['unassigned', { view: 'unassigned', responsible: 'none', department: '' }],
  ['all', { view: 'active', responsible: '', department: '' }],
])
const DUE = new Map([
  ['4h', '<4h'],
  ['today', '..today'],
  ['tomorrow', '..tomorrow'],
  ['week', '<7d'],
])
const CLOCKS = new Map<string | null, string>([
  ['risk', 'is:atrisk'],
  ['breached', 'is:breached'],
])
const DAY = /^\d{4}-\d{2}-\d{2}$/u
const FIELD = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(.*)$/u

/** The address that shows what one of the time before the query language did; what it does not know is left out. */
export function renewAddress(old: URLSearchParams): URLSearchParams {
  const { view, ...whose } = VIEWS.get(old.get('view')) ?? MINE
  const { sort } = readAddress(old)
  if (!isNarrowed(old)) return writeAddress({ view, q: null, sort, group: null })
  const statuses = StatusCategory.options.filter((one) => (old.get('status') ?? '').split(',').includes(one))
  const search = (old.get('search') ?? '').trim()
  // A chosen status says itself which cases are meant; a search looks in ended ones too.
  const seesEnded = statuses.length > 0 || search !== '' || old.get('ended') === 'true'
  const parts = [
    term('responsible', old.get('responsible') ?? whose.responsible),
    term('department', old.get('department') ?? whose.department),
    seesEnded ? '' : 'is:active',
    statuses.length === 0 ? '' : `status:${statuses.join(',')}`,
    ...['priority', 'type', 'customer', 'tag'].map((key) => term(key, old.get(key) ?? '')),
    CLOCKS.get(old.get('clock')) ?? '',
    dueTerm(old.get('due') ?? ''),
    ...old.getAll('field').map(fieldTerm),
    old.get('unread') === 'true' ? 'is:unread' : '',
    search,
  ]
  return writeAddress({ view, q: parts.filter((part) => part !== '').join(' '), sort, group: null })
}

function term(key: string, value: string): string {
  return value === '' ? '' : `${key}:${isId(value) ? value : formatValue(value)}`
}

function dueTerm(due: string): string {
  const within = DUE.get(due) ?? (DAY.test(due) ? `..${due}` : undefined)
  return within === undefined ? '' : `due:${within}`
}

/** A field by its id, with a value, a range of them, or none at all. */
function fieldTerm(filter: string): string {
  const [, fieldId, value = ''] = FIELD.exec(filter) ?? []
  if (fieldId === undefined) return ''
  const isRange = value.includes('..')
  return `field.${fieldId}:${value === '' ? 'none' : isRange ? value : formatValue(value)}`
}
