import { Converter } from 'opencc-js/t2cn';

/** Traditional → Simplified, for comparing and filing; texts are shown as written. */
export const toSimplified: (text: string) => string = Converter({ from: 't', to: 'cn' });
