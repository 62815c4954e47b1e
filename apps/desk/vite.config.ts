import { colorSchemePlugin } from '@timedesk/ui/color-scheme-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const API_ADDRESS = 'http://localhost:3000'

export default defineConfig({
  base: '/desk/',
  plugins: [react(), colorSchemePlugin()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023' },
  server: { proxy: { '/api': { target: API_ADDRESS, changeOrigin: false } } },
})
