import { useFormat } from '@timedesk/ui/format'
import { useLanguage } from '@timedesk/ui/use-language'
import { useId } from 'react'

import { useUnits } from '../../cover/use-units.ts'
import { createWords } from '../../create-words.ts'
import type { TermsDraft } from '../terms-draft.ts'
import { examplesOf, type Bought } from './examples.ts'
import { currencyOf, type TermsGround } from './ground.ts'
import './preview.css'
import { previewDanish, previewEnglish } from './preview-texts.ts'
import { wordExample, type ExampleTools } from './word-example.ts'

const usePreviewWords = createWords('preview', { en: previewEnglish, da: previewDanish })

type TermsPreviewProps = { draft: TermsDraft; bought: Bought; ground: TermsGround }

/** What the terms mean in money, as they are being written. */
export function TermsPreview({ draft, bought, ground }: TermsPreviewProps) {
  const tools = useExampleTools(currencyOf(ground))
  const titleId = useId()
  const examples = examplesOf(draft, bought, ground).map((example) => wordExample(example, tools))
  return (
    <section className="desk-preview" aria-labelledby={titleId}>
      <h2 id={titleId}>{tools.words('title')}</h2>
      <div role="status">
        <dl>
          {examples.map(({ what, result, hint }, place) => (
            <div key={`${what} ${String(place)}`}>
              <dt>{what}</dt>
              <dd>
                {result}
                {hint !== null && <small>{hint}</small>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <p>{tools.words(examples.length === 0 ? 'empty' : 'text')}</p>
    </section>
  )
}

export function useExampleTools(currency: string): ExampleTools {
  const words = usePreviewWords()
  const units = useUnits()
  const format = useFormat()
  const { language } = useLanguage()
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return { words, units, format, currency, weekday: (day) => capitalised(weekday.format(new Date(`${day}T00:00:00Z`))) }
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1)
}
