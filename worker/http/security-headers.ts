/** Headers on everything the Worker itself answers (the web UI's own are in web/public/_headers). */
import { secureHeaders } from 'hono/secure-headers';

/** Nothing that the API answers is a page: it may load nothing and be framed by nobody. */
export const apiHeaders = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
  crossOriginResourcePolicy: 'cross-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'strict-origin-when-cross-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
});
