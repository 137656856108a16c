/** The Hono app: order of middleware, the routes, one onError. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { RETAINED_304_HEADERS, etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { connect } from './db/client.ts';
import { isUnavailable } from './db/guards.ts';
import type { AppEnv } from './env.ts';
import { allowedMethods } from './http/allowed-methods.ts';
import { requireUtf8 } from './http/body.ts';
import { revalidate } from './http/caching.ts';
import { loggable } from './http/loggable.ts';
import { limitBody } from './http/limits.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { apiHeaders } from './http/security-headers.ts';
import { authRoutes } from './routes/auth.ts';
import { COVERAGE_HEADERS } from './routes/coverage.ts';
import { docsRoutes, openApiDocument } from './routes/docs.ts';
import { healthRoutes } from './routes/health.ts';
import { v1 } from './routes/v1.ts';

export const app = new OpenAPIHono<AppEnv>();

app.use('*', async (c, next) => {
  c.set('db', connect(c.env));
  await next();
});
app.use('/api/*', apiHeaders);
const openToAllSites = cors({
  origin: '*',
  allowHeaders: ['authorization', 'content-type', 'if-match', 'if-none-match', 'idempotency-key'],
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  exposeHeaders: ['etag', 'link', 'location', 'retry-after', 'idempotent-replayed', ...COVERAGE_HEADERS],
  maxAge: 86_400,
});
app.use('/api/v1/*', openToAllSites);
app.use('/api/openapi.json', openToAllSites);
app.use(
  '/api/v1/*',
  etag({
    retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'link', ...COVERAGE_HEADERS],
  }),
);
app.use('/api/v1/*', revalidate);
app.use('/api/*', async (c, next) => {
  // A scan is streamed and has its own limit (routes/uploads.ts); everything else is small JSON.
  if ((c.req.header('content-type') ?? '').startsWith('multipart/form-data')) return next();
  return limitBody(c, next);
});
app.use('/api/v1/*', requireUtf8);

app.route('/', healthRoutes);
app.route('/api/auth', authRoutes);
app.route('/api/v1', v1);
app.get('/api/openapi.json', (c) => c.json(openApiDocument(app)));
app.route('/docs', docsRoutes(app));

app.notFound((c) => {
  const allowed = allowedMethods(app.routes, c.req.path);
  if (allowed.length === 0 || allowed.includes(c.req.method)) {
    return problemResponse(c, new ProblemError('not-found', 'See /docs for what there is.'));
  }
  const allow = allowed.join(', ');
  return problemResponse(
    c,
    new ProblemError('method-not-allowed', `Taken here: ${allow}.`, { headers: { allow } }),
  );
});

app.onError((error, c) => {
  if (error instanceof ProblemError) return problemResponse(c, error);
  if (error instanceof HTTPException) {
    const type =
      error.status === 400 ? 'malformed-body' : error.status === 413 ? 'body-too-large' : 'internal';
    return problemResponse(c, new ProblemError(type, type === 'internal' ? undefined : error.message));
  }
  if (isUnavailable(error)) {
    return problemResponse(
      c,
      new ProblemError('unavailable', undefined, { headers: { 'retry-after': '2' } }),
    );
  }
  // The cause goes to the log, without the request's content; the caller gets no inner detail.
  console.error('unexpected error', c.req.method, c.req.routePath, loggable(error));
  return problemResponse(c, new ProblemError('internal'));
});
