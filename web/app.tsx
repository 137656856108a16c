/** The frame around all views, and which view stands at which address. Each is a chunk of its own. */
import { ErrorBoundary, LocationProvider, Route, Router, lazy } from 'preact-iso';
import { useState } from 'preact/hooks';
import { Footer } from './features/frame/footer.tsx';
import { Header } from './features/frame/header.tsx';
import { frameMessages } from './features/frame/messages.ts';
import { useMessages } from './i18n/messages.ts';
import { LiveRegion } from './ui/live-region.tsx';
import { Notice } from './ui/notice.tsx';
import { navigations } from './ui/view.tsx';

const Home = lazy(() => import('./features/home/home-view.tsx'));
const Publications = lazy(() => import('./features/publications/publications-view.tsx'));
const Publication = lazy(() => import('./features/publications/publication-view.tsx'));
const Issue = lazy(() => import('./features/issues/issue-view.tsx'));
const Page = lazy(() => import('./features/page/page-view.tsx'));
const Search = lazy(() => import('./features/search/search-view.tsx'));
const Review = lazy(() => import('./features/review/review-view.tsx'));
const Entities = lazy(() => import('./features/entities/entities-view.tsx'));
const Entity = lazy(() => import('./features/entities/entity-view.tsx'));
const Schemes = lazy(() => import('./features/schemes/schemes-view.tsx'));
const SignIn = lazy(() => import('./features/account/sign-in-view.tsx'));
const SignUp = lazy(() => import('./features/account/sign-up-view.tsx'));
const Account = lazy(() => import('./features/account/account-view.tsx'));
const Admin = lazy(() => import('./features/admin/admin-view.tsx'));
const NotFound = lazy(() => import('./features/not-found/not-found-view.tsx'));

/** Addresses that the service answers itself: links to them leave the app. */
const OURS = /^(?!\/(api|docs|health)(\/|$|\?))/;

export function App() {
  const t = useMessages(frameMessages);
  const [broken, setBroken] = useState(false);
  return (
    <LocationProvider scope={OURS}>
      <a class="skip-link" href="#main">
        {t('skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary onError={() => setBroken(true)}>
          {broken ? (
            <Broken />
          ) : (
            <Router onRouteChange={() => (navigations.value += 1)}>
              <Route path="/" component={Home} />
              <Route path="/publications" component={Publications} />
              <Route path="/publications/:id" component={Publication} />
              <Route path="/issues/:id" component={Issue} />
              <Route path="/pages/:id" component={Page} />
              <Route path="/search" component={Search} />
              <Route path="/review" component={Review} />
              <Route path="/entities" component={Entities} />
              <Route path="/entities/:id" component={Entity} />
              <Route path="/schemes" component={Schemes} />
              <Route path="/sign-in" component={SignIn} />
              <Route path="/sign-up" component={SignUp} />
              <Route path="/account" component={Account} />
              <Route path="/admin" component={Admin} />
              <Route default component={NotFound} />
            </Router>
          )}
        </ErrorBoundary>
      </main>
      <Footer />
      <LiveRegion />
    </LocationProvider>
  );
}

/** A fault of ours, or a chunk that did not arrive (offline, or a newer version was deployed). */
function Broken() {
  const t = useMessages(frameMessages);
  return (
    <div class="view view-narrow">
      <h1>{t('brokenTitle')}</h1>
      <Notice tone="bad">
        <p>{t('brokenText')}</p>
        <button type="button" class="button button-primary" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      </Notice>
    </div>
  );
}
