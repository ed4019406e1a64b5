import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'client/generated/', 'node_modules/', 'data/', 'tests/screenshots/', 'bench/relay/peers/', '*.cjs'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Name what is exported.' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['client/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat['recommended-latest']] },
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  // They run in a page: all that a browser knows is known there.
  { files: ['bench/canvas/page/*.js'], rules: { 'no-undef': 'off' } },
  { files: ['client/sw.js'], languageOptions: { globals: { FILES: 'readonly', self: 'readonly', caches: 'readonly', fetch: 'readonly', URL: 'readonly' } } },
  { files: ['client/public/first.js'], languageOptions: { globals: { localStorage: 'readonly', matchMedia: 'readonly', document: 'readonly', navigator: 'readonly', location: 'readonly', addEventListener: 'readonly' } } },
)
