/* The chart's two bars: how it looks; what is done on it, seen and saved of it. What is done seldom stands in menus, so that they are two rows in every language. */
import { Menu } from '../parts/menu';
import { methodOf } from '../parts/measures';
import { plain } from '../parts/words';
import type { Desk } from './desk';
import { LAYOUTS, type Laying } from './laying';
import type { PictureForm } from './leave';
import type { LayoutName } from './state';

/** Layout, size and colour. */
export function LookBar({ desk, laying }: { desk: Desk; laying: Laying }) {
  const { view } = desk;
  const of = desk.chosen.size > 0 ? 'chosen' : 'all';
  const numeric = desk.measures.filter((one) => !methodOf(one.method).group);
  const groups = desk.measures.filter((one) => methodOf(one.method).group && methodOf(one.method).value !== 'COMMUNITY');
  return (
    <div className="toolbar">
      <label className="inline-label">Layout
        <select value={view.layout} onChange={(change) => laying.lay(change.target.value as LayoutName, of)} data-testid="ws-layout">
          {LAYOUTS.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
        </select>
      </label>
      <Menu label="Arrange" testId="ws-arrange">
        <button type="button" className="button small" onClick={() => laying.lay(view.layout, of)} data-testid="ws-lay">{of === 'chosen' ? 'Lay out chosen' : 'Lay out'}</button>
        <button type="button" className="button small" disabled={Object.keys(view.placed).length === 0} onClick={laying.newcomers} data-testid="ws-newcomers" title="Those without a place of their own go beside whom they are tied to; nobody else moves">Only newcomers</button>
      </Menu>
      <label className="inline-label">Size
        <select value={view.sizeBy} onChange={(change) => desk.take('Sized by another measure', { sizeBy: change.target.value })} data-testid="ws-size">
          <option value="">number of ties</option>
          {numeric.map((one) => (
            <optgroup key={one.id} label={methodOf(one.method).label}>
              <option value={one.id}>{methodOf(one.method).label}</option>
              {one.ranks.length > 0 && <option value={`${one.id} worst`}>{`${methodOf(one.method).label}: worst rank in its band`}</option>}
              {one.top.length > 0 && <option value={`${one.id} top`}>{`${methodOf(one.method).label}: chance to be among the first ${one.first}`}</option>}
            </optgroup>
          ))}
        </select>
      </label>
      <label className="inline-label">Colour
        <select value={view.colourBy} disabled={desk.held !== null} onChange={(change) => desk.take('Coloured by another measure', { colourBy: change.target.value })} data-testid="ws-colour">
          <option value="">{desk.measures.some((one) => methodOf(one.method).value === 'COMMUNITY') ? 'communities' : 'communities, once measured'}</option>
          <option value="none">one colour</option>
          {groups.map((one) => <option key={one.id} value={one.id}>{methodOf(one.method).label}</option>)}
          {numeric.length > 0 && <optgroup label="Ranks in five shades">{numeric.map((one) => <option key={one.id} value={one.id}>{methodOf(one.method).label}</option>)}</optgroup>}
        </select>
      </label>
    </div>
  );
}

interface Deeds {
  only: () => void;
  hide: () => void;
  pin: () => void;
  fold: () => void;
}

interface DoProps {
  desk: Desk;
  lasso: boolean;
  onLasso: () => void;
  onExpand: () => void;
  onPath: () => void;
  onSave: (form: PictureForm) => void;
  deeds: Deeds;
  laying: Laying;
}

/** What is done with those chosen, which kinds of tie are drawn, and pictures that leave. */
export function DoBar({ desk, lasso, onLasso, onExpand, onPath, onSave, deeds, laying }: DoProps) {
  const { net, view } = desk;
  const some = desk.chosen.size > 0;
  return (
    <div className="toolbar">
      <button type="button" className="button small" aria-pressed={lasso} onClick={onLasso} data-testid="ws-lasso">Lasso</button>
      <button type="button" className="button small" disabled={!some || view.shown === null} onClick={onExpand} data-testid="ws-expand" title={view.shown === null ? 'Everything is on the chart already' : undefined}>Expand</button>
      <button type="button" className="button small" onClick={onPath} disabled={!net} data-testid="ws-path">Find path</button>
      <button type="button" className="button small" disabled={!some} onClick={deeds.pin} data-testid="ws-pin">Pin</button>
      <Menu label="Show" testId="ws-show">
        <button type="button" className="button small" disabled={!some} onClick={deeds.only} data-testid="ws-only">Only chosen</button>
        <button type="button" className="button small" disabled={!some} onClick={deeds.hide}>Hide</button>
        <button type="button" className="button small" disabled={view.shown === null} onClick={() => desk.take('Everything on the chart', { shown: null })} data-testid="ws-all">Show all</button>
        <button type="button" className="button small" disabled={!some} onClick={deeds.fold} data-testid="ws-fold">Fold leaves</button>
      </Menu>
      {net && net.kinds.length > 1 && (
        <Menu label="Ties" several testId="ws-kinds">
          {net.kinds.map((kind) => (
            <button key={kind} type="button" className="button small" aria-pressed={view.tieKinds.includes(kind)} data-testid={`ws-tie-${kind}`}
              onClick={() => desk.take(`Ties by ${plain(kind).toLowerCase()}`, { tieKinds: view.tieKinds.includes(kind) ? view.tieKinds.filter((one) => one !== kind) : [...view.tieKinds, kind] })}>{plain(kind)}</button>
          ))}
        </Menu>
      )}
      <span className="push">
        <Menu label="Save" testId="ws-save">
          {(['png', 'svg', 'pdf'] as const).map((form) => <button key={form} type="button" className="button small" onClick={() => onSave(form)} data-testid={`ws-${form}`}>{form.toUpperCase()}</button>)}
        </Menu>
      </span>
      {laying.progress && <span className="muted" role="status">{laying.progress} <button type="button" className="quiet" onClick={laying.stop}>Stop</button></span>}
    </div>
  );
}

/** Nearer, farther and the whole, in a corner of the chart. */
export function ZoomButtons({ onZoom }: { onZoom: (by: 'in' | 'out' | 'all') => void }) {
  return (
    <span className="buttons ws-zoom">
      <button type="button" className="button small" aria-label="Nearer" onClick={() => onZoom('in')}>+</button>
      <button type="button" className="button small" aria-label="Farther" onClick={() => onZoom('out')}>−</button>
      <button type="button" className="button small" onClick={() => onZoom('all')}>Whole</button>
    </span>
  );
}
