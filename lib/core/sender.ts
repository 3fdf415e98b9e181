/** Who sent a message, as the browser states it. */
export interface Sender {
  /** `page`: one of our own documents; `content`: our script in the top frame of a tab; `other`: refused. */
  kind: 'page' | 'content' | 'other';
  tabId: number | null;
}
