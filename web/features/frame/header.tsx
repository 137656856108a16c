import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { LANGUAGES, LANGUAGE_NAMES, type Language, language, setLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { isAdmin, mayReview, signedIn, signOut, user } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { toast } from '../../ui/live-region.tsx';
import { frameMessages } from './messages.ts';
import { SearchBox } from './search-box.tsx';
import './frame.css';

/** Views with a large search box of their own. */
const OWN_BOX = ['/', '/search', '/concordance', '/ngrams'];

export function Header() {
  const t = useMessages(frameMessages);
  const { path } = useLocation();
  const open = useSignal(false);
  return (
    <header class={open.value ? 'top top-open' : 'top'}>
      <div class="top-bar">
        <a class="brand" href="/" aria-label={t('home')}>
          <Brand />
        </a>
        <Button
          class="top-menu"
          look="plain"
          icon="menu"
          aria-expanded={open.value}
          aria-controls="top-nav"
          onClick={() => (open.value = !open.value)}
        >
          <span class="visually-hidden">{t('menu')}</span>
        </Button>
        <div
          class="top-fold"
          id="top-nav"
          onClick={(event) => closeOnLink(event, () => (open.value = false))}
        >
          <nav aria-label={t('navigation')}>
            <ul class="top-links">
              <NavLink href="/publications" path={path}>
                {t('publications')}
              </NavLink>
              <NavLink href="/entities" path={path}>
                {t('entities')}
              </NavLink>
              <NavLink href="/timeline" path={path}>
                {t('timeline')}
              </NavLink>
              <NavLink href="/schemes" path={path}>
                {t('schemes')}
              </NavLink>
              {signedIn.value && (
                <NavLink href="/work" path={path}>
                  {t('work')}
                </NavLink>
              )}
              {mayReview.value && (
                <NavLink href="/review" path={path}>
                  {t('review')}
                </NavLink>
              )}
              {isAdmin.value && (
                <NavLink href="/admin" path={path}>
                  {t('admin')}
                </NavLink>
              )}
            </ul>
          </nav>
          {!OWN_BOX.includes(path) && <SearchBox />}
          <LanguageChoice />
          <AccountLinks path={path} />
        </div>
      </div>
    </header>
  );
}

function Brand() {
  return (
    <>
      <svg class="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <path d="M22.5 5.5c1.6-1 3.4.6 2.6 2.3L15.4 21.6l-3.1-2.3zM11.4 20.4l3 2.2-4.9 3.7-.8-.5z" />
        <path class="brand-line" d="M5 27.4h22" />
      </svg>
      <span class="brand-name">Qalam</span>
      <span class="brand-script" lang="ar" dir="rtl" aria-hidden="true">
        قلم
      </span>
    </>
  );
}

function NavLink({ href, path, children }: { href: string; path: string; children: string }) {
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined}>
        {children}
      </a>
    </li>
  );
}

function LanguageChoice() {
  const t = useMessages(frameMessages);
  return (
    <label class="language-choice">
      <Icon name="language" size={18} />
      <span class="visually-hidden">{t('language')}</span>
      <select value={language.value} onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function AccountLinks({ path }: { path: string }) {
  const t = useMessages(frameMessages);
  const { url } = useLocation();
  if (user.value === undefined) return <span class="account-links" />;
  if (user.value === null) {
    const back = path.startsWith('/sign-') ? '' : `?back=${encodeURIComponent(url)}`;
    return (
      <span class="account-links">
        <a class="button button-quiet button-small" href={`/sign-in${back}`}>
          {t('signIn')}
        </a>
      </span>
    );
  }
  return (
    <span class="account-links">
      <a href="/account" class="account-name" aria-current={path === '/account' ? 'page' : undefined}>
        <Icon name="account" size={18} />
        <span class="visually-hidden">{t('account')}: </span>
        <bdi>{user.value.name}</bdi>
      </a>
      <Button
        look="plain"
        small
        onClick={() =>
          void signOut().then(
            () => toast(t('signedOut')),
            () => toast(t('brokenTitle'), 'bad'),
          )
        }
      >
        {t('signOut')}
      </Button>
    </span>
  );
}

/** On a phone the opened menu closes when a link in it was followed. */
function closeOnLink(event: MouseEvent, close: () => void): void {
  if (event.target instanceof Element && event.target.closest('a')) close();
}
