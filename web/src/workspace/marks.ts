/*
 * Dots of three shapes and lines of three strokes for sigma.js, so that no meaning hangs on colour alone. Both are sigma's
 * own programs with a little added to their shaders: a square or a diamond cut out of the disc, gaps cut out of the line.
 */
import { EdgeRectangleProgram, NodeCircleProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';

export type Shape = 'circle' | 'square' | 'diamond';
export type Stroke = 'whole' | 'dashed' | 'dotted';

const SHAPES: Shape[] = ['circle', 'square', 'diamond'];
const STROKES: Stroke[] = ['whole', 'dashed', 'dotted'];
const FLOAT = 5126 as const; // WebGLRenderingContext.FLOAT

/* A part of a shader that must be there; another version of sigma without it would draw nonsense silently. */
function put(source: string, before: string, after: string): string {
  if (!source.includes(before)) throw new Error(`sigma’s shader has no “${before}”`);
  return source.replace(before, after);
}

function ending(source: string, more: string): string {
  const end = source.lastIndexOf('}');
  return `${source.slice(0, end)}${more}\n}`;
}

/** As sigma's circle, which is drawn within a triangle: corners that reach the circle's edge are never cut. */
export class ShapeProgram extends NodeCircleProgram {
  override getDefinition(): ReturnType<NodeCircleProgram['getDefinition']> {
    const base = super.getDefinition();
    const vertex = ending(put(base.VERTEX_SHADER_SOURCE, 'void main() {', 'attribute float a_shape;\nvarying float v_shape;\nvoid main() {'), '  v_shape = a_shape;');
    const fragment = put(
      put(base.FRAGMENT_SHADER_SOURCE, 'void main(void) {', 'varying float v_shape;\nvoid main(void) {'),
      'float dist = length(v_diffVector)',
      'vec2 q = abs(v_diffVector);\n  float far = v_shape > 1.5 ? q.x + q.y : v_shape > 0.5 ? 1.4142 * max(q.x, q.y) : length(v_diffVector);\n  float dist = far',
    );
    return { ...base, VERTEX_SHADER_SOURCE: vertex, FRAGMENT_SHADER_SOURCE: fragment, ATTRIBUTES: [...base.ATTRIBUTES, { name: 'a_shape', size: 1, type: FLOAT, normalized: undefined }] };
  }

  override processVisibleItem(node: number, start: number, data: NodeDisplayData): void {
    super.processVisibleItem(node, start, data);
    this.array[start + this.ATTRIBUTES_ITEMS_COUNT - 1] = Math.max(0, SHAPES.indexOf((data as { shape?: Shape }).shape ?? 'circle'));
  }
}

/** As sigma's rectangle, with gaps that keep their length in pixels at any distance of the camera. */
export class StrokeProgram extends EdgeRectangleProgram {
  override getDefinition(): ReturnType<EdgeRectangleProgram['getDefinition']> {
    const base = super.getDefinition();
    const vertex = ending(
      put(base.VERTEX_SHADER_SOURCE, 'void main() {', 'attribute float a_stroke;\nuniform vec2 u_resolution;\nvarying highp float v_along;\nvarying float v_stroke;\nvoid main() {'),
      '  v_along = a_positionCoef * length(((u_matrix * vec3(a_positionEnd, 1)).xy - (u_matrix * vec3(a_positionStart, 1)).xy) * 0.5 * u_resolution);\n  v_stroke = a_stroke;',
    );
    const fragment = put(base.FRAGMENT_SHADER_SOURCE, 'void main(void) {',
      'varying highp float v_along;\nvarying float v_stroke;\nvoid main(void) {\n  if (v_stroke > 1.5 ? mod(v_along, 6.0) > 2.5 : v_stroke > 0.5 && mod(v_along, 13.0) > 8.0) discard;');
    return {
      ...base, VERTEX_SHADER_SOURCE: vertex, FRAGMENT_SHADER_SOURCE: fragment,
      ATTRIBUTES: [...base.ATTRIBUTES, { name: 'a_stroke', size: 1, type: FLOAT, normalized: undefined }], UNIFORMS: [...base.UNIFORMS, 'u_resolution'] as unknown as typeof base.UNIFORMS,
    };
  }

  override processVisibleItem(edge: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    super.processVisibleItem(edge, start, source, target, data);
    this.array[start + this.ATTRIBUTES_ITEMS_COUNT - 1] = Math.max(0, STROKES.indexOf((data as { stroke?: Stroke }).stroke ?? 'whole'));
  }

  override setUniforms(params: RenderParams, info: Parameters<EdgeRectangleProgram['setUniforms']>[1]): void {
    super.setUniforms(params, info);
    info.gl.uniform2f((info.uniformLocations as Record<string, WebGLUniformLocation>).u_resolution!, params.width, params.height);
  }
}
