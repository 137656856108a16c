/** The operations that the OpenAPI document names. */
import { expectStatus } from './api.ts';

export interface RawOperation {
  operationId: string;
  summary?: string;
  tags?: string[];
  security?: object[];
  'x-role'?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
}

export interface DocumentedOperation {
  operationId: string;
  method: string;
  /** With `{id}` in braces, from /api/v1 on. */
  path: string;
  role: string | undefined;
  security: object[];
  takesJson: boolean;
  raw: RawOperation;
  /** The path with this id in every place. */
  pathWith: (id: string) => string;
}

interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, RawOperation>>;
}

export async function readDocument(): Promise<OpenApiDocument> {
  return (await expectStatus<OpenApiDocument>(200, 'GET', '/api/openapi.json')).body;
}

export async function listOperations(): Promise<DocumentedOperation[]> {
  const { paths } = await readDocument();
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, raw]) => ({
      operationId: raw.operationId,
      method: method.toUpperCase(),
      path,
      role: raw['x-role'],
      security: raw.security ?? [],
      takesJson: raw.requestBody?.content['application/json'] !== undefined,
      raw,
      pathWith: (id: string) => path.replaceAll(/\{[^}]+\}/g, id),
    })),
  );
}
