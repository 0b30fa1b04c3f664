/* Messages with elements in them. */
import { createElement, Fragment, type ReactNode } from 'react';
import { tell } from './message';
import { number, piecesOf, pluralForm } from './say';

const AS_NODES = {
  text: (text: string): ReactNode => text,
  hole: (value: unknown): ReactNode => value as ReactNode,
  tag: (build: unknown, within: ReactNode[]): ReactNode => (build as (within: ReactNode) => ReactNode)(createElement(Fragment, null, ...within)),
  count: number,
  form: pluralForm,
};

const isText = (node: ReactNode): boolean => typeof node === 'string' || typeof node === 'number';
const isNothing = (node: ReactNode): boolean => node === null || node === undefined || typeof node === 'boolean';

/** A message whose values may be elements; `<0>…</0>` is built by its value. Text alone stays text, so that an option can hold it. */
export function parts(key: string, ...values: unknown[]): ReactNode {
  const nodes = tell<ReactNode>(piecesOf(key), values, AS_NODES).filter((node) => !isNothing(node));
  return nodes.every(isText) ? nodes.join('') : createElement(Fragment, null, ...nodes);
}
