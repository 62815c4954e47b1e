import { SegmentedControl } from '@mantine/core'
import { useLanguage } from '@timedesk/ui/use-language'
import type { ReactNode } from 'react'
import { useDocumentTitle } from '../../shared/use-document-title.ts'
import './public-frame.css'
import { useSessionWords } from './use-session-words.ts'

const LANGUAGE_NAMES = { en: 'English', da: 'Dansk' } as const

type PublicFrameProps = { title: string; text?: string; note?: ReactNode; children: ReactNode }

/** The page of those who are not signed in: one card, and the language to read it in. */
export function PublicFrame({ title, text, note, children }: PublicFrameProps) {
  const words = useSessionWords()
  const { language, languages, setLanguage } = useLanguage()
  useDocumentTitle(title)

  return (
    <div className="ex-public">
      <main className="ex-public-main">
        <div className="ex-public-card">
          <img className="ex-public-mark" src={`${import.meta.env.BASE_URL}icon.svg`} alt="" />
          <h1>{title}</h1>
          <p className="ex-public-text">{text}</p>
          {children}
        </div>
        {note !== undefined && <p className="ex-public-note">{note}</p>}
      </main>
      <footer className="ex-public-foot">
        <SegmentedControl
          aria-label={words('language')}
          value={language}
          onChange={(chosen) => {
            setLanguage(languages.find((candidate) => candidate === chosen) ?? language)
          }}
          data={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </footer>
    </div>
  )
}
