import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { useWorkListWords } from '../use-work-list-words.ts'
import type { Column } from './columns.ts'

/** What a column is called. */
export function useColumnNames(): (column: Column) => string {
  const words = useCaseWords()
  const listWords = useWorkListWords()
  return (column) => {
    switch (column) {
      case 'cover':
      case 'estimate':
      case 'created':
      case 'updated':
      case 'due':
        return listWords(`column_${column}`)
      default:
        return words(column)
    }
  }
}
