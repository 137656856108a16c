import { render } from 'preact';
import { readAhead } from './api/ahead.ts';
import { get } from './api/client.ts';
import { App } from './app.tsx';
import { followLanguage } from './i18n/language.ts';
import { loadSession, user } from './state/session.ts';
import { whenIdle } from './state/when-idle.ts';
import './ui/base.css';
import './ui/components.css';
import { loadProblemWords } from './ui/problem-words.ts';

followLanguage();
loadSession().catch(() => {
  // No answer: read on as a guest. Signing in, or the next load, asks again.
  user.value = null;
});
readAhead(location.pathname, get);
const root = document.getElementById('app');
if (root) render(<App />, root);
whenIdle(() => void loadProblemWords());
