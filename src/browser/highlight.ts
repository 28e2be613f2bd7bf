import { highlightFromAddress } from '../outputs/search/page/highlight.ts';

/** Marks the words a reader searched for in the entry they arrive at. */
export default () => void highlightFromAddress();
