import { Alert } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import { useFormat } from '@timedesk/ui/format'

import { useWarningWording } from '../../shared/events/use-event-wording.ts'
import { Panel } from '../../shared/panels/panel.tsx'
import './agreements.css'
import { useAgreementWords } from './use-agreement-words.ts'

/** What to know at once: that notice was given, or by when it has to be. */
export function AgreementNotes({ agreement }: { agreement: Agreement }) {
  const words = useAgreementWords()
  const format = useFormat()
  const { terminatedOn, validTo, terminationReason, noticeBy, state } = agreement
  if (terminatedOn !== null && validTo !== null && state !== 'ended') {
    return (
      <Alert color="yellow" mb="md" title={words('terminatedNote', { day: format.workDate(validTo) })}>
        {terminationReason}
      </Alert>
    )
  }
  if (noticeBy === null || state === 'ended') return null
  return <p className="desk-quiet desk-agreement-note">{words('noticeNote', { day: format.workDate(noticeBy) })}</p>
}

/** The latest warnings: thresholds, expiry, renewal. */
export function AgreementWarnings({ agreement: { warnings } }: { agreement: Agreement }) {
  const words = useAgreementWords()
  const wordWarning = useWarningWording()
  const format = useFormat()
  if (warnings.length === 0) return null
  return (
    <Panel title={words('warnings')}>
      <ul className="desk-agreement-warnings">
        {warnings.map((warning) => (
          <li key={`${warning.kind} ${warning.at} ${JSON.stringify(warning.facts)}`}>
            <span>{wordWarning(warning)}</span>
            <time className="desk-quiet desk-small" dateTime={warning.at}>
              {format.dateTime(warning.at)}
            </time>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
