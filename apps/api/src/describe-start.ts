import type { Introduction } from './first-run.ts'

const NAME_WIDTH = 24
const EMAIL_WIDTH = 34

/** What the terminal shows once the server listens: where to go and how to get in. */
export function describeStart(publicUrl: string, { demo, setupLink }: Introduction): string {
  const lines = [
    '',
    `Timedesk is ready:`,
    `  ${'Desk (staff)'.padEnd(NAME_WIDTH)}${publicUrl}/desk`,
    `  ${'Extranet (customers)'.padEnd(NAME_WIDTH)}${publicUrl}/extranet`,
    `  ${'API reference'.padEnd(NAME_WIDTH)}${publicUrl}/api/docs`,
  ]
  if (setupLink !== null)
    lines.push('', 'The first administrator sets a password here (this link replaces earlier ones):', `  ${setupLink}`)
  if (demo !== null) {
    lines.push('', `Demo logins, all with the password ${demo.password}:`)
    for (const { name, email, role, app } of demo.logins)
      lines.push(`  ${app.padEnd(10)}${email.padEnd(EMAIL_WIDTH)}${name.padEnd(NAME_WIDTH)}${role}`)
  }
  return [...lines, ''].join('\n')
}
