import type { ViewColumn } from '@timedesk/contracts/case-views'

/** What the list can show of a case beside its number and subject, in the order of the menu. */
export const COLUMNS = [
  'customer',
  'contact',
  'type',
  'department',
  'tags',
  'due',
  'status',
  'cover',
  'priority',
  'responsible',
  'estimate',
  'created',
  'updated',
] as const satisfies readonly ViewColumn[]
export type Column = (typeof COLUMNS)[number]

/** Widths in rem. `keeps`: the higher, the longer the column stays when the list becomes narrow. */
const SHAPES: Record<Column, { width: number; keeps: number }> = {
  customer: { width: 9, keeps: 7 },
  contact: { width: 8, keeps: 2 },
  type: { width: 8, keeps: 3 },
  department: { width: 8, keeps: 3 },
  tags: { width: 9, keeps: 2 },
  due: { width: 8.5, keeps: 9 },
  status: { width: 9, keeps: 8 },
  cover: { width: 1.5, keeps: 4 },
  priority: { width: 1.25, keeps: 10 },
  responsible: { width: 1.75, keeps: 10 },
  estimate: { width: 5, keeps: 2 },
  created: { width: 7, keeps: 1 },
  updated: { width: 7, keeps: 6 },
}

const GAP = 0.75
const MARK_WIDTH = 1.5
const NUMBER_WIDTH = 3.25
const PADDING = 1.75
const SUBJECT_MIN = 12

/** The columns of the wish that stand in a list of this width, in rem, with enough left for the subject. */
export function fitColumns(wish: readonly Column[], width: number): Column[] {
  const room = width - PADDING - MARK_WIDTH - NUMBER_WIDTH - SUBJECT_MIN - 2 * GAP
  const kept = [...wish]
  while (kept.length > 0 && widthOf(kept) > room) {
    const weakest = kept.toSorted((one, other) => SHAPES[one].keeps - SHAPES[other].keeps)[0]
    if (weakest === undefined) break
    kept.splice(kept.lastIndexOf(weakest), 1)
  }
  return kept
}

/** The tracks of the grid: mark, number, subject, then the columns. */
export function tracksOf(columns: readonly Column[]): string {
  const fixed = columns.map((column) => `${String(SHAPES[column].width)}rem`)
  return [`${String(MARK_WIDTH)}rem`, `${String(NUMBER_WIDTH)}rem`, 'minmax(0, 1fr)', ...fixed].join(' ')
}

/** The columns of a view that the list can leave out; number and subject always stand first. */
export function readColumns(names: readonly string[]): Column[] {
  return names.flatMap((name) => COLUMNS.find((column) => column === name) ?? [])
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + SHAPES[column].width + GAP, 0)
}

/** The columns as a view keeps them. */
export function writeColumns(columns: readonly Column[]): ViewColumn[] {
  return ['number', 'subject', ...columns]
}

/** What a card of the phone shows, whatever the view has. */
export const CARD_COLUMNS: readonly Column[] = ['customer', 'status', 'due', 'priority', 'responsible', 'updated']
