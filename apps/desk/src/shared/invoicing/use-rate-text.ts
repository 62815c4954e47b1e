import { useLanguage } from '@timedesk/ui/use-language'

/** Writes a currency rate with all its decimals, as the reader's language separates them. */
export function useRateText(): (rate: string) => string {
  const { language } = useLanguage()
  return (rate) => (language === 'da' ? rate.replace('.', ',') : rate)
}
