import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'

import { runProgram } from './run-program.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/**
 * A Chromium for the browser tests: the one that TIMEDESK_BROWSER names, else one
 * of this machine, else (as root on Debian and its relatives) one that is
 * installed now. Undefined when there is none.
 */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.TIMEDESK_BROWSER
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined

  const found = findInstalled()
  if (found !== undefined || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found

  console.log('No Chromium found: installing the one of this system…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, output } = await runProgram('apt-get', args, { env, isQuiet: true })
    if (status !== 0) console.error(output)
  }
  return findInstalled()
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...PLACES]
  return candidates.find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
