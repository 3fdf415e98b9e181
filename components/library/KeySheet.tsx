import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import { KeyList, type Keys } from '../KeyTable.tsx';

const GROUPS: [MessageName, Keys][] = [
  [
    'keysEverywhere',
    [
      [['g', 's'], 'key_goSearch'],
      [['g', 'p'], 'key_goPins'],
      [['g', 'c'], 'key_goCollections'],
      [['g', 'v'], 'key_goSaved'],
      [['g', 'f'], 'key_goFollowed'],
      [['g', 'o'], 'key_goSources'],
      [['g', 'n'], 'key_goTopics'],
      [['g', 'r'], 'key_goCorrections'],
      [['g', 'a'], 'key_goActivity'],
      [['g', 'd'], 'key_goData'],
      [['g', 'e'], 'key_goSettings'],
      [['g', 't'], 'key_goTrash'],
      [['/'], 'key_search'],
      [['u'], 'key_undo'],
      [['?'], 'key_keys'],
    ],
  ],
  [
    'navPins',
    [
      [['j', '↓'], 'key_next'],
      [['k', '↑'], 'key_previous'],
      [['o', '↵'], 'key_open'],
      [['v'], 'key_read'],
      [['x'], 'key_select'],
      [['*'], 'key_selectAll'],
      [['r'], 'key_markRead'],
      [['e'], 'key_archive'],
      [['n'], 'key_note'],
      [['t'], 'key_tags'],
      [['Alt', '↑'], 'key_moveUp'],
      [['Alt', '↓'], 'key_moveDown'],
      [['p', 'Del'], 'key_trash'],
      [['Esc'], 'key_close'],
    ],
  ],
  [
    'keysLists',
    [
      [['j', '↓'], 'key_next'],
      [['k', '↑'], 'key_previous'],
      [['o', '↵'], 'key_open'],
      [['p'], 'key_pin'],
      [['Alt', '↑'], 'key_moveUpCollection'],
      [['Alt', '↓'], 'key_moveDownCollection'],
    ],
  ],
  [
    'navRead',
    [
      [['Ctrl', '↵'], 'key_noteDone'],
      [['Esc'], 'key_back'],
    ],
  ],
];

/** All keys of the library, over it. Escape, the button and a press beside it close it; the focus goes back. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const { t } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="detail"
      aria-label={t('keys')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => {
        // The keys are read here, not pressed: none may act on the list behind.
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="detail-sheet key-sheet">
        <div class="detail-head">
          <h2>{t('keys')}</h2>
          <button type="button" class="icon-button" aria-label={t('keysClose')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        {GROUPS.map(([name, keys]) => (
          <section key={name}>
            <h3 class="keys-title">{t(name)}</h3>
            <KeyList keys={keys} />
          </section>
        ))}
      </div>
    </dialog>
  );
}
