/** The package's own declarations import `./core` without an extension, which module resolution of Node refuses. */
declare module 'opencc-js/t2cn' {
  /** Traditional (`t`) → simplified (`cn`) script, phrase by phrase. */
  export function Converter(options: { readonly from: 't'; readonly to: 'cn' }): (text: string) => string;
}
