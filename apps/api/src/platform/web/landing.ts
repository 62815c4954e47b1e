import { html } from './html.ts'
import { page } from './page.ts'

const words = {
  en: {
    lead: 'Where do you want to go?',
    desk: ['Desk', 'For staff: cases, time and customers.'],
    extranet: ['Extranet', 'For customers: report a case and follow it.'],
    reference: ['API reference', 'For programmers: everything the desk can do.'],
  },
  da: {
    lead: 'Hvor vil du hen?',
    desk: ['Desk', 'For medarbejdere: sager, tid og kunder.'],
    extranet: ['Ekstranet', 'For kunder: meld en sag, og følg den.'],
    reference: ['API-reference', 'For programmører: alt, hvad desken kan (på engelsk).'],
  },
} as const

type Door = readonly [title: string, explanation: string]

/** The page at `/`, which only leads on. */
export function landingPage(language: 'en' | 'da'): string {
  const { lead, desk, extranet, reference } = words[language]
  const doors: [string, Door][] = [
    ['/desk', desk],
    ['/extranet', extranet],
    ['/api/docs', reference],
  ]
  const links = doors.map(
    ([href, [title, explanation]]) =>
      html`<li>
        <a href="${href}"><strong>${title}</strong><br /><span class="soft">${explanation}</span></a>
      </li>`,
  )
  return page(
    language,
    'Timedesk',
    html`<p>${lead}</p>
      <ul class="doors">
        ${links}
      </ul>`,
  )
}

/** Says what to do when an app was not built, as in a checkout that runs the API alone. */
export function missingAppPage(name: string): string {
  return page(
    'en',
    'This app is not built yet',
    html`<p>
        The ${name} has no <code>dist</code> folder. <code>npm start</code> builds it; <code>pnpm dev</code> serves it
        with reload on an address of its own.
      </p>
      <p><a href="/">Back to the start</a></p>`,
  )
}

/** Danish when it is asked for before English; English otherwise. */
export function languageOf(header: string | undefined): 'en' | 'da' {
  const wishes = (header ?? '').split(',').flatMap((wish) => {
    const match = /^\s*(en|da)\b[\w-]*\s*(?:;\s*q=([\d.]+))?/iu.exec(wish)
    return match === null ? [] : [{ language: match[1]?.toLowerCase(), weight: Number(match[2] ?? 1) }]
  })
  const [best] = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  return best?.language === 'da' ? 'da' : 'en'
}
