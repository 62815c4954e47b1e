import type { Permission } from '@timedesk/contracts/access'
import type { Me } from '@timedesk/contracts/identity'
import { createContext, use } from 'react'

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. Only below the signed-in frame. */
export function useMe(): Me {
  const me = use(MeContext)
  if (me === null) throw new Error('Only a signed-in screen knows who is signed in.')
  return me
}

/** Whether the person may do something, by permission; for navigation. Things say `can` for themselves. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}
