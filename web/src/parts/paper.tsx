import { useEffect, useRef } from 'react';

/** A printed page with its own style, apart from the page around it: the markup runs nothing, and its style touches nothing else. */
export function Paper({ html, css }: { html: string; css: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const page = new DOMParser().parseFromString(html, 'application/xhtml+xml');
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(`${css} .picture img { max-width: 100%; } * { font-family: inherit; }`);
    root.adoptedStyleSheets = [style];
    const body = document.importNode(page.querySelector('body') ?? page.documentElement, true);
    root.replaceChildren(...body.childNodes);
  }, [html, css]);
  return <div ref={host} className="report-preview" tabIndex={0} role="region" aria-label="The report" data-testid="preview-report" />;
}
