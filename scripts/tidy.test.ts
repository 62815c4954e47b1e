import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'

import { expect, test } from 'vitest'

import { Environment } from '../apps/api/src/env.ts'
import { refusals } from '../packages/contracts/src/refusal.ts'
import { root } from './root.ts'

const TREE_LINE = /^([a-z][\w./-]*\/)(?:\s|$)/
const variables = Object.keys(Environment.shape).sort()

test('relative links in the documents lead somewhere', async () => {
  const exclude = ['**/node_modules/**', '**/dist/**']
  const documents = await Array.fromAsync(glob('**/*.md', { cwd: root, exclude }))
  expect(documents).toContain('README.md')

  const broken: string[] = []
  for (const document of documents) {
    for (const target of relativeLinksOf(await read(document))) {
      if (!existsSync(path.join(root, path.dirname(document), target))) broken.push(`${document} → ${target}`)
    }
  }
  expect(broken).toEqual([])
})

test('.env.example holds every variable of the environment, and no other', async () => {
  const named = (await read('.env.example')).matchAll(/^#? ?([A-Z_]+)=/gm)

  expect([...named].map(([, name]) => name).sort()).toEqual(variables)
})

test("README's table holds every variable of the environment, and no other", async () => {
  const named = (await read('README.md')).matchAll(/^\| `([A-Z_]+)` *\|/gm)

  expect([...named].map(([, name]) => name).sort()).toEqual(variables)
})

test('docs/api-errors.md explains every refusal, and no other', async () => {
  const explained = (await read('docs/api-errors.md')).matchAll(/^\| `([a-z_]+)` *\|/gm)

  expect([...explained].map(([, code]) => code).sort()).toEqual(Object.keys(refusals).sort())
})

test('the folders that ARCHITECTURE.md maps are there, and the wings of the API are all mapped', async () => {
  const map = /```\n([\s\S]*?)```/.exec(await read('ARCHITECTURE.md'))?.[1] ?? ''
  const folders = map.split('\n').flatMap((line) => TREE_LINE.exec(line)?.[1] ?? [])
  expect(folders).not.toEqual([])

  expect(folders.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([])
  const wings = await Array.fromAsync(glob('apps/api/src/*/', { cwd: root }))
  expect(wings.filter((wing) => !map.includes(`${path.basename(wing)}/`))).toEqual([])
})

function relativeLinksOf(text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target = '']) => target)
  return links.filter((target) => !/^([a-z]+:|#|\/)/.test(target)).map((target) => target.replace(/#.*$/, ''))
}

function read(file: string): Promise<string> {
  return readFile(path.join(root, file), 'utf8')
}
