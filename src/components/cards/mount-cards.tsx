import { mountScreen } from '../screen/mount-screen.tsx';
import { CardsScreen } from './CardsScreen.tsx';

mountScreen('cards', CardsScreen);
