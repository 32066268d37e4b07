import { mountScreen } from '../screen/mount-screen.tsx';
import { DataScreen } from './DataScreen.tsx';

mountScreen('data', DataScreen);
