/* What lies beneath a chart laid out by place, on a canvas of its own. */
import type { Theme } from '../parts/palette';
import type { Ground } from './stage';

/** Draws it, or wipes it away. Rings out of sight cost a comparison each. */
export function drawGround(canvas: HTMLCanvasElement, ground: Ground | null, size: { width: number; height: number }, onScreen: (x: number, y: number) => { x: number; y: number }, theme: Theme): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const dense = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(size.width * dense) || canvas.height !== Math.round(size.height * dense)) [canvas.width, canvas.height] = [Math.round(size.width * dense), Math.round(size.height * dense)];
  context.setTransform(dense, 0, 0, dense, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  if (!ground) return;
  // The chart's places and the screen's differ by a scale and a shift: three points give both.
  const origin = onScreen(0, 0);
  const [right, up] = [onScreen(1e6, 0), onScreen(0, 1e6)];
  const [sx, sy] = [(right.x - origin.x) / 1e6, (up.y - origin.y) / 1e6];
  // Sea and land as on the map.
  context.fillStyle = theme.faint;
  if (ground.land.length > 0) context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = theme.ground;
  context.strokeStyle = theme.tie;
  context.lineWidth = 0.6;
  for (const ring of ground.land) {
    let [least, most, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let at = 0; at < ring.length; at += 2) {
      const [x, y] = [origin.x + sx * ring[at]!, origin.y + sy * ring[at + 1]!];
      least = Math.min(least, x);
      most = Math.max(most, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    if (most < 0 || least > size.width || high < 0 || low > size.height) continue;
    context.beginPath();
    for (let at = 0; at < ring.length; at += 2) context.lineTo(origin.x + sx * ring[at]!, origin.y + sy * ring[at + 1]!);
    context.closePath();
    context.fill();
    context.stroke();
  }
  context.fillStyle = theme.groups[1]!;
  for (const one of ground.circles) {
    const [x, y, radius] = [origin.x + sx * one.x, origin.y + sy * one.y, Math.abs(sx) * one.radius];
    if (radius < 3 || x + radius < 0 || x - radius > size.width || y + radius < 0 || y - radius > size.height) continue;
    context.globalAlpha = 0.14;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
  }
  if (ground.tray) {
    const { left, right: end, bottom, top, words } = ground.tray;
    const [x, y] = [origin.x + sx * left, origin.y + sy * top];
    const [wide, high] = [sx * (end - left), sy * (bottom - top)];
    context.fillStyle = theme.ground;
    context.fillRect(x, y, wide, high);
    context.strokeStyle = theme.other;
    context.lineWidth = 1;
    context.setLineDash([6, 4]);
    context.strokeRect(x, y, wide, high);
    context.setLineDash([]);
    context.fillStyle = theme.ink;
    context.font = '12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
    context.fillText(words, x + 8, y + 18);
  }
}
