// Runs on any Node ≥ 20 with nothing installed: installs what is missing, then goes on under the Node that it installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const PARENT_CHECK_MS = 500
const isWindows = process.platform === 'win32'
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const node = path.join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')
const stampFile = path.join(root, 'node_modules', '.timedesk', 'installed')

/** What the installation was made of: the lock file, every manifest, and the platform. */
function describeInstallation() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  const folders = ['.', 'prisma', 'e2e', 'bench']
  for (const parent of ['apps', 'packages']) {
    for (const name of readdirSync(path.join(root, parent)).sort()) folders.push(path.join(parent, name))
  }
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...folders.map((folder) => path.join(folder, 'package.json'))]
  for (const file of files) {
    if (existsSync(path.join(root, file))) hash.update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

async function install() {
  const wanted = describeInstallation()
  const installed = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  if (installed === wanted && existsSync(node)) return 0

  console.log('Installing (once; later starts skip this)…')
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const args = ['-y', packageManager, 'install', '--frozen-lockfile', '--prod=false']
  const env = { ...process.env, CI: process.env.CI ?? 'true', NODE_ENV: 'development' }
  const status = await run(isWindows ? 'npx.cmd' : 'npx', args, { env, shell: isWindows })
  if (status !== 0) {
    console.error('The installation failed. It needs the npm registry, and a Node of version 20 or newer.')
    return status
  }
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
  return 0
}

/** Runs a program to its end. It hears of signals through this process alone, and ends when this process is killed. */
function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    const forward = (signal) => (options.detached ? process.kill(-child.pid, signal) : child.kill(signal))
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    const finish = (status) => {
      for (const signal of signals) process.off(signal, forward)
      resolve(status)
    }
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`)
      finish(1)
    })
    child.on('exit', (code, signal) => finish(code ?? 128 + constants.signals[signal]))
  })
}

/** Node tells of a missing file, which is nothing to tell of. */
const ENVIRONMENT_FILE = existsSync(path.join(root, '.env')) ? ['--env-file=.env'] : []

/** Room for young objects, in megabytes: left alone it grows to several times that under load, for little gain. */
const YOUNG_SPACE_FLAG = '--max-semi-space-size=16'

function runScript(script, args = []) {
  const searchPath = [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter)
  return run(
    node,
    [YOUNG_SPACE_FLAG, ...ENVIRONMENT_FILE, '--import', './scripts/end-with-parent.mjs', script, ...args],
    {
      env: { ...process.env, PATH: searchPath },
      // A session of its own: Ctrl-C reaches it once, through this process, not twice.
      detached: !isWindows,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
}

/** npm may be killed without telling: when it started this process and is gone, end in good order. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const ancestors = findAncestors()
  setInterval(() => {
    if (findAncestors() !== ancestors) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}

/** The parent, and where it is the shell in which npm runs scripts, also npm. */
function findAncestors() {
  const stat = `/proc/${process.ppid}/stat`
  if (!existsSync(stat)) return `${process.ppid}`
  // pid (name) state parent …
  const [, name, grandparent] = /\((.*)\) \S+ (\d+)/s.exec(readFileSync(stat, 'utf8')) ?? []
  return name?.endsWith('sh') ? `${process.ppid} ${grandparent}` : `${process.ppid}`
}

const commands = {
  start: ['scripts/prepare.ts', 'apps/api/src/main.ts'],
  test: ['scripts/test.ts'],
}

const [command = 'start', ...args] = process.argv.slice(2)
endWithNpm()
let status = await install()
for (const script of commands[command]) {
  if (status === 0) status = await runScript(script, script === commands[command].at(-1) ? args : [])
}
process.exitCode = status
