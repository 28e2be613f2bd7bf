/** OpenCC's tables as text: `from to to|from to`. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
