// What a register needs when it opens, as one import: VS Code loads it only then.
export { RegisterCheck } from './check';
export { rules } from './rules';
