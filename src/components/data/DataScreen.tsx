import { options } from 'virtual:recall/options';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { storageNamespace } from '../../format/storage-keys.ts';
import { createBrowserPreferences, openBrowserLog } from '../../store/index.ts';
import { Opened } from '../screen/Opened.tsx';
import type { Texts } from '../texts.ts';
import { BackupSection } from './BackupSection.tsx';
import { EraseSection } from './EraseSection.tsx';
import { FolderSection } from './FolderSection.tsx';
import type { FolderKeeper } from './folder-keeper.ts';
import { KeptSection } from './KeptSection.tsx';
import { readLastBackup } from './last-backup.ts';
import { useLogRevision } from './log-revision.ts';
import { openFolderKeeper } from './open-folder-keeper.ts';
import { QuarantineSection } from './QuarantineSection.tsx';
import { RestoreSection } from './RestoreSection.tsx';
import type { SectionProps } from './section.ts';

interface Props {
  readonly texts: Texts;
  readonly language: string;
}

/** Everything a learner can do with their data; works without the course and without a network. */
export function DataScreen({ texts, language }: Props) {
  return (
    <Opened texts={texts} loading={texts('data.loading')} open={() => openData(texts, language)}>
      {(data) => <OpenData {...data} />}
    </Opened>
  );
}

function OpenData({ section, keeper }: Data) {
  // One revision for all sections: whatever changes, the whole page agrees.
  const revision = useLogRevision(section.log);
  const lastBackup = useSignal(readLastBackup(section.preferences));
  const onBackup = () => {
    lastBackup.value = readLastBackup(section.preferences);
  };
  // The folder was written, or another device's backup became this one's, or everything was deleted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when either changes
  useEffect(onBackup, [revision, keeper?.state.value]);
  return (
    <>
      <KeptSection {...section} lastBackup={lastBackup.value} />
      <BackupSection {...section} onBackup={onBackup} />
      <RestoreSection {...section} />
      {keeper && <FolderSection {...section} keeper={keeper} />}
      <QuarantineSection {...section} />
      <EraseSection {...section} keeper={keeper} onBackup={onBackup} />
    </>
  );
}

async function openData(texts: Texts, language: string): Promise<Data> {
  const namespace = storageNamespace(options.base);
  const log = await openBrowserLog(namespace);
  const preferences = createBrowserPreferences(namespace);
  return { section: { log, preferences, texts, language }, keeper: openFolderKeeper(log, preferences) };
}

interface Data {
  readonly section: SectionProps;
  /** `undefined` where the browser lets no site write into folders. */
  readonly keeper: FolderKeeper | undefined;
}
