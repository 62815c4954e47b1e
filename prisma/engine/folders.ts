import path from 'node:path'

const prismaFolder = path.dirname(import.meta.dirname)

export const SCHEMA_FOLDER = path.join(prismaFolder, 'schema')
export const MIGRATIONS_FOLDER = path.join(prismaFolder, 'migrations')
