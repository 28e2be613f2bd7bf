import { deskPaths, deskResponse } from '../../admin/desk-files.ts';

export const getStaticPaths = () => deskPaths('json');

export const GET = deskResponse('json');
