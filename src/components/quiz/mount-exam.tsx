import { mountScreen } from '../screen/mount-screen.tsx';
import { ExamScreen } from './ExamScreen.tsx';

mountScreen('exam', ExamScreen);
