/**
 * Phrases OpenCC converts wrongly in texts like ours, Simplified first: it sees 供製 in 提供制度. They win over OpenCC's own
 * phrases wherever they are found, so a phrase must be long enough to be certain.
 */
export const TO_TRADITIONAL: readonly (readonly [string, string])[] = [
  ['提供制度', '提供制度'],
];

/** Forms that OpenCC prefers and hardly any reader of today's Traditional Chinese does. */
export const USUAL_FORMS: readonly (readonly [string, string])[] = [['羣', '群']];

/** Phrases from Traditional to Simplified. */
export const TO_SIMPLIFIED: readonly (readonly [string, string])[] = [];
