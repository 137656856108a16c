import { AUTHORITIES } from './terms.ts';

/** Where a record stands in other authority files. */
const ADDRESSES: Record<string, (id: string) => string> = {
  wikidata: (id) => `https://www.wikidata.org/wiki/${id}`,
  viaf: (id) => `https://viaf.org/viaf/${id}`,
  gnd: (id) => `https://d-nb.info/gnd/${id}`,
  lcnaf: (id) => `https://id.loc.gov/authorities/names/${id}`,
  isni: (id) => `https://isni.org/isni/${id}`,
  geonames: (id) => `https://www.geonames.org/${id}`,
};

export function Identifiers({ ids }: { ids: Record<string, string> }) {
  return (
    <dl class="facts">
      {Object.entries(ids).map(([authority, id]) => {
        const address = ADDRESSES[authority]?.(encodeURIComponent(id));
        return [
          <dt key={authority}>{AUTHORITIES.find(([key]) => key === authority)?.[1] ?? authority}</dt>,
          <dd key={`${authority}-id`}>{address ? <a href={address}>{id}</a> : id}</dd>,
        ];
      })}
    </dl>
  );
}
