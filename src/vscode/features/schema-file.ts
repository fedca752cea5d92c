import type { Uri } from 'vscode';
import type { RegisterSchema } from '../../features/schema-keys';
import type { Log } from '../log';
import { ShippedFile } from '../shipped-file';

/** The schema of registers. */
export class SchemaFile extends ShippedFile<RegisterSchema> {
  constructor(extension: Uri, log: Log) {
    super(extension, 'schemas/license-register.schema.json', log);
  }
}
