import { languageOf } from '@timedesk/ui/i18n'
import type { ExtranetMe } from '@timedesk/contracts/extranet-identity'
import { useLanguage } from '@timedesk/ui/use-language'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useUpdateMe } from './use-update-me.ts'

/**
 * Keeps the language of the screen and that of the profile, in which mails are written, the same: the profile decides
 * at the start, and who then chooses another on the screen has it kept in the profile.
 */
export function useProfileLanguage(me: ExtranetMe): void {
  const { i18n } = useTranslation()
  const { setLanguage } = useLanguage()
  const { mutate } = useUpdateMe()
  const adopt = useEffectEvent(() => {
    if (i18n.language !== me.language) setLanguage(me.language)
  })
  const keep = useEffectEvent((tag: string) => {
    const language = languageOf(tag)
    if (language !== undefined && language !== me.language) mutate({ language })
  })

  useEffect(() => {
    adopt()
  }, [me.language])

  useEffect(() => {
    const listen = (tag: string) => {
      keep(tag)
    }
    i18n.on('languageChanged', listen)
    return () => {
      i18n.off('languageChanged', listen)
    }
  }, [i18n])
}
