import type { DraftDevice } from '@timedesk/contracts/drafts'

import { newId } from '../../../shared/forms/new-id.ts'

const KEY = 'timedesk.device'
const PHONE_WIDTH_PX = 640

let known: DraftDevice | undefined

/** What this is that somebody writes on: the browser by an id that it made up once. */
export function thisDevice(): DraftDevice {
  known ??= { id: storedId(), kind: kindOfDevice() }
  return known
}

function storedId(): string {
  const id = newId()
  try {
    const stored = localStorage.getItem(KEY)
    if (stored !== null) return stored
    localStorage.setItem(KEY, id)
  } catch {
    // Without a memory the browser is another device with each visit.
  }
  return id
}

function kindOfDevice(): DraftDevice['kind'] {
  const isTouched = /android|iphone|ipad|mobile/iu.test(navigator.userAgent)
  if (!isTouched) return 'computer'
  return Math.min(window.screen.width, window.screen.height) < PHONE_WIDTH_PX ? 'phone' : 'tablet'
}
