import assert from 'node:assert/strict';
import schema from '../../schemas/license-register.schema.json';
import { entryFields, rootFields, sectionKinds, termFields, type Field } from '../../src/core/register/fields';

interface SchemaNode {
  readonly $ref?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, SchemaNode>>;

/** A node of the schema with what it refers to. */
function resolved(node: SchemaNode): SchemaNode {
  const ref = node.$ref ?? node.allOf?.[0]?.$ref;
  return ref ? definitions[ref.replace('#/definitions/', '')]! : node;
}

/** What the schema says a value of a field is; texts may also be whole numbers where digits are no mistake. */
function kindsOf(node: SchemaNode): readonly Field['kind'][] {
  const { type, format, enum: words, items, properties } = resolved(node);
  const types = [type].flat();
  if (types.includes('object')) {
    return types.includes('array') ? ['terms'] : properties?.from ? ['term'] : ['mapping'];
  }
  if (types.includes('array')) {
    return items && resolved(items).enum ? ['words'] : ['identifiers', 'list'];
  }
  if (words) {
    return ['word'];
  }
  if (format === 'date') {
    return ['day'];
  }
  return types.includes('boolean') ? ['flag'] : types.includes('string') ? ['text', 'identifier'] : ['count'];
}

function assertEqual(fields: Readonly<Record<string, Field>>, node: SchemaNode, name: string): void {
  const properties = node.properties!;
  assert.deepEqual(Object.keys(fields).sort(), Object.keys(properties).sort(), `keys of ${name}`);
  for (const [key, field] of Object.entries(fields)) {
    const property = resolved(properties[key]!);
    assert.ok(kindsOf(properties[key]!).includes(field.kind), `${name}.${key} is read as ${field.kind}, the schema says ${kindsOf(properties[key]!).join(' or ')}`);
    if (field.words) {
      const words = (field.kind === 'words' ? resolved(property.items!) : property).enum!;
      assert.deepEqual(new Set([...field.words.values()].map(String)), new Set(words.map(String)), `words of ${name}.${key}`);
    }
    if (field.least !== undefined) {
      assert.equal(field.least, property.minimum, `least value of ${name}.${key}`);
    }
    if (field.fields) {
      assertEqual(field.fields, property, `${name}.${key}`);
    }
  }
}

describe('The model and the schema', () => {
  for (const [kind, fields] of Object.entries(entryFields)) {
    it(`have the same keys of the same kinds for ${kind}`, () => assertEqual(fields, definitions[kind]!, kind));
  }

  it('have the same keys of the same kinds for terms', () => assertEqual(termFields, definitions.term!, 'term'));

  it('have the same keys of the same kinds for the register itself', () => assertEqual(rootFields, schema.else, 'register'));

  it('have the same kinds of entries in the same sections', () => {
    const sections = (schema.else as unknown as SchemaNode).properties!;
    for (const [key, kind] of Object.entries(sectionKinds)) {
      assert.equal(sections[key]!.items?.$ref, `#/definitions/${kind}`);
    }
  });
});
