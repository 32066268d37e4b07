import { mountScreen } from '../screen/mount-screen.tsx';
import { ReviewScreen } from './ReviewScreen.tsx';

mountScreen('review', ReviewScreen);
