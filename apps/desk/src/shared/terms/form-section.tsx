import { Stack } from '@mantine/core'
import { useId, type ReactNode } from 'react'

import '../panels/panels.css'
import './terms.css'

type FormSectionProps = { title: string; text?: string; children: ReactNode }

/** A titled part of a long form. */
export function FormSection({ title, text, children }: FormSectionProps) {
  const titleId = useId()
  return (
    <section className="desk-panel" aria-labelledby={titleId}>
      <h2 id={titleId} className="desk-form-title">
        {title}
      </h2>
      {text !== undefined && <p className="desk-form-text desk-quiet">{text}</p>}
      <Stack gap="sm">{children}</Stack>
    </section>
  )
}
