/** The frame around all views. */
import type { ComponentType } from 'preact';
import { ErrorBoundary, LocationProvider, Route, Router, lazy, useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { Footer } from './features/frame/footer.tsx';
import { Header } from './features/frame/header.tsx';
import { frameMessages } from './features/frame/messages.ts';
import { useMessages } from './i18n/messages.ts';
import { LiveRegion } from './ui/live-region.tsx';
import { Notice } from './ui/notice.tsx';
import { View, navigations } from './ui/view.tsx';
import { VIEWS } from './views.ts';

/** A view that is loaded when it is first shown. preact-iso waits for ever on a chunk that does not arrive. */
function view(load: () => Promise<{ default: ComponentType }>) {
  return lazy(() => load().catch(() => ({ default: Broken })));
}

const ROUTES = Object.entries(VIEWS).map(([path, load]) => [path, view(load)] as const);
const NotFound = view(() => import('./features/not-found/not-found-view.tsx'));

/** Addresses that the service answers itself: links to them leave the app. */
const OURS = /^(?!\/(api|docs|health)(\/|$|\?))/;

export function App() {
  const t = useMessages(frameMessages);
  return (
    <LocationProvider scope={OURS}>
      <a class="skip-link" href="#main">
        {t('skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <Views />
      </main>
      <Footer />
      <LiveRegion />
    </LocationProvider>
  );
}

function Views() {
  const { url } = useLocation();
  /** Where a view failed: another address is another chance. */
  const [brokenAt, setBrokenAt] = useState<string | undefined>(undefined);
  if (brokenAt === url) return <Broken />;
  return (
    <ErrorBoundary
      onError={(error) => {
        console.error(error);
        setBrokenAt(url);
      }}
    >
      <Router onRouteChange={() => (navigations.value += 1)}>
        {ROUTES.map(([path, component]) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}

/** A fault of ours, or a chunk that did not arrive (offline, or a newer version was deployed). */
function Broken() {
  const t = useMessages(frameMessages);
  return (
    <View width="narrow" title={t('brokenTitle')}>
      <Notice tone="bad">
        <p>{t('brokenText')}</p>
        <button type="button" class="button button-primary" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      </Notice>
    </View>
  );
}
