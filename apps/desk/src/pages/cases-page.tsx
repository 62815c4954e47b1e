export { WorkList as Component } from '../features/work-list/work-list.tsx'
