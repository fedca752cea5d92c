export { completionsAt } from './complete';
export { Known } from './known';
export { placeIn, placeInText } from '../place';
