import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { LocalTexts } from '@timedesk/contracts/texts'
import { fillIn } from '@timedesk/domain/texts/template'
import { textFor, textValues } from '@timedesk/domain/texts/values'
import { LANGUAGES, type Language } from '@timedesk/ui/i18n'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState, type ReactNode } from 'react'

import { LANGUAGE_NAMES } from '../../shared/choices/language-select.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { CasePicker, type PickedCase } from './case-picker.tsx'
import { textQueries } from './queries.ts'
import './texts.css'
import { useTextWords } from './use-text-words.ts'

type TextPreviewProps = {
  /** Null: it says nothing. */
  texts: LocalTexts | null
  /** Who reads it, which is where its link leads. */
  readers: 'contact' | 'staff'
  /** What else there is to see on the chosen case. */
  children?: (caseId: string) => ReactNode
}

/** A text as it is being written, filled in for a case. */
export function TextPreview({ texts, readers, children }: TextPreviewProps) {
  const words = useTextWords()
  const own = useLanguage().language
  const [picked, setPicked] = useState<PickedCase | null>(null)
  const [language, setLanguage] = useState<Language>(own)
  const subject = useQuery({ ...textQueries.subject(picked?.id ?? ''), enabled: picked !== null })
  return (
    <Panel title={words('preview')}>
      <div className="desk-text-preview">
        <CasePicker value={picked} onChange={setPicked} />
        {texts !== null && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={words('previewLanguage')}
              data={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
              value={language}
              onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? language)}
            />
            <Filled texts={texts} language={language} subject={subject.data} readers={readers} />
          </>
        )}
        {picked !== null && children?.(picked.id)}
      </div>
    </Panel>
  )
}

type FilledProps = {
  texts: LocalTexts
  language: Language
  subject: Case | undefined
  readers: 'contact' | 'staff'
}

function Filled({ texts, language, subject, readers }: FilledProps) {
  const words = useTextWords()
  const me = useMe()
  const { text, language: written } = textFor(texts, language)
  const filled = subject === undefined ? text : fillIn(text, textValues(groundOf(subject, me, readers), written))
  if (text.trim() === '') return <p className="desk-quiet">{words('previewEmpty')}</p>
  return (
    <>
      {written !== language && <p className="desk-quiet desk-small">{words('standsIn')}</p>}
      <div className="desk-text-filled" role="region" aria-label={words('previewText')} tabIndex={0}>
        <MarkdownView value={filled} />
      </div>
      {subject === undefined && <p className="desk-quiet desk-small">{words('previewNone')}</p>}
    </>
  )
}

function groundOf(subject: Case, me: ReturnType<typeof useMe>, readers: 'contact' | 'staff') {
  const { number, customer, contact, due } = subject
  const app = readers === 'contact' ? 'extranet' : 'desk'
  return {
    ...{ number, subject: subject.subject, now: new Date() },
    link: `${globalThis.location.origin}/${app}/cases/${String(number)}`,
    dueAt: due?.at === undefined || due.at === null ? null : new Date(due.at),
    customerName: customer.name,
    contactName: contact?.name ?? null,
    agentName: me.name,
    companyName: me.company.name,
    timeZone: me.company.timeZone,
  }
}
