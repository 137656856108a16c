/** Which of many elements are in sight or near it, told by one observer for each scrolled box. */

type Told = (near: boolean) => void;

const observers = new WeakMap<Element, { observer: IntersectionObserver; told: WeakMap<Element, Told> }>();

/** Calls `told` whenever the element comes near the visible part of `root`, or goes away; answers how to end that. */
export function watchNear(element: Element, root: Element, told: Told): () => void {
  let found = observers.get(root);
  if (!found) {
    const listeners = new WeakMap<Element, Told>();
    const onChange = (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    };
    found = {
      observer: new IntersectionObserver(onChange, { root, rootMargin: '300px 0px' }),
      told: listeners,
    };
    observers.set(root, found);
  }
  const { observer, told: listeners } = found;
  listeners.set(element, told);
  observer.observe(element);
  return () => {
    observer.unobserve(element);
    listeners.delete(element);
  };
}
