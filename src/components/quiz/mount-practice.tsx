import { mountScreen } from '../screen/mount-screen.tsx';
import { PracticeScreen } from './PracticeScreen.tsx';

mountScreen('practice', PracticeScreen);
