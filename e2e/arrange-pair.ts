import { inject } from 'vitest'
import type { Page } from 'playwright'
import { arrangeCustomer, callAs, joinStaff, type Arranged, type Colleague } from './arrange.ts'
import { arrangeTeam, contactOf } from './arrange-desk.ts'

export type Pair = { customer: Arranged; report: (subject: string, responsible?: Colleague) => Promise<Reported> }
export type Reported = { id: string; number: number; subject: string }

type Seats = { administrator: Page; vigga: Page; aksel: Page }

/** Two agents of a department of their own, each at a browser, with a customer whose contact reports cases to them. */
export async function arrangePair({ administrator, vigga, aksel }: Seats, password: string): Promise<Pair> {
  const { departmentId, people } = await arrangeTeam(administrator, 'Shoulder to shoulder', [
    ['Vigga Holm', 'VIHO'],
    ['Aksel Bro', 'AKBR'],
  ])
  const [first, second] = people as [Colleague, Colleague]
  await Promise.all([joinStaff(vigga, first.email, password), joinStaff(aksel, second.email, password)])
  const customer = await arrangeCustomer(administrator, 'Fanø Bolsjer')
  const contactId = await contactOf(administrator, customer.customerId)
  return {
    customer,
    report: async (subject, responsible = first) => {
      const draft = {
        ...{ customerId: customer.customerId, contactId, departmentId, responsibleId: responsible.id },
        ...{ subject, description: 'It came by phone.' },
      }
      const { id, number } = await callAs<{ id: string; number: number }>(administrator, 'post', '/api/v1/cases', draft)
      return { id, number, subject }
    },
  }
}

/** Hands in the answer of a third party the way a mail server does, with a token that may do nothing else. */
export async function handInMail(administrator: Page, to: string, text: string): Promise<void> {
  const { secret } = await callAs<{ secret: string }>(administrator, 'post', '/api/v1/me/tokens', {
    ...{ name: 'Mail server', scopes: ['mail:receive'], expiresInDays: 1 },
  })
  const heads = [
    'From: Kim Print <kim@beltworks.example>',
    `To: ${to}`,
    'Subject: Re: Spare part',
    `Date: ${new Date().toUTCString()}`,
    'Message-ID: <one@beltworks.example>',
  ]
  const form = new FormData()
  form.append('file', new Blob([`${heads.join('\r\n')}\r\n\r\n${text}\r\n`]), 'mail.eml')
  const answer = await fetch(`${inject('baseUrl')}/api/v1/inbound-mails`, {
    ...{ method: 'POST', headers: { authorization: `Bearer ${secret}` }, body: form },
  })
  if (!answer.ok) throw new Error(`The mail was not taken: ${String(answer.status)} ${await answer.text()}`)
}
