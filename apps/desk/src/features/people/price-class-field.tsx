import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import { usePeopleWords } from './use-people-words.ts'

type PriceClassFieldProps = { value: string | null; error: ReactNode; onChange: (id: string | null) => void }

/** The level that somebody's work is priced by; nothing while the company has no levels. */
export function PriceClassField({ value, error, onChange }: PriceClassFieldProps) {
  const words = usePeopleWords()
  const { data: classes = [] } = useQuery(settingQueries.priceClasses())
  const options = usableOptions(classes, value)
  if (options.length === 0) return null
  return (
    <Select
      label={words('priceClass')}
      description={words('priceClassHint')}
      placeholder={words('noPriceClass')}
      clearable
      data={options}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
