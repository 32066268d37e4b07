import { mountScreen } from '../screen/mount-screen.tsx';
import { SettingsScreen } from './SettingsScreen.tsx';

mountScreen('settings', SettingsScreen);
