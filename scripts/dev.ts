import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

import { databaseClient } from './products.ts'
import { root } from './root.ts'
import { makeWhenStale } from './when-stale.ts'

const API_PORT = process.env.PORT ?? '3000'

if (!(await makeWhenStale(databaseClient))) process.exit(1)

const children = [
  start('node', ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts'], root),
  start('vite', ['--clearScreen', 'false'], path.join(root, 'apps/desk')),
  start('vite', ['--clearScreen', 'false'], path.join(root, 'apps/extranet')),
]
console.log(`The API serves http://localhost:${API_PORT}; vite prints the addresses of the apps with reload.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopAll(signal))
for (const child of children) child.on('exit', () => stopAll('SIGTERM'))

function start(program: string, args: string[], folder: string): ChildProcess {
  const searchPath = [path.join(folder, 'node_modules/.bin'), path.join(root, 'node_modules/.bin'), process.env.PATH]
  return spawn(program, args, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, PATH: searchPath.join(path.delimiter), PORT: API_PORT },
  })
}

function stopAll(signal: NodeJS.Signals): void {
  for (const child of children) if (child.exitCode === null) child.kill(signal)
}
