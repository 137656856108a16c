import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../http/problem.ts';
import { call } from '../testing/api.ts';
import { listOperations, readDocument } from '../testing/operations.ts';

const operations = await listOperations();

describe('the OpenAPI document', () => {
  test('is version 3.1 and named once for every operation', async () => {
    expect((await readDocument()).openapi).toMatch(/^3\.1/);
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names)
      expect(name).toMatch(/^(list|get|create|change|delete|save|restore|review|upload|search)[A-Za-z]*$/);
  });

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s says what it does, who may, what it takes and answers',
    (_, { raw, path, method }) => {
      expect(raw.summary).toMatch(/^\S.{5,}/);
      expect(raw.tags).toHaveLength(1);
      expect(['public', 'volunteer', 'reviewer', 'admin']).toContain(raw['x-role']);
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      const documented = (raw.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name);
      expect(documented).toEqual(inPath);
      for (const [status, response] of Object.entries(raw.responses)) {
        expect(response.description).toBeTruthy();
        if (status === '204') continue;
        const [type, content] = Object.entries(response.content ?? {})[0] ?? [];
        expect(type).toBe(
          Number(status) < 400
            ? type?.startsWith('image/')
              ? 'image/*'
              : 'application/json'
            : 'application/problem+json',
        );
        expect(content?.schema).toBeDefined();
      }
      const statuses = Object.keys(raw.responses).map(Number);
      expect(statuses.some((status) => status < 300)).toBe(true);
      if (raw['x-role'] !== 'public') expect(statuses).toContain(401);
      if (raw['x-role'] === 'reviewer' || raw['x-role'] === 'admin') expect(statuses).toContain(403);
      if (inPath.length > 0) expect(statuses).toContain(404);
      if (raw.requestBody) expect(statuses).toEqual(expect.arrayContaining([400, 415, 422]));
      if (method !== 'GET' && raw.operationId !== 'createKey') {
        expect((raw.parameters ?? []).map(({ name }) => name)).toContain('idempotency-key');
      }
    },
  );

  test('is readable at /docs, with every operation and every problem', async () => {
    const { body, headers } = await call<string>('GET', '/docs');
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const { path, method } of operations) expect(body).toContain(`${method} ${path}`);
    for (const type of Object.keys(PROBLEMS)) expect(body).toContain(`<code>${type}</code>`);
  });
});
