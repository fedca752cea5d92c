import { append } from '../collections/append';
import { parseDay } from '../calendar';
import type { Fault } from './fault';
import { termFields, type Field } from '../register/fields';
import type { Leaf, Term } from '../register/model';
import { isBlank, itemsOf, readAsOther, type MapNode, type Node, type Pair, type ScalarNode } from './node';
import type { Segment } from '../document/segment';
import type { Span } from '../text/text';

/** A mapping as its fields read it. */
export interface MappingReading {
  /** The usable values for the model, by key. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Plain data for the schema's validator: without what is missing or free, words in canonical spelling, texts from their source. */
  readonly view: Readonly<Record<string, unknown>>;
  /** Known keys whose value is there but can't be used. */
  readonly unusable: readonly string[];
  /** What the validator can't see. */
  readonly faults: Fault[];
}

const none: readonly never[] = [];

/**
 * Reads a mapping by its fields. What doesn't fit its field is in the view as it stands, for the validator to refuse.
 * @param values where the values go: an object that has all keys already keeps its shape, which makes reading it fast
 */
export function readMapping(node: MapNode, fields: Readonly<Record<string, Field>>, segment: Segment, values: Record<string, unknown> = {}): MappingReading {
  const reader = new Reader(fields, segment, values);
  for (const pair of node.pairs) {
    reader.read(pair);
  }
  const { view, faults, unusable } = reader;
  return { values, view, faults, unusable };
}

class Reader {
  readonly view: Record<string, unknown> = {};
  readonly faults: Fault[] = [];
  unusable: readonly string[] = none;

  constructor(
    private readonly fields: Readonly<Record<string, Field>>,
    private readonly segment: Segment,
    private readonly values: Record<string, unknown>,
  ) {}

  read({ key, value: node }: Pair): void {
    const name = key.source;
    const field = Object.hasOwn(this.fields, name) ? this.fields[name]! : undefined;
    if (!field) {
      if (!name.startsWith('x-')) {
        // Assigned, `__proto__` would be no key of its own.
        Object.defineProperty(this.view, name, { value: null, enumerable: true });
      }
      return;
    }
    const reading = field.kind === 'identifier' && node.kind === 'scalar' ? this.identifier(node) : isBlank(node) ? undefined : this.value(field, node);
    if (!reading) {
      return;
    }
    this.view[name] = reading.view;
    if (reading.value !== undefined) {
      this.values[name] = field.kind === 'words' ? { key: { segment: this.segment, start: key.start, end: key.end }, items: reading.value } : reading.value;
    } else {
      this.unusable = [...this.unusable, name];
    }
  }

  private value(field: Field, node: Node): Reading {
    switch (node.kind) {
      case 'scalar':
        return this.scalar(field, node);
      case 'seq':
        if (field.kind === 'list') {
          return { view: [], value: node };
        }
        return field.kind === 'identifiers' || field.kind === 'words' || field.kind === 'terms' ? this.list(field, itemsOf(node, field)) : { view: [] };
      case 'map': {
        if (field.kind === 'mapping') {
          return field.fields ? this.mapping(node, field.fields) : { view: {}, value: node };
        }
        if (field.kind !== 'term' && field.kind !== 'terms') {
          return { view: {} };
        }
        const term = this.term(node);
        return field.kind === 'term' ? term : { view: term.view, value: [term.value] };
      }
    }
  }

  private scalar(field: Field, node: ScalarNode): Reading {
    const { source } = node;
    const leaf = <Value>(value: Value | undefined) => value === undefined ? undefined : this.leaf(value, node);
    switch (field.kind) {
      case 'text':
        return { view: source, value: leaf(source) };
      case 'day': {
        const day = typeof node.value === 'string' ? parseDay(source) : undefined;
        // The schema's pattern knows no calendar: an empty text is no day to it either.
        return { view: day === undefined && typeof node.value === 'string' ? '' : node.value, value: leaf(day) };
      }
      case 'count': {
        const count = node.style === 'plain' && /^[0-9]+$/.test(source) ? Number(source) : undefined;
        return { view: Number.isSafeInteger(count) ? count : source, value: leaf(count !== undefined && count >= (field.least ?? 0) && Number.isSafeInteger(count) ? count : undefined) };
      }
      case 'flag': {
        const flag = typeof node.value === 'boolean' ? node.value : undefined;
        return { view: flag ?? source, value: leaf(flag) };
      }
      case 'word': {
        const word = wordOf(field, source);
        return { view: word ?? source, value: leaf(word) };
      }
      default:
        return { view: source };
    }
  }

  private list(field: Field, items: readonly Node[]): Reading {
    const readings = items.map((item): Reading => {
      if (field.kind === 'terms') {
        // What can't be read may be a term that runs: one without known ends.
        return item.kind === 'map' ? this.term(item) : { view: item.kind === 'seq' ? [] : item.source, value: {} };
      }
      if (item.kind !== 'scalar') {
        return { view: item.kind === 'seq' ? [] : {} };
      }
      if (field.kind === 'identifiers') {
        return this.identifier(item) ?? { view: '' };
      }
      const word = wordOf(field, item.source);
      return { view: word ?? item.source, value: word === undefined ? undefined : this.leaf(word, item) };
    });
    return { view: readings.map(reading => reading.view), value: readings.flatMap(reading => reading.value ?? []) };
  }

  private term(node: MapNode): { view: unknown; value: Term } {
    return this.mapping(node, termFields);
  }

  private mapping(node: MapNode, fields: Readonly<Record<string, Field>>): { view: unknown; value: Readonly<Record<string, never>> } {
    const { values, view, faults } = readMapping(node, fields, this.segment);
    append(this.faults, faults);
    return { view, value: values as Readonly<Record<string, never>> };
  }

  /** A text read from its source; undefined where nothing was written. */
  private identifier(node: ScalarNode): Reading | undefined {
    const { source, start, end } = node;
    const readAs = readAsOther(node);
    if (readAs) {
      this.faults.push({ rule: 'unquoted-scalar', value: source, readAs, start, end });
    }
    const broken = this.brokenBy(node);
    if (broken) {
      const written = this.segment.text.slice(broken.start, broken.end);
      const cause = node.style === 'double' ? 'escape' : 'comment';
      this.faults.push({ rule: 'broken-scalar', value: cause === 'escape' ? written.slice(1, -1) : written, cause, ...broken });
      return { view: source };
    }
    return source.trim() === '' ? undefined : { view: source, value: this.leaf(source, node) };
  }

  /** The stretch that shows that a text isn't what was meant: a control character by escape, or a `#` that was part of it. */
  private brokenBy(node: ScalarNode): Span | undefined {
    const { text } = this.segment;
    const { source, start, end } = node;
    if (node.style === 'double') {
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      return /[\u0000-\u001f\u007f-\u009f]/.test(source) && text.slice(start, end).includes('\\') ? { start, end } : undefined;
    }
    if (node.style !== 'plain') {
      return undefined;
    }
    gluedComment.lastIndex = end;
    const comment = gluedComment.exec(text);
    if (!comment) {
      return undefined;
    }
    const commentEnd = gluedComment.lastIndex;
    return source === '' ? { start: commentEnd - comment[1]!.length, end: commentEnd } : { start, end: commentEnd };
  }

  private leaf<Value>(value: Value, node: ScalarNode): Leaf<Value> {
    return { value, segment: this.segment, start: node.start, end: node.end };
  }
}

/** What a value gives to the validator and, if usable, to the model. */
interface Reading {
  readonly view: unknown;
  readonly value?: unknown;
}

/** A comment behind a value whose `#` touches the next character; not one that is for us. */
const gluedComment = /[ \t]*(#(?!license-register-)[^\s][^\r\n]*)/y;

function wordOf(field: Field, source: string): string | number | undefined {
  return field.words?.get(source.trim().toLowerCase());
}
