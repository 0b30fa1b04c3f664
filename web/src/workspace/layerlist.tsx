/* The layers that an analyst has laid over the map: where each comes from, what is in it, and the way to take it off. */
import { useState } from 'react';
import { DigestText } from '../parts/pieces';
import { countOf } from '../parts/words';
import { BadLayer, readLayer, type Layer } from './layers';

const MOST_NAMES = 200;

export function LayerList({ layers, onLayers }: { layers: readonly Layer[]; onLayers: (layers: Layer[]) => void }) {
  const [said, setSaid] = useState('');
  const add = async (files: readonly File[]) => {
    setSaid('');
    const fresh: Layer[] = [];
    for (const file of files) {
      try {
        fresh.push(await readLayer(file));
      } catch (fault) {
        setSaid(`${file.name} was not read. ${fault instanceof BadLayer ? fault.message : 'It could not be opened.'}`);
      }
    }
    if (fresh.length > 0) onLayers([...layers.filter((one) => !fresh.some((other) => other.digest === one.digest)), ...fresh]);
  };
  return (
    <details data-testid="ws-layers" open={layers.length > 0 || undefined}>
      <summary>{layers.length > 0 ? `Layers of your own: ${layers.length}` : 'Layers of your own'}</summary>
      <p className="hint">GeoJSON or KML from a file. It stays in this browser and is gone when you sign out; nothing that it links to is fetched. A layer is no evidence: seal the file as an exhibit if it is to be.</p>
      <p><label className="ws-file">Add a file <input type="file" accept=".geojson,.json,.kml" multiple onChange={(change) => { void add([...(change.target.files ?? [])]); change.target.value = ''; }} data-testid="ws-layer-file" /></label></p>
      {said && <p className="warn-text" role="alert" data-testid="ws-layer-said">{said}</p>}
      <ul className="plain roomy">
        {layers.map((layer) => (
          <li key={layer.digest}>
            <label><input type="checkbox" checked={layer.shown} onChange={(change) => onLayers(layers.map((one) => (one === layer ? { ...one, shown: change.target.checked } : one)))} />{layer.name}</label>{' '}
            <span className="muted small">{layer.kind}, {countOf(layer.features.features.length, 'feature')}, not evidence · <DigestText hex={layer.digest} /></span>{' '}
            <button type="button" className="quiet" aria-label={`Take ${layer.name} off the map`} onClick={() => onLayers(layers.filter((one) => one !== layer))}>✕</button>
            {layer.left.length > 0 && <div className="muted small" data-testid="ws-layer-left">Left out: {layer.left.join('; ')}</div>}
            <details><summary>What is in it</summary>
              <ul>{layer.features.features.slice(0, MOST_NAMES).map((one, at) => <li key={at}>{String(one.properties?.name || 'without a name')} <span className="muted small">{one.geometry.type}</span></li>)}
                {layer.features.features.length > MOST_NAMES && <li className="muted">and {countOf(layer.features.features.length - MOST_NAMES, 'more feature')}</li>}</ul>
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}
