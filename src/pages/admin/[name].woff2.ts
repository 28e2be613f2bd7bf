import { deskPaths, deskResponse } from '../../admin/desk-files.ts';

export const getStaticPaths = () => deskPaths('woff2');

export const GET = deskResponse('woff2');
