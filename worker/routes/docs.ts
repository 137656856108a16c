/** `/api/openapi.json` and its readable form at `/docs`: both come from the schemas that validate. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from '../env.ts';
import { PROBLEMS } from '../http/problem.ts';

/** The OpenAPI 3.1 document of the app. */
export function openApiDocument(app: OpenAPIHono<AppEnv>) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'qalam.session_token',
  });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Qalam',
      version: '1',
      description:
        'Scans of Kazakh and Russian periodicals of about 1905–1920 as text that can be trusted, searched and cited. Reading is open to all; writing needs a session or an API key.',
    },
    servers: [{ url: '/' }],
  });
}

interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  'x-role'?: string;
  parameters?: { name: string; in: string; description?: string; required?: boolean }[];
  requestBody?: unknown;
  responses?: Record<string, { description?: string }>;
}

/** `/docs`: every operation, who may call it, what it takes and answers; and every problem. */
export function docsRoutes(app: OpenAPIHono<AppEnv>) {
  return new Hono<AppEnv>().get('/', (c) => {
    const document = openApiDocument(app);
    const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        path,
        method,
        operation,
      })),
    );
    const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'Other');
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    c.header('x-content-type-options', 'nosniff');
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>Qalam API</title>
            <style>
              :root {
                color-scheme: light dark;
                font:
                  1rem/1.5 system-ui,
                  sans-serif;
              }
              body {
                margin: 0 auto;
                max-width: 60rem;
                padding: 1rem;
              }
              code {
                font-family: ui-monospace, monospace;
                overflow-wrap: anywhere;
              }
              section {
                border-block-start: 1px solid;
                margin-block: 1.5rem;
              }
              article {
                margin-block: 1rem;
              }
              dt {
                font-weight: 600;
              }
            </style>
          </head>
          <body>
            <main>
              <h1>Qalam API</h1>
              <p>
                The machine-readable form is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
                Reading is open; writing needs <code>Authorization: Bearer &lt;key&gt;</code> (make a key
                under <a href="/account">your account</a>). Lists are <code>{items, next}</code>: send
                <code>next</code> as <code>cursor</code>. Errors are problem documents (RFC 9457). Writes take
                an <code>Idempotency-Key</code>.
              </p>
              ${[...groups].map(
                ([name, members]) =>
                  html`<section>
                    <h2>${name}</h2>
                    ${members.map(
                      ({ path, method, operation }) =>
                        html`<article id="${operation.operationId ?? ''}">
                          <h3><code>${method.toUpperCase()} ${path}</code></h3>
                          <p>${operation.summary ?? ''} <em>(${operation['x-role'] ?? ''})</em></p>
                          ${(operation.parameters ?? []).map(
                            (parameter) =>
                              html`<div>
                                <code>${parameter.name}</code> in ${parameter.in}
                                ${parameter.description ?? ''}
                              </div>`,
                          )}
                          <p>Answers: ${Object.keys(operation.responses ?? {}).join(', ')}</p>
                        </article>`,
                    )}
                  </section>`,
              )}
              <section>
                <h2>Problems</h2>
                <dl>
                  ${Object.entries(PROBLEMS).map(
                    ([type, [status, title]]) =>
                      html`<dt><code>${type}</code> (${status})</dt>
                        <dd>${title}</dd>`,
                  )}
                </dl>
              </section>
            </main>
          </body>
        </html>`,
    );
  });
}
