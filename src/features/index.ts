// All features, as one import: VS Code loads them when the first register opens.
export { changeAddress, keepableAddressAt } from './change-address';
export { knownOf, makeChange } from './changes/change';
export { entryChangesAt } from './changes/entry-changes';
export { completionsAt, Known, placeIn, placeInText } from './completion';
export { definitionsAt } from './definition';
export { fileLinks } from './document-links';
export { hoverAt } from './hover';
export { inlayHintsOf } from './inlay-hints';
export { lensesOf, usersOf } from './lenses';
export { outlineOf } from './outline';
export { highlightsAt, referencesAt } from './references';
export { registerSymbols } from './register-symbols';
export { renamableAt, rename } from './rename';
export { summaryOf } from './summary';
