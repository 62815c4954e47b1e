import { useLanguage } from '@timedesk/ui/use-language'
import { useMemo } from 'react'

/** Names months `YYYY-MM`: `Mar`, or `March 2026`. */
export function useMonthNames(style: 'short' | 'long'): (month: string) => string {
  const { language } = useLanguage()
  return useMemo(() => {
    const name = new Intl.DateTimeFormat(language, {
      month: style,
      timeZone: 'UTC',
      ...(style === 'long' && { year: 'numeric' }),
    })
    return (month) => name.format(new Date(`${month}-01T00:00:00Z`))
  }, [language, style])
}
