import { spawn } from 'node:child_process'
import path from 'node:path'

import { root } from './root.ts'

type Options = {
  /** Where it runs, from the root of the repository. */
  folder?: string
  env?: NodeJS.ProcessEnv
  isQuiet?: boolean
}

export type Outcome = { status: number; output: string }

/**
 * Runs a program of node_modules/.bin (or of the PATH) to its end. Its output is
 * shown as it comes, or, when quiet, only returned.
 */
export function runProgram(program: string, args: string[], options: Options = {}): Promise<Outcome> {
  const { env = {}, isQuiet = false } = options
  const folder = path.resolve(root, options.folder ?? '.')
  const searchPath = [path.join(folder, 'node_modules', '.bin'), path.join(root, 'node_modules', '.bin')]
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, PATH: [...searchPath, process.env.PATH].join(path.delimiter), ...env },
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => {
      resolve({ status: 1, output: `${program}: ${error.message}\n` })
    })
    child.on('close', (code) => {
      resolve({ status: code ?? 1, output })
    })
  })
}
