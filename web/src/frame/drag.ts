/* Records that are dragged: what travels with the pointer is an id and a label without words of evidence. Pure. */
import type { Support } from './basket';

/** Only this program's own drags are taken in. */
export const DRAGGED = 'application/x-sextant-record';

type Carrier = Pick<DataTransfer, 'setData' | 'getData' | 'types'> & { effectAllowed?: string };

export function carry(transfer: Carrier, record: string, label: string): void {
  transfer.setData(DRAGGED, JSON.stringify({ record, label }));
  transfer.effectAllowed = 'copy';
}

export function carries(transfer: Pick<DataTransfer, 'types'>): boolean {
  return [...transfer.types].includes(DRAGGED);
}

/** The record that was dropped; null if something else was. */
export function carried(transfer: Pick<DataTransfer, 'getData'>): Support | null {
  try {
    const read = JSON.parse(transfer.getData(DRAGGED)) as Partial<Support>;
    return typeof read.record === 'string' && /^[0-9a-f]{64}$/.test(read.record) ? { record: read.record, note: '', label: String(read.label ?? '') } : null;
  } catch {
    return null; // Text or a file from elsewhere.
  }
}
