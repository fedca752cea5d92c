/** What the schema says of a key. */
export interface KeyDescription {
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly examples?: readonly unknown[];
}

/** A part of the schema that speaks of one value. */
export interface SchemaNode extends KeyDescription {
  readonly $ref?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly type?: string | readonly string[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | false;
  readonly items?: SchemaNode;
  readonly if?: SchemaNode;
  readonly else?: SchemaNode;
}

/** The part of the register's schema that tells of keys and values: a plain list is the one behind `then`. */
export interface RegisterSchema {
  readonly then: SchemaNode;
  readonly else: SchemaNode;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/**
 * What the schema says of the value at a place.
 * @param path the keys that lead there from the root, `-` for an item of a list
 * @returns undefined where it says nothing
 */
export function nodeAt(schema: RegisterSchema, path: readonly string[]): SchemaNode | undefined {
  let node = path[0] === '-' ? schema.then : schema.else;
  for (const step of path) {
    const next: SchemaNode | false | undefined = step === '-' ? node.items : propertyOf(node, step) ?? node.additionalProperties;
    if (!next) {
      return undefined;
    }
    node = resolved(next, schema);
  }
  return node;
}

/** What is told of a key, as paragraphs of plain text. */
export function tellKey({ description, format, enum: words, examples }: KeyDescription): string[] {
  return [
    ...(description ? [description] : []),
    ...(format === 'date' ? ['Format: YYYY-MM-DD'] : words ? [`One of: ${[...new Set(words.map(String))].join(', ')}`] : []),
    ...(examples?.length ? [`Example: ${typeof examples[0] === 'string' ? examples[0] : JSON.stringify(examples[0])}`] : []),
  ];
}

/** The keys that a mapping with some keys must have besides. */
export function missingKeys(node: SchemaNode, present: { has(key: string): boolean }): string[] {
  const own = (node.required ?? []).filter(key => !present.has(key));
  const isOther = node.if !== undefined && !node.if.required!.every(key => present.has(key));
  return isOther && node.else ? [...missingKeys(node.else, present), ...own] : own;
}

function propertyOf(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
  return node?.properties && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
}

/** A node with what it refers to; what it says itself comes first. */
function resolved(node: SchemaNode, schema: RegisterSchema): SchemaNode {
  const { $ref, allOf, ...own } = node;
  const referred = $ref === undefined ? undefined : schema.definitions[$ref.slice('#/definitions/'.length)];
  return [referred, ...(allOf ?? [])].reduce<SchemaNode>((all, each) => (each ? { ...resolved(each, schema), ...all } : all), own);
}
