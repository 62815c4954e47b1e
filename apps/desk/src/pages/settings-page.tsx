export { SettingsScreen as Component } from '../features/settings-search/settings-screen.tsx'
