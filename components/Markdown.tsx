import { marked, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { useWebLink } from './hooks/use-web-link.ts';

/** Deeper nesting than any note has; beyond it, text is shown as it was typed. */
const DEPTH_MAX = 20;

/** Longer notes, some twenty printed pages, are shown as they were typed: of more, the parser can make seconds. */
const LENGTH_MAX = 50_000;
/** Quotes and lists in each other on one line, of which it makes seconds as well. */
const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d+[.)][ \\t])){${DEPTH_MAX + 1}}`, 'mu');

/**
 * A note's Markdown as elements. Every element is made here, from the parser's tokens: markup in the text stays text, links go to http(s) only, and images are
 * links, since nothing may be fetched.
 */
export function Markdown({ text }: { text: string }) {
  const tokens = tokensOf(text);
  return (
    <div class="markdown" dir="auto">
      {tokens === null ? <p class="as-typed">{text}</p> : tokens.map((token, at) => <Block key={at} token={token} depth={0} />)}
    </div>
  );
}

/** Null for what the parser cannot take. */
function tokensOf(text: string): Token[] | null {
  if (text.length > LENGTH_MAX || TOO_DEEP.test(text)) return null;
  try {
    return marked.lexer(text, { gfm: true, breaks: true });
  } catch {
    // It goes deeper with what is in each other, and the stack ends.
    return null;
  }
}

function Block({ token, depth }: { token: Token; depth: number }): ComponentChildren {
  if (depth > DEPTH_MAX) return token.raw;
  switch (token.type) {
    case 'space':
    case 'def':
    // Drawn by the list.
    case 'checkbox':
      return null;
    case 'heading':
      return <h3 dir="auto">{inlines(token.tokens, depth)}</h3>;
    case 'paragraph':
      return <p dir="auto">{inlines(token.tokens, depth)}</p>;
    case 'blockquote':
      return <blockquote dir="auto">{blocks(token.tokens, depth)}</blockquote>;
    case 'code':
      return (
        <pre dir="ltr">
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'list':
      return <List list={token as Tokens.List} depth={depth} />;
    case 'table':
      return <Table table={token as Tokens.Table} depth={depth} />;
    case 'text':
      return token.tokens === undefined ? token.raw : inlines(token.tokens, depth);
    default:
      return <p dir="auto">{token.raw}</p>;
  }
}

function List({ list, depth }: { list: Tokens.List; depth: number }) {
  const items = list.items.map((item, at) => (
    <li key={at} dir="auto">
      {item.task && <input type="checkbox" checked={item.checked === true} disabled aria-label={item.text} />}
      {blocks(item.tokens, depth)}
    </li>
  ));
  return list.ordered ? <ol start={typeof list.start === 'number' ? list.start : 1}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table, depth }: { table: Tokens.Table; depth: number }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, at) => (
            <th key={at}>{inlines(cell.tokens, depth)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>{inlines(cell.tokens, depth)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inline({ token, depth }: { token: Token; depth: number }): ComponentChildren {
  if (depth > DEPTH_MAX) return token.raw;
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token.tokens, depth)}</strong>;
    case 'em':
      return <em>{inlines(token.tokens, depth)}</em>;
    case 'del':
      return <del>{inlines(token.tokens, depth)}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'link':
      return <WebLink href={(token as Tokens.Link).href}>{inlines(token.tokens, depth)}</WebLink>;
    case 'image':
      return <WebLink href={(token as Tokens.Image).href}>{(token as Tokens.Image).text || (token as Tokens.Image).href}</WebLink>;
    case 'text':
      return token.tokens === undefined ? (token as Tokens.Text).text : inlines(token.tokens, depth);
    default:
      return token.raw;
  }
}

function WebLink({ href, children }: { href: string; children: ComponentChildren }) {
  const link = useWebLink(href);
  return link.href === href ? <a {...link}>{children}</a> : children;
}

function blocks(tokens: Token[] | undefined, depth: number): ComponentChildren {
  return tokens?.map((token, at) => <Block key={at} token={token} depth={depth + 1} />);
}

function inlines(tokens: Token[] | undefined, depth: number): ComponentChildren {
  return tokens?.map((token, at) => <Inline key={at} token={token} depth={depth + 1} />);
}
