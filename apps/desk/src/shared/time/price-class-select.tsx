import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
import { useTimeWords } from './use-time-words.ts'

type PriceClassSelectProps = { value: string | null; error: ReactNode; onChange: (id: string | null) => void }

/** The level that work is priced by; only where there are several to choose from. */
export function PriceClassSelect({ value, error, onChange }: PriceClassSelectProps) {
  const words = useTimeWords()
  const { data: classes = [] } = useQuery(settingQueries.priceClasses())
  const options = usableOptions(classes, value)
  if (options.length < 2 && value === null) return null
  return (
    <Select
      className="desk-time-class"
      label={words('priceClass')}
      size="xs"
      clearable
      placeholder={words('ownPriceClass')}
      data={options}
      value={value}
      error={error}
      onChange={onChange}
    />
  )
}
