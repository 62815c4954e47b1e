import { Refusal } from '@timedesk/contracts/refusal'
import { MESSAGE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { isAutomatic } from '@timedesk/domain/mail/is-automatic'
import { messageIdsIn } from '@timedesk/domain/mail/message-ids'
import { tokenInAddress } from '@timedesk/domain/mail/reply-address'
import { splitQuoted } from '@timedesk/domain/mail/split-quoted'
import { convert } from 'html-to-text'
import PostalMime, { addressParser, type Email } from 'postal-mime'

/** What a mail is for us. */
export type ReadMail = {
  /** With its angle brackets; null when it has none. */
  messageId: string | null
  from: { name: string; address: string }
  body: string
  quoted: string
  isAutomatic: boolean
  /** Tokens of conversations in the addresses that it went to. */
  tokens: string[]
  /** The mails that it answers, the nearest first. */
  answers: string[]
  files: { name: string; content: Buffer }[]
}

const ADDRESS_LENGTH_MAX = 254
const NAME_LENGTH_MAX = 200
/** Heads that say whom a mail went to: as its author wrote it, and as servers noted it on the way. */
const RECIPIENT_HEADS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to']

/** Reads a whole mail (RFC 5322, MIME). Refuses with `mail_refused` what is none, and one without a sender. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw).catch(() => {
    throw new Refusal('mail_refused', { detail: 'The file cannot be read as a mail.' })
  })
  const heads = new Map(mail.headers.map(({ key, value }) => [key, value]))
  const { said, quoted } = splitQuoted(textOf(mail))
  return {
    messageId: messageIdsIn(mail.messageId ?? '').at(0) ?? null,
    from: senderOf(mail),
    body: said.slice(0, MESSAGE_LENGTH_MAX),
    quoted: quoted.slice(0, MESSAGE_LENGTH_MAX),
    isAutomatic: isAutomatic((name) => heads.get(name)),
    tokens: recipientsOf(mail).flatMap((address) => tokenInAddress(address) ?? []),
    answers: [...messageIdsIn(mail.inReplyTo ?? ''), ...messageIdsIn(mail.references ?? '').toReversed()],
    files: [
      ...mail.attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? `unnamed.${mimeType.split('/')[1] ?? 'bin'}`,
        content: Buffer.from(content as ArrayBuffer),
      })),
      // What is too long to be shown is kept whole beside the message.
      ...(said.length > MESSAGE_LENGTH_MAX ? [{ name: 'mail.txt', content: Buffer.from(said) }] : []),
    ],
  }
}

function textOf({ text, html }: Email): string {
  const written = text ?? (html === undefined ? '' : convert(html, { wordwrap: false, limits: HTML_LIMITS }))
  return written.replaceAll('\u0000', '').toWellFormed()
}

const HTML_LIMITS = { maxInputLength: 5_000_000, maxDepth: 200 }

function senderOf({ from }: Email): ReadMail['from'] {
  const address = storable(from?.address ?? '')
    .toLowerCase()
    .slice(0, ADDRESS_LENGTH_MAX)
  if (!address.includes('@')) throw new Refusal('mail_refused', { detail: 'The mail names no sender.' })
  const name = storable(from?.name ?? '').slice(0, NAME_LENGTH_MAX)
  return { address, name: name === '' ? address : name }
}

function storable(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim()
}

function recipientsOf({ headers }: Email): string[] {
  return headers
    .filter(({ key }) => RECIPIENT_HEADS.includes(key))
    .flatMap(({ value }) => addressParser(value, { flatten: true }).map(({ address }) => address ?? ''))
}
