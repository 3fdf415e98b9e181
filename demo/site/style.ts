/** The one style sheet of the demo's pages: system fonts, both colour schemes, nothing loaded. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1b18; --quiet: #635d54; --rule: #d9d3c8; --mark: #9a3412; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #ece7df; --quiet: #a59d91; --rule: #3a3630; --mark: #f2a65a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Noto Serif", "Noto Serif CJK SC", serif; overflow-wrap: break-word; }
a { color: inherit; text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
.masthead, main, .foot { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-top: .5rem; }
.masthead { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; padding-block: 1.25rem .75rem; border-bottom: 3px double var(--rule); }
.masthead a { font-size: 1.6rem; font-weight: 700; text-decoration: none; letter-spacing: -.01em; }
.masthead span, .byline, .dek, figcaption, .foot, .section, .author-box p, .news-feed, .teaser p { color: var(--quiet); }
.masthead span, .byline, figcaption, .foot, .section { font: .875rem/1.5 system-ui, sans-serif; }
.section { margin: 2rem 0 .25rem; text-transform: uppercase; letter-spacing: .06em; font-size: .75rem; color: var(--mark); }
h1 { margin: .25rem 0 .75rem; font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .25rem; }
.dek { font-size: 1.2rem; line-height: 1.45; margin: 0 0 1rem; }
.byline { padding-bottom: 1rem; border-bottom: 1px solid var(--rule); }
figure { margin: 1.5rem 0; }
figure svg { display: block; width: 100%; height: auto; border-radius: 2px; }
figcaption { padding-top: .5rem; }
.author-box, .news-feed { margin: 2.5rem 0 0; padding: 1.25rem 0 0; border-top: 1px solid var(--rule); }
.author-box h2 { margin: 0; }
.author-box .role { font: .875rem/1.5 system-ui, sans-serif; margin: 0 0 .5rem; }
.news-feed h2 { color: var(--mark); font: 600 .75rem/1.5 system-ui, sans-serif; text-transform: uppercase; letter-spacing: .06em; }
.teaser { padding: 1.1rem 0; border-bottom: 1px solid var(--rule); }
.teaser p { margin: 0; }
.foot { margin-top: 3rem; padding-block: 1rem 2.5rem; border-top: 1px solid var(--rule); }
`;

/** The sites' icon, a lantern's light. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#1d1b18"/><path d="M8 2a6 6 0 0 1 0 12z" fill="#f2a65a"/></svg>';

/** A drawing of machined rings in place of a photograph. */
export const DRAWING =
  '<svg viewBox="0 0 720 300" role="img" aria-label="Drawing: rings of steel on a round table"><rect width="720" height="300" fill="#39434a"/><g fill="none" stroke="#cfd6d8" stroke-width="14"><ellipse cx="150" cy="205" rx="100" ry="36"/><ellipse cx="430" cy="150" rx="150" ry="56"/><ellipse cx="640" cy="225" rx="52" ry="19"/></g><path d="M420 0h26v96l-13 18-13-18z" fill="#f2a65a"/></svg>';
