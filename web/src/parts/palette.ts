/* Colours for groups in the chart, chosen so that colour-blind eyes keep them apart; the spec measures it. Pure. */

export interface Theme {
  ground: string;
  ink: string;
  tie: string;
  faint: string;
  other: string;
  single: string;
  groups: readonly string[];
}

/** For a light ground: after Okabe and Ito (2008), darkened until each stands out by 3 to 1. */
export const LIGHT: Theme = {
  ground: '#ffffff', ink: '#192127', tie: '#b3bec6', faint: '#e3e8eb', other: '#666e73', single: '#17597a',
  groups: ['#0072b2', '#d55e00', '#00795a', '#c0569a', '#6f5600', '#2b2470', '#3f9bd8'],
};

/** For a dark ground. */
export const DARK: Theme = {
  ground: '#192025', ink: '#e3e9ed', tie: '#52606a', faint: '#2a333a', other: '#8a949b', single: '#7cc0e2',
  groups: ['#56b4e9', '#e69f00', '#1fa67c', '#e08cc0', '#f0e442', '#3a86d6', '#f2733a'],
};

/** For more contrast on white: every colour of a group stands out by 4.5 to 1, ties by 4.5 to 1. */
export const CONTRAST_LIGHT: Theme = {
  ground: '#ffffff', ink: '#000000', tie: '#5a636a', faint: '#b9c0c5', other: '#22262a', single: '#003a5c',
  groups: ['#006090', '#d3420e', '#105136', '#b73963', '#4c4900', '#070780', '#2b7ca6'],
};

/** For more contrast on black. */
export const CONTRAST_DARK: Theme = {
  ground: '#000000', ink: '#ffffff', tie: '#9aa5ad', faint: '#3d474e', other: '#babec2', single: '#8fd3ff',
  groups: ['#5cddff', '#ffb21a', '#32cda0', '#eb9fd8', '#fff176', '#56a7ff', '#ff8b57'],
};

/** Five steps of one hue from little to much, apart in lightness for every eye. */
export const shades = (theme: Theme): readonly string[] =>
  theme.ground === LIGHT.ground ? ['#9dbdd6', '#6fa0c4', '#4380ac', '#1f5f8b', '#0b3c5f'] : ['#35566e', '#4a7896', '#649cbe', '#86c0e2', '#c9eaff'];

/** The colour of a group by its number, the largest group first; beyond the palette all are one grey. */
export function groupColour(theme: Theme, group: number): string {
  return theme.groups[group] ?? theme.other;
}

type Rgb = [number, number, number];

function linear(hex: string): Rgb {
  const n = parseInt(hex.slice(1), 16);
  const channel = (byte: number) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(n >> 16), channel((n >> 8) & 255), channel(n & 255)];
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast as WCAG 2 defines it. */
export function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

export type Sight = 'all' | 'protan' | 'deutan' | 'tritan';

/* Machado, Oliveira and Fernandes 2009 (doi:10.1109/TVCG.2009.113), severity 1, on linear RGB. */
const SEEN: Record<Sight, number[]> = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function lab(hex: string, sight: Sight): Rgb {
  const [r, g, b] = linear(hex);
  const m = SEEN[sight];
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  const row = (i: number) => clip((m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b);
  const [sr, sg, sb] = [row(0), row(3), row(6)];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * sr + 0.3575761 * sg + 0.1804375 * sb) / 0.95047);
  const y = f(0.2126729 * sr + 0.7151522 * sg + 0.072175 * sb);
  const z = f((0.0193339 * sr + 0.119192 * sg + 0.9503041 * sb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far apart two colours look to an eye of that kind (CIE 1976 difference). */
export function apart(a: string, b: string, sight: Sight): number {
  const [p, q] = [lab(a, sight), lab(b, sight)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
