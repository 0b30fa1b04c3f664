/* How a chart writes a name beside its entity. */
import type { Settings } from 'sigma/settings';
import type { NodeDisplayData, PartialButFor } from 'sigma/types';
import type { Theme } from './palette';

type Label = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>;

/** What a label covers, in pixels of the picture. */
export interface Box { left: number; top: number; right: number; bottom: number }

/** The room for labels in one drawing: whoever comes first has it; a name over a name says neither. */
export class LabelRoom {
  /** Whether every label is drawn, whatever it covers. */
  all = false;
  #taken: Box[] = [];

  /** Begins a drawing. */
  clear(): void {
    this.#taken = [];
  }

  /** Takes a place if nothing lies there yet. */
  take(box: Box): boolean {
    if (!this.all && this.#taken.some((one) => box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom)) return false;
    this.#taken.push(box);
    return true;
  }
}

/** A label on a halo of the ground, where there is room; a strong one has a ring round its entity. */
export function drawLabel(theme: Theme, strong: boolean, room?: LabelRoom) {
  return (context: CanvasRenderingContext2D, data: Label, settings: Settings): void => {
    if (!data.label || (!strong && data.highlighted)) return; // A highlighted one is written above the others, strongly.
    const size = settings.labelSize;
    context.font = `${strong ? '600 ' : ''}${size}px ${settings.labelFont}`;
    const x = data.x + data.size + 4;
    const y = data.y + size / 3;
    if (room && !room.take({ left: x, top: y - size, right: x + context.measureText(data.label).width, bottom: y + size / 3 })) return;
    if (strong) {
      context.beginPath();
      context.arc(data.x, data.y, data.size + 2.5, 0, Math.PI * 2);
      context.lineWidth = 2;
      context.strokeStyle = theme.ink;
      context.stroke();
    }
    // A halo of the ground keeps the words readable above ties.
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeStyle = theme.ground;
    context.strokeText(data.label, x, y);
    context.fillStyle = theme.ink;
    context.fillText(data.label, x, y);
  };
}
