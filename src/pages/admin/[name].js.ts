import { deskPaths, deskResponse } from '../../admin/desk-files.ts';

export const getStaticPaths = () => deskPaths('js');

export const GET = deskResponse('js');
