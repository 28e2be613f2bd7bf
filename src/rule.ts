/** How one rule speaks to an editor. `{slots}` are filled by `problem()`. */
export interface Rule {
  severity: 'error' | 'advice';
  what: string;
  mend: string;
}

export const error = (what: string, mend: string): Rule => ({ severity: 'error', what, mend });
export const advice = (what: string, mend: string): Rule => ({ severity: 'advice', what, mend });
