import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { CardComponent } from '@timedesk/contracts/context-card-components'

import { CardFacts, type FactComponent } from './card-facts.tsx'
import { CardBadge, CardProgress } from './card-marks.tsx'
import './card-content.css'
import { useCardWords } from './use-card-words.ts'

type OtherComponent = Exclude<CardComponent, FactComponent>
type Block = OtherComponent | { kind: 'facts'; facts: FactComponent[] }

/** What another system says of a case. All of it is text: nothing of it is ever read as markup. */
export function CardContent({ components }: { components: readonly CardComponent[] }) {
  return (
    <div className="desk-card-content">
      {blocksOf(components).map((block, at) => (
        <CardBlock key={at} block={block} />
      ))}
    </div>
  )
}

/** Labels with their values that follow each other are one list of facts. */
function blocksOf(components: readonly CardComponent[]): Block[] {
  const blocks: Block[] = []
  for (const component of components) {
    const last = blocks.at(-1)
    if (component.kind !== 'row' && component.kind !== 'copy') blocks.push(component)
    else if (last?.kind === 'facts') last.facts.push(component)
    else blocks.push({ kind: 'facts', facts: [component] })
  }
  return blocks
}

function CardBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'text':
      return (
        <p className="desk-card-text" data-quiet={block.isQuiet || undefined}>
          {block.text}
        </p>
      )
    case 'divider':
      return <hr />
    case 'spacer':
      return <div aria-hidden="true" className="desk-card-space" data-size={block.size} />
    case 'badge':
      return <CardBadge color={block.color}>{block.text}</CardBadge>
    case 'link':
      return <CardLink label={block.label} url={block.url} />
    case 'facts':
      return <CardFacts facts={block.facts} />
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return <CardTable columns={block.columns} rows={block.rows} />
    case 'progress':
      return <CardProgress progress={block} />
  }
}

function CardLink({ label, url }: { label: string; url: string }) {
  const words = useCardWords()
  return (
    <Button
      component="a"
      size="compact-sm"
      variant="default"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={words('newTab', { host: new URL(url).host })}
      rightSection={<IconExternalLink size={14} stroke={1.6} aria-hidden="true" />}
    >
      {label}
    </Button>
  )
}

function CardTable({ columns, rows }: { columns: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <div className="desk-card-table" role="group" aria-label={columns.join(', ')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
