import type { Page } from 'playwright'
import { inject } from 'vitest'
import { callAs } from './arrange.ts'

/** The names of the priorities of some cases, by their numbers. */
export function readPriorities(page: Page, numbers: readonly string[]): Promise<string[]> {
  return Promise.all(
    numbers.map(async (number) => {
      const address = `/api/v1/cases/${number}`
      return (await callAs<{ priority: { name: string } }>(page, 'get', address)).priority.name
    }),
  )
}

/** The subjects of the cases that a search finds, the best first. */
export async function readFound(page: Page, words: string): Promise<string[]> {
  const address = `/api/v1/search?kinds=case&q=${encodeURIComponent(words)}`
  const { cases } = await callAs<{ cases: { subject: { text: string } }[] }>(page, 'get', address)
  return cases.map(({ subject }) => subject.text)
}

/** Hands in a mail from outside, the way a mail server does. Gives what became of it. */
export async function handInMail(page: Page, mail: { from: string; to: string; text: string }): Promise<unknown> {
  const heads = [`From: ${mail.from}`, `To: ${mail.to}`, 'Subject: Re: your mail', `Message-ID: <answer.${mail.from}>`]
  const buffer = Buffer.from([...heads, '', mail.text, ''].join('\r\n'))
  const answer = await page.request.post('/api/v1/inbound-mails', {
    headers: { origin: inject('baseUrl') },
    multipart: { file: { name: 'mail.eml', mimeType: 'message/rfc822', buffer } },
  })
  return answer.json()
}
