/** What windows of one person on the same page tell each other, while they are open. */

/**
 * `writing`: it has text that is not saved; `done`: it has none any more; `saved`: a new revision stands;
 * `taken`: it has opened what another one had left.
 * `who`: it has only begun to listen, and those that are writing say so again.
 */
export type WindowNews = 'writing' | 'done' | 'saved' | 'taken' | 'who';

interface Told {
  user: string;
  page: string;
  /** The window that tells it. */
  window: string;
  news: WindowNews;
}

export interface OtherWindows {
  tell(news: WindowNews): void;
  /** Says `done` to the others, and hears nothing more. */
  close(): void;
}

/** @param hear gets what another window of this person tells of this page */
export function joinWindows(
  own: Omit<Told, 'news'>,
  hear: (news: WindowNews, window: string) => void,
): OtherWindows {
  const channel = new BroadcastChannel('qalam.desk');
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.user === own.user && data.page === own.page && data.window !== own.window)
      hear(data.news, data.window);
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
  const tell = (news: WindowNews) => channel.postMessage({ ...own, news });
  return {
    tell,
    close() {
      tell('done');
      channel.close();
    },
  };
}
