/** Workers that take turns: what reads pages keeps its thread busy for as long as it reads. */
import { type Request, Response } from 'miniflare';

/** Answers a request as a Worker would. */
export type FetchFunction = (request: Request) => Promise<Response>;

/**
 * One function out of several, each of which has one request at a time. What comes when all are busy waits here, for
 * whichever is free first: handed out at once, it would stand behind a long one while another reader has nothing to do.
 * A request is done when its answer was read to its end, or is not wanted any more.
 */
export function takeTurns(readers: readonly FetchFunction[]): FetchFunction {
  const free = [...readers];
  const waiting: ((reader: FetchFunction) => void)[] = [];

  const take = async (): Promise<FetchFunction> =>
    free.shift() ?? (await new Promise((resolve) => waiting.push(resolve)));
  const giveBack = (reader: FetchFunction) => {
    const next = waiting.shift();
    if (next) next(reader);
    else free.push(reader);
  };

  return async (request) => {
    const reader = await take();
    try {
      const response = await reader(request);
      if (!response.body) throw new Error('the reader answered nothing');
      // A page is read while its answer goes on.
      return new Response(
        untilEnd(response.body, () => giveBack(reader)),
        response,
      );
    } catch (error) {
      giveBack(reader);
      throw error;
    }
  };
}

/** A stream that says, once, when it has ended, has failed or is not wanted any more. */
function untilEnd(body: NonNullable<Response['body']>, atEnd: () => void): typeof body {
  const reader = body.getReader();
  const over = Promise.withResolvers<void>();
  void over.promise.then(atEnd);
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        over.resolve();
        controller.close();
      } catch (error) {
        over.resolve();
        controller.error(error);
      }
    },
    async cancel(reason) {
      over.resolve();
      await reader.cancel(reason);
    },
  }) as typeof body;
}
