import type { ContextCardAttempt } from '@timedesk/contracts/context-cards'
import { useFormat } from '@timedesk/ui/format'

import { CardContent } from '../../shared/context-cards/card-content.tsx'
import { useFailureWords } from '../../shared/context-cards/use-card-words.ts'
import { indentJson } from './indent-json.ts'
import { useCardSettingWords } from './use-card-setting-words.ts'

/** What an attempt led to, what would be shown, and the words that went to and fro. */
export function CardExchange({ exchange }: { exchange: ContextCardAttempt }) {
  const words = useCardSettingWords()
  const format = useFormat()
  const { request, answer, milliseconds, problems, state, components } = exchange
  return (
    <div className="desk-context-exchange">
      <Verdict exchange={exchange} />
      {problems.length > 0 && (
        <ul aria-label={words('problems')}>
          {problems.map(({ pointer, message }, at) => (
            <li key={at}>
              <code>{pointer === '' ? '/' : pointer}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {state === 'answered' && (
        <section className="desk-context-preview" aria-label={words('shown')}>
          <CardContent components={components} />
        </section>
      )}
      <Raw title={words('request')} top={`POST ${request.url}`} headers={request.headers} body={request.body} />
      {answer === null ? (
        <p className="desk-quiet">{words('noAnswer', { time: format.number(milliseconds) })}</p>
      ) : (
        <Raw
          title={words('answerAfter', { time: format.number(milliseconds) })}
          top={`HTTP ${answer.status}`}
          headers={answer.headers}
          body={answer.body}
        />
      )}
    </div>
  )
}

function Verdict({ exchange: { state, failure, detail } }: { exchange: ContextCardAttempt }) {
  const words = useCardSettingWords()
  const sentenceOf = useFailureWords()
  const sentence = failure === null ? words(state === 'empty' ? 'wasEmpty' : 'wasAnswered') : sentenceOf(failure)
  const hint = failure?.code === 'address_refused' ? words('privateHint') : undefined
  return (
    <p>
      <strong>{sentence}</strong>
      {detail !== null && <code> {detail}</code>} {hint}
    </p>
  )
}

type RawProps = { title: string; top: string; headers: Readonly<Record<string, string>>; body: string }

function Raw({ title, top, headers, body }: RawProps) {
  const lines = [top, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)]
  return (
    <details open className="desk-context-raw">
      <summary>{title}</summary>
      <pre tabIndex={0} aria-label={title}>
        {`${lines.join('\n')}\n\n${indentJson(body)}`}
      </pre>
    </details>
  )
}
