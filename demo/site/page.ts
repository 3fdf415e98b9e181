import { ICON, STYLE } from './style.ts';

/** An answer of the demo's servers. */
export interface DemoResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What every page of the demo has. `head` and `main` are HTML of our own making. */
export interface PageParts {
  language: string;
  title: string;
  outlet: string;
  motto: string;
  head?: string;
  main: string;
}

const CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";

/** A text as HTML, for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A value as JSON-LD; `<` is escaped, so that no text can end the script element. */
export function jsonLd(value: object): string {
  return `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

/** A whole page. */
export function renderPage({ language, title, outlet, motto, head = '', main }: PageParts): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${STYLE}</style>
${head}
</head>
<body>
<header class="masthead"><a href="/">${escapeHtml(outlet)}</a><span>${escapeHtml(motto)}</span></header>
<main>
${main}
</main>
<footer class="foot">An invented news site, made to show Sidelight at work. <a href="https://news.sidelight-demo.example/">All demo pages</a></footer>
</body>
</html>
`;
}

/** A page as a response. `script` where the page runs inline scripts of its own. */
export function htmlResponse(body: string, options: { status?: number; script?: boolean } = {}): DemoResponse {
  return {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': options.script ? `${CSP}; script-src 'unsafe-inline'` : CSP,
      'cache-control': 'no-store',
    },
    body,
  };
}

/** The icon every page names. */
export function iconResponse(): DemoResponse {
  return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: ICON };
}
