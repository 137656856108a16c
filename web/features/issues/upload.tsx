import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../../worker/shapes/pages.ts';
import { newKey, toProblem, upload } from '../../api/client.ts';
import { describeProblem } from '../../api/problem-messages.ts';
import { formatBytes, formatPercent } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live-region.tsx';
import { issueMessages } from './messages.ts';
import {
  MAX_BYTES,
  type QueuedFile,
  emptyQueue,
  isBusy,
  nextToSend,
  inPageOrder,
  uploadQueue,
} from './upload-queue.ts';

/** Choosing or dropping several scans, and what becomes of each. */
export function Upload({ issue, onStored }: { issue: string; onStored: (page: Page) => void }) {
  const t = useMessages(issueMessages);
  const { queue, add, dispatch } = useUploads(issue, onStored);
  const over = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const drag = (on: boolean) => (event: DragEvent) => {
    event.preventDefault();
    over.value = on;
  };
  return (
    <section class="section upload" aria-labelledby="upload">
      <h2 id="upload">{t('upload')}</h2>
      <div
        class={over.value ? 'drop-zone drop-zone-over' : 'drop-zone'}
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          add([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <input
          ref={input}
          class="visually-hidden"
          id="scan-files"
          type="file"
          multiple
          accept="image/jpeg,image/png,image/tiff,image/webp,image/gif,.tif,.tiff"
          aria-describedby="upload-hint"
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <label class="button button-primary" for="scan-files">
          <Icon name="upload" />
          {t('choose')}
        </label>
        <span class="drop-words">{t('drop')}</span>
        <p class="field-hint" id="upload-hint">
          {t('uploadHint')}
        </p>
      </div>
      {queue.value.files.length > 0 && (
        <>
          <ul class="upload-list" aria-label={t('queue')}>
            {queue.value.files.map((file) => (
              <FileRow key={file.id} file={file} dispatch={dispatch} />
            ))}
          </ul>
          {queue.value.files.some((file) => file.state === 'stored') && (
            <Button small onClick={() => dispatch({ type: 'cleared' })}>
              {t('clear')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

type Dispatch = (event: Parameters<typeof uploadQueue>[1]) => void;

function FileRow({ file, dispatch }: { file: QueuedFile; dispatch: Dispatch }) {
  const t = useMessages(issueMessages);
  const percent = formatPercent(file.progress, language.value);
  const words = {
    waiting: t('fileWaiting'),
    sending: t('fileSending', { percent }),
    stored: t('fileStored'),
    refused: t('fileRefused'),
  }[file.state];
  return (
    <li class={`upload-file upload-${file.state}`}>
      <span class="upload-name">
        {file.page ? <a href={`/pages/${file.page.id}`}>{file.name}</a> : <bdi>{file.name}</bdi>}{' '}
        <span class="soft small">{formatBytes(file.bytes, language.value)}</span>
      </span>
      <span class="upload-state">
        {file.state === 'stored' && <Icon name="check" size={16} />}
        {file.state === 'refused' && <Icon name="warning" size={16} />}
        {words}
      </span>
      {file.state === 'sending' && <progress value={file.progress} max={1} aria-label={file.name} />}
      {file.problem && (
        <p class="upload-problem">
          {describeProblem(file.problem)}
          {language.value === 'en' && file.problem.detail && <> {file.problem.detail}</>}
        </p>
      )}
      {file.state === 'refused' && (
        <span class="upload-buttons">
          {file.problem && file.problem.status !== 415 && file.bytes > 0 && file.bytes <= MAX_BYTES && (
            <Button small icon="retry" onClick={() => dispatch({ type: 'repeated', id: file.id })}>
              {t('repeat')}
            </Button>
          )}
          <Button
            small
            icon="cross"
            aria-label={t('dropFile', { name: file.name })}
            onClick={() => dispatch({ type: 'dropped', id: file.id })}
          />
        </span>
      )}
    </li>
  );
}

/** Runs the queue: sends what waits, one after the other, until the view is left. */
function useUploads(issue: string, onStored: (page: Page) => void) {
  const t = useMessages(issueMessages);
  const queue = useSignal(emptyQueue);
  const files = useRef(new Map<number, { file: File; key: string }>());
  const leaving = useRef(new AbortController());
  const dispatch: Dispatch = (event) => {
    queue.value = uploadQueue(queue.peek(), event);
  };

  const add = (chosen: File[]) => {
    if (chosen.length === 0) return;
    const first = queue.peek().nextId;
    // The same order as the queue gives them, so that the numbers meet.
    inPageOrder(chosen).forEach((file, index) => files.current.set(first + index, { file, key: newKey() }));
    dispatch({ type: 'chosen', files: chosen });
  };

  const send = async (id: number) => {
    const entry = files.current.get(id);
    if (!entry) return;
    dispatch({ type: 'started', id });
    const form = new FormData();
    form.append('file', entry.file);
    try {
      const { data } = await upload<Page>(`/issues/${issue}/pages`, form, {
        idempotencyKey: entry.key,
        signal: leaving.current.signal,
        onProgress: (progress) => dispatch({ type: 'progressed', id, progress }),
      });
      files.current.delete(id);
      dispatch({ type: 'stored', id, page: data });
      onStored(data);
      if (!isBusy(queue.peek())) {
        announce(
          t('allStored', { count: queue.peek().files.filter((file) => file.state === 'stored').length }),
        );
      }
    } catch (error) {
      const problem = toProblem(error);
      if (problem.aborted) return;
      // After an answer the key is spent; after a lost connection the same key keeps the page from being made twice.
      if (!problem.offline) files.current.set(id, { file: entry.file, key: newKey() });
      dispatch({ type: 'refused', id, problem });
    }
  };

  useSignalEffect(() => {
    const next = nextToSend(queue.value);
    if (next) queueMicrotask(() => void send(next.id));
  });
  const busy = useComputed(() => isBusy(queue.value));
  useSignalEffect(() => {
    if (!busy.value) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  });
  useEffect(() => () => leaving.current.abort(), []);
  return { queue, add, dispatch };
}
