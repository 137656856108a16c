import { render } from 'preact';
import { App } from './app.tsx';
import { followLanguage } from './i18n/language.ts';
import { loadSession, user } from './state/session.ts';
import './ui/base.css';
import './ui/components.css';

followLanguage();
loadSession().catch(() => {
  // No answer: read on as a guest. Signing in, or the next load, asks again.
  user.value = null;
});
const root = document.getElementById('app');
if (root) render(<App />, root);
