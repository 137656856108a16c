/** The frame around all views, and which view stands at which address. Each is a chunk of its own. */
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

/** A view that is loaded when it is first shown. preact-iso waits for ever on a chunk that does not arrive. */
function view(load: () => Promise<{ default: ComponentType }>) {
  return lazy(() => load().catch(() => ({ default: Broken })));
}

const Home = view(() => import('./features/home/home-view.tsx'));
const Publications = view(() => import('./features/publications/publications-view.tsx'));
const Publication = view(() => import('./features/publications/publication-view.tsx'));
const Issue = view(() => import('./features/issues/issue-view.tsx'));
const Page = view(() => import('./features/page/page-view.tsx'));
const Search = view(() => import('./features/search/search-view.tsx'));
const Concordance = view(() => import('./features/concordance/concordance-view.tsx'));
const Ngrams = view(() => import('./features/ngrams/ngrams-view.tsx'));
const Review = view(() => import('./features/review/review-view.tsx'));
const Entities = view(() => import('./features/entities/entities-view.tsx'));
const Entity = view(() => import('./features/entities/entity-view.tsx'));
const EntityEdit = view(() => import('./features/entities/edit/entity-edit-view.tsx'));
const EntityHistory = view(() => import('./features/entities/entity-history-view.tsx'));
const Schemes = view(() => import('./features/schemes/schemes-view.tsx'));
const Timeline = view(() => import('./features/timeline/timeline-view.tsx'));
const Compare = view(() => import('./features/schemes/compare/compare-view.tsx'));
const SchemeEdit = view(() => import('./features/schemes/edit/scheme-edit-view.tsx'));
const SchemeHistory = view(() => import('./features/schemes/edit/scheme-history-view.tsx'));
const Work = view(() => import('./features/work/work-view.tsx'));
const SignIn = view(() => import('./features/account/sign-in-view.tsx'));
const SignUp = view(() => import('./features/account/sign-up-view.tsx'));
const Account = view(() => import('./features/account/account-view.tsx'));
const Admin = view(() => import('./features/admin/admin-view.tsx'));
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
        <Route path="/" component={Home} />
        <Route path="/publications" component={Publications} />
        <Route path="/publications/:id" component={Publication} />
        <Route path="/issues/:id" component={Issue} />
        <Route path="/pages/:id" component={Page} />
        <Route path="/search" component={Search} />
        <Route path="/concordance" component={Concordance} />
        <Route path="/ngrams" component={Ngrams} />
        <Route path="/review" component={Review} />
        <Route path="/entities" component={Entities} />
        <Route path="/entities/new" component={EntityEdit} />
        <Route path="/entities/:id" component={Entity} />
        <Route path="/entities/:id/edit" component={EntityEdit} />
        <Route path="/entities/:id/history" component={EntityHistory} />
        <Route path="/schemes" component={Schemes} />
        <Route path="/schemes/new" component={SchemeEdit} />
        <Route path="/schemes/:id/edit" component={SchemeEdit} />
        <Route path="/schemes/:id/history" component={SchemeHistory} />
        <Route path="/compare" component={Compare} />
        <Route path="/timeline" component={Timeline} />
        <Route path="/work" component={Work} />
        <Route path="/sign-in" component={SignIn} />
        <Route path="/sign-up" component={SignUp} />
        <Route path="/account" component={Account} />
        <Route path="/admin" component={Admin} />
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
