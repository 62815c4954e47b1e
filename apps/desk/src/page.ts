import { lazy, type ComponentType } from 'react'

/** A screen whose file comes when it is needed. */
export function page(load: () => Promise<{ Component: ComponentType }>): ComponentType {
  return lazy(async () => ({ default: (await load()).Component }))
}
