import { defineCollection } from 'astro:content';
import { contentLoader } from './content-loader.ts';

const { CONTENT_DIR = 'content', YEARBOOK_FINGERPRINT = '' } = process.env;

export const collections = {
  parts: defineCollection({ loader: contentLoader(CONTENT_DIR, YEARBOOK_FINGERPRINT) }),
};
