/** What the schema says of a key. */
export interface KeyDescription {
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly examples?: readonly unknown[];
}

interface SchemaNode extends KeyDescription {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** The part of the register's schema that tells of keys. */
export interface RegisterSchema {
  readonly else: SchemaNode;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/**
 * What the schema says of a key.
 * @param parent the kind of entry, or the key of the register, under which it stands; undefined for a key of the register itself
 */
export function describeKey({ else: root, definitions }: RegisterSchema, key: string, parent?: string): KeyDescription | undefined {
  const { properties = {} } = parent === undefined ? root : definitions[parent] ?? {};
  const node = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const referred = node?.$ref === undefined ? undefined : definitions[node.$ref.slice('#/definitions/'.length)];
  return node && { ...referred, ...node };
}
