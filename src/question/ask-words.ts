/** Words that ask, of writing and of speech; for use inside a regular expression. */
export const ASK_WORDS = '多少|多[久长高]|几|什么|啥|哪|谁|怎|咋';
