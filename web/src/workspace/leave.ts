/* The picture that leaves the screen says what it is, under which authority it was made and how it must be handled. */
import type { useWorkspace } from '../frame/workspace';
import { methodOf } from '../parts/measures';
import { rolesNote } from '../parts/roles';
import { countOf, plain, spanWords, timeWords } from '../parts/words';
import type { Desk, Sizing } from './desk';
import { namedDots, pngOf, svgOf, type Caption } from './picture';
import { legendOf, type Drawing } from './scene';
import type { Stage } from './stage';
import { narrows } from './state';

export type PictureForm = 'svg' | 'png' | 'pdf';

const SIZINGS: Record<Sizing, string> = { value: 'by its value', worst: 'by the worst rank in its band', top: 'by the chance to be among the first' };

/** What the picture says of itself. */
async function captionOf(desk: Desk, w: ReturnType<typeof useWorkspace>, drawing: Drawing): Promise<Caption> {
  const { net, view, held } = desk;
  const permit = w.permit!;
  const authority = await w.api.authority(permit.authorityId);
  const head = desk.snapshots.find((one) => one.id === net!.id);
  const other = held ? desk.snapshots.find((one) => one.id === view.against) : undefined;
  const [sizeId, sizing] = view.sizeBy.split(' ') as [string, Sizing | undefined];
  const measure = desk.measures.find((one) => one.id === sizeId);
  const note = rolesNote(net!.roles);
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const window = spanWords(iso(view.from) ?? head?.from ?? null, iso(view.to) ?? head?.to ?? null);
  const size = measure ? `${methodOf(measure.method).label}, ${SIZINGS[sizing ?? 'value']}` : 'number of ties';
  return {
    title: `${permit.caseNumber} ${permit.caseName}: network`,
    legend: legendOf(desk),
    foot: [
      `Snapshot ${head?.digest.slice(0, 16) ?? net!.id} of ${countOf(net!.count, 'entity', 'entities')} and ${countOf(net!.from.length, 'tie')}; ties: ${net!.kinds.map((kind) => plain(kind).toLowerCase()).join(', ')}; window ${window}. Size: ${size}. ${drawing.words}${narrows(view) ? ' Faded: without records under the filters.' : ''}`,
      ...(other ? [`Window A is this snapshot, ${spanWords(head?.from ?? null, head?.to ?? null)}; window B is snapshot ${other.digest.slice(0, 16)}, ${spanWords(other.from, other.to)}.`] : []),
      ...(view.layout === 'geographic' ? ['Laid out by place: each entity stands at the most central of its located records; circles are how near the source says that is. Those in the frame at the side have no place.'] : []),
      ...(note ? [note] : []),
      `Authority: ${authority.form.instrument} ${authority.form.number}, version ${permit.authorityVersion}, ${authority.form.issuer}. Handling: ${authority.form.handling}`,
      `Working copy made by ${w.actor.name} at ${timeWords(new Date().toISOString())}, not a disclosure. A measure is not suspicion; nearness in a picture is no evidence.`,
    ],
  };
}

/** Saves the chart as it stands; PDF is set by the server from the same dots, lines and words. */
export async function savePicture(desk: Desk, w: ReturnType<typeof useWorkspace>, stage: Stage, box: HTMLElement, drawing: Drawing, form: PictureForm): Promise<void> {
  const { net, theme } = desk;
  if (!net || !w.permit) return;
  const caption = await captionOf(desk, w, drawing);
  const dots = drawing.dots.map((dot) => ({ ...dot, ...stage.onScreen(dot.x, dot.y) }));
  const [wide, high] = [box.clientWidth, box.clientHeight];
  const named = namedDots(dots, wide, high);
  const unnamed = dots.filter((dot) => dot.label && dot.x >= 0 && dot.x <= wide && dot.y >= 0 && dot.y <= high).length - named.size;
  if (unnamed > 0) caption.foot[0] += ` ${countOf(unnamed, 'name')} left out, since names would cover each other.`;
  const blob = form === 'pdf'
    ? await w.api.picture(net.id, draftOf({ dots, drawing, named, wide, high, caption, arrows: net.directed }))
    : await imageOf(form, svgOf(dots, drawing.lines, wide, high, theme, caption), wide);
  const head = desk.snapshots.find((one) => one.id === net.id);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `chart-${(head?.digest ?? net.id).slice(0, 12)}.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const imageOf = async (form: 'svg' | 'png', svg: string, wide: number): Promise<Blob> => (form === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : pngOf(svg, wide));

/* Paper is white: colours that are meant for a dark ground are read on it all the same, their labels are dark. */
function draftOf({ dots, drawing, named, wide, high, caption, arrows }: { dots: Drawing['dots']; drawing: Drawing; named: ReadonlySet<string>; wide: number; high: number; caption: Caption; arrows: boolean }) {
  const place = new Map(dots.map((dot, at) => [dot.key, at]));
  return {
    width: wide, height: high, title: caption.title, foot: caption.foot, legend: caption.legend,
    dots: dots.map((dot) => ({
      x: dot.x, y: dot.y, size: dot.size, colour: dot.colour, label: named.has(dot.key) ? dot.label : '', ringed: dot.ringed, shape: dot.shape ?? 'circle',
    })),
    lines: drawing.lines.map((line) => ({ a: place.get(line.a)!, b: place.get(line.b)!, size: line.size, colour: line.colour, stroke: line.stroke ?? 'whole', arrow: arrows })),
  };
}
