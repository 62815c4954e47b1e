import { Radio } from '@mantine/core'
import type { CaseChoices } from '@timedesk/contracts/extranet-cases'
import './report.css'
import { useReportWords } from './use-report-words.ts'

const OTHER = ''

type CaseType = CaseChoices['types'][number]
type TypeCardsProps = {
  types: readonly CaseType[]
  value: string | null
  error: string | undefined
  onChange: (typeId: string | null) => void
}

/** The tree of types as cards: each choice that has more below it opens another row of cards. */
export function TypeCards({ types, value, error, onChange }: TypeCardsProps) {
  const words = useReportWords()
  const levels = levelsOf(types, value)

  return (
    <div className="ex-types">
      {levels.map(({ parentId, options, chosenId }, depth) => (
        <Radio.Group
          key={parentId ?? OTHER}
          label={words(depth === 0 ? 'type' : 'typeMore')}
          error={depth === 0 ? error : undefined}
          value={chosenId ?? parentId ?? OTHER}
          onChange={(id) => {
            onChange(id === OTHER ? null : id)
          }}
        >
          <div className="ex-type-cards">
            {options.map(({ id, name }) => (
              <TypeCard key={id} value={id} label={name} />
            ))}
            <TypeCard value={parentId ?? OTHER} label={words('typeNone')} />
          </div>
        </Radio.Group>
      ))}
    </div>
  )
}

function TypeCard({ value, label }: { value: string; label: string }) {
  return (
    <Radio.Card className="ex-type-card td-focus" value={value} radius="md" aria-label={label}>
      <Radio.Indicator size="xs" />
      <span>{label}</span>
    </Radio.Card>
  )
}

type Level = { parentId: string | null; options: CaseType[]; chosenId: string | null }

/** The rows of cards down to the chosen type and what lies below it. */
export function levelsOf(types: readonly CaseType[], value: string | null): Level[] {
  const path = pathTo(types, value)
  return [null, ...path].flatMap((parentId, depth) => {
    const options = types.filter((type) => type.parentId === parentId)
    return options.length === 0 ? [] : [{ parentId, options, chosenId: path[depth] ?? null }]
  })
}

function pathTo(types: readonly CaseType[], value: string | null): string[] {
  const path: string[] = []
  for (let id = value; id !== null;) {
    const type = types.find((candidate) => candidate.id === id)
    if (type === undefined || path.includes(type.id)) break
    path.unshift(type.id)
    id = type.parentId
  }
  return path
}
