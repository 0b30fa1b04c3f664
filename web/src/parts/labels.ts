/* How a chart writes a name beside its entity. */
import type { Settings } from 'sigma/settings';
import type { NodeDisplayData, PartialButFor } from 'sigma/types';
import type { Theme } from './palette';

type Label = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'>;

/** A label on a halo of the ground; a strong one has a ring round its entity. */
export function drawLabel(theme: Theme, strong: boolean) {
  return (context: CanvasRenderingContext2D, data: Label, settings: Settings): void => {
    if (!data.label) return;
    const size = settings.labelSize;
    context.font = `${strong ? '600 ' : ''}${size}px ${settings.labelFont}`;
    const x = data.x + data.size + 4;
    const y = data.y + size / 3;
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
