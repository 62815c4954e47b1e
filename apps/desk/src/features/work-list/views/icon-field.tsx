import { Fieldset } from '@mantine/core'
import { ViewIcon as ViewIconName } from '@timedesk/contracts/case-views'
import { useId } from 'react'

import { SavedViewIcon } from '../../../shared/views/view-icon.tsx'
import { useViewFormWords } from './use-view-form-words.ts'
import './views.css'

type IconFieldProps = { value: ViewIconName; onChange: (icon: ViewIconName) => void }

/** The sign that a view goes by, chosen by sight. */
export function IconField({ value, onChange }: IconFieldProps) {
  const words = useViewFormWords()
  const name = useId()
  return (
    <Fieldset variant="unstyled" legend={words('icon')}>
      <div className="desk-view-icons">
        {ViewIconName.options.map((icon) => (
          <label key={icon} className="desk-view-icon" title={words(`icon_${icon}`)}>
            <input
              type="radio"
              name={name}
              className="desk-hidden"
              aria-label={words(`icon_${icon}`)}
              checked={icon === value}
              onChange={() => onChange(icon)}
            />
            <SavedViewIcon icon={icon} />
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
