import type { Day } from '../../core/calendar';
import type { TextPlace } from '../place';
import type { RegisterSchema } from '../schema-keys';
import type { CommentRequest } from './comments';
import type { Known } from './known';

/** What completions are made from. */
export interface CompletionRequest {
  readonly place: TextPlace;
  readonly known: Known;
  readonly schema: RegisterSchema;
  readonly today: Day;
  /** By how many columns the file is indented, where it doesn't show that itself. */
  readonly indentation: number;
  /** Whether another extension offers what the schema says: keys, and the words and examples that it lists. */
  readonly leavesSchema: boolean;
  readonly foundRules: CommentRequest['foundRules'];
}
