import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons/Icon.tsx';

/** Props of {@link PageNotice}. */
export interface PageNoticeProps {
  icon: IconName;
  title: string;
  text: string;
  /** Announced at once where the user waited for something else. */
  urgent?: boolean;
  children?: ComponentChildren;
}

/** One state of the page in words, with what can be done about it. */
export function PageNotice({ icon, title, text, urgent = false, children }: PageNoticeProps) {
  return (
    <section class="notice" role={urgent ? 'alert' : undefined}>
      <Icon name={icon} />
      <h2 dir="auto">{title}</h2>
      <p dir="auto">{text}</p>
      {children && <div class="notice-actions">{children}</div>}
    </section>
  );
}
