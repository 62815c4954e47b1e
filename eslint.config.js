import eslint from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/test/**', 'e2e/**']
const COMMAND_LINES = ['scripts/**', 'prisma/**', 'bench/**', 'e2e/**', 'apps/api/src/commands/**', '**/*.config.*']

const NO_MOCKED_MODULES = {
  selector: "MemberExpression[object.name='vi'][property.name=/^(mock|doMock|hoisted)$/]",
  message: 'Hand the test double in through the dependencies; mocked module paths rot when files move.',
}
const NO_ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only env.ts reads the environment; take the value as an argument.',
}

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', 'prisma/generated/', '.data/', 'bench/results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', NO_MOCKED_MODULES, NO_ENVIRONMENT],
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 60],
    },
  },
  {
    files: ['apps/desk/**', 'apps/extranet/**', 'packages/ui/**'],
    extends: [reactHooks.configs.flat.recommended],
  },
  // Adding to another module's interface needs an interface.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', 120] } },
  { files: TESTS, rules: { 'max-lines': ['error', 300], 'max-lines-per-function': 'off' } },
  {
    files: [...COMMAND_LINES, '**/env.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', NO_MOCKED_MODULES] },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        module: 'writable',
        setInterval: 'readonly',
        URL: 'readonly',
      },
    },
  },
)
