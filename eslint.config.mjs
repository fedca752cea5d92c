import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Who may import what in src/. The extension runs in browsers too, so Node is for the command line alone.
const node = {
  regex: `^(?:node:.*|${builtinModules.filter(name => !name.startsWith('_')).join('|')})$`,
  message: 'Only src/cli may use Node: the extension runs in browsers too.',
};
const vscode = { regex: '^vscode$', message: "Only src/vscode and src/extension.ts may import 'vscode'." };
const layers = (...names) => ({
  regex: `^\\.\\.?/(?:.*/)?(?:${names.join('|')})(?:/|$)`,
  message: 'Imports run one way: core <- features, exchange, report <- vscode, cli <- extension.ts.',
});
const boundary = (files, patterns) => ({ files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } });

export default defineConfig(
  globalIgnores(['dist/', 'out/', '.vscode-host/', '.vscode-test/', '**/generated/']),
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(['console', 'fetch', 'process', 'setTimeout', 'clearTimeout', 'URL'].map(name => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A scanner compares character codes with an enum's.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Both say what `noUncheckedIndexedAccess` can't know: an index that was just checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  {
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'arrow-parens': ['error', 'as-needed'],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-globals': ['error', ...['process', 'Buffer', 'require', '__dirname', '__filename', 'setImmediate'].map(name => ({ name, message: node.message }))],
    },
  },
  boundary(['src/core/**/*.ts'], [node, vscode, layers('features', 'exchange', 'report', 'vscode', 'cli', 'extension')]),
  boundary(['src/{features,exchange,report}/**/*.ts'], [node, vscode, layers('vscode', 'cli', 'extension')]),
  boundary(['src/vscode/**/*.ts'], [node, layers('cli', 'extension')]),
  boundary(['src/cli/**/*.ts'], [vscode, layers('vscode', 'extension')]),
  boundary(['src/extension.ts'], [node, layers('cli')]),
);
