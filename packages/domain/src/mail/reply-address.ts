/** What an address carries that answers of a conversation come to, between the mailbox and its domain. */
const MARK = '+s-'
const TOKEN = /^[0-9a-f]{32}$/u

/**
 * The address for answers: that of the company's mailbox, with the token of the conversation as a sub-address (RFC 5233),
 * which mail servers deliver to the same mailbox. `mailbox` is an address, with or without a name.
 */
export function replyAddressOf(mailbox: string, token: string): string {
  const address = bareAddress(mailbox)
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}${MARK}${token}${address.slice(at)}`
}

/** The token in an address that a mail was sent to; null when it holds none. Servers may change the case of letters. */
export function tokenInAddress(address: string): string | null {
  const local = bareAddress(address).toLowerCase().split('@')[0] ?? ''
  const token = local.slice(local.lastIndexOf(MARK) + MARK.length)
  return local.includes(MARK) && TOKEN.test(token) ? token : null
}

function bareAddress(mailbox: string): string {
  return (/<([^<>]+)>\s*$/u.exec(mailbox)?.[1] ?? mailbox).trim()
}
